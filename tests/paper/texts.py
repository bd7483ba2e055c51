"""Every text on sheets of paper, to be looked through."""

from collections.abc import Iterable, Iterator

from wargame.paper.sheets import Printed, Sheet


def texts(found: object) -> Iterator[str]:
    """Yield every text in values, in order."""
    if isinstance(found, str):
        yield found
    elif isinstance(found, Iterable):
        for one in found:
            yield from texts(one)


def sheet(printed: Printed, key: str) -> Sheet:
    """Return the sheet of that id."""
    (one,) = [sheet for sheet in printed.sheets if sheet.id == key]
    return one
