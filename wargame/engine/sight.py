"""What a seat may know, as one frozen value: screens, lines and bots are given this and nothing else.

It fails closed: it is built up from what a seat may see, field by field, and takes nothing over whole.
Relations, choices as shown and odds are public; tracks, envelopes, cables, intent and secret objective
are the seat's own; after the end, all is open.
"""

from collections.abc import Mapping

from wargame.content.base import FACILITATOR, SeatId
from wargame.content.cards import Ask
from wargame.content.conditions import within
from wargame.content.seats import Objective
from wargame.engine.audience import eyes
from wargame.engine.book import Book
from wargame.engine.conditions import NOTHING_SEEN
from wargame.engine.events import Committed
from wargame.engine.hints import flag_hints, hints
from wargame.engine.known import all_open, knowable, knows_flag, numbers_seen
from wargame.engine.ledger import Moment
from wargame.engine.legal import forbidden
from wargame.engine.ready import ReadyOption
from wargame.engine.retold import NO_TURN, changes, choices, rolls, told_turn
from wargame.engine.shut import current_ask, refused
from wargame.engine.sight_parts import (
    AskSight,
    CableSight,
    CardSight,
    Detail,
    EnvelopeSight,
    FlagSight,
    NumberSight,
    ObjectiveSight,
    OptionSight,
    QuestionSight,
    Sight,
)
from wargame.engine.state import Exchange, State, replace


def sight(
    book: Book, state: State, seat: SeatId, detail: Detail | None = None, *, retold: bool = True
) -> Sight:
    """Return what a seat may know; `detail` is how much options tell of their effects (else the rules say).

    A seat that the game does not have, like `observer`, sees what is public; so does a facilitator in a game
    without one. The changes and rolls of the turn are left out where they are not to be `retold`.
    """
    seat = eyes(state, seat)
    here = state.exchanges[-1] if state.exchanges else None
    own = book.seat(seat) if seat in book.seats else None
    month = book.rules.calendar[state.month - 1] if state.month else None
    intent = book.intent(seat, state.intents.get(seat)) if own else None
    told = told_turn(state) if retold else NO_TURN
    return Sight(
        seat=seat,
        who=book.scenario.actor(seat).name if own else str(seat),
        office=own.office if own else "",
        title=book.rules.title,
        question=book.rules.question,
        phase=state.phase,
        turn=state.turn,
        turns=len(book.turns),
        date=month.date if month else "",
        heading=month.title if month else "",
        calendar=month.news if month else (),
        exchange=here.number if here else 0,
        relations=_relations(book, state),
        tracks=_tracks(book, state, seat),
        brief=own.brief if own else "",
        intent=(intent.title, intent.brief) if intent else None,
        objectives=_objectives(book, state, seat) if own else (),
        wants=(*own.wants, *(intent.wants if intent else ())) if own else (),
        cables=_cables(book, state, seat),
        flags=tuple(
            FlagSight(flag, book.rules.flags[flag].about)
            for flag in state.flags
            if knows_flag(book, state, seat, flag)
        ),
        news=tuple(item for item in state.news if item.turn >= state.turn - 1),
        card=_card(book, here, decided=state.phase != "decide"),
        ask=_ask(book, state, seat, detail or book.rules.hints),
        envelope=_envelope(book, state, seat),
        questions=_questions(book, state, here, seat) if state.phase == "decide" else (),
        asked=tuple(here.asked) if here else (),
        standing=tuple(asked for asked, kind in here.asked.items() if kind == "standing") if here else (),
        waiting=here.waiting() if here else (),
        late=_late(state, here, seat) if here else (),
        last_asked=_last_asked(state, seat),
        clock=state.setup.sitting if state.setup.clock else None,
        sits=here is not None and seat in here.until,
        until=here.until.get(seat) if here else None,
        paused=state.paused is not None,
        choices=choices(book, state, here, seat),
        rolls=rolls(book, state, seat, told),
        changes=changes(book, state, seat, told),
        crossings=tuple((turn, book.label(c.relation), c.before, c.after) for turn, c in state.crossings),
        commitment=state.setup.commitment,
        seed_given=state.setup.seed_given,
    )


