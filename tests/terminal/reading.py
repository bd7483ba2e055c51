"""What a terminal received, told apart: the sequences that steer it, and the text that it shows."""

import re
from collections.abc import Iterable

_SEQUENCE = re.compile(
    "\x1b\\[[0-?]*[ -/]*[@-~]"  # CSI
    "|\x1b\\][^\x07\x1b]*(?:\x07|\x1b\\\\)"  # OSC
    "|\x1b[PX^_][^\x1b]*\x1b\\\\"  # DCS, SOS, PM, APC
    "|\x1b[ -/]*[0-~]"
)
_MOVE = re.compile("\x1b\\[\\d+;\\d+H")
_LOOK = re.compile("\x1b\\[([\\d;]*)m")
_COLOUR = re.compile("[34]8;2;\\d+;\\d+;\\d+")


def kinds(received: bytes) -> set[str]:
    """Return the sequences that a terminal received; of moves and looks, only which kinds there were."""
    return {kind for sequence in _SEQUENCE.findall(received.decode()) for kind in _kinds(sequence)}


def _kinds(sequence: str) -> Iterable[str]:
    if _MOVE.fullmatch(sequence):
        return ("move",)
    if look := _LOOK.fullmatch(sequence):
        return (f"look {part}" for part in _COLOUR.sub("colour", look[1]).split(";"))
    return (sequence,)


def text(received: bytes) -> str:
    """Return all that a terminal received but the sequences."""
    return _SEQUENCE.sub("", received.decode())
