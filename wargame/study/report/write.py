"""The report on a game, in the order of an after-action review."""

from wargame.study.report.appendix import appendix, rulings
from wargame.study.report.graphing import graphing
from wargame.study.report.happened import happened
from wargame.study.report.keeping import keeping
from wargame.study.report.meant import meant
from wargame.study.report.parts import Report
from wargame.study.report.reading import reading
from wargame.study.report.summary import summary
from wargame.study.report.told import Told
from wargame.study.report.why import why
from wargame.study.viewing import as_seen_by


def report(told: Told) -> Report:
    """Return the whole report."""
    chapters = (
        meant(told),
        happened(told),
        why(told),
        keeping(told),
        reading(told),
        graphing(told),
        rulings(told),
        appendix(told),
    )
    eyes = as_seen_by(told.viewer, told.names)
    begun = f"The game was begun on {told.begun}. " if told.begun else ""
    return Report(
        title=f"{told.book.rules.title}: a game reviewed",
        subtitle=f"{begun}The game is told {eyes}.",
        summary=summary(told),
        sections=tuple(chapter for chapter in chapters if chapter is not None and chapter.parts),
    )