def looking_back(book: Book, state: State, seat: SeatId) -> tuple[Sight, ...]:
    """Return each reveal of the last turn that had one, as a seat may read it now; none before the first.

    The last tells the end of its turn too, if that is over.
    """
    opened = [(turn, here) for turn, here in state.every_exchange() if here.choices]
    seat = eyes(state, seat)
    now = sight(book, state, seat) if opened else None
    return tuple(
        replace(
            now,
            turn=turn,
            exchange=here.number,
            card=_card(book, here, decided=True),
            choices=choices(book, state, here, seat),
            rolls=rolls(book, state, seat, turn),
            changes=changes(book, state, seat, turn),
            news=tuple(item for item in state.news if item.turn == turn),
        )
        for turn, here in opened
        if now is not None and turn == opened[-1][0]
    )


def _number(book: Book, state: State, at: int) -> tuple[str, str, int, int, int]:
    value = state.numbers[at]
    name = book.numbers[at]
    return name, book.label(name), value, value - state.turn_start[at], value - book.starts[at]


def _relations(book: Book, state: State) -> tuple[NumberSight, ...]:
    rows = zip(book.numbers[: book.relations], state.numbers, state.turn_start, book.starts, strict=False)
    return tuple(
        [
            NumberSight(name, book.label(name), now, now - before, now - start, book.rung(now))
            for name, now, before, start in rows
        ]
    )


def _tracks(book: Book, state: State, seat: SeatId) -> tuple[NumberSight, ...]:
    if not state.numbers:
        return ()
    seen = numbers_seen(book, state, seat)
    return tuple(
        [
            NumberSight(*_number(book, state, at), about=track.about, side=track.side)
            for at, track in enumerate(book.tracks, book.relations)
            if book.numbers[at] in seen
        ]
    )


def _objectives(book: Book, state: State, seat: SeatId) -> tuple[ObjectiveSight, ...]:
    intent = state.intents.get(seat)
    told = book.once(("objectives told", seat, intent), lambda: _objectives_told(book, seat, intent))
    return tuple([replace(one, holds=_holds(book, state, seat, objective)) for objective, one in told])


def _objectives_told(book: Book, seat: SeatId, intent: str | None) -> list[tuple[Objective, ObjectiveSight]]:
    """Return each objective of a seat with what it is told of it, but for whether it holds."""
    public = book.seat(seat).objectives
    return [
        (
            objective,
            ObjectiveSight(
                text=objective.text,
                points=objective.points,
                hold=objective.hold,
                times=objective.times,
                survives_war=objective.survives_war if book.war_may_come else None,
                secret=all(objective is not other for other in public),
                holds=None,
            ),
        )
        for objective in book.objectives(seat, intent)
    ]


def _holds(book: Book, state: State, seat: SeatId, objective: Objective) -> bool | None:
    key = "judges", seat, objective.id, all_open(state, seat)
    if not state.numbers or not book.once(key, lambda: _judges(book, state, seat, objective)):
        return None
    return book.objective_tests[seat, objective.id](state, NOTHING_SEEN)


def _judges(book: Book, state: State, seat: SeatId, objective: Objective) -> bool:
    """Say whether what a seat sees tells it if an objective holds; of a state, only what is open counts."""
    parts = within(objective.when)
    of_choices = any(part.choices or part.chosen or part.late for part in parts)
    return not of_choices and knowable(book, state, seat, parts)


def _cables(book: Book, state: State, seat: SeatId) -> tuple[CableSight, ...]:
    texts = {cable.id: cable for cable in book.rules.cables}
    return tuple(
        CableSight(sent.cable, sent.turn, texts[sent.cable].text, texts[sent.cable].source)
        for sent in state.cables
        if seat in (sent.seat, FACILITATOR)
    )


