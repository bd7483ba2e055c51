"""`--watch` checks again when a file changes, is added or is removed, and ends at Ctrl-C."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.content.small import DECK, write
from wargame.__main__ import main
from wargame.cli.deck import telling
from wargame.cli.deck.watching import watch

Step = Callable[[], object]


class Pauses:
    """Does one step while the watch pauses, once nothing has changed since the last; then presses Ctrl-C."""

    def __init__(self, looks: list[int], *steps: Step) -> None:
        self._looks = looks
        self._steps = list(steps)
        self._done = 0

    def __call__(self, seconds: float) -> None:
        if len(self._looks) <= self._done:
            return  # the last step is still being noticed
        if not self._steps:
            raise KeyboardInterrupt
        self._steps.pop(0)()
        self._done += 1


def looked(folder: Path, *steps: Step, more: Path | None = None) -> int:
    """Return how often a folder is looked at when these things are done one after the other."""
    looks: list[int] = []

    def look() -> set[Path]:
        looks.append(1)
        return {more} if more else set()

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("wargame.cli.deck.watching.time.sleep", Pauses(looks, *steps))
        watch({folder}, look)
    return len(looks)


def test_each_change_is_looked_at_once(tmp_path: Path) -> None:
    deck = tmp_path / "a.yaml"
    deck.write_text("a: 1", encoding="utf-8")
    steps: list[Step] = [
        lambda: deck.write_text("a: 12", encoding="utf-8"),
        lambda: (tmp_path / "b.yaml").write_text("b: 1", encoding="utf-8"),
        deck.unlink,
    ]
    assert looked(tmp_path, *steps) == 4


def test_without_a_change_it_is_looked_once(tmp_path: Path) -> None:
    assert looked(tmp_path) == 1


def test_folders_found_on_the_way_are_watched_too(tmp_path: Path) -> None:
    decks = tmp_path / "decks"
    decks.mkdir()
    step = lambda: (decks / "a.yaml").write_text("a: 1", encoding="utf-8")  # noqa: E731
    assert looked(tmp_path, step, more=decks) == 2


def test_a_file_removed_at_that_moment_and_a_folder_that_is_not_there_are_no_faults(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "glob", lambda folder, pattern: iter([folder / "gone.yaml"]))
    assert looked(tmp_path, more=tmp_path / "none") == 1


def test_the_command_tells_each_look_and_ends_with_zero(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path)
    monkeypatch.chdir(tmp_path)
    broken = DECK.replace("card: ice", "card: icy")
    told: list[int] = []
    monkeypatch.setattr("wargame.cli.deck.telling.as_json", noted(told))
    steps = Pauses(told, lambda: (tmp_path / "border.yaml").write_text(broken, encoding="utf-8"))
    monkeypatch.setattr("wargame.cli.deck.watching.time.sleep", steps)
    assert main(["deck", "check", "small.yaml", "--watch", "--format", "json"]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    looks = [json.loads(line)["found"] for line in said.out.splitlines()]
    assert [len(found) for found in looks] == [0, 1]


def test_each_look_is_told_apart_by_its_time_and_wrapped_at_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("wargame.cli.deck.telling.terminal_width", lambda: 40)
    broken = DECK.replace("card: ice", "card: icy")
    change = lambda: (tmp_path / "border.yaml").write_text(broken, encoding="utf-8")  # noqa: E731
    told: list[int] = []
    tell = telling.tell_lines
    monkeypatch.setattr(telling, "tell_lines", lambda *asked: (told.append(1), tell(*asked)))
    monkeypatch.setattr("wargame.cli.deck.watching.time.sleep", Pauses(told, change))
    assert main(["deck", "check", "small.yaml", "--watch"]) == 0
    said = capsys.readouterr()
    first, sound, _, blank, second = said.out.splitlines()
    assert (sound, blank) == ("small.yaml: 3 actors, 2 cards, no problems", "")
    assert all(re.fullmatch(r"Checked at \d\d:\d\d:\d\d; again .*", line) for line in (first, second))
    assert said.err.splitlines() == ["border.yaml:41:37: there is no card", "  'icy'; did you mean 'ice'?"]


def noted(told: list[int]) -> Callable[[object], str]:
    as_json = telling.as_json

    def note(audited: object) -> str:
        told.append(1)
        return as_json(audited)  # type: ignore[arg-type]

    return note
