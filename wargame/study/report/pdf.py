"""The report as PDF: the data that a page of Typst sets as text."""

from collections.abc import Iterator, Sequence
from typing import Any, assert_never

from wargame.content.text import visible
from wargame.play.words import sentence
from wargame.study.report.drawing.networks import network
from wargame.study.report.drawing.panels import panel
from wargame.study.report.drawing.waterfall import waterfall
from wargame.study.report.markdown import markdown
from wargame.study.report.page import text_of
from wargame.study.report.parts import (
    Blank,
    Cell,
    Chart,
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
from wargame.study.report.typeset import typeset

_PANELS_ACROSS = 4


def pdf(report: Report) -> bytes:
    """Return the report as PDF; raises ReportError where Typst or a font is missing."""
    return typeset(text_of("report.typ"), markdown(report), lambda families: data(report, families))


def data(report: Report, families: Sequence[str]) -> dict[str, Any]:
    """Return a report as the page of Typst takes it, set in these families."""
    return {
        "fonts": list(families),
        "title": visible(report.title),
        "subtitle": visible(report.subtitle),
        "summary": [visible(item) for item in report.summary],
        "sections": [
            {"title": visible(section.title), "parts": parts_told(section.parts, families)}
            for section in report.sections
        ],
    }


def parts_told(parts: Sequence[Part], families: Sequence[str]) -> list[dict[str, Any]]:
    """Return parts as data; what is folded as a reference is not on paper."""
    return list(_parts(parts, families))


def _parts(parts: Sequence[Part], families: Sequence[str]) -> Iterator[dict[str, Any]]:
    for part in parts:
        if not (isinstance(part, Table) and part.folded) and not (isinstance(part, Group) and part.reference):
            yield _part(part, families)
        if isinstance(part, Panels | Networks | Waterfall) and not part.table.folded:
            yield _part(part.table, families)


def _part(part: Part, families: Sequence[str]) -> dict[str, Any]:
    match part:
        case Prose(text=text):
            return {"kind": "prose", "texts": [_run(one) for one in text.split("\n\n") if one.strip()]}
        case Items(title=title, items=items):
            return {"kind": "items", "title": visible(title), "items": [visible(item) for item in items]}
        case Facts(rows=facts):
            return {"kind": "facts", "rows": [[visible(name), visible(text)] for name, text in facts]}
        case Table(title=title, head=head, rows=rows):
            cells = [[_cell(cell) for cell in row] for row in rows]
            return {
                "kind": "table",
                "title": visible(title),
                "head": [visible(name) for name in head],
                "rows": cells,
                "widths": [int(max(len(row[at]) for row in cells) > 24) for at in range(len(head))],
            }
        case Blank(title=title):
            return {"kind": "blank", "title": visible(title)}
        case Panels() | Networks() | Waterfall():
            return _chart(part, families)
        case Group(title=title, parts=within):
            return {"kind": "group", "title": visible(title), "parts": parts_told(within, families)}
        case _:
            assert_never(part)


def _chart(chart: Chart, families: Sequence[str]) -> dict[str, Any]:
    match chart:
        case Panels(panels=panels):
            across = _PANELS_ACROSS
            drawings = [(panel(chart, one), one.title, one.note) for one in panels]
        case Networks(networks=networks):
            across = 2
            drawings = [(network(one, chart.about), one.title, "") for one in networks]
        case _:
            across = 1
            drawings = [(waterfall(chart), "", "")]
    return {
        "kind": "chart",
        "title": visible(sentence(chart.title)),
        "about": visible(chart.about),
        "columns": across,
        "drawings": [_drawing(*one, families) for one in drawings],
    }


def _drawing(svg: str, title: str, note: str, families: Sequence[str]) -> dict[str, str]:
    """Return a drawing that stands by itself, with its styles inside."""
    opening, rest = svg.split(">", 1)
    opening = opening.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    named = ", ".join(f"'{family}'" for family in families)
    alone = f"{opening}><style>text {{ font-family: {named}; }}\n{text_of('paper.css')}</style>{rest}"
    return {"svg": alone, "title": visible(title), "note": visible(note), "alt": visible(title) or "A chart"}


def _cell(cell: Cell) -> str:
    return "–" if cell is None else f"{cell:.2f}" if isinstance(cell, float) else visible(str(cell))


def _run(text: str) -> str:
    return " ".join(visible(text).split())
