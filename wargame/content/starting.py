"""New decks and scenarios: commented, sound and playable as they stand, and never in place of a file."""

import os
import re
import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from wargame.content.base import Relation
from wargame.content.editing.stand_ins import TEMPLATES
from wargame.content.gather import SUFFIX
from wargame.content.problems import ContentError, Problem
from wargame.content.rules import Actor, Rules
from wargame.content.schema import FOLDER, KINDS, schema_text
from wargame.content.slips import respelt

_NAMED = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_BLANK = re.compile(r"<<([a-z ]+)>>")
_COLUMNS = 100


@dataclass(frozen=True, slots=True)
class Started:
    """What was written: the file to begin with, and all files."""

    path: Path
    files: tuple[Path, ...]


def new_deck(where: str | None, rules: Rules) -> Started:
    """Write a deck of one card for a scenario; raises ContentError, with nothing written over."""
    path = _place(where, "my-deck")
    return _written({path: _filled("deck", {"deck": path.stem, **_blanks(rules)})})


def new_scenario(where: str | None) -> Started:
    """Write a rules file and its deck; raises ContentError, with nothing written over."""
    path = _place(where, "my-scenario")
    deck = path.with_name(f"{path.stem}-cards{SUFFIX}")
    names = {"scenario": path.stem, "deck": deck.stem}
    return _written({path: _filled("scenario", names), deck: _filled("scenario-deck", names)})


def _place(where: str | None, usual: str) -> Path:
    """Return the file to be written; raises ContentError for a name that no rules file could give."""
    path = Path(where or usual)
    if where and (where.endswith(("/", os.sep)) or path.is_dir()):
        path /= usual
    name = path.name.removesuffix(SUFFIX)
    if not _NAMED.fullmatch(name) or len(name) > 40:
        near = respelt(name, lambda word: bool(_NAMED.fullmatch(word)))
        said = (
            f"the file's name is of lower-case letters, digits and hyphens, at most 40, and '{SUFFIX}'{near}"
        )
        raise ContentError([Problem(str(path), 0, 0, said)])
    return path.with_name(f"{name}{SUFFIX}")


def _written(texts: Mapping[Path, str]) -> Started:
    """Write files and, where they are missing, the schemas beside them."""
    path = next(iter(texts))
    if there := [file for file in texts if os.path.lexists(file)]:
        said = "this file is there already, and is left as it is: give another name"
        raise ContentError([Problem(str(there[0]), 0, 0, said)])
    schemas = {path.parent / FOLDER / f"{kind}.json": schema_text(kind) for kind in KINDS}
    missing = {file: text for file, text in schemas.items() if not os.path.lexists(file)}
    for file, text in {**texts, **missing}.items():
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("x", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
        except OSError as error:
            said = f"this file cannot be written: {error.strerror or error}"
            raise ContentError([Problem(str(file), 0, 0, said)]) from None
    return Started(path, tuple(texts))


def _filled(template: str, blanks: Mapping[str, str | None]) -> str:
    """Return a template with its blanks filled; a line goes whose blank the scenario has nothing for."""
    lines = (TEMPLATES / f"{template}{SUFFIX}").read_text("utf-8").split("\n")
    kept = [line for line in lines if all(blanks[name] is not None for name in _BLANK.findall(line))]
    return _BLANK.sub(lambda found: blanks[found[1]] or "", "\n".join(kept))


def _blanks(rules: Rules) -> dict[str, str | None]:
    """Return what a card of this scenario can name: its first two seats that have a relation."""
    actors = {str(actor.id): actor for actor in rules.actors if actor.seat}
    pairs = [(pair, *_between(pair, actors)) for pair in rules.relations]
    found = [(pair, one, other) for pair, one, other in pairs if one and other]
    if not found:
        said = "this scenario has no two seats with a relation between them, which the new card needs"
        raise ContentError([Problem(rules.id, 0, 0, said)])
    pair, one, other = found[0]
    longest = max(len(length.turns) for length in rules.lengths.values())
    return {
        "date": rules.calendar[0].date,
        "pair": pair,
        "seat": one.id,
        "seat name": _called(one),
        "seat track": _track(one),
        "later track": _track(one) if longest > 1 else None,
        "other": other.id,
        "other name": _called(other),
        "other track": _track(other),
        "names": "\n".join(_names(rules)),
    }


def _between(pair: Relation, actors: Mapping[str, Actor]) -> tuple[Actor | None, Actor | None]:
    one, other = pair.split("-")
    return actors.get(one), actors.get(other)


def _called(actor: Actor) -> str:
    return actor.also[0] if actor.also else actor.name


def _track(actor: Actor) -> str | None:
    return f"{actor.id}.{actor.tracks[0].id}" if actor.tracks else None


def _names(rules: Rules) -> Iterable[str]:
    """Yield remarks that list every name which a card may use."""
    listed = {
        "seats": [actor.id for actor in rules.actors if actor.seat],
        "relations": rules.relations,
        "tracks": [f"{actor.id}.{track.id}" for actor in rules.actors for track in actor.tracks],
        "flags": rules.flags,
        "tags": rules.tags,
        "windows": rules.windows,
        "dates": [turn.date for turn in rules.calendar],
    }
    yield f"# Names that a card can use, from the scenario {rules.id}:"
    for kind, names in listed.items():
        if names:
            text = f"{kind}: {', '.join(names)}"
            yield from textwrap.wrap(
                text, _COLUMNS, initial_indent="#   ", subsequent_indent="#     ", break_on_hyphens=False
            )
