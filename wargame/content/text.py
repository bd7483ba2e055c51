"""Text that others wrote, made safe to show.

Whatever decks, saves and other seats say is text: it may neither move the cursor, write to the clipboard,
turn the reading direction, nor hide a letter. Everything passes here once, before it reaches a terminal.
"""

import re

MARK = "\N{REPLACEMENT CHARACTER}"
ELLIPSIS = "…"

_UNSAFE = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters, but newline and tab
    "\u00ad\u034f\u180e\u200b-\u200d\u2060-\u2064\ufeff\ufff9-\ufffb"  # invisible or of no width
    "\u115f\u1160\u3164\uffa0"  # Hangul fillers: letters that show nothing; modern Korean has none
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # reading direction, and the retired ones beside them
    "\u2028\u2029"  # separators of lines and paragraphs
    "\ud800-\udfff"  # halves of a character
    "\U0001d173-\U0001d17a\U000e0000-\U000e007f"  # musical and tag controls
    "]"
)


def visible(text: str) -> str:
    """Return the text with each character that steers a terminal or hides replaced by a visible mark."""
    return _UNSAFE.sub(MARK, text)


def steers(text: str) -> bool:
    """Say whether the text holds a character that steers a terminal or hides."""
    return _UNSAFE.search(text) is not None


def one_line(text: str, limit: int = 200) -> str:
    """Return the visible text on one line, white space run together, cut to `limit` characters."""
    line = " ".join(visible(text).split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + ELLIPSIS
