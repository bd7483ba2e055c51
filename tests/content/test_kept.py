"""What is kept of the shipped files from start to start: never another content than the file's own."""

import hashlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest

from wargame.content import kept as keeping
from wargame.content.kept import cache_folder
from wargame.content.load import load_scenario
from wargame.content.problems import ContentError
from wargame.content.reading import read_file, read_yaml
from wargame.content.scenario import canonical
from wargame.content.shipped import decks_folder, rules_folder

CARD = "- id: weir\n  title: The weir # accepted: one-sided\n  text: 'yes'\n"


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of shipped decks of our own, and a cache beside it."""
    folder = tmp_path / "decks"
    folder.mkdir()
    monkeypatch.setattr(keeping, "decks_folder", lambda: folder)
    monkeypatch.setattr(keeping, "cache_folder", lambda platform, environment: tmp_path / "cache")
    return folder


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were parsed, in order."""
    seen: list[str] = []

    def watched(source: bytes, file: str) -> object:
        seen.append(Path(file).name)
        return read_yaml(source, file)

    monkeypatch.setattr("wargame.content.reading.read_yaml", watched)
    return seen


def test_a_shipped_file_is_parsed_once_and_reads_the_same_ever_after(
    shipped: Path, parsed: list[str]
) -> None:
    deck = shipped / "weir.yaml"
    deck.write_text(CARD, encoding="utf-8")
    first, second = read_file(deck), read_file(deck)
    assert parsed == ["weir.yaml"]
    assert second.value == first.value == [{"id": "weir", "title": "The weir", "text": "yes"}]
    assert second.json == first.json and second.file == first.file
    assert second.place((0, "text")) == first.place((0, "text")) == (3, 9)
    assert second.accepts("one-sided", 2) and not second.accepts("one-sided", 3)


def test_all_that_is_shipped_reads_from_what_was_kept_as_it_was_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "cache_folder", lambda platform, environment: tmp_path)
    files = sorted([*decks_folder().glob("*.yaml"), *rules_folder().glob("*.yaml")])
    typed = [read_file(file) for file in files]
    assert len(list(tmp_path.iterdir())) == len(files)
    for file, document in zip(files, typed, strict=True):
        again = read_file(file)
        assert (again.value, again.json) == (document.value, document.json)
    assert canonical(load_scenario()) == canonical(load_scenario())


def test_an_edited_file_is_read_anew_even_if_its_date_and_size_are_the_old(
    shipped: Path, parsed: list[str]
) -> None:
    deck = shipped / "weir.yaml"
    deck.write_text(CARD, encoding="utf-8")
    before = deck.stat()
    read_file(deck)
    deck.write_text(CARD.replace("The weir", "A mirror"), encoding="utf-8")
    os.utime(deck, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert read_file(deck).value == [{"id": "weir", "title": "A mirror", "text": "yes"}]
    assert len(parsed) == 2 and len(list((shipped.parent / "cache").iterdir())) == 1


def _torn(entry: bytes) -> bytes:
    return entry[:-1]


def _forged(entry: bytes) -> bytes:
    return entry.replace(b"The weir", b"The dam!")


def _not_text(entry: bytes) -> bytes:
    return entry[:40] + b"\xff" + entry[41:]


@pytest.mark.parametrize("damage", [_torn, _forged, _not_text, lambda _: b"", lambda _: b"[]"])
def test_what_was_kept_and_is_damaged_is_not_believed(
    shipped: Path, parsed: list[str], damage: Callable[[bytes], bytes]
) -> None:
    deck = shipped / "weir.yaml"
    deck.write_text(CARD, encoding="utf-8")
    sound = read_file(deck).value
    (entry,) = (shipped.parent / "cache").iterdir()
    entry.write_bytes(damage(entry.read_bytes()))
    assert read_file(deck).value == sound and len(parsed) == 2
    assert read_file(deck).value == sound and len(parsed) == 2, "what was damaged is kept anew"


def test_what_other_code_has_read_is_read_again(
    shipped: Path, parsed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    deck = shipped / "weir.yaml"
    deck.write_text(CARD, encoding="utf-8")
    read_file(deck)
    monkeypatch.setattr(keeping, "_readers", lambda: hashlib.sha256(b"another version").digest())
    read_file(deck)
    assert len(parsed) == 2


def test_every_module_that_says_what_a_file_reads_to_is_in_the_seal() -> None:
    """Those are the ones that read_yaml runs through, but for what only words a problem."""
    ran: set[str] = set()

    def note(frame: FrameType, event: str, argument: object) -> None:
        file = Path(frame.f_code.co_filename)
        if file.parent == Path(keeping.__file__).parent:
            ran.add(file.name)

    sys.setprofile(note)
    try:
        read_yaml(CARD, "weir.yaml")
        read_yaml(CARD, "weir.yaml", own_parser=True)
    finally:
        sys.setprofile(None)
    assert ran <= set(keeping.READERS)


def test_without_a_place_for_it_nothing_is_kept_and_nothing_is_said(
    shipped: Path, parsed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    deck = shipped / "weir.yaml"
    deck.write_text(CARD, encoding="utf-8")
    (shipped.parent / "cache").write_text("in the way", encoding="utf-8")
    assert read_file(deck).value == read_file(deck).value
    assert len(parsed) == 2 and capsys.readouterr() == ("", "")


def test_neither_a_faulty_file_nor_one_that_is_not_shipped_is_kept(shipped: Path) -> None:
    faulty = shipped / "faulty.yaml"
    faulty.write_text("- id: [\n", encoding="utf-8")
    with pytest.raises(ContentError):
        read_file(faulty)
    own = shipped.parent / "own.yaml"
    own.write_text(CARD, encoding="utf-8")
    read_file(own)
    assert not (shipped.parent / "cache").exists()


def test_the_cache_is_where_the_platform_has_it() -> None:
    home = Path.home()
    assert cache_folder("darwin", {}) == home / "Library" / "Caches" / "wargame"
    assert cache_folder("linux", {}) == home / ".cache" / "wargame"
    assert cache_folder("linux", {"XDG_CACHE_HOME": "here"}) == home / ".cache" / "wargame"
    root = Path("/elsewhere").absolute()
    assert cache_folder("linux", {"XDG_CACHE_HOME": str(root)}) == root / "wargame"
    assert cache_folder("win32", {"LOCALAPPDATA": str(root)}) == root / "wargame" / "cache"
