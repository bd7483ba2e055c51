"""The first turn of a game, as the README shows it: `python -m tests.readme_game` writes it there again."""

import io
import re
import sys
from contextlib import suppress
from pathlib import Path

from wargame.content.base import SeatId
from wargame.content.load import load_scenario
from wargame.engine.book import Book
from wargame.journal.save import Unsaved
from wargame.plain.game import PlainGame
from wargame.plain.keyboard import Keyboard
from wargame.plain.voice import EndOfInput, Voice
from wargame.play.clock import VirtualClock
from wargame.play.host import Host
from wargame.play.setup import begin, holders, seed_from
from wargame.play.table import Table

README = Path(__file__).parent.parent / "README.md"
BLOCK = re.compile(r"(?<=<!-- first game -->\n```\n).*?(?=```\n<!-- end -->)", re.DOTALL)
SEED = 3
TYPED = [
    "",
    "",
    "",
    "",
    "",
    "1",
    "A film of dust is answer enough, and our radars learn more than our guns would.",
    "They cut their half and film it.",
    "",
    "20",
    "5",
    "",
    "",
    "",
    "why dprk-rok",
]


def first_turn() -> str:
    """Return all that is said, and typed, in the first turn of a short game with one person as ROK."""
    book = Book(load_scenario(), "short")
    seed = seed_from(SEED)
    table = Table(book, Unsaved(), VirtualClock())
    table.begin(begin(book, seed, holders(book, seed, [SeatId("rok")], None)))
    out = io.StringIO()
    typed = iter(TYPED)

    def readline() -> str:
        line = next(typed, None)
        if line is None:
            return ""
        out.write(f"{line}\n")
        return f"{line}\n"

    with suppress(EndOfInput):
        PlainGame(Host(table, Path("g.jsonl")), Voice(out, Keyboard(readline, echoes=True))).play()
    return out.getvalue()


def piece(text: str, start: str, end: str) -> str:
    """Return the part of a text from one phrase up to another, both there to be found."""
    at = text.index(start)
    return text[at : text.index(end, at + 1)].rstrip() + "\n"


def shown() -> str:
    """Return what the README shows: the card, the ask, the decision, the reveal, and one `why`."""
    said = first_turn()
    pieces = [
        piece(said, "Card: ", "Press Enter to decide."),
        piece(said, "You are now: ", "How did you decide"),
        piece(said, "The envelopes are open.", "For the record:"),
        said[said.rindex("Press Enter for turn 2. why") :].partition("\n\nPress Enter")[0] + "\n",
    ]
    return "\n[...]\n\n".join(pieces)


if __name__ == "__main__":
    README.write_text(BLOCK.sub(lambda _: shown(), README.read_text("utf-8")), "utf-8")
    sys.stdout.write(f"{README.name} shows the first turn of seed {SEED} again\n")
