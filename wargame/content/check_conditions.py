"""What a condition may ask where it stands: choices only once envelopes are open, intents only in secret.

Whether a follow-up comes, a chance falls or a rule works is seen by all. It is evidence, and may rest on a
track or a secret flag. Were an intent asked there, its owner's secret could be read from what happens; so it
is asked only where nobody else sees the answer. Whether an option is open is no event but an answer on the
screen of a seat: it may rest only on what that seat knows.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Protocol

from wargame.content.base import SeatId
from wargame.content.conditions import Condition, holds, within
from wargame.content.effects import Chance, Effect, FollowUp
from wargame.content.findings import Findings, Placed, Say, no_such
from wargame.content.reading import Location
from wargame.content.rules import Rules

Offered = Mapping[str, Collection[str]]
"""The options of every seat that a card asks."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a condition stands, in words, and what can be asked there beside numbers, flags and dates.

    `shown_to` is the seat that is shown the answer as such.
    """

    where: str
    chosen: bool = False
    offered: Offered | None = None
    intent: bool = False
    shown_to: str | None = None


COUNTED = Setting("here", intent=True)
"""Where what holds is only counted or weighed, and shown to nobody."""


class Consequences(Protocol):
    """Whatever has effects, chances and follow-ups."""

    @property
    def effects(self) -> tuple[Effect, ...]: ...

    @property
    def chances(self) -> tuple[Chance, ...]: ...

    @property
    def next(self) -> tuple[FollowUp, ...]: ...


class Conditions:
    """Checks the conditions of one file against the rules that it is played by."""

    def __init__(self, source: Placed, rules: Rules, found: Findings) -> None:
        self._source = source
        self._rules = rules
        self._seats = {str(actor.id) for actor in rules.actors if actor.seat}
        self._turns = len(rules.calendar)
        self._found = found

    def has_seat(self, seat: str) -> bool:
        """Say whether the rules have a seat of that name."""
        return seat in self._seats

    def check(self, condition: Condition | None, path: Location, setting: Setting) -> None:
        """Note what cannot be asked in this setting, and comparisons that never hold."""
        if condition is None:
            return
        for here, part in _inside(condition, path):
            self._askable(part, here, setting)
            if setting.shown_to is not None:
                self._known(part, here, setting.shown_to)
            self._possible(part, here)
            if part.choices and setting.offered is not None:
                self.choices(part.choices, (*here, "choices"), setting.offered)

    def choices(self, choices: Mapping[SeatId, Iterable[str]], path: Location, offered: Offered) -> None:
        """Note seats that the card does not ask, and options that it does not offer them.

        Where a card asks a seat that there is not, the one that it does not ask may be the one meant.
        """
        misnamed = not all(map(self.has_seat, offered))
        for seat, options in choices.items():
            if seat not in offered and misnamed:
                continue
            if seat not in offered:
                known = ", ".join(f"'{asked}'" for asked in offered)
                said = f"the card does not ask '{seat}'; it asks {known}"
                self._say((*path, seat), said, key=True)
                continue
            for at, option in enumerate(options):
                if option not in offered[seat]:
                    self._say((*path, seat, at), no_such("option", option, offered[seat], seat))

    def follows(self, source: Consequences, path: Location, setting: Setting) -> None:
        """Check the conditions of effects, chances and follow-ups."""
        public = replace(setting, intent=False) if setting.intent else setting
        self.effects(source.effects, (*path, "effects"), setting)
        for at, chance in enumerate(source.chances):
            here = (*path, "chances", at)
            self.check(chance.when, (*here, "when"), public)
            for which, more in enumerate(chance.more):
                self.check(more.when, (*here, "more", which, "when"), public)
            self.effects(chance.effects, (*here, "effects"), setting)
            self._next(chance.next, here, public)
        if source.chances and not any(chance.weight or chance.more for chance in source.chances):
            self._say((*path, "chances"), "no outcome has a weight: none can come", key=True)
        self._next(source.next, path, public)

    def effects(self, effects: Iterable[Effect], path: Location, setting: Setting) -> None:
        """Check the conditions of effects; one that changes only its owner's tracks may ask an intent."""
        for at, effect in enumerate(effects):
            if effect.when is None:
                continue
            here = (*path, at)
            self.check(effect.when, (*here, "when"), replace(setting, intent=True))
            for asked, part in _inside(effect.when, (*here, "when")):
                for seat in part.intent:
                    if not _stays_with(seat, effect):
                        said = (
                            f"an effect that asks the intent of '{seat}' may change only tracks of '{seat}'"
                        )
                        self._say((*asked, "intent"), f"{said}: others would see the rest", key=True)
            self.effects(effect.else_, (*here, "else"), setting)

    def _next(self, follow_ups: Iterable[FollowUp], path: Location, setting: Setting) -> None:
        for at, follow_up in enumerate(follow_ups):
            self.check(follow_up.when, (*path, "next", at, "when"), setting)

    def _askable(self, part: Condition, path: Location, setting: Setting) -> None:
        refused = {
            "choices": part.choices and setting.offered is None,
            "chosen": part.chosen and not setting.chosen,
            "late": part.late and not setting.chosen,
        }
        for field in (field for field, wrong in refused.items() if wrong):
            advice = "; ask 'chosen', with a tag" if field == "choices" and setting.chosen else ""
            self._say((*path, field), f"'{field}' cannot be asked {setting.where}{advice}", key=True)
        if part.intent and not setting.intent:
            said = f"'intent' cannot be asked {setting.where}: others would read the secret from what happens"
            self._say((*path, "intent"), said, key=True)

    def _known(self, part: Condition, path: Location, seat: str) -> None:
        """Note numbers and flags that a seat does not know, and would read from the answer."""
        for track in part.tracks:
            if not track.startswith(f"{seat}."):
                said = f"an option of '{seat}' cannot need '{track}': being open, it would tell what '{seat}'"
                advice = "does not see; need a tension, a flag that it knows or a track of its own"
                self._say((*path, "tracks", track), f"{said} {advice}", key=True)
        for at, flag in enumerate(part.flags):
            rule = self._rules.flags.get(flag)
            if rule is not None and rule.secret and seat not in (rule.known_to or ()):
                said = f"an option of '{seat}' cannot need '{flag}': being open, it would tell '{seat}'"
                advice = f"this secret; add '{seat}' to its 'known-to', or need something else"
                self._say((*path, "flags", at), f"{said} {advice}")

    def _possible(self, part: Condition, path: Location) -> None:
        for field, comparisons in (("tension", part.tension), ("tracks", part.tracks)):
            for number, comparison in comparisons.items():
                if not _ever_holds(comparison, 0, 100):
                    said = f"'{comparison}' never holds of a number from 0 to 100"
                    self._say((*path, field, number), said)
        if part.turn and not _ever_holds(part.turn, 1, self._turns):
            self._say((*path, "turn"), f"'{part.turn}' never holds of a turn from 1 to {self._turns}")

    def _say(self, path: Location, sentence: Say, *, key: bool = False) -> None:
        self._found.add(self._source, path, sentence, key=key)


def asks_intent(condition: Condition | None) -> bool:
    """Say whether a condition, or one inside it, asks an intent."""
    return any(part.intent for part in within(condition))


@lru_cache(maxsize=1000)
def _ever_holds(comparison: str, lowest: int, highest: int) -> bool:
    return any(holds(comparison, level) for level in range(lowest, highest + 1))


def _inside(condition: Condition | None, path: Location) -> Iterator[tuple[Location, Condition]]:
    if condition is None:
        return
    yield path, condition
    for at, part in enumerate(condition.any_):
        yield from _inside(part, (*path, "any", at))
    yield from _inside(condition.not_, (*path, "not"))


def _stays_with(seat: str, effect: Effect) -> bool:
    own = not effect.tension and effect.flags is None
    own = own and all(track.startswith(f"{seat}.") for track in effect.tracks)
    return own and all(_stays_with(seat, other) for other in effect.else_)
