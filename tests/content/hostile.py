"""A generator of hostile files: what somebody could put where a deck or rules are expected."""

import os
from collections.abc import Iterator
from pathlib import Path

from tests.content.small import DECK, RULES, write

TITLE = "title: Shots at the ford"
LAUGHS = "".join(f"- &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 10))


def spoilt() -> Iterator[tuple[str, str | bytes]]:
    """Yield decks that are refused, each with a name."""
    yield "aliases that explode", f"- &a0 [lol, lol]\n{LAUGHS}"
    yield "an alias of itself", "- &a [*a]\n"
    yield "lists in lists", "[" * 100_000
    yield "fields in fields", "{a: " * 50_000
    yield "a flat file of values", "- a\n" * 120_000
    yield "a key twice", DECK.replace(TITLE, f"{TITLE}\n  {TITLE}")
    for word in ("no", "on", "12:30", "0o17", "1e3", ".nan", ".inf", "9" * 400, "[]", "null", "2024-10-01"):
        yield f"{word[:20]} for a title", DECK.replace(TITLE, f"title: [{word}]")
        yield f"{word[:20]} for a weight", DECK.replace("weight: 2", f"weight: {word}")
        yield f"{word[:20]} for a change", DECK.replace("north-south: +5", f"north-south: {word}")
    for word in ("12:30", ".nan", "9" * 400, "[]", "null"):
        yield f"{word[:20]} for an id", DECK.replace("- id: ford", f"- id: {word}")
    for tag in ("!!python/object/apply:os.system ['touch hacked']", "!!binary aGk=", "!!set {a}", "!x y"):
        yield f"the tag {tag[:24]}", DECK.replace(TITLE, f"title: {tag}")
    for name, sign in {"NUL": "\0", "an escape": "\x1b[2J", "a bell": "\x07", "C1": "\x9b31m"}.items():
        yield f"{name} in a title", DECK.replace(TITLE, f"{TITLE}{sign}")
    for name, sign in {"bidi": "\u202e", "an isolate": "\u2066", "zero width": "\u200b"}.items():
        yield f"{name} in a title", DECK.replace(TITLE, f"{TITLE}{sign}x")
        yield f"{name} in an id", DECK.replace("- id: ford", f"- id: fo{sign}rd")
    yield "an escape by its number", DECK.replace(TITLE, 'title: "\\e[2J \\0 \\u202e"')
    yield "a mark of byte order inside", DECK.replace(TITLE, f"{TITLE}\ufeff")
    yield "UTF-16", DECK.encode("utf-16")
    yield "UTF-16 without a mark", DECK.encode("utf-16-le")
    yield "UTF-32", DECK.encode("utf-32")
    yield "half a character", b"- id: \xed\xa0\x80\n"
    yield "no text", bytes(range(256)) * 40
    yield "nothing", b""
    yield "two documents", f"{DECK}---\n{DECK}"
    yield "fields merged", DECK.replace(TITLE, "<<: {title: x}")
    yield "a megabyte of one line", "- id: " + "a" * 1_000_000
    yield "a name without end", DECK.replace("- id: ford", f"- id: {'x' * 100_000}")
    yield "a title without end", DECK.replace(TITLE, f"{TITLE}{' shots' * 20_000}")


def places(folder: Path) -> Iterator[tuple[str, Path]]:
    """Make what has the name of a deck and is none; yield each with a name."""
    for name in ("folder", "pipe", "loop", "nowhere", "zero"):
        yield name, folder / f"{name}.yaml"
    (folder / "folder.yaml").mkdir()
    os.mkfifo(folder / "pipe.yaml")
    (folder / "loop.yaml").symlink_to(folder / "loop.yaml")
    (folder / "nowhere.yaml").symlink_to(folder / "not-there.yaml")
    (folder / "zero.yaml").symlink_to("/dev/zero")


def crowd(folder: Path, files: int = 2000) -> Path:
    """Fill a folder with so many decks beside a scenario; return its rules."""
    rules = write(folder, RULES, DECK)
    for number in range(files):
        (folder / f"deck{number}.yaml").write_text(DECK.replace("id: ford", f"id: ford{number}"), "utf-8")
    return rules
