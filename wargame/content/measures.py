"""What the odds watch of many games, and what a good table shows of it."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from wargame.content.base import Line, Model, NumberKey, OneOrMore, Percent, SeatKey, Slug
from wargame.content.cards import Covers
from wargame.content.conditions import Condition


class Wanted(Model):
    """What a good table shows in the longest game: a share from `low` to `high` percent, or a spread.

    A relation is wanted to end at least `rungs` apart in the calmest tenth of games and in the tensest.
    """

    low: Percent = 0
    """The share of games is at least this,"""
    high: Percent = 100
    """and at most this."""
    rungs: Annotated[int, Field(ge=1, le=9)] | None = None
    """For a relation: the calmest and the tensest tenth of games end at least this many rungs apart."""


class Measure(Model):
    """A figure that the odds watch: a share of games, a number at the end, or a figure of the graph.

    With `given` only the games count in which the seats named drew one of the intents named.
    """

    id: Slug
    """Its name in the file that `wargame odds --json` writes."""
    title: Line
    """As `wargame odds` prints it."""
    covers: Covers = ()
    """Rows that it carries, as on a card: `[A3, A7]`."""
    when: Condition | None = None
    """In what share of games it held."""
    hold: Literal["end", "ever"] = "end"
    """At the end, or at the end of some turn."""
    number: NumberKey | None = None
    """Its value at the end."""
    graph: Literal["balance", "blocs", "hostile"] | None = None
    """The weighted balance, the actors that changed camps, the hostile pairs."""
    given: Mapping[SeatKey, OneOrMore] = {}
    """Count only the games in which these seats drew one of these intents: `{east: [trade, seize]}`."""
    wanted: Wanted | None = None
    """What a good table shows."""
