"""What is remembered from game to game."""

from pathlib import Path

import pytest

from wargame.tui.memory import Memory


def test_what_is_kept_is_there_the_next_time(tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.json"
    assert (Memory(path).theme, Memory(path).practised) == ("", False)
    Memory(path).keep(theme="light")
    Memory(path).keep(practised=True)
    assert (Memory(path).theme, Memory(path).practised) == ("light", True)


@pytest.mark.parametrize(
    "written",
    [b"", b"{", b"[]", b"null", b'"dark"', b"\xff\xfe\x00", b'{"theme": 7, "practised": "yes"}', b"{}" * 9],
)
def test_a_file_that_makes_no_sense_is_done_without_and_written_anew(tmp_path: Path, written: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(written)
    found = Memory(path)
    assert found.practised is False and isinstance(found.theme, str)
    found.keep(theme="dark", practised=True)
    assert (Memory(path).theme, Memory(path).practised) == ("dark", True)


def test_a_file_that_cannot_be_written_or_read_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for path in (tmp_path / "file" / "settings.json", tmp_path):
        memory = Memory(path)
        memory.keep(theme="dark")
        assert memory.theme == "dark"


def test_a_memory_without_a_file_lasts_as_long_as_the_program() -> None:
    memory = Memory(None)
    memory.keep(theme="light")
    assert (memory.theme, Memory(None).theme) == ("light", "")
