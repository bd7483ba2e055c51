"""The program's outermost door: whatever goes wrong inside leaves it as one sentence and an exit code."""

import contextlib
import gc
import io
import os
import sys
import traceback
from collections.abc import Sequence

from wargame.content.text import one_line

FAULT = 70
INTERRUPTED = 130

_LONGEST_REASON = 300


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line (by default the process's own arguments) and return the exit code."""
    # Content, once read, is never garbage; looking through it every 700 objects was a seventh of starting up.
    gc.set_threshold(50_000)
    _never_fail_to_print()
    try:
        # Imported here, so that Ctrl-C during the first tenth of a second is answered as later on.
        from wargame.cli import run

        status = run(arguments)
    except KeyboardInterrupt:
        status = _say("interrupted", INTERRUPTED)
    except Exception as fault:  # noqa: BLE001 - nothing may leave the program as a traceback
        status = _report(fault)
    return _flush(status)


def _report(fault: Exception) -> int:
    if os.environ.get("WARGAME_DEBUG"):
        traceback.print_exception(fault)
    reason = one_line(str(fault), _LONGEST_REASON).rstrip(" .")
    name = type(fault).__name__
    described = f"{name}: {reason}" if reason else name
    return _say(f"stopped by an unforeseen fault ({described}); WARGAME_DEBUG=1 shows where", FAULT)


def _say(sentence: str, status: int) -> int:
    print(f"wargame: {sentence}.", file=sys.stderr)
    return status


def _never_fail_to_print() -> None:
    # A console whose encoding lacks a character shows a mark in its place; so does undecodable input.
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Input that has been read from already can no longer be changed.
            with contextlib.suppress(io.UnsupportedOperation):
                stream.reconfigure(errors="replace")


def _flush(status: int) -> int:
    try:
        sys.stdout.flush()
    except OSError as refused:
        # Python tries once more at exit and would complain then: give it somewhere to write.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(refused, BrokenPipeError):
            return status or 1
        return _say(f"the output could not be written ({refused.strerror})", status or 1)
    return status


if __name__ == "__main__":
    sys.exit(main())
