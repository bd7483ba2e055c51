"""Write the screens kept as text anew: `python -m tests.tui.screens [JOURNEY...]`, by default all."""

import asyncio
import os
import sys
import tempfile

from tests.tui.screens.taken import JOURNEYS, path


def main(journeys: list[str]) -> None:
    """Go on these journeys, or on all, and write what was seen on them."""
    for journey in journeys or JOURNEYS:
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            seen = asyncio.run(JOURNEYS[journey]())
        for name, text in seen.items():
            path(name).write_text(text, encoding="utf-8", newline="\n")
            print(f"wrote {path(name)}")


if __name__ == "__main__":
    main(sys.argv[1:])
