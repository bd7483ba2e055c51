"""Ten thousand saves changed at random, read in every way: none is taken for what it is not, none is a fault.

What is left of a save is recovered with a warning if its end is torn, is an unfinished game if it ends with a
record, and is refused with the record named if anything else was done to it. A forger who seals what he
changed can change the time of a command, the date of a game and how a bot was inclined, on which nothing
rests: the final digest, noted elsewhere, shows that too.
"""

import json
import re
from pathlib import Path
from random import Random

import pytest

from tests.journal.mutating import MUTATIONS, Mutated
from wargame.__main__ import main
from wargame.journal import game
from wargame.journal.errors import JournalError

Capture = pytest.CaptureFixture[str]

A_FEW, MANY = 40, 1250
"""Mutations of each of the eight kinds: in any run, and in the long one."""

RESTS_ON_NOTHING = {"at", "started", "seed_given", "temperature", "style"}
"""Fields of commands: when it was said, and how a bot was inclined, whose choices stand in the save."""

_PLACE = re.compile(r"is damaged at record (\d+) \(line (\d+)\), which .+: nothing was changed")
_OTHER = re.compile("made by another version of this program|holds no whole record")


@pytest.mark.parametrize("kind", MUTATIONS)
def test_a_changed_save_is_never_taken_for_what_it_is_not(
    tmp_path: Path, capsys: Capture, played: bytes, kind: str
) -> None:
    for number in range(A_FEW):
        judge(tmp_path, capsys, played, MUTATIONS[kind](played, Random(f"{kind}/{number}")))


@pytest.mark.full
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("kind", MUTATIONS)
def test_ten_thousand_changed_saves_are_never_taken_for_what_they_are_not(
    tmp_path: Path, capsys: Capture, played: bytes, kind: str
) -> None:
    for number in range(MANY):
        judge(tmp_path, capsys, played, MUTATIONS[kind](played, Random(f"many/{kind}/{number}")))


def test_a_tail_cut_at_any_byte_is_torn_or_an_unfinished_game(
    tmp_path: Path, capsys: Capture, played: bytes
) -> None:
    last = played.rindex(b"\n", 0, len(played) - 1) + 1
    for size in (last, last + 1, *range(last + 2, len(played) - 1, 37), len(played) - 1, len(played)):
        judge(tmp_path, capsys, played, Mutated(played[:size], None))


@pytest.mark.full
@pytest.mark.timeout(3600)
def test_a_tail_cut_at_every_byte_is_torn_or_an_unfinished_game(
    tmp_path: Path, capsys: Capture, played: bytes
) -> None:
    last = played.rindex(b"\n", 0, len(played) - 1) + 1
    for size in range(last, len(played) + 1):
        judge(tmp_path, capsys, played, Mutated(played[:size], None))


def judge(folder: Path, capsys: Capture, played: bytes, changed: Mutated) -> None:
    """Read a save in every way, and hold each to what it must say."""
    path = folder / "g.jsonl"
    path.write_bytes(changed.content)
    verified, replayed = (
        said(capsys, "verify", str(path)),
        said(capsys, "replay", "--plain", "--spoil", str(path)),
    )
    resumed = resuming(path)
    assert path.read_bytes() == changed.content or torn(changed.content)
    for copy in folder.glob("*.torn-*"):
        copy.unlink()
    whole = changed.content[: changed.content.rfind(b"\n") + 1]
    records = whole.count(b"\n")
    if changed.record is not None:
        return refused_or_told_by_its_digest(capsys, path, played, changed, verified, replayed, resumed)
    if not records:
        for sentence in (verified[1], replayed[1], resumed):
            assert "holds no whole record" in sentence
        return None
    assert replayed[0] == 0
    ended = whole == played
    assert ("The game has ended." if ended else "The game goes on from here.") in replayed[2]
    if torn(changed.content):
        assert verified[0] == 2 and "are no whole record" in verified[1]
        assert "was never finished" in replayed[1] and f"up to record {records - 1}." in replayed[1]
        assert "was never finished" in resumed and f"stands at record {records - 1}," in resumed
    else:
        assert (verified[0], verified[1], replayed[1], resumed) == (0, "", "", "")
        assert ("The game has ended." if ended else "The game is not over.") in verified[2]
    return None


def refused_or_told_by_its_digest(
    capsys: Capture,
    path: Path,
    played: bytes,
    changed: Mutated,
    verified: tuple[int, str, str],
    replayed: tuple[int, str, str],
    resumed: str,
) -> None:
    """Hold a save of which a record is not what was written to being refused, and the record named."""
    if verified[0] == 0:
        assert changed.forged is not None and changed.forged[0] == "command", changed.forged
        assert changed.forged[-1] in RESTS_ON_NOTHING, changed.forged
        digest = json.loads(played.splitlines()[-1])["digest"]
        code, complaint, _ = said(capsys, "verify", str(path), "--against", digest)
        assert code == 2 and "not the game that was noted" in complaint
        return
    assert replayed[0] == 2 and replayed[2] == ""
    for sentence in (verified[1], replayed[1], resumed):
        found = _PLACE.search(sentence)
        assert found or _OTHER.search(sentence), sentence
        if found and changed.forged is None:
            assert int(found[1]) == changed.record == int(found[2]) - 1
        elif found:
            assert changed.record is not None and int(found[1]) >= changed.record


def said(capsys: Capture, *arguments: str) -> tuple[int, str, str]:
    """Return the exit code of a command, its complaint and what it says."""
    code = main(list(arguments))
    captured = capsys.readouterr()
    assert code in (0, 2), captured.err
    assert captured.err.count("\n") <= 1 and "Traceback" not in captured.err
    return code, captured.err, captured.out


def resuming(path: Path) -> str:
    """Return what resuming says of a save: its refusal, its warning, or nothing."""
    try:
        _, save = game.resume(path)
    except JournalError as refusal:
        return str(refusal)
    save.close()
    return save.recovery.warning if save.recovery else ""


def torn(content: bytes) -> bool:
    """Say whether a save ends within a record."""
    return not content.endswith(b"\n")
