"""All chance of the game: a roll is a function of the seed, the place in the game, and a purpose path.

It never depends on how many commands or changes of mind came before, so the same choices meet the
same dice, also after an undo or in a fork. Rolls are HMAC-SHA256 (RFC 2104) of the path under the seed.
"""

import hashlib
import hmac
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

CHANCE = "chance/"
"""How the purpose path of a chance begins; its source follows."""

DRIVER = f"{CHANCE}driver/"
"""How the purpose path of a driver's chance begins; all others are rolled within an exchange."""


def roll(seed: bytes, turn: int, exchange: int, path: str, sides: int) -> int:
    """Return a whole number from 0 to `sides` - 1; the bias of the remainder is below 2**-200."""
    message = f"{turn}.{exchange}/{path}".encode()
    return int.from_bytes(hmac.digest(seed, message, "sha256"), "big") % sides


def draw(seed: bytes, turn: int, exchange: int, path: str, weights: Sequence[int]) -> int:
    """Return an index drawn by weight; raises ValueError when no weight is above zero."""
    upto = tuple(accumulate(weights))
    if not upto or upto[-1] <= 0:
        raise ValueError("nothing to draw from: no weight is above zero")
    return bisect_right(upto, roll(seed, turn, exchange, path, upto[-1]))


def derived_key(seed: bytes, purpose: str) -> bytes:
    """Return a key for one purpose, from which the seed cannot be found; bots get one of these."""
    return hmac.digest(seed, f"key/{purpose}".encode(), "sha256")


def commitment(seed: bytes, salt: bytes) -> str:
    """Return the promise published at the start, opened at the end by showing seed and salt."""
    return hashlib.sha256(salt + seed).hexdigest()
