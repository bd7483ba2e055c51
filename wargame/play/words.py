"""How numbers, directions and times are said."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from itertools import groupby
from math import gcd

from wargame.engine.hints import FlagHint, Hint
from wargame.engine.ledger import Explained
from wargame.engine.nearest import Nearest
from wargame.engine.sight_parts import NumberSight, OptionSight, RollSight

NAMED_SEED = (
    "A person named the seed of this game. Whoever knows it, or finds it by trying likely ones against the "
    "promise, can work out the dice and what the seats are after."
)
"""What is said with the promise where it hides less than it seems to."""

WAR_TAKES = "War takes away every objective that is not said to count after it."
"""What is said over the objectives of a game that ended in war."""

NO_SIGN = "No news came of it, and nothing that you can see moved."
"""What is said of an outcome of chance that a seat does not notice."""

DECIDED: Mapping[str, str] = {
    "alone": "one person",
    "consensus": "consensus",
    "majority": "a majority",
    "leader": "the leader",
    "bot": "a bot",
}
"""Who decided, after the word `by`."""

MANNERS: Mapping[str, str] = {
    "chosen": "",
    "late": " (late: the clock ran out)",
    "vacant": " (nobody sits there)",
}
"""What is said behind what a seat did, where it did not choose that in time."""

MANNERS_LATER: Mapping[str, str] = {**MANNERS, "vacant": " (nobody sat there)"}
"""The same, once the game is over."""


def joined(items: Sequence[str], last: str = "and") -> str:
    """Return items as people list them: `a, b and c`."""
    return f"{', '.join(items[:-1])} {last} {items[-1]}" if len(items) > 1 else "".join(items)


def shared(teams: int, seats: int) -> str:
    """Return how so many teams hold so many seats: `5 seats for 4 teams: one team holds two`."""
    said = f"{counted(seats, 'seat')} for {counted(teams, 'team')}"
    match seats - teams:
        case 0:
            return f"{said}, one each" if teams > 1 else said
        case 1:
            return f"{said}: {'it' if teams == 1 else 'one team'} holds two"
        case more if more > 0:
            return f"{said}: {f'it holds all {seats}' if teams == 1 else 'some hold more than one'}"
        case _:
            return f"{said}: some share one" if seats else said


def spans(numbers: Sequence[int]) -> str:
    """Return rising numbers as people list them: `1, 4 to 6 and 9`."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and spans[-1][-1] == number - 1:
            spans[-1].append(number)
        else:
            spans.append([number])
    told: list[str] = []
    for span in spans:
        told += [f"{span[0]} to {span[-1]}"] if len(span) > 2 else map(str, span)
    return joined(told)


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: `1 turn`, `8 turns`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def due(turns: int) -> str:
    """Return when something comes, so many turns later: `at once`, `next turn`, `in 3 turns`."""
    return "at once" if turns == 0 else "next turn" if turns == 1 else f"in {counted(turns, 'turn')}"


def pair(number: NumberSight) -> str:
    """Return a relation where it is plain that tension is meant: `North-South 68, Crisis`."""
    return level(number).replace(" tension ", " ", 1)


def pair_name(label: str) -> str:
    """Return the label of a relation where it is plain that tension is meant: `North-South`."""
    return label.removesuffix(" tension")


def nearest(typed: str, known: Iterable[str]) -> str:
    """Return ` Did you mean 'cost'?` for a misspelt word, or nothing."""
    found = get_close_matches(typed.casefold()[:60], list(known), n=1)
    return f" Did you mean '{found[0]}'?" if found else ""


def no_war(near: Nearest | None) -> str:
    """Return how near a game without war came to one; nothing where no tension would have made one."""
    if near is None:
        return ""
    pair = pair_name(near.label)
    return (
        f"No war came. The nearest to it was {pair} at {near.value} in turn {near.turn}; "
        f"from {near.war} on it would have been war."
    )


def level(number: NumberSight) -> str:
    """Return a number and where it stands: `North-South tension 68, Crisis`."""
    return f"{number.label} {number.value}{f', {number.rung}' if number.rung else ''}"


def moved(delta: int) -> str:
    """Return how far a number moved: `up 6`, `down 2`, `unchanged`."""
    return "unchanged" if delta == 0 else f"up {delta}" if delta > 0 else f"down {-delta}"


