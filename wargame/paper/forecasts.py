"""Forecasts: as a seat is asked for them, and, for the facilitator, what makes them come true."""

from collections.abc import Iterable, Iterator

from wargame.content.cards import Question
from wargame.content.rules import StandingQuestion
from wargame.play.saying import Asks, Saying
from wargame.play.words import base_rate, joined, sentence


def forecasts(questions: Iterable[Question]) -> Iterator[str]:
    """Yield questions that a seat may answer with a probability, each with its base rate."""
    for one in questions:
        base = "" if one.base is None else f" {base_rate(one.base)}"
        yield f"{one.question}{base}"


def resolving(say: Saying, one: Question, asks: Asks | None = None) -> str:
    """Return a forecast with who is asked for it and when, and what makes its answer yes."""
    seats = joined([say.names.short.get(seat, seat) for seat in one.seats]) if one.seats else "every seat"
    turns = one.turns if isinstance(one, StandingQuestion) else ()
    when = f" in turn {joined([str(turn) for turn in turns], 'or')}" if turns else ""
    (asked,) = forecasts([one])
    return f"{asked} It asks {seats}{when}.\nYes if, {_due(one)}, {sentence(say.condition(one.when, asks))}"


def _due(one: Question) -> str:
    if one.resolves == "reveal":
        return "when the envelopes are opened"
    if one.resolves == "end":
        return "at the end of the game"
    turns = int(one.resolves.removeprefix("within "))
    return (
        "at the end of this turn" if turns == 1 else f"at the end of one of {turns} turns, this one included"
    )
