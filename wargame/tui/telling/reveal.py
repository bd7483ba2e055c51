"""The reveal as beats: what everybody did, dice with their odds before the roll, changes with their causes.

A beat is what one key press shows. It carries the tensions as they stand after it, so that the map moves
with the words.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from wargame.engine.ledger import Explained
from wargame.engine.sight_parts import ChoiceSight, RollSight, Sight
from wargame.play.words import MANNERS, NO_SIGN, bare, chance, in_order, joined, pair_name
from wargame.tui.ink import GAP, Piece, firm, piece
from wargame.tui.telling.board import moved

_BAR = 24
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Beat:
    """What one key press shows under a heading, and the tensions that it leaves."""

    section: str
    pieces: tuple[Piece, ...]
    values: Mapping[str, int] = field(default_factory=dict)
    event: bool = False


def exchange(sight: Sight) -> list[Beat]:
    """Return the beats of the exchange whose envelopes are open."""
    here = sight.exchange
    changes = [entry for entry in sight.changes if (entry.turn, entry.exchange) == (sight.turn, here)]
    rolls = [roll for roll in sight.rolls if (roll.turn, roll.exchange) == (sight.turn, here)]
    told = [item.text for item in sight.news if (item.turn, item.exchange) == (sight.turn, here)]
    plain = [entry for entry in changes if entry.step in ("due", "direct")]
    beats = list(_opened(sight.choices, plain, told))
    by_chance = [roll.news for roll in rolls]
    beats += [Beat("What followed", (_news(text),), event=True) for text in told if text not in by_chance]
    beats += _changes("What followed", [entry for entry in changes if entry.step == "together"], told)
    for roll in rolls:
        beats += _rolled("What followed", roll, [e for e in changes if e.step == "chance"], told)
    if not changes and not rolls and not told:
        beats.append(Beat("What followed", (piece(("Nothing that you can see moved.", "muted")),)))
    return beats


def _opened(
    choices: Sequence[ChoiceSight], entries: Iterable[Explained], told: Sequence[str]
) -> Iterator[Beat]:
    """Yield what came in any case, and then each envelope with all that it moved."""
    did = {f"{choice.who}: {choice.label}": choice for choice in choices}
    moves: dict[str, list[Explained]] = {}
    before: list[Explained] = []
    for entry in entries:
        own = entry.step == "direct" and entry.cause in did
        (moves.setdefault(entry.cause, []) if own else before).append(entry)
    yield from _changes("What came whatever was chosen", before, told)
    for cause, choice in did.items():
        moved = moves.get(cause, [])
        pieces = (_choice(choice), *((_moves(moved),) if moved else ()))
        yield Beat("What everybody did, and what it moved", pieces, _after(moved))


def choices(sight: Sight) -> list[Piece]:
    """Return what everybody did in the exchange, without what it moved."""
    return [_choice(choice) for choice in sight.choices]


def end_of_turn(sight: Sight, turn: int) -> list[Beat]:
    """Return the beats of the end of a turn: spillover, standing rules, drift, and rungs crossed."""
    changes = [entry for entry in sight.changes if (entry.turn, entry.exchange) == (turn, 0)]
    rolls = [roll for roll in sight.rolls if (roll.turn, roll.exchange) == (turn, 0)]
    told = [item.text for item in sight.news if (item.turn, item.exchange) == (turn, 0)]
    beats = list(_all_open(sight, changes))
    beats += _spillover(entry for entry in changes if entry.step == "spillover")
    beats += _driven([entry for entry in changes if entry.step == "driver"], rolls, told)
    beats += _drift([entry for entry in changes if entry.step == "decay"])
    ruled = [entry for entry in changes if entry.step == "ruling"]
    beats += _changes("What the facilitator ruled", ruled, ())
    for at, label, before, after in sight.crossings:
        if at == turn:
            beats.append(_crossing(label, before, after))
    if not beats:
        beats.append(Beat("The turn ends", (piece(("Nothing more moved.", "muted")),)))
    return beats


def _all_open(sight: Sight, changes: Sequence[Explained]) -> Iterator[Beat]:
    """Yield that secrets are open now, where the end tells what had been kept from the seat till then."""
    seen = {relation.id for relation in sight.relations}
    kept = [e for e in changes if e.number not in seen and not e.number.startswith(f"{sight.seat}.")]
    if sight.phase == "ended" and kept:
        told = "From here on you also read what happened to the numbers of the other seats."
        yield Beat("The game is over, and all secrets are open", (piece(told),))


def told(beats: Iterable[Beat]) -> list[Piece]:
    """Return beats as pieces, under the headings of their sections."""
    pieces: list[Piece] = []
    section = ""
    for beat in beats:
        if beat.section != section:
            pieces += [*((GAP,) if pieces else ()), piece((beat.section, "heading"))]
            section = beat.section
        pieces += beat.pieces
    return pieces


def before(sight: Sight, turn: int, exchange: int) -> dict[str, int]:
    """Return the numbers as they stood before an exchange, or before the end of a turn (exchange 0)."""
    values = {number.id: number.value for number in (*sight.relations, *sight.tracks)}
    for entry in reversed(sight.changes):
        if entry.number in values and entry.turn == turn and entry.exchange == exchange:
            values[entry.number] = entry.before
    return values


def _choice(choice: ChoiceSight) -> Piece:
    return piece(
        (f"{choice.who}: ", "muted"),
        (choice.label, "strong"),
        (MANNERS[choice.manner], "warn"),
    )


def _news(text: str) -> Piece:
    return piece((text, "strong"), mark=("» ", "key"))


def _changes(section: str, entries: Iterable[Explained], told: Sequence[str]) -> Iterator[Beat]:
    """Yield a beat for each cause: the cause, and under it all that it moved."""
    for cause, group in groupby(entries, key=lambda entry: entry.cause):
        own = list(group)
        text = bare(cause, told)
        yield Beat(section, (piece(f"{text[:1].upper()}{text[1:]}"), _moves(own)), _after(own))


def _moves(entries: Sequence[Explained]) -> Piece:
    """Return what one cause changed, in a row: each number once, also where two effects moved it."""
    told: list[tuple[str, str]] = []
    for number, own in _by_number(entries).items():
        name, before, after = pair_name(own[0].label), own[0].before, own[-1].after
        limit = "" if after - before == sum(entry.wanted for entry in own) else " (limit)"
        told += [
            *(moved(after - before, number) or (("=", "muted"),)),
            (firm(f" {name} "), "strong"),
            (firm(f"{before} → {after}{limit}"), "muted"),
            ("   ", "plain"),
        ]
    return piece(*told, indent=2)


def _by_number(entries: Iterable[Explained]) -> dict[str, list[Explained]]:
    found: dict[str, list[Explained]] = {}
    for entry in entries:
        found.setdefault(entry.number, []).append(entry)
    return found


def _after(entries: Iterable[Explained]) -> dict[str, int]:
    return {entry.number: entry.after for entry in entries}


def _rolled(
    section: str, roll: RollSight, changes: Sequence[Explained], told: Sequence[str]
) -> Iterator[Beat]:
    """Yield the odds of a roll, and then its outcome with what that changed."""
    about = bare(roll.cause, [roll.news])
    if roll.ruled:
        yield Beat(section, (piece((f"{about}: ", "muted"), "the facilitator ruled how it came out."),))
    else:
        yield Beat(
            section, (piece(("The dice: ", "key"), (_event(about), "muted")), piece(*_odds(roll), indent=2))
        )
    own = [entry for entry in changes if entry.cause == roll.cause]
    letter = _letter(roll)
    had = f"{letter} came. " if letter else ""
    news = roll.news or ("" if own else NO_SIGN)
    came = (piece((had, "muted"), (news, "strong"), mark=("» ", "key")),) if had or news else ()
    yield Beat(section, (*came, *((_moves(own),) if own else ())), _after(own), event=bool(came))


def _event(cause: str) -> str:
    """Return what a roll was about, without saying once more that it was chance."""
    return cause.removeprefix("chance (").removesuffix(")") if cause.startswith("chance (") else cause


def _odds(roll: RollSight) -> tuple[tuple[str, str], ...]:
    """Return the odds as a bar of lettered outcomes, without saying what each would be."""
    if not roll.weights:
        return (("the odds are not told before the end", "plain"),)
    total = sum(roll.weights)
    shares = [weight for weight in roll.weights if weight]
    if len(shares) == 1:
        return (("only one outcome is possible", "plain"),)
    bar = [
        (letter * max(1, round(_BAR * weight / total)), "strong" if at % 2 else "key")
        for at, (letter, weight) in enumerate(zip(_LETTERS, shares, strict=False))
    ]
    said = [f"{letter} {chance(weight, total)}" for letter, weight in zip(_LETTERS, shares, strict=False)]
    return (*bar, (f"  {joined(said)}", "plain"))


def _letter(roll: RollSight) -> str:
    """Return the letter of the outcome that came, of those that were possible; nothing if it was the one."""
    if roll.ruled or roll.outcome is None or sum(weight > 0 for weight in roll.weights) < 2:
        return ""
    return _LETTERS[sum(weight > 0 for weight in roll.weights[: roll.outcome])]


def _spillover(changes: Iterable[Explained]) -> Iterator[Beat]:
    """Yield at once what spillover made of each relation in all, with the pairs that it came from."""
    pieces, values = [], {}
    for number, entries in _by_number(changes).items():
        first, last = entries[0], entries[-1]
        sources = list(dict.fromkeys(entry.cause.removeprefix("spillover ") for entry in entries))
        values[number] = last.after
        told = piece(
            *(moved(last.after - first.before, number) or (("=", "muted"),)),
            (f" {pair_name(first.label)} ", "strong"),
            f"{first.before} → {last.after}  ",
            (joined(sources), "muted"),
        )
        pieces.append(told)
    if pieces:
        yield Beat("What spilled over from one pair to another (spillover)", tuple(pieces), values)


def _driven(changes: Sequence[Explained], rolls: Sequence[RollSight], told: Sequence[str]) -> Iterator[Beat]:
    section = "What the end of the turn brought"
    by_chance = [roll.news for roll in rolls]
    if news := tuple(_news(text) for text in told if text not in by_chance):
        yield Beat(section, news, event=True)
    for roll, own in in_order(changes, rolls):
        if roll is None:
            yield from _changes(section, own, told)
        else:
            yield _at_once(list(_rolled(section, roll, own, told)))


def _at_once(beats: Sequence[Beat]) -> Beat:
    """Return beats as one: many standing rules roll at the end of a turn, and few of them are awaited."""
    values = {number: after for beat in beats for number, after in beat.values.items()}
    pieces = tuple(part for beat in beats for part in beat.pieces)
    return Beat(beats[0].section, pieces, values, event=any(beat.event for beat in beats))


def _drift(changes: Sequence[Explained]) -> Iterator[Beat]:
    if changes:
        told: list[tuple[str, str]] = []
        for entry in changes:
            told += [
                *(moved(entry.after - entry.before, entry.number) or (("=", "muted"),)),
                (firm(f" {pair_name(entry.label)} "), "plain"),
                (firm(f"{entry.before} → {entry.after}"), "muted"),
                ("   ", "plain"),
            ]
        values = {entry.number: entry.after for entry in changes}
        yield Beat("As time passes, tension drifts back toward its usual level", (piece(*told),), values)


def _crossing(label: str, before: str, after: str) -> Beat:
    told = piece(
        (pair_name(label), "strong"),
        (f" was {before} when the turn began, and is now ", "plain"),
        (f"{after}.", "warn"),
        mark=("» ", "key"),
    )
    return Beat("A pair stands on another rung, a range of tension with a name", (told,), event=True)
