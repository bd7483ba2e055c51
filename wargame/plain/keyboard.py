"""Lines that people type, read so that a clock can end the wait on every system.

While a clock runs, a thread of its own waits for the line. One line at a time is asked for: a wait that was
ended leaves the thread waiting, and its line is the answer to what is asked next.
"""

import codecs
import sys
import threading
from collections.abc import Callable
from io import RawIOBase
from queue import Empty, Queue
from typing import TextIO

MOST = 8192
"""Characters of one line that are kept; the rest of it is thrown away."""

_LOOK = 0.25


class Keyboard:
    """Lines from a source that returns "" at its end, with and without a time to wait.

    It `echoes` when what is typed appears on the screen, line end included, as on a terminal.
    """

    def __init__(self, readline: Callable[[], str], echoes: bool = False) -> None:
        self.echoes = echoes
        self._readline = readline
        self._lines: Queue[str] = Queue()
        self._waiting = False

    def line(self) -> str:
        """Return the next line, or "" when there are no more."""
        if not self._waiting:
            return self._read()
        # A plain wait could not be interrupted on Windows.
        while (found := self.line_within(60)) is None:
            pass
        return found

    def line_within(self, seconds: float) -> str | None:
        """Return the next line, "" when there are no more, or None when the time is over first."""
        if not self._waiting:
            self._waiting = True
            threading.Thread(target=self._fetch, daemon=True).start()
        left = max(0.0, seconds)
        while True:
            try:
                found = self._lines.get(timeout=min(left, _LOOK))
            except Empty:
                left -= _LOOK
                if left <= 0:
                    return None
                continue
            self._waiting = False
            return found

    def _fetch(self) -> None:
        self._lines.put(self._read())

    def _read(self) -> str:
        try:
            return self._readline()
        except (OSError, ValueError):
            # The terminal is gone, or the input was closed.
            return ""


def standard_input() -> Keyboard:
    """Return the keyboard of this process."""
    stream: TextIO | None = sys.stdin
    if stream is None:
        return Keyboard(lambda: "")
    raw = getattr(getattr(stream, "buffer", None), "raw", None)
    if isinstance(raw, RawIOBase):
        return Keyboard(_Lines(raw, stream.encoding).readline, stream.isatty())
    return Keyboard(stream.readline)


class _Lines:
    """Lines of a stream of bytes, read without a buffer: a thread that waits on a buffered one locks it,
    and Python then cannot end."""

    def __init__(self, raw: RawIOBase, encoding: str) -> None:
        self._raw = raw
        self._decoder = codecs.getincrementaldecoder(encoding or "utf-8")("replace")
        self._kept = ""
        self._ended = False

    def readline(self) -> str:
        """Return the next line, cut to `MOST` characters, or "" at the end."""
        while "\n" not in self._kept and not self._ended:
            data = self._raw.read(4096)
            self._ended = not data
            self._kept += self._decoder.decode(data or b"", final=self._ended)
            if len(self._kept) > MOST and "\n" not in self._kept:
                self._kept = self._kept[:MOST]
        line, feed, self._kept = self._kept.partition("\n")
        return line[:MOST] + feed
