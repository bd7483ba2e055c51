"""An edit of a deck changes the lines of what was edited, and nothing else in the file."""

import random
from copy import deepcopy
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wargame.content.editing.edits import Refused, add, append, move, put, remove, rename, same
from wargame.content.editing.lines import Text
from wargame.content.editing.outline import outline
from wargame.content.editing.spans import Read
from wargame.content.reading import read_yaml
from wargame.content.shipped import decks_folder

DECKS = sorted(decks_folder().glob("*.yaml"))
ODD = (
    *(
        "",
        " ",
        "no",
        "12:30",
        "~",
        "7",
        "a: b",
        "# none",
        "it's",
        'a "word"',
        "back\\slash",
        "[x]",
        "{x}",
        "- x",
    ),
    *(
        "two  spaces",
        " before",
        "behind ",
        "한국어 문장",
        "two\nlines",
        "end\n",
        "\n\nlate",
        "a\n  b\nc\n",
        "*x",
    ),
    *(
        "x #y",
        "comma, here",
        "%x",
        "@x",
        "> 3",
        ">= 40",
        "true",
        "tab\there",
        "\u202eback",
        "\x1b[2J",
        "|",
        "🜁",
    ),
)
TEXTS = st.one_of(
    st.sampled_from(ODD),
    st.text(st.characters(blacklist_categories=["Cs"]), max_size=40),
    st.lists(
        st.sampled_from(["the", "ships", "turn", "at", "noon,", "and", "'nobody'", "so:", "why?"]),
        max_size=40,
    ).map(" ".join),
)


@cache
def deck(path: Path) -> tuple[Text, object]:
    raw = path.read_bytes().decode()
    return Text.of(raw), read_yaml(raw, str(path)).value


def edited(read: Read, dice: random.Random, text: str):
    """Return a random edit: its change, what was meant, and the first and last line that it may touch."""
    places = [(place, span) for place, span in read.leaves() if len(place) > 1]
    place, span = dice.choice(places)
    meant = deepcopy(read.value)
    held = meant
    for part in place[:-1]:
        held = held[part]
    kind = dice.choice(["text", "text", "word", "number", "remove", "add", "append", "move", "rename"])
    lines = (span.first, span.last)
    if kind in ("text", "word", "number"):
        old = held[place[-1]]
        new = text
        if kind == "word" and isinstance(old, str) and old:
            words = old.split(" ")
            words[dice.randrange(len(words))] = dice.choice(["never", "ships", ""])
            new = " ".join(words)
        elif kind == "number":
            new = dice.choice([-7, 0, 3, 100, True, False, None])
        change = put(read, place, new)
        held[place[-1]] = new
    elif kind == "remove":
        change = remove(read, place)
        while len(place) > 1 and len(held) == 1:
            place = place[:-1]
            held = meant
            for part in place[:-1]:
                held = held[part]
        if not held or len(place) < 2:
            raise Refused
        within = read.span(place)
        parent = read.span(place[:-1])
        # The name that stood next takes its place behind a dash.
        lines = (within.first, max(each.first for each in [within, *parent.inner.values()]))
        if parent.listed:
            lines = (lines[0] - 1, max(lines[1], within.last))
        lines = (lines[0], max(lines[1], within.last))
        del held[place[-1]]
    elif kind == "move":
        while len(place) > 1 and not isinstance(place[-1], int):
            place = place[:-1]
        by = dice.choice([-1, 1])
        change = move(read, place, by)
        parent, at = read.span(place[:-1]), place[-1] + min(by, 0)
        held = meant
        for part in place[:-1]:
            held = held[part]
        held[at], held[at + 1] = held[at + 1], held[at]
        above = parent.inner[at - 1].last if at else parent.first
        lines = (above, parent.inner[at + 1].last)
    elif kind == "rename":
        name = text if dice.random() < 0.5 else "another"
        change = rename(read, place, name)
        fields = {name if each == place[-1] else each: value for each, value in held.items()}
        held.clear()
        held.update(fields)
        lines = (span.name[0][0], span.name[0][0])
    else:
        collection = isinstance(held, list)
        if (kind == "append") != collection:
            raise Refused
        around = read.span(place[:-1])
        value = dice.choice([text, 5, ["a", "b"], {"when": {"turn": text or "x"}, "tags": ["x"]}])
        if collection:
            at = dice.randrange(1, len(held) + 1)
            change = append(read, place[:-1], value, at)
            held.insert(at, value)
        else:
            change = add(read, place[:-1], "new", value)
            held["new"] = value
        lines = (around.first, around.last + 1)
    return change, meant, lines


