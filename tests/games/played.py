"""The games that are kept as text: how each is played, and what its file is called."""

from collections.abc import Callable, Mapping
from pathlib import Path

from tests.engine.playing import TABLE, Game
from tests.engine.rich import rich
from tests.engine.scenarios import book
from tests.games import render
from wargame.content.load import load_scenario
from wargame.engine.book import Book
from wargame.engine.records import Record, Rejection
from wargame.journal.save import Unsaved
from wargame.play.clock import VirtualClock
from wargame.play.leading import play_out
from wargame.play.setup import begin, holders, seed_from
from wargame.play.table import Table

FOLDER = Path(__file__).parent


class Keeping(Unsaved):
    """A journal that keeps its records for the renderer."""

    def __init__(self) -> None:
        super().__init__()
        self.records: list[Record] = []

    def append(self, record: Record) -> None:
        super().append(record)
        self.records.append(record)


def bots_only(made: Book, seed: int, *, digest: bool = False) -> str:
    """Return the text of a game that bots play alone, with its final digest where asked."""
    journal = Keeping()
    table = Table(made, journal, VirtualClock())
    drawn = seed_from(seed)
    answer = table.begin(begin(made, drawn, holders(made, drawn, (), None)))
    assert not isinstance(answer, Rejection)
    play_out(table)
    text = render.game(made, journal.records)
    return f"{text}\ndigest {journal.digest}\n" if digest else text


def rich_bots() -> str:
    """Bots play the rich scenario."""
    return bots_only(book(rich()), 5, digest=True)


def rich_facilitated() -> str:
    """People play three months of it: one changes its mind, one is late, a card is put in."""
    game = Game(rich(), 8, clock=True, empty=["ally"], length="short")
    game.tell("inject", at=1_000, card="clash", reason="To begin with a shock.")
    game.tell("deal", at=2_000)
    game.tell("rule-outcome", at=2_500, path="chance/together/clash/0", outcome=2, reason="To have seen it.")
    game.tell("sit", "north", at=3_000)
    game.commit("north", "north-clash-hold", at=4_000, expects="They will wait.")
    game.tell("pause", at=4_500)
    game.tell("unpause", at=64_500)
    game.tell("sit", "north", at=65_000)
    told = {"decided": "majority", "dissent": "The navy was against it."}
    game.commit("north", "secret-north-clash-press", at=66_000, forecasts={"war-by-the-end": 35}, **told)
    game.tell("sit", "south", at=67_000)
    game.commit("south", "secret-south-clash-strike", at=70_000, forecasts={"war-by-the-end": 60})
    game.turn(south="secret-south-drill")
    game.tell("deal", at=80_000)
    game.tell("sit", "south", at=80_000)
    game.tell("expire", TABLE, at=90_000, seat="south")
    game.tell("rule-number", at=90_500, number="north-ally", value=88, reason="To see what it does.")
    game.play_out(north="north-drills-answer")
    return render.game(game.book, game.records)


def korea_short() -> str:
    """Bots play the short game of the Korean scenario."""
    return bots_only(Book(load_scenario(), "short"), 7)


def cuba_short() -> str:
    """Bots play the short game of the second scenario, whose turns are days."""
    return bots_only(Book(load_scenario("cuba-1962"), "short"), 11)


GAMES: Mapping[str, Callable[[], str]] = {
    "rich-bots": rich_bots,
    "rich-facilitated": rich_facilitated,
    "korea-short": korea_short,
    "cuba-short": cuba_short,
}


def path(name: str) -> Path:
    """Return the file in which a game is kept."""
    return FOLDER / f"{name}.txt"