def _card(book: Book, here: Exchange | None, decided: bool) -> CardSight | None:
    """Return the card; what is on record about it, and where it comes from, is told when all have decided."""
    if here is None or here.card is None:
        return None
    card = book.cards[here.card].card
    return CardSight(
        id=card.id,
        title=card.title,
        situation=card.situation.strip(),
        facts=card.facts if decided else (),
        source=card.source if decided else None,
    )


def _ask(book: Book, state: State, seat: SeatId, detail: Detail) -> AskSight | None:
    ready = current_ask(book, state, seat)
    if ready is None:
        return None
    ask = ready.ask
    options = []
    closed = forbidden(state, seat, "commit")
    for option in ready.options.values():
        no = closed or refused(book, state, seat, option.option.id, state.now)
        told = option_told(book, ask, option, seat, detail)
        options.append(replace(told, shut=no.sentence) if no else told)
    standing = state.exchanges[-1].asked[seat] == "standing"
    return AskSight(ask.office, ask.prompt, standing, tuple(options))


def option_told(book: Book, ask: Ask, ready: ReadyOption, seat: SeatId, detail: Detail) -> OptionSight:
    """Return an option as it is told to its seat while it is open; that rests on the book alone."""
    option = ready.option
    return book.once(
        ("option told", ready.follows.source, seat, detail),
        lambda: OptionSight(
            id=option.id,
            label=option.label,
            about=option.about,
            tags=option.tags,
            hints=hints(book, ready, seat, detail),
            flags=flag_hints(book, ready, seat, detail),
            chancy=bool(ready.follows.chances),
            shut=None,
            default=option.id == ask.default,
        ),
    )


def _envelope(book: Book, state: State, seat: SeatId) -> EnvelopeSight | None:
    ask = current_ask(book, state, seat)
    envelope = state.exchanges[-1].envelopes.get(seat) if state.exchanges else None
    if ask is None or envelope is None:
        return None
    return opened(envelope, ask.options[envelope.option].option.label)


def opened(envelope: Committed, label: str) -> EnvelopeSight:
    """Return what an envelope holds, for those who may look into it; `label` is that of its option."""
    return EnvelopeSight(
        option=envelope.option,
        label=label,
        rationale=envelope.rationale,
        expects=envelope.expects,
        decided=envelope.decided,
        dissent=envelope.dissent,
        forecasts=envelope.forecasts,
    )


def _questions(book: Book, state: State, here: Exchange | None, seat: SeatId) -> tuple[QuestionSight, ...]:
    asked = here.questions if here else ()
    found = [book.questions[question.question] for question in asked if seat in question.seats]
    last = _last_stated(state, seat) if found else {}
    return tuple(QuestionSight(q.id, q.question, q.base, last.get(q.id)) for q in found)


def _last_stated(state: State, seat: SeatId) -> Mapping[str, int]:
    """Return what a seat said the last time to each question, of the envelopes that are open."""
    last: dict[str, int] = {}
    for _, exchange in state.every_exchange():
        if exchange.choices and seat in exchange.envelopes and not _of_a_bot(state, exchange, seat):
            last.update(exchange.envelopes[seat].forecasts)
    return last


def _last_asked(state: State, seat: SeatId) -> Moment | None:
    """Return the last exchange that asked those who hold a seat.

    The one on the table is left out while it is played.
    """
    open_now = state.phase in ("decide", "reveal")
    exchanges = state.every_exchange()[:-1] if open_now else state.every_exchange()
    asked = (
        (turn, here.number)
        for turn, here in reversed(exchanges)
        if seat in here.asked and not _of_a_bot(state, here, seat)
    )
    return next(asked, None)


def _of_a_bot(state: State, here: Exchange, seat: SeatId) -> bool:
    """Say whether a bot decided for a seat that a person has taken since, in a fork."""
    envelope = here.envelopes.get(seat)
    return seat in state.setup.humans and envelope is not None and envelope.decided == "bot"


def _late(state: State, here: Exchange, seat: SeatId) -> tuple[SeatId, ...]:
    """Return whose clock ran out; of one whose envelope lies there, which counts, it alone is told."""
    return tuple(
        late for late in here.late if late == seat or late not in here.envelopes or all_open(state, seat)
    )
