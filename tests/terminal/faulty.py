"""The program with one part that fails: `faulty.py MODULE NAME CALLS ARGUMENTS...`, NAME failing after CALLS.

A function of `os` fails as on a full disk, any other with a fault that nobody foresaw.
"""

import errno
import importlib
import os
import sys
from collections.abc import Callable
from typing import Any

SECRET = "zebrafinch"


def failing(real: Callable[..., Any], calls: int, fault: Exception) -> Callable[..., Any]:
    """Return a function that does what another does so many times, and then fails."""
    left = [calls]

    def called(*given: Any, **named: Any) -> Any:
        local_variable = SECRET
        left[0] -= 1
        if left[0] >= 0 or not local_variable:
            return real(*given, **named)
        raise fault

    return called


def main() -> int:
    """Break the part that is named, and run the program."""
    module, name, calls, *arguments = sys.argv[1:]
    holder = importlib.import_module(module)
    *path, last = name.split(".")
    for part in path:
        holder = getattr(holder, part)
    full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    fault = full if module == "os" else ValueError("an injected fault")
    setattr(holder, last, failing(getattr(holder, last), int(calls), fault))
    sys.argv[1:] = arguments

    from wargame.__main__ import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
