"""What a scenario has names for, and what to say of a name that it does not have."""

from collections.abc import Callable, Iterable

from wargame.content.findings import Say, no_such
from wargame.content.rules import Rules

_OF = " of "


Elsewhere = Callable[[str], str]


def _nowhere(card: str) -> str:
    return ""


class Names:
    """The names of a scenario, by kind: `known["flag"]`, `known["intent of north"]`.

    `cards` are the ids of all cards of its decks; `elsewhere` says in which other deck a card is, if any.
    """

    def __init__(self, rules: Rules, cards: Iterable[str], elsewhere: Elsewhere = _nowhere) -> None:
        self._elsewhere = elsewhere
        relations = tuple(str(relation) for relation in rules.relations)
        tracks = tuple(f"{actor.id}.{track.id}" for actor in rules.actors for track in actor.tracks)
        self.known: dict[str, tuple[str, ...]] = {
            "actor": tuple(actor.id for actor in rules.actors),
            "seat": tuple(actor.id for actor in rules.actors if actor.seat),
            "relation": relations,
            "track": tracks,
            "number": (*relations, *tracks),
            "flag": tuple(rules.flags),
            "tag": tuple(rules.tags),
            "window": tuple(rules.windows),
            "row": tuple(rules.rows),
            "length": tuple(rules.lengths),
            "date": tuple(turn.date for turn in rules.calendar),
            "turn": tuple(str(turn) for turn in range(1, len(rules.calendar) + 1)),
            "card": tuple(cards),
        }
        for actor in rules.actors:
            if actor.seat:
                self.known[intent_of(actor.id)] = tuple(intent.id for intent in actor.seat.intents)
        self._sets = {kind: frozenset(names) for kind, names in self.known.items()}
        if not rules.rows:
            del self._sets["row"]  # rules without rows leave it to the cards what they cover

    def has(self, kind: str, name: str) -> bool:
        """Say whether there is something of that kind and name; of an unknown kind there is everything."""
        return kind not in self._sets or name in self._sets[kind]

    def unknown(self, kind: str, name: str) -> Say:
        """Return the sentence for a name that leads nowhere."""
        if kind == "turn":
            return f"the calendar has turns 1 to {len(self.known['date'])}, and this is {name}"
        if kind == "date":
            return _no_date(name, self.known["date"])
        turned = "-".join(reversed(name.split("-")))
        if kind in ("relation", "number") and self.has("relation", turned):
            return f"a relation is written in actor order: '{turned}', not '{name}'"
        if kind == "card":
            return lambda: _no_card(name, self._elsewhere(name)) or no_such(kind, name, self.known[kind])()
        of, _, seat = kind.partition(_OF)
        return no_such(of, name, self.known[kind], seat)


def _no_card(name: str, deck: str) -> str:
    return f"the card '{name}' is in no deck of this scenario; add '{deck}' to its 'decks'" if deck else ""


def _no_date(name: str, dates: tuple[str, ...]) -> str:
    if dates[0] < name < dates[-1]:
        return f"no turn of the calendar begins on {name}; they begin on {', '.join(dates)}"
    return f"the calendar runs from {dates[0]} to {dates[-1]}, and this is {name}"


def intent_of(seat: str) -> str:
    """Return the kind of a seat's intents."""
    return f"intent{_OF}{seat}"
