"""The sheets as PDF: the data that a page of Typst sets as text."""

import json
from collections.abc import Sequence
from typing import Any

from wargame.content.text import visible
from wargame.paper.page import text_of
from wargame.paper.sheets import Blank, PaperCard, PaperOption, Printed, Sheet, Slip
from wargame.paper.sizing import rows
from wargame.study.report.pdf import parts_told
from wargame.study.report.typeset import typeset

_PAPERS = {"A4": "a4", "Letter": "us-letter"}
_DENSE = "facilitator"


def pdf(printed: Printed) -> bytes:
    """Return the sheets as PDF; raises ReportError where Typst or a font is missing."""
    text = json.dumps(data(printed, ()), ensure_ascii=False)
    return typeset(text_of("sheets.typ"), text, lambda families: data(printed, families))


def data(printed: Printed, families: Sequence[str]) -> dict[str, Any]:
    """Return the sheets as the page of Typst takes them, set in these families."""
    return {
        "fonts": list(families),
        "title": visible(printed.title),
        "paper": _PAPERS[printed.paper],
        "sheets": [_sheet(sheet, families) for sheet in printed.sheets],
    }


def _sheet(sheet: Sheet, families: Sequence[str]) -> dict[str, Any]:
    return {
        "title": visible(sheet.title),
        "whom": visible(sheet.whom),
        "about": visible(sheet.about),
        "rows": [
            {"size": size, "cards": [_told(card) for card in cards]} for size, cards in rows(sheet.cards)
        ],
        "slips": [_told(slip) for slip in sheet.slips],
        "parts": parts_told(sheet.parts, families),
        "dense": sheet.id == _DENSE,
    }


def _told(value: object) -> Any:
    """Return values as data, each text made visible."""
    match value:
        case PaperCard() | PaperOption() | Slip() | Blank():
            return {name: _told(inner) for name, inner in value._asdict().items()}
        case tuple():
            return [_told(inner) for inner in value]
        case str():
            return visible(value)
        case _:
            return value
