"""Games between bots, kept in saves to be walked."""

from pathlib import Path

from tests.engine.rich import rich
from tests.engine.scenarios import Json, scenario
from wargame.engine.book import Book
from wargame.journal.save import Save
from wargame.play.clock import VirtualClock
from wargame.play.leading import bots_decide, lead
from wargame.play.setup import begin, holders, seed_from
from wargame.play.table import Table


def saved(path: Path, source: Json | None = None, seed: int = 5, turns: int | None = None) -> Path:
    """Play a game between bots into a save, to its end or until so many turns are over; return the save."""
    book, drawn = Book(scenario(source or rich())), seed_from(seed)
    save = Save.create(path)
    table = Table(book, save, VirtualClock())
    table.begin(begin(book, drawn, holders(book, drawn, (), None)))
    while table.state.phase != "ended" and (turns is None or table.state.turn <= turns):
        bots_decide(table)
        lead(table)
    save.close()
    return path
