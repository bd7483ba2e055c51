"""The facilitator's sheet: the calendar, the lengths, when cards come, and all that stands behind them."""

from collections.abc import Sequence

from wargame.content.dealing import played
from wargame.paper import behind
from wargame.paper.coming import Coming
from wargame.paper.forecasts import resolving
from wargame.paper.sheets import Sheet
from wargame.play.saying import Saying
from wargame.play.words import counted, joined, minutes, sentence, spans
from wargame.study.report.parts import Facts, Group, Items, Prose, Table, kept, row


def guide(say: Saying, cards: Sequence[Coming], length: str | None = None) -> Sheet:
    """Return the sheet, which nobody but the facilitator may see."""
    rules = say.book.rules
    turns = played(rules, length)
    cables = [one for one in rules.cables if not set(turns).isdisjoint(one.turns)]
    return Sheet(
        "facilitator",
        "The facilitator's sheet",
        "Only for the facilitator",
        "It tells every secret of the scenario. Odds stand beside each outcome; where they rest on more, "
        "an outcome's odds are its weight over the sum of all that can come.",
        parts=kept(
            Group("The question", (Prose(rules.question.strip()),)),
            _calendar(say, turns),
            _lengths(say, length),
            _deal(say, cards, turns),
            _index(cards),
            Group("What each card does", tuple(behind.card(say, one) for one in cards)),
            Group("When no card asks a seat", tuple(behind.standing(say))),
            Group("Secret intents", kept(Facts(tuple(behind.intents(say, length))))),
            Items(
                "What is forecast whatever the card",
                tuple(resolving(say, one) for one in rules.forecasts),
            ),
            Group("Cables", kept(Facts(tuple(behind.cable(say, one) for one in cables)))),
            Group(
                "At the end of each turn",
                kept(Facts(tuple(behind.driver(say, one) for one in rules.drivers))),
            ),
            Group("What ends the game", kept(Facts(tuple(behind.endings(say))))),
            Items("What the cards cite", rules.sources),
        ),
    )


def _calendar(say: Saying, turns: Sequence[int]) -> Group:
    rules = say.book.rules
    rows = tuple(
        row(
            number,
            turn.title,
            "\n".join(turn.news),
            "\n".join(rules.windows[name] for name in turn.windows),
            joined([name for name, length in rules.lengths.items() if number in length.turns]),
        )
        for number, turn in enumerate(rules.calendar, 1)
        if number in turns
    )
    return Group("The calendar", (Table("", ("Turn", "When", "News", "It is so", "Lengths"), rows),))


def _lengths(say: Saying, length: str | None) -> Group:
    rows = tuple(
        row(
            name,
            spans(one.turns),
            *(
                minutes(60 * time) if time else None
                for time in (one.minutes, one.brief, one.practice, one.turn, one.debrief)
            ),
            minutes(one.sitting),
        )
        for name, one in say.book.rules.lengths.items()
        if length in (None, name)
    )
    head = ("Length", "Turns", "In all", "Briefing", "Practice", "A turn", "Debrief", "A sitting")
    return Group("The lengths, and their times", (Table("", head, rows),))


def _deal(say: Saying, cards: Sequence[Coming], turns: Sequence[int]) -> Group:
    rules = say.book.rules
    usual = f"A turn deals {counted(rules.deal.headlines, 'headline card')}"
    twice = [str(turn) for turn in rules.deal.double if turn in turns]
    double = f", turn{'s' if len(twice) > 1 else ''} {joined(twice)} two" if twice else ""
    rows = tuple(
        row(_turns(one, turns), one.number, one.card.title, _weight(one), _while(say, one), _brings(one))
        for one in cards
    )
    head = ("Turns", "No.", "Card", "Weight", "Only if", "Brought by")
    added = tuple(
        f"Cards tagged “{weight.tag}”: "
        + sentence("; ".join(f"{more.weight:+d} if {say.condition(more.when)}" for more in weight.more))
        for weight in rules.deal.weights
    )
    return Group(
        "When the cards come",
        kept(
            Prose(
                f"{usual}{double}; with follow-ups, {counted(rules.deal.exchanges, 'exchange')} at most. "
                "A card is drawn by its weight against all that can come."
            ),
            Table("", head, rows),
            Items("What is added to weights", added),
        ),
    )


def _turns(one: Coming, played: Sequence[int]) -> str:
    if not one.turns:
        return "when brought" if one.card.deal is None else "never"
    return "any" if one.turns == tuple(played) else spans(one.turns)


def _weight(one: Coming) -> str:
    if one.card.deal is None:
        return "–"
    copies = f", {one.card.copies} copies" if one.card.copies > 1 else ""
    return f"{'dated' if one.dated else one.card.deal.weight}{copies}"


def _while(say: Saying, one: Coming) -> str:
    """Return what must hold beside the calendar's turn, which the first column tells."""
    when = one.card.deal.when if one.card.deal else None
    return say.condition(when, but_turns=True) if when else ""


def _brings(one: Coming) -> str:
    return "; ".join(one.brought_by)


def _index(cards: Sequence[Coming]) -> Group:
    by_title = sorted(cards, key=lambda one: one.card.title.casefold())
    return Group("Cards by title", (Facts(tuple((f"No. {one.number}", one.card.title) for one in by_title)),))
