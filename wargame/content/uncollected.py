"""Making many small objects that will stay, without looking through them for garbage meanwhile."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Hold the garbage collector meanwhile: it took half of a long load of a save, a tenth of a check.

    What was made counts as old afterwards: else all of it would be looked through as soon as that is allowed.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.freeze()
            gc.unfreeze()
            gc.enable()
