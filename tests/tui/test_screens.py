"""The screens kept as text are what people still see."""

import difflib
from pathlib import Path

import pytest

from tests.tui.screens.taken import FOLDER, JOURNEYS, path

REGENERATE = (
    "if this is meant, write the screens anew with `python -m tests.tui.screens`, and look at the change"
)


@pytest.mark.parametrize("journey", JOURNEYS)
async def test_the_screens_look_as_they_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, journey: str
) -> None:
    monkeypatch.chdir(tmp_path)
    changed: list[str] = []
    for name, text in (await JOURNEYS[journey]()).items():
        kept = path(name).read_text(encoding="utf-8") if path(name).exists() else ""
        changed += difflib.unified_diff(
            kept.splitlines(), text.splitlines(), f"kept {name}", "seen", lineterm=""
        )
    assert not changed, "\n".join([REGENERATE, *changed[:80]])


def test_no_more_screens_are_kept_than_can_be_looked_at() -> None:
    assert len(list(FOLDER.glob("*.txt"))) <= 46
