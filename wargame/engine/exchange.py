"""Opening the envelopes: delayed effects, direct effects, the combination, its chances, in that order."""

from collections.abc import Mapping

from wargame.content.base import SeatId
from wargame.engine.book import Book
from wargame.engine.conditions import Seen
from wargame.engine.desk import Desk
from wargame.engine.events import AT_THE_REVEAL, Choice, Event, Opened, Resolution, Resolved
from wargame.engine.ready import Consequences, ReadyOption
from wargame.engine.state import Exchange, State


def taken(book: Book, here: Exchange, made: Mapping[SeatId, Choice]) -> dict[SeatId, ReadyOption]:
    """Return the option of each choice of an exchange that was opened, made ready."""
    asks = book.asks[here.card]
    return {seat: asks[seat].options[choice.option] for seat, choice in made.items()}


def seen(made: Mapping[SeatId, Choice], options: Mapping[SeatId, ReadyOption]) -> Seen:
    """Return what conditions may look at in an exchange: choices, and the options that they are."""
    return Seen(
        {seat: choice.option for seat, choice in made.items()},
        {seat: option.tags for seat, option in options.items()},
        frozenset([seat for seat, choice in made.items() if choice.manner == "late"]),
    )


def open_envelopes(book: Book, state: State) -> tuple[Event, ...]:
    """Return the events of opening the envelopes of the exchange on the table."""
    here = state.exchanges[-1]
    made, options = _choices(book, here)
    desk = Desk(book, state, f"{state.turn}.{here.number}", here.number, lambda: seen(made, options))
    desk.events.append(Opened(made))
    if state.delayed:
        _due(desk)
    _direct(desk, here, options)
    combined = _together(desk, here) if here.card is not None else None
    for follows in _chancy(desk, here, options, combined):
        desk.roll(follows, "chance")
    if here.questions:
        _resolve(desk, here)
    return tuple(desk.events)


def _choices(book: Book, here: Exchange) -> tuple[dict[SeatId, Choice], dict[SeatId, ReadyOption]]:
    """Return what each asked seat did, by its envelope or by default, and those options made ready."""
    made: dict[SeatId, Choice] = {}
    options: dict[SeatId, ReadyOption] = {}
    asks, envelopes = book.asks[here.card], here.envelopes
    for seat in here.asked:
        ask, envelope = asks[seat], envelopes.get(seat)
        if envelope is not None:
            options[seat] = ready = ask.options[envelope.option]
            made[seat] = ready.chosen
        else:
            options[seat] = ask.options[ask.ask.default]
            made[seat] = Choice(ask.ask.default, "vacant" if seat in here.vacant else "late")
    return made, options


def _due(desk: Desk) -> None:
    """Make the delayed effects that are now due, with their first cause."""
    index = desk.book.index
    due = [effect for effect in desk.state.delayed if effect.turn <= desk.state.turn]
    for effect in due:
        for name, wanted in effect.wanted:
            desk.change(index[name], wanted, effect.cause)
        desk.flag(effect.set, effect.lasting, effect.clear)
    desk.close("due", always=bool(due))


def _direct(desk: Desk, here: Exchange, options: Mapping[SeatId, ReadyOption]) -> None:
    """Make the card's own effects, then each seat's: costs first, effects in written order."""
    if here.card is not None:
        desk.make(desk.book.cards[here.card].follows)
    for ready in options.values():
        desk.make(ready.follows)
    desk.close("direct")


def _together(desk: Desk, here: Exchange) -> Consequences | None:
    """Make the first combination that matches; return what follows from it."""
    assert here.card is not None
    for entry in desk.book.cards[here.card].together:
        if not entry.matches(desk.seen.choices):
            continue
        if entry.test is not None and not entry.test(desk, desk.seen):
            continue
        desk.make(entry.follows)
        desk.tell(entry.news)
        desk.close("together", always=True)
        return entry.follows
    return None


def _chancy(
    desk: Desk, here: Exchange, options: Mapping[SeatId, ReadyOption], combined: Consequences | None
) -> list[Consequences]:
    """Return what has chances: of the combination, the options chosen in seat order, and the card."""
    found = [] if combined is None else [combined]
    found += [ready.follows for ready in options.values()]
    if here.card is not None:
        found.append(desk.book.cards[here.card].follows)
    return [follows for follows in found if follows.chances]


def _resolve(desk: Desk, here: Exchange) -> None:
    """Resolve the forecasts that this reveal decides."""
    found = tuple(
        Resolution(
            question=asked.question,
            turn=asked.turn,
            exchange=asked.exchange,
            outcome=desk.book.question_tests[asked.question](desk, desk.seen),
        )
        for asked in here.questions
        if asked.due == AT_THE_REVEAL
    )
    if found:
        desk.events.append(Resolved(resolutions=found))
