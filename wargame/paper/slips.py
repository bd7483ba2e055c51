"""Decision slips: what a scribe types in, asked in the order in which the screen asks it."""

from collections.abc import Sequence

from wargame.content.base import SeatId
from wargame.engine.commands import MANNERS
from wargame.engine.deal import MOST_QUESTIONS
from wargame.paper.cards import most_options
from wargame.paper.coming import Coming
from wargame.paper.sheets import Blank, Sheet, Slip
from wargame.play.draft import QUESTIONS
from wargame.play.saying import Saying

_A_PAGE = 2


def slips(say: Saying, seat: SeatId, cards: Sequence[Coming]) -> Sheet:
    """Return the page of one seat's slips, to be printed as often as there are decisions."""
    name = say.names.short[seat]
    ways = {
        "option": Blank("", numbers=most_options(say.book, seat, cards)),
        "rationale": Blank("", lines=3),
        "expects": Blank("", lines=2),
        "decided": Blank("", boxes=MANNERS),
        "dissent": Blank("", lines=2),
        "forecasts": Blank("", percentages=MOST_QUESTIONS),
    }
    asked = [ways[field]._replace(question=question) for field, question in QUESTIONS.items()]
    slip = Slip(name, tuple(asked))
    return Sheet(
        f"slips-{seat}",
        f"Decision slips of {name}",
        f"Only for {say.names.title(seat)}",
        "One slip for each decision: the team fills it in, its scribe types it at the screen in this order. "
        "Print this page as often as you need it.",
        slips=(slip,) * _A_PAGE,
    )
