"""Figures of the cards and of what is chosen on them: what never comes up, and what gives itself away."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from wargame.content.base import CardId, SeatId
from wargame.content.dominance import dominant
from wargame.content.laid import STANDING
from wargame.engine.book import Book
from wargame.lab.estimates import Estimate, mean, ratio, share
from wargame.lab.games import Outcome
from wargame.lab.report import Figure, Range, Section

RARELY_DEALT = 1 / 200
RARELY_CHOSEN = 1 / 100
FEW = 30
MOST_TELLING = 3.0
OFTEN_DEALT = Range(RARELY_DEALT, 1.0, "1 game in 200 or more")
OFTEN_CHOSEN = Range(RARELY_CHOSEN, 1.0, "1 in 100 or more")
LIKELIHOODS = Range(1 / MOST_TELLING, MOST_TELLING, "a third to 3 times")
CARD_DECISIONS = Range(4.0, 1e9, "4 or more")

Option = tuple[str, str, str]


def cards(book: Book, outcomes: Sequence[Outcome], whole: bool) -> Section:
    """Return in how many games each card came to the table; `whole` if it is the longest game.

    In a shorter one there is no wanting a card whose month it leaves out.
    """
    wanted = OFTEN_DEALT if whole else None
    dealt = Counter(card for outcome in outcomes for card in {dealing.card for dealing in outcome.dealt})
    figures = [
        (
            dealt[card],
            Figure(f"dealt/{card}", titled(book, card), "share", share(dealt[card], len(outcomes))),
        )
        for card in book.cards
    ]
    return Section(
        id="cards",
        title="Cards dealt in fewer than 1 game in 200",
        figures=tuple(
            Figure(f.id, f.label, f.unit, f.estimate, wanted, finding=hits < RARELY_DEALT * len(outcomes))
            for hits, f in figures
        ),
        wanted="none" if whole else "",
        only_findings=True,
    )


@dataclass(frozen=True, slots=True)
class Tally:
    """How often each option was open and chosen, in all, and with each intent of its seat."""

    offered: Mapping[Option, int]
    chosen: Mapping[Option, int]
    offered_with: Mapping[tuple[Option, str], int]
    chosen_with: Mapping[tuple[Option, str], int]


def tally(outcomes: Sequence[Outcome]) -> Tally:
    """Count what was offered and chosen in all games; what a clock or an empty seat decided is left out."""
    offered: Counter[Option] = Counter()
    chosen: Counter[Option] = Counter()
    offered_with: Counter[tuple[Option, str]] = Counter()
    chosen_with: Counter[tuple[Option, str]] = Counter()
    for outcome in outcomes:
        for decision in outcome.decisions:
            if decision.manner != "chosen":
                continue
            intent = outcome.intents.get(decision.seat)
            for key in decision.offered:
                option = decision.ask, decision.seat, key
                offered[option] += 1
                chosen[option] += key == decision.option
                if intent is not None:
                    offered_with[option, intent] += 1
                    chosen_with[option, intent] += key == decision.option
    return Tally(offered, chosen, offered_with, chosen_with)


def chosen(book: Book, counted: Tally) -> Section:
    """Return how often each option is chosen when it is open."""
    figures, rarely_open = [], 0
    put = {option[:2] for option in counted.offered}
    for option in written(book):
        times = counted.offered.get(option, 0)
        rarely_open += times < FEW
        found = share(counted.chosen.get(option, 0), times)
        rare = found is not None and times >= FEW and found.value < RARELY_CHOSEN
        never = times == 0 and option[:2] in put
        figures.append(
            Figure(
                f"chosen/{'/'.join(option)}",
                named(book, option),
                "share",
                found,
                OFTEN_CHOSEN,
                finding=rare or never,
            )
        )
    return Section(
        id="options",
        title="Options chosen in fewer than 1 in 100 of the times offered, or always shut",
        figures=tuple(figures),
        note=f"{rarely_open} of {len(figures)} options were offered fewer than {FEW} times: too few to tell.",
        wanted="none",
        only_findings=True,
    )


def without_rival(book: Book) -> Section:
    """Return the options that are better than every sibling on everything that their seat wants."""
    figures = []
    for found in dominant(book.rules, book.scenario.cards):
        every = len(found.intents) == max(1, len(book.seat(found.seat).intents))
        with_which = "" if every else f", with {' or '.join(str(intent) for intent in found.intents)}"
        option = found.ask, str(found.seat), found.option
        figures.append(
            Figure(
                f"without-rival/{'/'.join(option)}",
                f"{named(book, option)}{with_which}",
                "share",
                None,
                finding=True,
            )
        )
    return Section(
        id="without-rival",
        title="Options better than every sibling on everything that the seat wants",
        figures=tuple(figures),
        note="Read from the content: sure effects and costs, against the signs of what the seat wants.",
        wanted="none",
        only_findings=True,
    )


def asked(book: Book, outcomes: Sequence[Outcome], whole: bool) -> Section:
    """Return how many decisions cards ask of each seat in a game; `whole` if it is the longest game."""
    figures = []
    for seat in book.seats:
        counts = [
            sum(d.seat == seat and d.ask != STANDING for d in outcome.decisions) for outcome in outcomes
        ]
        label = book.scenario.actor(seat).short
        wanted = CARD_DECISIONS if whole else None
        figures.append(Figure(f"asked/{seat}", label, "times", mean(counts), wanted))
    return Section("asked", "Decisions asked of a seat by cards, in a game, on average", tuple(figures))


def telling(book: Book, counted: Tally) -> Section:
    """Return how much likelier an option is with an intent than with the seat's others."""
    figures = []
    for option in written(book):
        intents = [intent.id for intent in book.seat(SeatId(option[1])).intents]
        for intent in intents if len(intents) > 1 else []:
            found = _likelihood(counted, option, intent)
            # Of two intents the one's ratio is the other's turned over: the larger says it.
            if found is None or (len(intents) == 2 and found.value < 1):
                continue
            tells = not 1 / MOST_TELLING <= found.value <= MOST_TELLING
            key, label = f"telling/{'/'.join(option)}/{intent}", f"{named(book, option)}, with {intent}"
            figures.append(Figure(key, label, "ratio", found, LIKELIHOODS, tells))
    figures.sort(
        key=lambda figure: -max(figure.estimate.value, 1 / figure.estimate.value) if figure.estimate else 0
    )
    return Section(
        id="telling",
        title="Options more than 3 times as likely, or less than a third, with one intent as with the others",
        figures=tuple(figures),
        note=f"Counted where the option was open at least {FEW} times with the intent and without it.",
        wanted="none",
        only_findings=True,
    )


