"""The report as Markdown: every chart as its table, and all text as text, whatever it looks like."""

import re
from collections.abc import Iterator

from wargame.content.text import visible
from wargame.play.words import sentence
from wargame.study.report.parts import (
    Blank,
    Cell,
    Facts,
    Group,
    Items,
    Networks,
    Panels,
    Part,
    Prose,
    Report,
    Table,
    Waterfall,
)

_MEANT = re.compile(r"[\\`*_{}\[\]<>|~&#$!@^]|(?<=\w):(?=//)|(?<=www)\.", re.IGNORECASE)
"""What Markdown and its common dialects would read as more than a letter."""

_OPENING = re.compile(r"^([-+=]|\d+(?=[.)]))")
"""What would begin a list, a rule or a heading at the start of a line."""


def markdown(report: Report) -> str:
    """Return the whole page."""
    lines = [f"# {text(report.title)}", "", opening(report.subtitle), ""]
    lines += [*(f"- {opening(item)}" for item in report.summary), ""]
    for section in report.sections:
        lines += [f"## {text(section.title)}", "", *_parts(section.parts, 3)]
    return "\n".join(lines).rstrip() + "\n"


def text(said: str) -> str:
    """Return a text on one line, with a mark before whatever Markdown would not take as a letter."""
    return _MEANT.sub(r"\\\g<0>", " ".join(visible(said).split()))


def opening(said: str) -> str:
    """Return a text as it may stand at the start of a line."""
    return _OPENING.sub(_marked, text(said))


def _marked(found: re.Match[str]) -> str:
    # Before a number a mark would be read as itself; after it stands what makes it a list.
    return f"\\{found[0]}" if not found[0].isdigit() else f"{found[0]}\\"


def _parts(parts: tuple[Part, ...], level: int) -> Iterator[str]:
    for part in parts:
        yield from _part(part, level)


def _part(part: Part, level: int) -> Iterator[str]:
    match part:
        case Prose(text=said):
            for paragraph in said.split("\n\n"):
                if paragraph.strip():
                    yield from (opening(paragraph), "")
        case Items(title=title, items=items):
            if title:
                yield from (f"**{text(title)}**", "")
            yield from (f"- {opening(item)}" for item in items)
            yield ""
        case Facts(rows=rows):
            yield from (f"- **{text(name)}:** {text(said)}" for name, said in rows)
            yield ""
        case Table():
            yield from _table(part)
        case Blank(title=title):
            yield from (f"**{text(title)}**", "", "\\_" * 40, "")
        case Panels() | Networks() | Waterfall():
            yield from (
                f"**{text(sentence(part.title))}** {text(part.about)}",
                "",
                *_table(part.table, part.table.title == part.title),
            )
        case Group(title=title, parts=within):
            yield from (f"{'#' * min(level, 6)} {text(title)}", "", *_parts(within, level + 1))


def _table(table: Table, titled: bool = False) -> Iterator[str]:
    if table.title and not titled:
        yield from (f"**{text(table.title)}**", "")
    yield _row(table.head)
    yield _row(tuple("---" for _ in table.head), plain=True)
    for row in table.rows:
        yield _row(row)
    yield ""


def _row(cells: tuple[Cell, ...], plain: bool = False) -> str:
    return f"| {' | '.join(str(cell) if plain else _cell(cell) for cell in cells)} |"


def _cell(cell: Cell) -> str:
    return "–" if cell is None else f"{cell:.2f}" if isinstance(cell, float) else text(str(cell))
