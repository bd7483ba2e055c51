"""Hostile files end in sentences with places, in little time and memory, and nothing of them is executed."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.content.hostile import crowd, places, spoilt
from tests.content.small import RULES, write
from wargame.__main__ import main

PLACE = re.compile(r"[^\n]+: \S[^\n]*")
SECONDS, BYTES = 2, 500_000_000
CHECK = f"""
import resource, sys
resource.setrlimit(resource.RLIMIT_CPU, ({SECONDS}, {SECONDS}))
resource.setrlimit(resource.RLIMIT_AS, ({BYTES}, {BYTES}))
from wargame.__main__ import main
sys.exit(main(sys.argv[1:]))
"""
"""A command within two seconds of a processor and 500 MB, beyond which the system ends it."""


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    """Return the lines said of what is refused, having seen that each is a sentence that can be shown."""
    assert main([*arguments]) == 2
    said = capsys.readouterr()
    lines = said.err.splitlines()
    assert lines and all(line.isprintable() and PLACE.fullmatch(line) for line in lines), said.err
    assert "Traceback" not in said.err
    return lines


def limited(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command within the limits."""
    given = [sys.executable, "-c", CHECK, *arguments]
    return subprocess.run(given, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(("name", "deck"), [*spoilt()], ids=[name for name, _ in spoilt()])
def test_a_hostile_deck_is_refused_at_its_place(
    name: str,
    deck: str | bytes,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    rules = write(tmp_path)
    (tmp_path / "border.yaml").write_bytes(deck if isinstance(deck, bytes) else deck.encode())
    lines = told(capsys, "deck", "check", str(rules))
    assert any(re.match(r"\S*border\.yaml:\d+:\d+: ", line) for line in lines), lines
    assert not (tmp_path / "hacked").exists()


def test_the_heaviest_of_them_keep_within_two_seconds_and_500_megabytes(tmp_path: Path) -> None:
    for name, deck in spoilt():
        if len(deck) > 50_000:
            path = tmp_path / "deck.yaml"
            path.write_bytes(deck if isinstance(deck, bytes) else deck.encode())
            done = limited("deck", "check", str(path))
            assert (done.returncode, done.stdout) == (2, ""), (name, done.stderr[-300:])


def test_what_has_the_name_of_a_deck_and_is_none_is_told_and_not_waited_for(tmp_path: Path) -> None:
    rules = write(tmp_path)
    for name, path in [*places(tmp_path)]:
        done = limited("deck", "check", str(path))
        assert done.returncode == 2, name
        assert done.stderr.startswith(str(path)) and done.stderr.count("\n") == 1, (name, done.stderr)
        named = write(tmp_path, RULES.replace("decks: [border]", f"decks: [border, {name}]"))
        done = limited("deck", "check", str(named))
        assert done.returncode == 2, name
        assert f"there is no deck '{name}'" in done.stderr, (name, done.stderr)
    assert limited("odds", str(rules), "--deck", str(tmp_path / "pipe.yaml")).returncode == 2


def test_two_thousand_files_beside_a_scenario_do_it_no_harm(tmp_path: Path) -> None:
    rules = crowd(tmp_path)
    assert limited("deck", "check", str(rules)).returncode == 0
    assert limited("deck", "show", "ford", "--deck", str(tmp_path / "border.yaml")).returncode == 0
    done = limited("deck", "check", str(tmp_path))
    assert done.returncode == 2
    assert done.stderr == (
        f"{tmp_path}:1:1: this folder holds 2002 files '*.yaml'; at most 200 are checked at once: "
        "name those that are meant\n"
    )
    done = limited("deck", "check", *map(str, sorted(tmp_path.glob("*.yaml"))))
    assert "with this file there are too many; at most 200 are checked at once" in done.stderr


def test_a_link_to_a_deck_is_that_deck(tmp_path: Path) -> None:
    rules = write(tmp_path)
    (tmp_path / "border.yaml").rename(tmp_path / "elsewhere.txt")
    os.symlink(tmp_path / "elsewhere.txt", tmp_path / "border.yaml")
    assert limited("deck", "check", str(rules)).returncode == 0
