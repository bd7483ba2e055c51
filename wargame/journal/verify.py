"""Whether a save can be trusted: its chain, its fold, and its commands decided once more.

The chain shows damage and edits, not a game forged anew: for that, compare the final digest with one
noted elsewhere. Commands are decided again only under the rules and the format that made them.
"""

from dataclasses import dataclass
from pathlib import Path

from wargame.engine.decide import decide
from wargame.engine.evolve import follow
from wargame.engine.records import FORMAT, RULES, Rejection
from wargame.engine.state import State
from wargame.journal.errors import SaveDamaged
from wargame.journal.game import Game, load


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was checked: records in the chain, whether they were adjudicated again, where the game stands."""

    records: int
    adjudicated: bool
    ended: bool
    digest: str


def verify(path: Path) -> Verdict:
    """Check a whole save; raises JournalError that names the first record at fault."""
    game = load(path)
    same_rules = game.begin.format == FORMAT and game.begin.rules == RULES
    if same_rules:
        _decide_again(path, game)
    return Verdict(len(game.records), same_rules, game.state.phase == "ended", game.digest)


def _decide_again(path: Path, game: Game) -> None:
    state = State()
    for n, record in enumerate(game.records):
        answer = decide(game.book, state, record.command)
        if isinstance(answer, Rejection):
            raise SaveDamaged(path, n, f"holds a command that the rules refuse ({answer.sentence})")
        if answer.events != record.events:
            raise SaveDamaged(path, n, "does not hold what the rules make of its command")
        state = follow(game.book, state, record)
