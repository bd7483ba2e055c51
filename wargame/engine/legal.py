"""Who may say what, when: the table of phase x role x command, read as data.

A game goes new, brief, decide, reveal, then decide again (another exchange), brief (another turn) or
ended. The one who leads is the facilitator if there is one, else any human seat, else the table itself.
"""

from collections.abc import Callable, Mapping
from typing import Literal, get_args

from wargame.content.base import FACILITATOR, TABLE, SeatId
from wargame.engine.records import Rejection
from wargame.engine.state import Phase, State

Role = Literal["leader", "seat", "facilitator", "clock"]

LEGAL: Mapping[Phase, Mapping[Role, frozenset[str]]] = {
    "new": {"leader": frozenset({"begin"})},
    "brief": {
        "leader": frozenset({"deal"}),
        "facilitator": frozenset({"inject", "rule-number", "rule-outcome"}),
    },
    "decide": {
        "leader": frozenset({"open", "pause", "unpause"}),
        "seat": frozenset({"sit", "commit"}),
        "facilitator": frozenset({"inject", "rule-number", "rule-outcome"}),
        "clock": frozenset({"expire"}),
    },
    "reveal": {
        "leader": frozenset({"proceed"}),
        "facilitator": frozenset({"inject", "rule-number"}),
    },
    "ended": {},
}

_SENTENCES: Mapping[Phase, str] = {
    "new": "the game has not begun",
    "brief": "the turn has begun, and its cards are not dealt yet",
    "decide": "the seats are deciding",
    "reveal": "the envelopes are open",
    "ended": "the game has ended",
}


def leads(state: State, who: SeatId) -> bool:
    """Say whether this one may lead the game on."""
    if state.phase == "new":
        return who in (TABLE, FACILITATOR)
    if state.setup.facilitator:
        return who == FACILITATOR
    humans = state.setup.humans
    return who in humans if humans else who == TABLE


_HOLDS: Mapping[Role, Callable[[State, SeatId], bool]] = {
    "leader": leads,
    "seat": lambda state, who: who in state.setup.seats,
    "facilitator": lambda state, who: who == FACILITATOR and state.setup.facilitator,
    "clock": lambda state, who: who == TABLE,
}

_MAY: Mapping[tuple[Phase, str], tuple[Callable[[State, SeatId], bool], ...]] = {
    (phase, kind): tuple(_HOLDS[role] for role, others in roles.items() if kind in others)
    for phase, roles in LEGAL.items()
    for kinds in roles.values()
    for kind in kinds
}


def forbidden(state: State, who: SeatId, kind: str) -> Rejection | None:
    """Say why this command cannot be given now, or by this one; None if it can."""
    those_who_may = _MAY.get((state.phase, kind))
    if those_who_may is None:
        return Rejection("not-now", f"'{kind}' is not possible now: {_SENTENCES[state.phase]}")
    for holds in those_who_may:
        if holds(state, who):
            return None
    return Rejection("not-yours", f"'{kind}' is not for '{who}' to say")


assert set(LEGAL) == set(get_args(Phase)) and set(_HOLDS) == set(get_args(Role))
