"""What a seat keeps to itself changes nothing that others are told: two games that differ in it alone.

A game is played at random. Then one secret of one seat is changed, and from there both games are played on
with the same commands, but for what that seat writes in its envelope. As long as what happens in public is
the same, everybody else must see, be told and be refused the same, byte for byte.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.playing import FACILITATOR, HUMAN, TABLE, command
from tests.engine.rich import rich
from tests.engine.scenarios import book
from tests.engine.twists import TWISTS, WORDS, Game
from wargame.content.audit import audit
from wargame.content.base import OBSERVER, SeatId
from wargame.content.load import load_scenario
from wargame.engine.book import Book
from wargame.engine.commands import Command, Commit
from wargame.engine.decide import decide
from wargame.engine.ledger import entries, explain
from wargame.engine.records import Record, Rejection
from wargame.engine.redact import told
from wargame.engine.sight import sight
from wargame.engine.state import Exchange, State, replace
from wargame.play.setup import begin, seed_from

RICH = tuple(book(rich(), length) for length in ("all", "short"))


@cache
def korea() -> tuple[Book, ...]:
    scenario = load_scenario()
    return tuple(Book(scenario, length) for length in ("full", "short"))


def begun(of: Book, seed: int, facilitator: bool) -> Game:
    """Return a game that has just begun, with people in every seat and clocks."""
    game = Game(of, State())
    seats = dict.fromkeys(of.seats, HUMAN)
    answer = game.put(begin(of, seed_from(seed), seats, clock=True, facilitator=facilitator))
    assert isinstance(answer, Record)
    return game


# What is said


def something(rng: Random, state: State, of: Book, now: int) -> Command:
    """Return a command that is likely to be accepted, in the name of whoever may say it."""
    leader = FACILITATOR if state.setup.facilitator else of.seats[0]
    at = now + rng.choice([0, 0, 500, 7_000])
    match state.phase:
        case "brief":
            return command("deal", leader, at)
        case "reveal":
            return command("proceed", leader, at)
    here = state.exchanges[-1]
    waiting = here.waiting()
    kind = rng.choice(["commit"] * 6 + ["sit"] * 2 + ["pause", "expire", "open"])
    if not waiting and rng.random() < 0.5:
        kind = "open"
    seat = rng.choice(waiting if waiting and kind == "commit" else list(here.asked))
    match kind:
        case "commit":
            ask = of.asks[here.card][seat]
            return envelope(rng, state, of, seat, rng.choice(sorted(ask.options)), at)
        case "sit":
            return command("sit", seat, at)
        case "pause":
            return command("pause" if state.paused is None else "unpause", leader, at)
        case "expire":
            until = here.until.get(seat)
            return command("expire", TABLE, at if until is None else max(at, until), seat=seat)
        case _:
            return command("open", leader, at)


def envelope(rng: Random, state: State, of: Book, seat: SeatId, option: str, at: int) -> Command:
    """Return a commit to an option, with any words and forecasts."""
    here = state.exchanges[-1]
    asked = [question.question for question in here.questions if seat in question.seats]
    words = {name: rng.choice(["One.", "Two."]) for name in WORDS}
    stated = {question: rng.randint(0, 100) for question in asked if rng.random() < 0.7}
    decided = rng.choice(["alone", "leader"])
    return command("commit", seat, at, option=option, **words, decided=decided, forecasts=stated)


def otherwise(rng: Random, game: Game, said: Commit) -> Iterator[Command]:
    """Yield what a seat says instead of what it said, so that nobody else should notice."""
    seat, state = said.by, game.state
    here = state.exchanges[-1]
    asked = game.book.asks[here.card][seat]
    if rng.random() < 0.5:
        yield envelope(rng, state, game.book, seat, rng.choice(sorted(asked.options)), said.at)
    if rng.random() < 0.5:
        yield command("sit", seat, said.at)
    option = said.option
    alike = [one.id for group in game.book.alike[seat] for one in group if option in {o.id for o in group}]
    mine = [key for key in alike if key in asked.options] or [option]
    yield envelope(rng, state, game.book, seat, rng.choice(mine), said.at)


def thinking_again(seat: SeatId, at: int) -> list[Command]:
    """Return what is said when a seat sits again over its envelope, until its clock runs out."""
    return [command("sit", seat, at), command("expire", TABLE, at + 10**6, seat=seat)]


# What happened, and what is told of it


def happened(game: Game, viewer: SeatId) -> tuple[object, ...]:
    """Return what has happened in public, and to the viewer itself, from the state alone."""
    of, state = game.book, game.state
    known = {
        flag for flag, rule in of.rules.flags.items() if not rule.secret or viewer in (rule.known_to or ())
    }
    seen = {name for name in of.numbers if of.owner(name) in (None, viewer)}
    rows = [
        (entry.turn, entry.exchange, entry.step, *entry.change[:4], occasion(entry.change.cause))
        for entry in entries(state)
        if entry.change.number in seen
    ]
    numbers = [value for name, value in zip(of.numbers, state.numbers, strict=True) if name in seen]
    return (
        (state.phase, state.turn, state.paused, state.news, state.crossings, state.ending),
        numbers,
        {flag for flag in state.flags if flag in known},
        rows,
        [exchange(of, here) for here in state.exchanges],
    )


def occasion(cause: str) -> list[str]:
    """Return what brought a change about, without which option it was, which combination or which outcome."""
    kind, *parts = cause.split("/")[1:]
    if kind == "chance":
        kind, *parts = parts[:-1]
    return [kind, *(parts[:-1] if kind in ("option", "standing", "together") else parts)]


def exchange(of: Book, here: Exchange) -> tuple[object, ...]:
    """Return what everybody knows of an exchange."""
    shown = {}
    for seat, choice in here.choices.items():
        option = of.asks[here.card][seat].options[choice.option].option
        shown[seat] = (option.shown_as or option.label, choice.manner)
    return (here.number, here.card, here.asked, here.waiting(), shown)


@dataclass
class Viewer:
    """Somebody at the table, and what was told to it of one of the two games."""

    seat: SeatId
    heard: list[object] = field(default_factory=list)

    def all_it_has(self, game: Game) -> bytes:
        """Return all that it sees, is told and would be refused, as bytes."""
        of, state = game.book, game.state
        reasons = [explain(of, state, self.seat, number) for number in of.numbers]
        refused = [no(game, said) for said in self.attempts(game)]
        return repr((sight(of, state, self.seat, "size"), reasons, self.heard, refused)).encode()

    def attempts(self, game: Game) -> Iterator[Command]:
        """Yield what it may try in its own name, now."""
        of, at = game.book, game.state.now
        for kind in ("deal", "sit", "open", "proceed", "pause", "unpause"):
            yield command(kind, self.seat, at)
        if self.seat != TABLE:  # The table keeps the clocks.
            yield command("expire", self.seat, at, seat=of.seats[0])
        yield command("inject", self.seat, at, card=next(iter(of.cards)), reason="So.")
        yield command("rule-number", self.seat, at, number=of.numbers[0], value=1, reason="So.")
        yield command("rule-outcome", self.seat, at, path="any", outcome=0, reason="So.")
        here = game.state.exchanges[-1] if game.state.exchanges else None
        asks = [game.book.asks[here.card][seat] for seat in here.asked] if here else []
        for option in (*(key for ask in asks for key in ask.options), "none"):
            yield command("commit", self.seat, at, option=option, rationale="So.", forecasts={"none": 1})
            yield command("commit", self.seat, at, option=option, rationale="So.")


def no(game: Game, said: Command) -> str:
    answer = decide(game.book, game.state, said)
    return repr(answer) if isinstance(answer, Rejection) else "accepted"


# The property


ANY_GAME = given(
    what=st.sampled_from(sorted(TWISTS)),
    whose=st.integers(0, 5),
    steps=st.integers(0, 60),
    more=st.integers(0, 30),
    chosen=st.integers(0, 2**32),
)


@settings(max_examples=3 * settings().max_examples)
@ANY_GAME
def test_what_a_seat_keeps_to_itself_changes_nothing_of_what_others_are_told(**drawn: Any) -> None:
    others_are_told_the_same(RICH, **drawn)


@settings(max_examples=settings().max_examples // 2)
@ANY_GAME
def test_nor_does_it_in_the_game_that_comes_with_the_program(**drawn: Any) -> None:
    others_are_told_the_same(korea(), **drawn)


def others_are_told_the_same(
    books: tuple[Book, ...], what: str, whose: int, steps: int, more: int, chosen: int
) -> None:
    rng = Random(chosen)
    facilitator = rng.random() < 0.5
    one = begun(rng.choice(books), rng.randint(0, 10**6), facilitator)
    owner = one.book.seats[whose % len(one.book.seats)]
    for _ in range(steps):
        one.put(something(rng, one.state, one.book, one.state.now))
        if one.state.phase == "ended":
            return
    twisted = TWISTS[what](rng, one, owner)
    if twisted is None:
        return
    other = Game(one.book, twisted)
    strangers = [*one.book.seats, OBSERVER, TABLE, *(() if facilitator else (FACILITATOR,))]
    pairs = [(Viewer(seat), Viewer(seat)) for seat in strangers if seat != owner]
    for _ in range(more + 1):
        for here, there in pairs:
            assert here.all_it_has(one) == there.all_it_has(other), f"{here.seat} can tell"
        go_on(rng, one, other, owner, pairs)
        pairs = [pair for pair in pairs if happened(one, pair[0].seat) == happened(other, pair[0].seat)]
        if not pairs or one.state.phase == "ended":
            return


def go_on(rng: Random, one: Game, other: Game, owner: SeatId, pairs: list[tuple[Viewer, Viewer]]) -> None:
    """Take one step in both games, if it can be taken in both; the owner may write its own otherwise."""
    said = something(rng, one.state, one.book, max(one.state.now, other.state.now))
    instead, afterwards = [said], list[Command]()
    if said.by == owner and isinstance(said, Commit) and rng.random() < 0.5:
        instead = list(otherwise(rng, other, said))
        if rng.random() < 0.3:
            afterwards = thinking_again(owner, said.at)
    if not no(one, said) == no(other, instead[-1]) == "accepted":
        return
    for game, commands, which in ((one, [said], 0), (other, [*instead, *afterwards], 1)):
        for each in commands:
            before = game.state
            answer = game.put(each)
            if isinstance(answer, Record):
                for pair in pairs:
                    pair[which].heard += told(game.book, before, answer, pair[which].seat)
    now = max(one.state.now, other.state.now)
    one.state, other.state = replace(one.state, now=now), replace(other.state, now=now)


def test_the_scenario_of_these_games_is_one_that_the_deck_check_accepts(tmp_path: Path) -> None:
    source = rich()
    source["rules"]["decks"] = ["cards"]
    for name, part in (("rules", source["rules"]), ("cards", source["cards"])):
        (tmp_path / f"{name}.yaml").write_text(json.dumps(part, indent=1), encoding="utf-8")
    assert audit([tmp_path / "rules.yaml"]).problems == ()
