"""The program with a watch on its loop: `watched.py FILE ARGUMENTS...` writes its longer steps to FILE.

A frame is painted in one step of the loop, so that no frame takes longer than the longest step.
"""

import asyncio
import sys
import time
from pathlib import Path

SHORTEST = 0.001
"""Seconds; a shorter step is not written down."""


def main() -> int:
    """Run the program; write a line for each step: when it began and how long it took, in seconds."""
    file, *arguments = sys.argv[1:]
    steps: list[tuple[float, float]] = []
    run = asyncio.Handle._run  # noqa: SLF001 - a loop tells of slow steps only in words

    def timed(handle: asyncio.Handle) -> None:
        begun = time.perf_counter()
        run(handle)
        took = time.perf_counter() - begun
        if took > SHORTEST:
            steps.append((begun, took))

    asyncio.Handle._run = timed  # type: ignore[method-assign]  # noqa: SLF001
    sys.argv[1:] = arguments

    from wargame.__main__ import main as program

    try:
        return program()
    finally:
        Path(file).write_text("".join(f"{begun} {took}\n" for begun, took in steps))


if __name__ == "__main__":
    sys.exit(main())
