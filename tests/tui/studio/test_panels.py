"""The panels of the studio are the same ones wherever they are told of."""

import re
from pathlib import Path

from tests.tui.studio.test_any_keys import KEYS
from wargame.tui.studio.on_stage import STAGE, STAYS
from wargame.tui.studio.screen import TABS
from wargame.tui.telling import helping

DOCUMENT = Path(__file__).parents[3] / "docs" / "studio.md"
PANEL_KEYS = [key for _, key, _ in TABS]


def test_the_help_has_a_row_for_each_panel_in_the_order_of_their_keys() -> None:
    marks = ["".join(run.text for run in each.mark).strip("\u00a0 ") for each in helping.STUDIO]
    assert [mark for mark in marks if re.fullmatch("F[0-9]+", mark)] == PANEL_KEYS


def test_the_document_has_a_row_for_each_panel_in_the_order_of_their_keys() -> None:
    own = DOCUMENT.read_text(encoding="utf-8").split("## Panels and keys")[1].split("\n## ")[0]
    assert re.findall(r"^\| (F[0-9]+) \|", own, re.MULTILINE) == PANEL_KEYS


def test_the_panels_of_the_stage_and_those_that_others_stay_beside_are_panels() -> None:
    assert {*STAGE, *STAYS} <= {panel for panel, _, _ in TABS}


def test_whoever_presses_any_keys_comes_to_every_panel() -> None:
    assert {key.lower() for key in PANEL_KEYS} <= set(KEYS)
