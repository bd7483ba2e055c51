"""The sheets as one HTML file that opens offline and is printed from any browser."""

from wargame.paper.page import text_of
from wargame.paper.sheets import Printed
from wargame.paper.sizing import rows
from wargame.study.report.page import text_of as text_of_report
from wargame.study.report.web import render

_SHARED = "parts.html"


def html(printed: Printed) -> str:
    """Return the whole page."""
    style = text_of("sheets.css").replace("{paper}", printed.paper)
    return render(_text, "sheets.html", style, printed=printed, rows=rows)


def _text(name: str) -> str:
    return text_of_report(name) if name == _SHARED else text_of(name)
