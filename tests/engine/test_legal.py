"""The table of phase, role and command, tried out whole."""

from itertools import product
from typing import Any, get_args

import pytest
from msgspec.structs import replace

from tests.engine.playing import TABLE, Game, command
from tests.engine.scenarios import SEATS, plain
from wargame.engine.decide import decide
from wargame.engine.legal import LEGAL, Role, leads
from wargame.engine.records import Record, Rejection
from wargame.engine.state import Phase, State

WHO = (*SEATS, "facilitator", TABLE, "observer", "stranger")
TOLD: dict[str, dict[str, Any]] = {
    "deal": {},
    "sit": {},
    "commit": {"option": "south-act", "rationale": "So."},
    "expire": {"seat": "south"},
    "pause": {},
    "unpause": {},
    "open": {},
    "proceed": {},
    "inject": {"card": "idle", "reason": "So."},
    "rule-number": {"number": "north-south", "value": 5, "reason": "So."},
    "rule-outcome": {"path": "chance/driver/dice", "outcome": 0, "reason": "So."},
}
DICE = {"id": "dice", "title": "Dice", "when": {"turn": ">= 9"}, "chances": [{"weight": 1}]}


def in_phase(phase: Phase, facilitator: bool, empty: tuple[str, ...]) -> Game:
    """Return a game in a phase; of one seat that decides there, the clock has run out."""
    game = Game(plain(drivers=[DICE], turns=1), facilitator=facilitator, empty=empty, clock=True)
    leader = next(who for who in WHO if leads(game.state, who))  # type: ignore[arg-type]
    if phase == "new":
        game.state = State()
    if phase in ("decide", "reveal", "ended"):
        game.tell("deal", leader)
    if phase in ("reveal", "ended"):
        game.decide()
        game.tell("open", leader)
    if phase == "ended":
        game.tell("proceed", leader)
    assert game.state.phase == phase
    return game


def allowed(game: Game, who: str, kind: str) -> bool:
    """Say what the table says, by a reading of it that is not the engine's."""
    table = game.state.setup
    humans = [seat for seat, holder in table.seats.items() if holder.kind == "human"]
    held: dict[Role, bool] = {
        "leader": who == "facilitator" if table.facilitator else who in humans if humans else who == TABLE,
        "seat": who in SEATS,
        "facilitator": who == "facilitator" and table.facilitator,
        "clock": who == TABLE,
    }
    if game.state.phase == "new":
        held |= {"leader": who in ("facilitator", TABLE), "seat": False, "facilitator": False}
    return any(held[role] and kind in kinds for role, kinds in LEGAL[game.state.phase].items())


@pytest.mark.parametrize("phase", get_args(Phase))
@pytest.mark.parametrize(
    ("facilitator", "empty"), [(True, ()), (False, ()), (False, ("north",)), (False, SEATS)]
)
def test_a_command_passes_exactly_where_the_table_says(
    phase: Phase, facilitator: bool, empty: tuple[str, ...]
) -> None:
    game = in_phase(phase, facilitator, empty)
    for who, kind in product(WHO, [*TOLD, "begin"]):
        if kind == "begin":
            said = replace(game.begin, by=who, at=game.state.now)
        else:
            said = command(kind, who, game.state.now, **TOLD[kind])  # type: ignore[assignment]
        answer = decide(game.book, game.state, said)
        refused = isinstance(answer, Rejection) and answer.code in ("not-now", "not-yours")
        assert refused != allowed(game, who, kind), (phase, who, kind, answer)


@pytest.mark.parametrize("phase", get_args(Phase))
def test_what_nobody_may_say_now_is_refused_with_what_the_phase_is(phase: Phase) -> None:
    game = in_phase(phase, True, ())
    possible = {kind for kinds in LEGAL[phase].values() for kind in kinds}
    for kind in set(TOLD) - possible:
        answer = decide(game.book, game.state, command(kind, "facilitator", game.state.now, **TOLD[kind]))
        assert isinstance(answer, Rejection)
        assert answer.code == "not-now"
        assert answer.sentence.startswith(f"'{kind}' is not possible now: ")


def test_every_kind_of_command_has_a_place_in_the_table() -> None:
    named = {kind for roles in LEGAL.values() for kinds in roles.values() for kind in kinds}
    assert named == {*TOLD, "begin"}


def test_any_human_seat_may_lead_on_where_there_is_no_facilitator() -> None:
    for who in SEATS:
        game = Game(plain(), facilitator=False)
        game.tell("deal", who)
        game.decide()
        game.tell("open", who)
        assert isinstance(game.tell("proceed", who), Record)
