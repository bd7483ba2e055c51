"""What can be set on the stage, as rows to be picked and as words to be typed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from wargame.content.names import Names, intent_of
from wargame.content.problems import suggestion
from wargame.content.rules import Rules
from wargame.lab.staged import Scenery


@dataclass(frozen=True)
class Prop:
    """Something that can be set: what is typed for it, what it is, and whether it is set."""

    group: str
    typed: str
    about: str
    is_set: bool


class Props:
    """All that can be set for a card; `asks` are its options by seat, with their labels."""

    def __init__(self, rules: Rules, asks: Mapping[str, Mapping[str, str]]) -> None:
        self.rules, self.asks = rules, asks
        self.names = Names(rules, ())
        self.short = {str(actor.id): actor.short for actor in rules.actors}
        self.starts, self.labels = _numbers(rules)
        longest = max(rules.lengths.values(), key=lambda length: len(length.turns))
        self.turns = tuple(longest.turns)

    def rows(self, now: Scenery) -> Iterator[Prop]:
        """Yield everything that can be set."""
        turn = now.setting.turn or self.turns[0]
        for at in self.turns:
            yield Prop("Turn", f"turn {at}", self.rules.calendar[at - 1].title, at == turn)
        numbers = now.setting.numbers
        for name, start in self.starts.items():
            level = f"{numbers[name]} (at the start {start})" if name in numbers else str(start)
            yield Prop("Numbers", name, f"{self.labels[name]}: {level}", name in numbers)
        for flag, rule in self.rules.flags.items():
            yield Prop("Flags", str(flag), rule.about, flag in now.setting.flags)
        for seat in self.asks:
            about = f"{self.short[seat]}: each of its options"
            yield Prop("Varied in the trial", f"vary {seat}", about, seat in now.vary)
        for seat, options in self.asks.items():
            for option, label in options.items():
                about = f"{self.short[seat]}: {label}"
                yield Prop("Held in the trial", f"{seat} {option}", about, now.held.get(seat) == option)
        for actor in self.rules.actors:
            for intent in actor.seat.intents if actor.seat else ():
                drawn = now.intents.get(actor.id) == intent.id
                about = f"{actor.short}: {intent.title}"
                yield Prop("Secret intents", f"intent {actor.id} {intent.id}", about, drawn)

    def with_typed(self, now: Scenery, text: str) -> Scenery:
        """Return the scenery with what was typed; raises ValueError with one sentence."""
        match text.replace("=", " ").split():
            case ["turn", turn]:
                return self._at_turn(now, turn)
            case ["vary", seat]:
                self._asked(seat)
                return replace(now, vary=_toggled(now.vary, seat))
            case ["intent", seat, intent]:
                self._known("seat", seat)
                self._known(intent_of(seat), intent)
                return replace(now, intents=_swapped(now.intents, seat, intent))
            case [number, value] if self.names.has("number", number):
                return self.with_number(now, number, value)
            case [seat, option] if self.names.has("seat", seat):
                return self._holding(now, seat, option)
            case [flag] if self.names.has("flag", flag):
                flags = _toggled(now.setting.flags, flag)
                return replace(now, setting=replace(now.setting, flags=flags))
            case [number] if self.names.has("number", number):
                raise ValueError(f"write a value from 0 to 100 behind it, as in '{number} 60'")
            case ["turn"]:
                raise ValueError(f"write one of the turns behind it: {', '.join(map(str, self.turns))}")
            case ["vary"]:
                raise ValueError(f"write a seat behind it: {', '.join(self.asks)}")
            case ["intent", *_]:
                raise ValueError("write a seat and its intent behind it, or pick one below")
            case [seat] if self.names.has("seat", seat):
                raise ValueError(f"write one of its options behind it, or 'vary {seat}'")
            case [first, *_]:
                raise ValueError(self._lost(first))
            case _:
                raise ValueError("write a name, or pick one below")

    def with_number(self, now: Scenery, number: str, value: str) -> Scenery:
        """Return the scenery with a number set; that of the start is none; raises ValueError."""
        if not (value.isascii() and value.isdecimal() and len(value) <= 3 and int(value) <= 100):
            raise ValueError(f"'{number}' takes a whole number from 0 to 100, and not '{value}'")
        numbers = {name: other for name, other in now.setting.numbers.items() if name != number}
        if int(value) != self.starts[number]:
            numbers[number] = int(value)
        return replace(now, setting=replace(now.setting, numbers=numbers))

    def told(self, now: Scenery) -> list[str]:
        """Return what is set, in the words in which it is typed."""
        setting = now.setting
        return [
            *([f"turn {setting.turn}"] if setting.turn is not None else []),
            *(f"{number} {value}" for number, value in setting.numbers.items()),
            *setting.flags,
            *(f"vary {seat}" for seat in now.vary),
            *(f"{seat} {option}" for seat, option in now.held.items()),
            *(f"intent {seat} {intent}" for seat, intent in now.intents.items()),
        ]

    def without(self, now: Scenery, typed: str) -> Scenery:
        """Return the scenery without what is set by these words, if it is."""
        if typed in self.starts:
            return self.with_number(now, typed, str(self.starts[typed]))
        if typed == f"turn {now.setting.turn}":
            return replace(now, setting=replace(now.setting, turn=None))
        return self.with_typed(now, typed) if typed in self.told(now) else now

    def nudged(self, now: Scenery, number: str, by: int) -> Scenery:
        """Return the scenery with a number a little higher or lower."""
        level = now.setting.numbers.get(number, self.starts[number])
        return self.with_number(now, number, str(min(100, max(0, level + by))))

    def _at_turn(self, now: Scenery, turn: str) -> Scenery:
        known = [str(at) for at in self.turns]
        if turn not in known:
            raise ValueError(f"the longest game plays the turns {', '.join(known)}, and this is '{turn}'")
        first = int(turn) == self.turns[0]
        return replace(now, setting=replace(now.setting, turn=None if first else int(turn)))

    def _holding(self, now: Scenery, seat: str, option: str) -> Scenery:
        self._asked(seat)
        if option not in self.asks[seat]:
            near = suggestion(option, self.asks[seat]) or f"; it has {', '.join(self.asks[seat])}"
            raise ValueError(f"'{seat}' has no option '{option}' on this card{near}")
        return replace(now, held=_swapped(now.held, seat, option))

    def _asked(self, seat: str) -> None:
        self._known("seat", seat)
        if seat not in self.asks:
            asked = f"it asks {', '.join(self.asks)}" if self.asks else "it cannot be shown yet"
            raise ValueError(f"this card does not ask '{seat}': {asked}")

    def _known(self, kind: str, name: str) -> None:
        if not self.names.has(kind, name):
            unknown = self.names.unknown(kind, name)
            raise ValueError(unknown if isinstance(unknown, str) else unknown())

    def _lost(self, name: str) -> str:
        known = [*self.names.known["number"], *self.names.known["flag"], *self.names.known["seat"]]
        if name in known:
            return f"what stands behind '{name}' does not belong to it; write one thing at a time"
        near = suggestion(name, known) or "; pick one below, or write less of it"
        return f"nothing that can be set is called '{name}'{near}"


def _numbers(rules: Rules) -> tuple[dict[str, int], dict[str, str]]:
    """Return what each number begins at, and what people call it."""
    short = {str(actor.id): actor.short for actor in rules.actors}
    starts = {str(name): own.start for name, own in rules.relations.items()}
    labels = {name: f"{'-'.join(short[actor] for actor in name.split('-'))} tension" for name in starts}
    for actor in rules.actors:
        for track in actor.tracks:
            starts[f"{actor.id}.{track.id}"] = track.start
            labels[f"{actor.id}.{track.id}"] = f"{actor.short}, {track.name}"
    return starts, labels


def _toggled(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    return tuple(n for n in names if n != name) if name in names else (*names, name)


def _swapped(held: Mapping[str, str], seat: str, what: str) -> dict[str, str]:
    """Return what seats hold with this in place of another, or without it if it was held."""
    others = {name: own for name, own in held.items() if name != seat}
    return others if held.get(seat) == what else {**others, seat: what}
