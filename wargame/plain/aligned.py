"""Columns of a table, padded so that their cells stand below each other."""

from collections.abc import Iterable, Sequence

from wargame.plain.wrap import WIDTH, columns

APART = "  "


def padded(column: Sequence[str], right: bool = False) -> list[str]:
    """Return the cells of a column, all as wide as the widest; numbers stand to the right."""
    wide = max(map(columns, column))
    return [
        f"{' ' * (wide - columns(cell))}{cell}" if right else f"{cell}{' ' * (wide - columns(cell))}"
        for cell in column
    ]


def table(rows: Sequence[Sequence[str]], named: int) -> list[str] | None:
    """Return rows as lines, the first so many columns to the left; None if they are wider than a line."""
    every = [padded([row[at] for row in rows], right=at >= named) for at in range(len(rows[0]))]
    lines = [f"{APART}{APART.join(row)}".rstrip() for row in zip(*every, strict=True)]
    return lines if _fits(lines) else None


def _fits(lines: Iterable[str]) -> bool:
    return all(columns(line) <= WIDTH for line in lines)
