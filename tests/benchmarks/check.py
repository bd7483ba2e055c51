"""Checking everything that is shipped, start-up included, beside Python with pydantic and one small model."""

import statistics
import subprocess
import sys
import time
from collections.abc import Iterator

RUNS = 11
CHECK = ("-m", "wargame", "deck", "check")
ONE_MODEL = (
    "-c",
    "import pydantic\nclass Model(pydantic.BaseModel):\n    name: str\nModel(name='a')",
)


def run() -> Iterator[str]:
    """Yield the figures of a check; wall time, since a person waits for it."""
    _seconds(CHECK), _seconds(ONE_MODEL)  # the first run compiles modules and fills the file cache
    pairs = [(_seconds(CHECK), _seconds(ONE_MODEL)) for _ in range(RUNS)]
    mine = statistics.median(check for check, _ in pairs)
    other = statistics.median(model for _, model in pairs)
    ratio = statistics.median(check / model for check, model in pairs)
    yield f"{mine * 1e3:.0f} milliseconds to check every shipped file, start-up included"
    yield f"{other * 1e3:.0f} for pydantic with one model, beside it; ratio {ratio:.2f} (goal 4)"


def _seconds(arguments: tuple[str, ...]) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start
