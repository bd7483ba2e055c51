"""The report as PDF, set by Typst, which is not installed with the program but as its extra `pdf`.

Typst is handed data, and a page that sets it as text. It says nothing where no font has a letter, so that
is looked into first: what this machine has no font for is refused, and can be printed from the HTML.
"""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, assert_never

from wargame.content.text import visible
from wargame.play.typed import python
from wargame.play.words import sentence
from wargame.study.report.drawing.networks import network
from wargame.study.report.drawing.panels import panel
from wargame.study.report.drawing.waterfall import waterfall
from wargame.study.report.keep import ReportError
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

LATIN = (
    "Noto Sans",
    "Segoe UI",
    "Helvetica Neue",
    "Arial",
    "Liberation Sans",
    "DejaVu Sans",
    "Libertinus Serif",
)
KOREAN = (
    "Noto Sans CJK KR", "Noto Sans KR", "Source Han Sans KR", "Source Han Sans K", "Malgun Gothic",
    "Apple SD Gothic Neo", "NanumGothic", "Nanum Gothic", "Noto Serif CJK KR", "Noto Serif KR", "UnDotum",
)  # fmt: skip
"""Families that have the letters, the best first; those for Korean have Chinese and Japanese ones too."""

_HANGUL_AND_HAN = re.compile(
    "[\u1100-\u11ff\u3000-\u30ff\u3130-\u318f\u4e00-\u9fff\uac00-\ud7af\uff00-\uffef]"
)
_KNOWN = re.compile("[\x00-\u052f\u1e00-\u1fff\u2000-\u22ff\u2500-\u25ff\ufffd]")
_ADVICE = "write the HTML, and print it into a PDF from a browser"
_PANELS_ACROSS = 4


def pdf(report: Report) -> bytes:
    """Return the report as PDF; raises ReportError where Typst or a font is missing."""
    try:
        import typst
    except ImportError:
        raise ReportError(
            f"A PDF needs one more package: install it with '{python()} -m pip install typst', or {_ADVICE}."
        ) from None
    families = fonts(markdown(report), typst.Fonts().families())
    inputs = {"report": json.dumps(data(report, families))}
    try:
        made = typst.compile(text_of("report.typ").encode(), format="pdf", sys_inputs=inputs)
    except typst.TypstError as error:
        raise ReportError(f"The PDF could not be set ({error.message}): {_ADVICE}.") from None
    assert isinstance(made, bytes)
    return made


def fonts(text: str, there: Sequence[str]) -> list[str]:
    """Return the families to set a text in; raises ReportError for letters that none of them has."""
    latin = [family for family in LATIN if family in there][:1]
    korean = [family for family in KOREAN if family in there][:1]
    missing = next((letter for letter in text if not _known(letter, bool(korean))), None)
    if missing is not None:
        raise ReportError(
            f"No font of this machine is known to have the letter '{missing}', which the report needs: "
            f"{_ADVICE}."
        )
    return latin + korean


def _known(letter: str, korean: bool) -> bool:
    return bool(_KNOWN.match(letter)) or (korean and bool(_HANGUL_AND_HAN.match(letter)))


def data(report: Report, families: Sequence[str]) -> dict[str, Any]:
    """Return a report as the page of Typst takes it, set in these families."""
    return {
        "fonts": list(families),
        "title": visible(report.title),
        "subtitle": visible(report.subtitle),
        "summary": [visible(item) for item in report.summary],
        "sections": [
            {"title": visible(section.title), "parts": list(_parts(section.parts, families))}
            for section in report.sections
        ],
    }


def _parts(parts: Sequence[Part], families: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Yield parts as data; what is folded as a reference is not on paper."""
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
            return {"kind": "group", "title": visible(title), "parts": list(_parts(within, families))}
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
