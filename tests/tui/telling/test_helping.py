"""Help: what can be done now, and every key."""

import re

import pytest

from tests.tui.telling.games import said
from wargame.tui.course import Stage
from wargame.tui.table import TableScreen
from wargame.tui.telling import helping


@pytest.mark.parametrize("stage", Stage)
def test_the_help_of_each_stage_says_what_can_be_done_and_names_every_key(stage: Stage) -> None:
    text = said(helping.table(stage))
    assert stage is Stage.CURTAIN or not text.startswith("Now\n\n")
    for binding in TableScreen.BINDINGS:
        key = binding.key.split(",")[0]  # type: ignore[union-attr]
        if len(key) == 1 and key.islower() and key != "x":
            assert re.search(rf"\b{key.upper()}\b", text), key


def test_sources_are_told() -> None:
    assert "no sources" in said(helping.sources(()))
    assert "Document A" in said(helping.sources(("Document A",)))
