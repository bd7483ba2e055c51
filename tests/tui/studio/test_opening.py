"""What is opened of a folder: the decks of one scenario, held to their own rules; the others are named."""

from pathlib import Path

import pytest

from tests.content.small import DECK, RULES, write
from tests.tui.studio.editing import editing, studio
from wargame.tui.page import Page
from wargame.tui.studio.opening import found


def two_scenarios(folder: Path) -> Path:
    """Write three decks into `decks`, of which two are of one scenario, and the rules of both."""
    (folder / "decks").mkdir()
    (folder / "rules").mkdir()
    write(folder / "decks")
    (folder / "decks" / "small.yaml").unlink()
    ford, ice = DECK.split("- id: ice")
    (folder / "decks" / "border.yaml").write_text(ford.replace("card: ice", "card: frost"))
    (folder / "decks" / "winter.yaml").write_text(f"- id: frost{ice}")
    (folder / "decks" / "alone.yaml").write_text(DECK)
    rules = RULES.replace("decks: [border]", "decks: [border, winter]")
    (folder / "rules" / "small.yaml").write_text(rules)
    (folder / "rules" / "other.yaml").write_text(RULES.replace("decks: [border]", "decks: [alone]"))
    return folder


def test_of_a_folder_the_decks_of_the_scenario_with_most_are_opened(tmp_path: Path) -> None:
    folder = two_scenarios(tmp_path)
    for name in ("", "decks"):
        opened = found(str(folder / name), None)
        assert opened.rules == folder / "rules" / "small.yaml"
        assert [deck.stem for deck in opened.decks] == ["border", "winter"]
        assert opened.others == {folder / "rules" / "other.yaml": [folder / "decks" / "alone.yaml"]}


async def test_the_studio_says_which_rules_it_takes_and_what_opens_the_other_decks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(two_scenarios(tmp_path))
    async with editing(Path("decks")) as (app, pilot):
        assert studio(app).found.problems == ()
        await pilot.press("f8")
        told = " ".join(studio(app).query_one("#problems", Page).text.split())
        assert f"Checked against {Path('rules') / 'small.yaml'}; for other rules: --rules FILE." in told
        others = Path("rules") / "other.yaml"
        assert f"Not open here, since other rules apply: alone (wargame deck edit {others})." in told
