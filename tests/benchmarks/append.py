"""Appending a record with fsync, beside a bare append of the same bytes with fsync."""

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from wargame.content.base import OptionId, SeatId
from wargame.engine.commands import Commit
from wargame.engine.events import Committed
from wargame.engine.records import Record
from wargame.journal.chain import ZERO, seal
from wargame.journal.records import fields
from wargame.journal.save import Save

RECORDS = 600


def run() -> Iterator[str]:
    """Yield the figures of appending; wall time, since a disk is waited for.

    The two take turns record by record, each first every other time, and the ratio is made of the median
    difference: a disk that others use too may take a hundred times as long for one record as for the next.
    """
    seat, option = SeatId("rok"), OptionId("hold")
    command = Commit(by=seat, at=1, option=option, rationale="We would rather know first than act first.")
    record = Record(command, (Committed(seat=seat, option=option, rationale=command.rationale),))
    line, _ = seal(1, ZERO, fields(record))
    with tempfile.TemporaryDirectory() as folder:
        save = Save.create(Path(folder) / "ours.jsonl")
        fd = os.open(Path(folder) / "bare.jsonl", os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)

        def bare() -> None:
            os.write(fd, line)
            os.fsync(fd)

        def ours() -> None:
            save.append(record)

        pairs = []
        try:
            for _ in range(RECORDS // 2):
                pairs.append((_timed(ours), _timed(bare)))
                pairs.append((_timed(bare), _timed(ours))[::-1])
        finally:
            os.close(fd)
            save.close()
    beside = statistics.median(other for _, other in pairs)
    longer = statistics.median(mine - other for mine, other in pairs)
    yield f"{(beside + longer) * 1e6:.0f} microseconds a record, sealed, appended and on disk"
    yield (
        f"{beside * 1e6:.0f} for a bare append with fsync of the same bytes, beside it; "
        f"ratio {1 + longer / beside:.2f} (goal 1.3)"
    )


def _timed(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
