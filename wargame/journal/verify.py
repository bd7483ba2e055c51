"""Whether a save can be trusted: its chain, its fold, and its commands decided once more.

The chain shows damage and edits, and deciding again shows what the rules would not have done; but a game
played anew passes both: against that, compare the final digest with one noted elsewhere.
"""

from dataclasses import dataclass
from pathlib import Path

from wargame.journal.game import load


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was checked: records in the chain, whether they were adjudicated again, where the game stands.

    `torn` counts bytes after the last whole record, which no game acknowledged, and which `resume` drops.
    """

    records: int
    torn: int
    adjudicated: bool
    ended: bool
    digest: str


def verify(path: Path) -> Verdict:
    """Check a whole save; raises JournalError that names the first record at fault."""
    game = load(path)
    return Verdict(len(game.records), game.torn, game.adjudicated, game.state.phase == "ended", game.digest)