def hold(path: Path, seed: int, text: str, ends: str) -> bool:
    """Make one edit, and say whether it was one; assert that it is what was meant, and no more."""
    whole, before = deck(path)
    if ends != "\n":
        whole = Text.of(whole.raw.replace("\n", ends))
    dice = random.Random(seed)
    parts = outline(whole)
    at = dice.randrange(len(parts))
    part = parts[at]
    read = Read.of(whole.part(part.start, part.stop))
    try:
        change, meant, (first, last) = edited(read, dice, text)
    except Refused:
        return False
    assert first <= change.at and change.at + len(change.old) <= last + 1
    below = change.below(part.start)
    after = whole.after(below)
    expected = [*before]
    expected[at] = meant[0]
    assert same(read_yaml(after.raw, "deck").value, expected)
    assert after.after(below.back).raw == whole.raw
    assert all(line.endswith(ends) for line in change.new)
    return True


@settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(DECKS), st.integers(0, 2**32), TEXTS, st.sampled_from(["\n", "\n", "\r\n"]))
def test_an_edit_reads_back_as_meant_and_changes_only_its_lines(path, seed, text, ends) -> None:
    hold(path, seed, text, ends)


@pytest.mark.full
@settings(max_examples=2500, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(DECKS), st.integers(0, 2**32), TEXTS, st.sampled_from(["\n", "\n", "\r\n"]))
def test_thousands_of_edits_read_back_as_meant_and_change_only_their_lines(path, seed, text, ends) -> None:
    hold(path, seed, text, ends)


def test_most_edits_of_a_form_can_be_made() -> None:
    dice = random.Random(4)
    made = [hold(dice.choice(DECKS), dice.randrange(2**32), dice.choice(ODD), "\n") for _ in range(150)]
    assert sum(made) > 100


MOVED = """\
- id: a
  asks:
    north:
      options:
        # the first
        - id: one  # mine
          label: One

        # the second
        - {id: two, label: Two}
        - id: three
"""


def moved(raw: str, place, by: int) -> str:
    read = Read.of(Text.of(raw))
    return read.text.after(move(read, place, by)).raw


def test_a_part_that_is_moved_takes_its_remarks_along() -> None:
    options = (0, "asks", "north", "options")
    down = moved(MOVED, (*options, 0), 1)
    assert down == MOVED.replace(
        "        # the first\n        - id: one  # mine\n          label: One\n\n"
        "        # the second\n        - {id: two, label: Two}\n",
        "        # the second\n        - {id: two, label: Two}\n\n"
        "        # the first\n        - id: one  # mine\n          label: One\n",
    )
    assert moved(down, (*options, 1), -1) == MOVED
    assert moved("- {a: [x, y , z]}\n", (0, "a", 2), -1) == "- {a: [x, z , y]}\n"
    with pytest.raises(Refused, match="the last one"):
        moved(MOVED, (*options, 2), 1)


def test_a_field_that_is_renamed_keeps_what_it_holds_and_its_place() -> None:
    read = Read.of(Text.of("- tension: {a-b: +1, c-d: 2} # why\n"))
    change = rename(read, (0, "tension", "a-b"), "e-f")
    assert read.text.after(change).raw == "- tension: {e-f: +1, c-d: 2} # why\n"
    with pytest.raises(Refused, match="already"):
        rename(read, (0, "tension", "a-b"), "c-d")
