"""Reading the files of a scenario: what can be used of each, and what is wrong with it."""

import json
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Annotated

from pydantic import Field, TypeAdapter, ValidationError

from wargame.content.base import typed_name
from wargame.content.cards import Card
from wargame.content.check_text import check_text
from wargame.content.findings import Findings, no_such
from wargame.content.laid import Laid
from wargame.content.problems import TOO_MANY, ContentError, Problem, suggestion
from wargame.content.reading import Document, read_file
from wargame.content.rules import Rules
from wargame.content.shipped import decks_folder, rules_folder
from wargame.content.source import beginning

DEFAULT = "korea-2025"
SUFFIX = ".yaml"

_A_DECK = "this is not a rules file: it is a list, as a deck is; a deck is added to a scenario by --deck"
_RULES = "this is not a deck: it has the fields of a rules file, 'actors' and others"
_NO_RULES = (
    "this is not a rules file: it has none of the fields of one, such as 'title', 'actors' and 'decks'"
)
_MOST_DECKS = 50
_LOOKED_AT = 20
_BARE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
Deck = Annotated[tuple[Card, ...], Field(min_length=1)]
"""What a deck holds."""


@dataclass(frozen=True, slots=True)
class RulesFile:
    """A rules file: its document if it is YAML, its rules if they are valid, and what is wrong."""

    path: Path
    document: Document | None
    rules: Rules | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class DeckFile:
    """A deck: its valid cards, the ids of the others, and what is wrong."""

    path: Path
    cards: tuple[Laid, ...]
    broken: tuple[str, ...]
    problems: tuple[Problem, ...]


def find_rules(where: str | Path | None) -> Path:
    """Return the rules file meant by a path or the name of a shipped scenario; raises ContentError."""
    name = DEFAULT if where is None else str(where)
    if _BARE.fullmatch(name) and not isinstance(where, Path):
        shipped = rules_folder() / f"{name}{SUFFIX}"
        if shipped.is_file():
            return near(shipped)
    if not os.path.lexists(name):
        raise ContentError([Problem(name, 0, 0, _no_scenario(name))])
    return Path(name)


def rules_beside(folder: Path) -> dict[str, Path]:
    """Return, for each deck that rules files of a folder name, the first of these files."""
    found: dict[str, Path] = {}
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        try:
            # A file that nowhere says so names none, and need not be parsed.
            value = read_file(path).value if b"decks" in beginning(path) else None
        except (ContentError, OSError, ValueError):
            continue
        named = value.get("decks") if isinstance(value, dict) else None
        for deck in named if isinstance(named, list) else [named]:
            if isinstance(deck, str):
                found.setdefault(deck, path)
    return found


def _no_scenario(name: str) -> str:
    shipped = _stems([rules_folder()])
    known = suggestion(name, shipped) or f"; the scenarios of the program are {', '.join(shipped)}"
    return f"there is neither such a scenario nor such a file{known}"


def read_rules(path: Path, document: Document | None = None) -> RulesFile:
    """Read a rules file, unless its document has been read; what is wrong is in the answer."""
    try:
        document = document or read_file(path)
    except ContentError as error:
        return RulesFile(path, None, None, error.problems)
    if no := _no_rules(document):
        return RulesFile(path, document, None, (document.problem((), no),))
    found = Findings()
    check_text(document, found)
    problems = found.problems()
    try:
        rules = Rules.model_validate_json(document.json)
    except ValidationError as error:
        # Imported here and below: a sound file has no use for sentences about what is wrong.
        from wargame.content.places import problems_of

        return RulesFile(path, document, None, (*problems, *problems_of(error, document, Rules)))
    return RulesFile(path, document, rules, tuple(problems))


def _no_rules(document: Document) -> str:
    """Say why a document is no rules file at all, or nothing; of one, what is wrong with it is told."""
    value = document.value
    if isinstance(value, list):
        return _A_DECK
    known = {typed_name(name) for name in Rules.model_fields}
    if isinstance(value, dict) and known.isdisjoint(value):
        misspelt = any(suggestion(name, known) for name in islice(value, _LOOKED_AT))
        return "" if misspelt else _NO_RULES
    return ""