def step(label: str, before: int, after: int, wanted: int) -> str:
    """Return one change: `South trust 48 to 46 (-2)`; at a limit, what would have moved it further."""
    if before == after:
        return f"{label} stays at {after}{', already at its limit' if wanted else ''}"
    cut = "" if after - before == wanted else f" of {wanted:+d}: that is its limit"
    return f"{label} {before} to {after} ({after - before:+d}{cut})"


def change(entry: Explained, label: str, cause: str | None = None) -> str:
    """Return an entry of the ledger with its cause."""
    return sentence(f"{step(label, entry.before, entry.after, entry.wanted)}: {cause or entry.cause}")


def sentence(text: str) -> str:
    """Return a text that ends with one full stop, or with the mark that it has."""
    return text if text.endswith((".", "!", "?")) else f"{text}."


def bare(cause: str, told: Iterable[str]) -> str:
    """Return a cause without the news that it brought, when that is told beside it."""
    for text in told:
        cause = cause.removesuffix(f": {text}")
    return cause


def in_order(
    changes: Iterable[Explained], rolls: Iterable[RollSight]
) -> Iterator[tuple[RollSight | None, list[Explained]]]:
    """Yield changes with the rolls that made them in the order in which they came, so that numbers run on.

    A change that no roll made comes with None; a roll that changed nothing comes before the next that did.
    """
    left = list(rolls)
    for cause, group in groupby(changes, key=lambda entry: entry.cause):
        own = list(group)
        if any(roll.cause == cause for roll in left):
            while left[0].cause != cause:
                yield left.pop(0), []
            yield left.pop(0), own
        else:
            yield None, own
    yield from ((roll, []) for roll in left)


def reason(option: OptionSight) -> str:
    """Return why an option is shut, without its label."""
    return (option.shut or "").removeprefix(f"'{option.label}' is shut: ")


def when(entry: Explained) -> str:
    """Return when a change was made: `Turn 3`, `Turn 3, card 2`, `End of turn 3`."""
    if entry.exchange == 0:
        return f"End of turn {entry.turn}"
    return f"Turn {entry.turn}" if entry.exchange == 1 else f"Turn {entry.turn}, exchange {entry.exchange}"


def direction(option: OptionSight) -> str:
    """Return what an option is known to move: `Raises South trust. Later lowers South capacity.`"""
    sentences = []
    for sure, later in ((True, False), (False, False), (True, True), (False, True)):
        hints = [hint for hint in option.hints if (hint.sure, hint.later) == (sure, later)]
        parts = [
            f"{verb} {joined([_moved_by(hint) for hint in hints if hint.direction == sign])}"
            for sign, verb in ((1, "raises" if sure else "raise"), (-1, "lowers" if sure else "lower"))
            if any(hint.direction == sign for hint in hints)
        ]
        if parts:
            opening = ("later " if later else "") + ("" if sure else "may ")
            said = opening + "; ".join(parts)
            sentences.append(f"{said[0].upper()}{said[1:]}.")
    sentences += [_made_true(flag) for flag in option.flags]
    if option.chancy:
        sentences.append("The rest is chance.")
    return " ".join(sentences)


def _made_true(flag: FlagHint) -> str:
    opening = ("Later " if flag.later else "") + ("makes" if flag.sure else "may make")
    return f"{opening[0].upper()}{opening[1:]} this {'true' if flag.sets else 'untrue'}: {flag.about}"


def _moved_by(hint: Hint) -> str:
    return hint.label if hint.size is None else f"{hint.label} by {hint.size}"


def chance(weight: int, total: int) -> str:
    """Return the odds of a weight among others in the smallest numbers: `1 in 2`."""
    part = gcd(weight, total)
    return f"{weight // part} in {total // part}"


def base_rate(percent: int | None) -> str:
    """Return the base rate of a forecast as a sentence; nothing where none is known."""
    return "" if percent is None else f"Usually (base rate): {percent}%."


def minutes(seconds: float) -> str:
    """Return a time as people say it: `2 minutes`, `a minute and a half`, `40 seconds`."""
    whole = round(seconds)
    if whole < 60:
        return counted(whole, "second")
    if whole == 90:
        return "a minute and a half"
    full, rest = divmod(whole, 60)
    said = counted(full, "minute")
    return said if rest == 0 else f"{said} and {counted(rest, 'second')}"
