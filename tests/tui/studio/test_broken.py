"""A fault behind the studio's screen is said, and shown where it arose to those who ask for it."""

from pathlib import Path

import pytest

from tests.content.small import write
from tests.tui.reading import seen
from tests.tui.studio.editing import editing, keys, studio
from wargame.lab.checking import Checker
from wargame.tui.studio.yaml_pane import YamlPane


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    write(tmp_path)
    return tmp_path / "border.yaml"


def breaks(*_: object) -> None:
    raise ZeroDivisionError("a fault of ours")


async def test_a_check_that_breaks_off_is_said_and_what_is_typed_is_kept(deck, monkeypatch) -> None:
    monkeypatch.delenv("WARGAME_DEBUG", raising=False)
    async with editing(deck) as (app, pilot):
        monkeypatch.setattr(Checker, "check", breaks)
        await pilot.press("f4", "end", *keys(" # mine"))
        for _ in range(200):
            await pilot.pause(0.02)
            if "ZeroDivisionError" in seen(app):
                break
        assert "A check broke off (ZeroDivisionError)" in " ".join(seen(app).split())
        assert "# mine" in studio(app).query_one("#yaml", YamlPane).text
        assert app.fault is None


async def test_whoever_debugs_is_shown_where_it_arose(deck, monkeypatch) -> None:
    monkeypatch.setenv("WARGAME_DEBUG", "1")
    with pytest.raises(ZeroDivisionError, match="a fault of ours"):
        async with editing(deck) as (app, pilot):
            monkeypatch.setattr(Checker, "check", breaks)
            await pilot.press("f4", "end", *keys(" # mine"))
            for _ in range(200):
                await pilot.pause(0.02)
                if app.fault is not None:
                    break
