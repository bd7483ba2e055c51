"""The same save, byte for byte, whatever order Python's sets happen to have."""

import os
import subprocess
import sys
from pathlib import Path

from tests.engine.rich import rich
from tests.engine.scenarios import book
from wargame.content.base import SeatId
from wargame.engine.records import Rejection
from wargame.journal.save import Save
from wargame.play.clock import VirtualClock
from wargame.play.leading import play_out
from wargame.play.setup import begin, holders, seed_from
from wargame.play.table import Table

ROOT = Path(__file__).parents[2]
SCRIPT = """
import pathlib, sys
from tests.engine.test_hash_seed import play
play(pathlib.Path(sys.argv[1]), 11)
"""


def play(path: Path, seed: int) -> None:
    """Play the rich scenario onto a new save: two bots, an empty seat, and cards and rulings put in."""
    made = book(rich())
    save = Save.create(path)
    table = Table(made, save, VirtualClock())
    drawn = seed_from(seed)
    bots = [SeatId("north"), SeatId("south")]
    assert not isinstance(table.begin(begin(made, drawn, holders(made, drawn, (), bots))), Rejection)
    play_out(table)
    save.close()


def test_the_save_is_the_same_under_every_hash_seed(tmp_path: Path) -> None:
    saves = []
    for hash_seed in ("0", "1", "2"):
        path = tmp_path / f"{hash_seed}.jsonl"
        environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
        subprocess.run([sys.executable, "-c", SCRIPT, str(path)], cwd=ROOT, env=environment, check=True)
        saves.append(path.read_bytes())
    assert saves[0] == saves[1] == saves[2]
    assert saves[0].count(b"\n") > 40
