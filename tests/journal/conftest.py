"""A small save: four records, with texts that trip readers who split at every Unicode line end."""

from pathlib import Path

import pytest

from tests.content.small import write
from tests.journal.crash_player import play
from wargame.content.load import load_scenario
from wargame.engine.book import Book
from wargame.journal.chain import ZERO, seal

FIELDS = (
    '"at":0,"command":{"kind":"begin"},"events":[]',
    '"at":5,"command":{"kind":"say","text":"한국 — \u2028 \u2029 \x85"},"events":[{"digest":"x"}]',
    '"at":9,"command":{"kind":"say","text":"{[\\"\\\\"},"events":[]',
    '"at":9,"command":{"kind":"end"},"events":[{"kind":"ended","digest":"y"}]',
)


@pytest.fixture
def lines() -> tuple[bytes, ...]:
    sealed: list[bytes] = []
    prev = ZERO
    for n, fields in enumerate(FIELDS):
        line, prev = seal(n, prev, fields.encode())
        sealed.append(line)
    return tuple(sealed)


@pytest.fixture
def save(tmp_path: Path, lines: tuple[bytes, ...]) -> Path:
    path = tmp_path / "g.jsonl"
    path.write_bytes(b"".join(lines))
    return path


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The save of the scripted game, from its beginning to its end."""
    folder = tmp_path_factory.mktemp("played")
    play(folder / "g.jsonl", Book(load_scenario(write(folder))))
    return (folder / "g.jsonl").read_bytes()
