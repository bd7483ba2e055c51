"""The report as one HTML file that opens offline."""

from wargame.study.report.page import text_of
from wargame.study.report.parts import Report
from wargame.study.report.web import render


def html(report: Report) -> str:
    """Return the whole page."""
    return render(text_of, "report.html", text_of("report.css"), text_of("report.js"), report=report)
