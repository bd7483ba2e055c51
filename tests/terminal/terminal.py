"""A program in a pseudo-terminal: what is typed to it, all that the terminal received, the screen as text."""

import os
import select
import struct
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pyte
import pytest

from tests.terminal.reading import text

fcntl = pytest.importorskip("fcntl", reason="Windows has no pseudo-terminals of this kind")
termios = pytest.importorskip("termios", reason="Windows has no pseudo-terminals of this kind")

PATIENCE = 60.0
"""Seconds after which a text that is waited for counts as missing; a slow machine needs a few of them."""

QUIET = 0.3
"""Seconds without a byte after which what was asked of the program counts as drawn."""

LEFT = b"\x1b[?1049l"
"""What leaves the alternate screen."""

ASKED, FRAMED = b"\x1b[?2026$p", "\x1b[?2026;2$y"
FRAME_END = b"\x1b[?2026l"
"""Whether the terminal can hold a frame back until it is whole, and the answer: yes."""

_OPEN_THE_TERMINAL = 'exec "$@" <"$0" >"$0" 2>"$0"'
"""A session that opens a terminal has it as its own from then on, and is told when it is closed."""


class Terminal:
    """A program running in a terminal of its own; closing it ends the program.

    `received` is every byte that the terminal received; `fd` is the terminal's own end of the line.
    """

    def __init__(
        self,
        arguments: Sequence[str],
        folder: Path,
        size: tuple[int, int] = (80, 24),
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self.received = bytearray()
        self.fd, end = os.openpty()
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self._drawn, self._shown = 0, ""
        self._answered = False
        self.resize(*size)
        self.process = subprocess.Popen(
            ["/bin/sh", "-c", _OPEN_THE_TERMINAL, os.ttyname(end), *arguments],
            cwd=folder,
            env=at_home(folder, environment),
            start_new_session=True,
        )
        # The program's end is kept open as well: until it has opened its own, the terminal counts as closed.
        self._ends = [self.fd, end]

    def resize(self, width: int, height: int) -> None:
        """Give the window another size."""
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
        self._screen.resize(height, width)

    def type(self, text: str) -> None:
        """Type a text, or keys as a terminal sends them."""
        rest = text.encode()
        while rest:
            self._read(0)
            rest = rest[os.write(self.fd, rest) :]

    def paste(self, text: str) -> None:
        """Paste a text, as a terminal brackets it."""
        self.type(f"\x1b[200~{text}\x1b[201~")

    def change(self, keys: str) -> str:
        """Type keys and wait until the screen is another; return it."""
        before = self.screen
        self.type(keys)
        self.wait_until(lambda: self.screen != before, "another screen")
        return self.screen

    def settled(self, quiet: float = QUIET) -> str:
        """Wait until the program has drawn nothing for a moment; return the screen."""
        while self._read(quiet):
            pass
        return self.screen

    def wait(self, *texts: str) -> str:
        """Wait until the screen shows every one of some texts; return the screen."""
        self.wait_until(lambda: all(text in self.screen for text in texts), f"the texts {texts}")
        return self.screen

    def wait_until(self, done: Callable[[], bool], what: str) -> None:
        """Read what the terminal receives until something holds; raises AssertionError if it never does."""
        end = time.monotonic() + PATIENCE
        while not done():
            if time.monotonic() > end:
                raise AssertionError(f"{what} never came; the screen:\n{self.screen}\nafter it:\n{self.told}")
            self._read(0.05)

    def ended(self) -> int:
        """Wait until the program ends, reading what it writes meanwhile; return its exit code."""
        self.wait_until(lambda: self.process.poll() is not None, "the end of the program")
        while self._read(0):
            pass
        return self.process.returncode

    def hang_up(self) -> int:
        """Close the terminal, as one closes a window, and return the program's exit code."""
        self._let_go()
        return self.process.wait(PATIENCE)

    def close(self) -> None:
        """End the program, if it still runs, and let go of the terminal."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self._let_go()

    def _let_go(self) -> None:
        for end in self._ends:
            os.close(end)
        self._ends.clear()

    @property
    def screen(self) -> str:
        """What the screen shows, line by line; once the program has left it, what it showed last."""
        end = self.received.rfind(FRAME_END, self._drawn)
        if end >= 0:
            self._stream.feed(bytes(self.received[self._drawn : end]))
            self._drawn = end + len(FRAME_END)
            self._shown = "\n".join(line.rstrip() for line in self._screen.display)
        return self._shown

    def replayed(self) -> Iterator[tuple[bytes, str]]:
        """Yield each frame that the terminal received, and the screen after it."""
        screen = pyte.Screen(self._screen.columns, self._screen.lines)
        stream = pyte.ByteStream(screen)
        for frame in bytes(self.received).split(FRAME_END)[:-1]:
            stream.feed(frame)
            yield frame, "\n".join(line.rstrip() for line in screen.display)

    @property
    def told(self) -> str:
        """What the program says on the shell's screen, before it opens its own or once it has left it."""
        said = self.received.partition(LEFT)[2] if LEFT in self.received else self.received
        return text(bytes(said)).replace("\r\n", "\n")

    def echoes(self) -> bool:
        """Say whether the terminal echoes, collects lines and sends signals, as it does for a shell."""
        wanted = termios.ECHO | termios.ICANON | termios.ISIG
        return termios.tcgetattr(self.fd)[3] & wanted == wanted

    def _read(self, patience: float) -> bool:
        """Read what there is, or comes within so many seconds; say whether anything did."""
        ready, _, _ = select.select([self.fd], [], [], patience)
        if not ready:
            return False
        try:
            self.received += os.read(self.fd, 65536)
        except OSError:
            return False
        if not self._answered and ASKED in self.received:
            self._answered = True
            self.type(FRAMED)
        return True


def at_home(folder: Path, more: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return an environment in which a folder is the account's home, and the terminal one of many colours."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL", "SYSTEMROOT") if name in os.environ}
    return {
        **kept,
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        **(more or {}),
    }