def read_deck(path: Path, document: Document | None = None) -> DeckFile:
    """Read a deck, unless its document has been read; what is wrong is in the answer."""
    try:
        document = document or read_file(path)
    except ContentError as error:
        return DeckFile(path, (), (), error.problems)
    if isinstance(document.value, dict) and "actors" in document.value:
        return DeckFile(path, (), (), (document.problem((), _RULES),))
    found = Findings()
    check_text(document, found)
    problems = found.problems()
    cards, broken = _valid_cards(document, problems)
    laid = tuple(Laid(card, document, (at,)) for at, card in cards)
    return DeckFile(path, laid, broken, tuple(problems))


def _valid_cards(
    document: Document, problems: list[Problem]
) -> tuple[list[tuple[int, Card]], tuple[str, ...]]:
    """Return the valid cards with their place in the deck, and the ids of the rest; adds to `problems`."""
    value = document.value
    try:
        return list(enumerate(_deck_of().validate_json(document.json))), ()
    except ValidationError as error:
        from wargame.content.places import problems_of

        problems += problems_of(error, document, Deck)
        if not isinstance(value, list):
            return [], ()
        wrong = _wrong_cards(error, len(value))
    sound = [(at, entry) for at, entry in enumerate(value) if at not in wrong]
    cards = _deck_of().validate_json(json.dumps([entry for _, entry in sound])) if sound else ()
    ids = (entry.get("id") for at, entry in enumerate(value) if at in wrong and isinstance(entry, dict))
    return [(at, card) for (at, _), card in zip(sound, cards, strict=True)], tuple(
        name for name in ids if isinstance(name, str)
    )


def _wrong_cards(error: ValidationError, cards: int) -> set[int | str]:
    """Return the places of the cards that are not valid; of all cards, where there is much wrong."""
    if error.error_count() > TOO_MANY:
        return set(range(cards))
    errors = error.errors(include_url=False, include_context=False, include_input=False)
    return {details["loc"][0] for details in errors if details["loc"]}


@cache
def _deck_of() -> TypeAdapter[tuple[Card, ...]]:
    return TypeAdapter(Deck)


def find_decks(file: RulesFile) -> tuple[list[Path], list[Problem]]:
    """Return the files of the decks that a rules file names, once each, and what is wrong with the names.

    A deck is looked for beside the rules, in the folder `decks` beside theirs, and among the shipped ones.
    """
    value = file.document.value if file.document else None
    named = value.get("decks") if isinstance(value, dict) else None
    folders = deck_folders(file.path)
    found = Findings()
    paths: list[Path] = []
    names = named if isinstance(named, list) else [named]
    if len(names) > _MOST_DECKS and file.document is not None:
        found.add(file.document, ("decks", _MOST_DECKS), f"a scenario has at most {_MOST_DECKS} decks")
    for at, name in enumerate(names[:_MOST_DECKS]):
        if not isinstance(name, str) or file.document is None:
            continue  # the models say what is wrong with it
        path = _deck_path(name, folders)
        if path is None:
            found.add(file.document, ("decks", at), _no_deck(name, folders))
        elif path not in paths:
            paths.append(path)
    return paths, found.problems()


def deck_folders(rules: Path) -> list[Path]:
    """Return the folders in which the decks of a rules file are looked for, in order."""
    beside = rules.parent
    return [beside, Path(os.path.normpath(beside / ".." / "decks")), near(decks_folder())]


def _deck_path(name: str, folders: Iterable[Path]) -> Path | None:
    if not _BARE.fullmatch(name):
        return None
    paths = (folder / f"{name}{SUFFIX}" for folder in folders)
    return next((path for path in paths if path.is_file()), None)


def _no_deck(name: str, folders: list[Path]) -> str:
    if not _BARE.fullmatch(name):
        return f"a deck is named like 'sea-line', without folder and without '{SUFFIX}', and this is '{name}'"
    return no_such("deck", name, _stems(folders))()


def _stems(folders: Iterable[Path]) -> list[str]:
    return sorted({path.stem for folder in folders for path in folder.glob(f"*{SUFFIX}")})


def near(path: Path) -> Path:
    """Return a path as it is seen from the working folder, if it lies in there."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