def _likelihood(counted: Tally, option: Option, intent: str) -> Estimate | None:
    times = counted.offered_with.get((option, intent), 0)
    hits = counted.chosen_with.get((option, intent), 0)
    other_times = counted.offered.get(option, 0) - times
    if min(times, other_times) < FEW:
        return None
    return ratio(hits, times, counted.chosen.get(option, 0) - hits, other_times)


def written(book: Book) -> Iterator[Option]:
    """Yield every option of the scenario, card by card and then the standing ones."""
    for card, ready in book.cards.items():
        for seat, ask in ready.asks.items():
            yield from ((str(card), str(seat), key) for key in ask.options)
    for seat, ask in book.standing.items():
        yield from ((STANDING, str(seat), key) for key in ask.options)


def named(book: Book, option: Option) -> str:
    """Return an option as it is told to people: its card, seat, label and id."""
    ask, seat, key = option
    if ask == STANDING:
        put, ready = "Standing question", book.standing[SeatId(seat)]
    else:
        put, ready = titled(book, CardId(ask)), book.cards[CardId(ask)].asks[SeatId(seat)]
    short = book.scenario.actor(SeatId(seat)).short
    return f"{put}, {short}: {ready.options[key].option.label} ({key})"


def titled(book: Book, card: CardId) -> str:
    """Return the title of a card, its id in brackets."""
    return f"{book.cards[card].card.title} ({card})"
