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

RECORDS = 200
RUNS = 9


def run() -> Iterator[str]:
    """Yield the figures of appending; wall time, since a disk is waited for."""
    seat, option = SeatId("rok"), OptionId("hold")
    command = Commit(by=seat, at=1, option=option, rationale="We would rather know first than act first.")
    record = Record(command, (Committed(seat=seat, option=option, rationale=command.rationale),))
    line, _ = seal(1, ZERO, fields(record))
    with tempfile.TemporaryDirectory() as folder:
        ratios, ours, bare = [], [], []
        for number in range(RUNS):
            ours.append(_saved(Path(folder) / f"ours-{number}.jsonl", record))
            bare.append(_bare(Path(folder) / f"bare-{number}.jsonl", line))
            ratios.append(ours[-1] / bare[-1])
    yield f"{statistics.median(ours) * 1e6:.0f} microseconds a record, sealed, appended and on disk"
    yield (
        f"{statistics.median(bare) * 1e6:.0f} for a bare append with fsync of the same bytes, beside it; "
        f"ratio {statistics.median(ratios):.2f} (goal 1.3)"
    )


def _saved(path: Path, record: Record) -> float:
    save = Save.create(path)
    try:
        return _timed(lambda: save.append(record))
    finally:
        save.close()


def _bare(path: Path, line: bytes) -> float:
    fd = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:

        def append() -> None:
            os.write(fd, line)
            os.fsync(fd)

        return _timed(append)
    finally:
        os.close(fd)


def _timed(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    for _ in range(RECORDS):
        work()
    return (time.perf_counter() - start) / RECORDS
