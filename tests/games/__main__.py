"""Write the games that are kept as text anew: `python -m tests.games [NAME...]`, by default all of them."""

import sys

from tests.games.played import GAMES, path


def main(names: list[str]) -> None:
    """Play the games of these names, or all, and write what they are now."""
    for name in names or GAMES:
        path(name).write_text(GAMES[name](), encoding="utf-8", newline="\n")
        print(f"wrote {path(name)}")


if __name__ == "__main__":
    main(sys.argv[1:])
