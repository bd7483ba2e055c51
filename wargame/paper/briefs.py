"""Briefs: what a seat knows from the start, and each secret intent on a sheet of its own."""

from collections.abc import Iterator

from wargame.content.base import SeatId
from wargame.content.seats import Intent, Objective, Seat
from wargame.paper.forecasts import forecasts
from wargame.paper.sheets import Sheet
from wargame.play.saying import Saying
from wargame.play.words import counted, joined, sentence
from wargame.study.report.parts import Facts, Items, Part, Prose, kept


def briefs(say: Saying, seat: SeatId, length: str | None = None) -> Iterator[Sheet]:
    """Yield a seat's brief, and then its intents, one of which the game draws; for one length, or for all."""
    rules, name = rules_of(say, seat, length), say.names.title(seat)
    yield Sheet(
        f"brief-{seat}",
        f"Brief: {name}",
        f"Only for {name}",
        "Hand it out before the first turn.",
        parts=kept(*_brief(say, seat, rules)),
    )
    for intent in rules.intents:
        yield Sheet(
            f"intent-{seat}-{intent.id}",
            f"Secret intent of {say.names.short[seat]}",
            f"Only for {name}, and only if this intent is drawn",
            "The game draws one intent and tells it at the seat's first sitting. Hand out that one, folded, "
            "and keep the others.",
            parts=kept(*_intent(say, intent)),
        )


def rules_of(say: Saying, seat: SeatId, length: str | None) -> Seat:
    """Return the rules of a seat, whose objectives ask one thing if only one length is printed for."""
    written = say.book.scenario.actor(seat).seat
    assert written is not None
    if length is None:
        return written
    played = written.in_length(length)
    intents = tuple(
        one.model_copy(update={"objective": one.objective and _alone(one.objective)})
        for one in played.intents
    )
    return played.model_copy(update={"objectives": tuple(map(_alone, played.objectives)), "intents": intents})


def _alone(objective: Objective) -> Objective:
    return objective.model_copy(update={"shorter": ()})


def _brief(say: Saying, seat: SeatId, rules: Seat) -> Iterator[Part]:
    book = say.book
    yield Facts((("Your office", sentence(rules.office)),))
    yield Prose(rules.brief.strip())
    yield Items("Your objectives", tuple(_objectives(say, rules.objectives)))
    if rules.intents:
        yield Prose("What you are really after is drawn in secret, and handed to you on a sheet of its own.")
    own = [(f"{seat}.{track.id}", track) for track in book.scenario.actor(seat).tracks]
    yield Items(
        "Your own numbers, 0 to 100, which nobody else sees",
        tuple(f"{say.names.numbers[number]} {track.start}. {track.about}" for number, track in own),
    )
    secrets = [
        f"{sentence(flag.about)}{' It is so at the start.' if flag.start else ''}"
        for flag in book.rules.flags.values()
        if flag.secret and seat in (flag.known_to or ())
    ]
    yield Items("What you are told if it comes true, and others are not", tuple(secrets))
    asked = [one for one in book.rules.forecasts if one.seats is None or seat in one.seats]
    yield Items("What you may be asked to forecast", tuple(forecasts(asked)))


def _intent(say: Saying, intent: Intent) -> Iterator[Part]:
    yield Facts((("Your intent", sentence(intent.title)),))
    yield Prose(intent.brief.strip())
    objective = (intent.objective,) if intent.objective else ()
    yield Items("Your secret objective", tuple(_objectives(say, objective)))


def _objectives(say: Saying, objectives: tuple[Objective, ...]) -> Iterator[str]:
    war = say.book.war_may_come
    for one in objectives:
        after = " It counts after a war too." if war and one.survives_war else ""
        yield f"{sentence(one.text)} {counted(one.points, 'point')}.{after}{less(one)}"
    if war and objectives and not any(one.survives_war for one in objectives):
        yield "If the game ends in war, none of this counts."


def less(objective: Objective) -> str:
    """Return what an objective asks instead in shorter lengths of the game."""
    return "".join(f" In {_lengths(asked.lengths)}: {sentence(asked.text)}" for asked in objective.shorter)


def _lengths(names: tuple[str, ...]) -> str:
    return f"the length{'' if len(names) == 1 else 's'} {joined(names)}"
