"""Saves forged by hand, every digest right: one sentence that names the record, and never another error."""

import json
from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import to_builtins

from tests.journal.forging import forge, records_of
from wargame.content.load import scenario_from
from wargame.content.problems import ContentError
from wargame.content.text import visible
from wargame.engine.book import Book
from wargame.engine.decide import decide
from wargame.engine.evolve import follow
from wargame.engine.records import Rejection
from wargame.engine.sight import sight
from wargame.engine.state import State
from wargame.journal.errors import JournalError, SaveDamaged
from wargame.journal.game import load
from wargame.journal.records import parse
from wargame.journal.verify import verify

HUGE = 10**4000
CURSED = "\x1b]52;c;eA==\x07\u202e[bold]x[/]\x85" * 9000


def test_a_good_save_is_whole_adjudicated_and_ended(tmp_path, played):
    path = tmp_path / "g.jsonl"
    path.write_bytes(played)
    verdict = verify(path)
    assert (verdict.records, verdict.adjudicated, verdict.ended) == (played.count(b"\n"), True, True)
    assert played.endswith(b'"digest":"%b"}\n' % verdict.digest.encode())
    path.write_bytes(b"".join(line + b"\n" for line in played.split(b"\n")[:7]))
    assert not verify(path).ended


def at(records, kind, which=0):
    """The place of a record by its command's kind."""
    return [n for n, record in enumerate(records) if record["command"]["kind"] == kind][which]


def set_in(*path, to):
    """An edit: the value at a path, whose first part is a command's kind, becomes another."""

    def edit(records):
        place = records[(n := at(records, path[0]))]
        for part in path[1:-1]:
            place = place[part]
        place[path[-1]] = to
        return n

    return edit


def in_content(change):
    """An edit of the content that the first record holds, which its digest still names."""

    def edit(records):
        command = records[0]["command"]
        content = json.loads(command["content"])
        change(content)
        command["content"] = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        return 0

    return edit


def moved(change, n):
    """An edit of the list of records; `n` is the first at fault."""

    def edit(records):
        change(records)
        return n

    return edit


def nested(depth):
    value = []
    for _ in range(depth):
        value = [value]
    return value


RECORD = "is not a record of this game"
RULES = "does not hold what the rules make of its command"
NO = "holds a command that the rules refuse"
CONTENT = "holds content that cannot be played"
FORGED = {
    "unknown command": (set_in("deal", "command", "kind", to="fold"), RECORD),
    "unknown event": (set_in("deal", "events", 0, "kind", to="dealed"), RECORD),
    "event of another place": (set_in("deal", "events", 0, to={"kind": "paused", "at": 0}), RULES),
    "no events": (set_in("open", "events", to=[]), RULES),
    "events no list": (set_in("open", "events", to={}), RECORD),
    "command a list": (set_in("open", "command", to=[]), RECORD),
    "time as text": (set_in("sit", "command", "at", to="1000"), RECORD),
    "time as truth": (set_in("sit", "command", "at", to=True), RECORD),
    "time with a fraction": (set_in("sit", "command", "at", to=1000.0), RECORD),
    "time that is null": (set_in("sit", "command", "at", to=None), RECORD),
    "time that runs backwards": (set_in("sit", "command", "at", to=0), NO),
    "time before everything": (set_in("sit", "command", "at", to=-1), RECORD),
    "time that is late": (set_in("sit", "command", "at", to=2**53), RULES),
    "time that is too late to count": (set_in("sit", "command", "at", to=2**53 + 1), RECORD),
    "time without end": (set_in("sit", "command", "at", to=HUGE), RECORD),
    "unknown field": (set_in("sit", "command", "x", to=1), RECORD),
    "unknown field that steers": (set_in("sit", "command", CURSED, to=1), RECORD),
    "unknown seat": (set_in("sit", "command", "by", to="atlantis"), NO),
    "seat in the event alone": (set_in("sit", "events", 0, "seat", to="south"), RULES),
    "seat of the table's own": (set_in("sit", "command", "by", to="table"), NO),
    "option that there is not": (set_in("commit", "command", "option", to="none-such"), NO),
    "option that steers": (set_in("commit", "command", "option", to=CURSED), NO),
    "option in the event alone": (set_in("commit", "events", 0, "option", to="none-such"), RULES),
    "empty rationale": (set_in("commit", "command", "rationale", to=""), RECORD),
    "rationale too long": (set_in("commit", "command", "rationale", to="x" * 2001), RECORD),
    "rationale in the event alone": (set_in("commit", "events", 0, "rationale", to="x"), RULES),
    "forecast over 100": (set_in("commit", "command", "forecasts", to={"storm": 101}), RECORD),
    "forecast of nothing": (set_in("commit", "command", "forecasts", to={"none-such": 1}), NO),
    "unknown card": (set_in("inject", "command", "card", to="none-such"), NO),
    "unknown card in the event": (set_in("deal", "events", 0, "card", to="none-such"), RULES),
    "unknown number": (set_in("rule-number", "command", "number", to="no-where"), NO),
    "number out of range": (set_in("rule-number", "command", "value", to=101), RECORD),
    "negative number": (set_in("rule-number", "command", "value", to=-1), RECORD),
    "unknown chance": (set_in("rule-outcome", "command", "path", to="chance/none"), NO),
    "outcome out of range": (set_in("rule-outcome", "command", "outcome", to=100), NO),
    "clock that has not run out": (set_in("expire", "command", "seat", to="south"), NO),
    "order of the seats asked": (
        set_in("deal", "events", 0, "asked", to={"south": "card", "north": "card"}),
        RULES,
    ),
    "a change of a number that there is not": (
        set_in("open", "events", 1, "changes", to=[["no-where", 1, 0, 1, "x"]]),
        RULES,
    ),
    "a change beyond all numbers": (
        set_in("open", "events", 1, "changes", to=[["north-south", HUGE, -HUGE, HUGE, "x"]]),
        RULES,
    ),
    "a flag that there is not": (set_in("open", "events", 1, "set", to=[["none-such", None]]), RULES),
    "junk": (set_in("open", "command", "x", to="x" * 400_000), RECORD),
    "nesting": (set_in("open", "command", "x", to=nested(62)), "nests more than 64 levels deep"),
    "half a character": (set_in("commit", "command", "rationale", to="\ud800"), "is not JSON in UTF-8"),
    "not a game's beginning": (moved(lambda records: records.pop(0), 0), "does not begin a game"),
    "two beginnings": (moved(lambda records: records.insert(1, records[0]), 1), NO),
    "a beginning in the end": (moved(lambda records: records.append(records[0]), 36), NO),
    "a record after the end": (moved(lambda records: records.append(records[1]), 36), NO),
    "a record twice": (moved(lambda records: records.insert(2, records[1]), 2), NO),
    "a record left out": (moved(lambda records: records.pop(1), 1), NO),
    "no records that are objects": (moved(lambda records: records.insert(1, {}), 1), "is not JSON"),
    "seed that is none": (set_in("begin", "command", "seed", to="xyz"), RECORD),
    "another seed": (set_in("begin", "command", "seed", to="00" * 32), RULES),
    "no seats": (set_in("begin", "command", "seats", to={}), NO),
    "other seats": (set_in("begin", "command", "seats", to={"x": {"kind": "human"}}), NO),
    "a style that there is not": (
        set_in("begin", "command", "seats", "south", "style", to="reckless"),
        RECORD,
    ),
    "a length that there is not": (set_in("begin", "command", "length", to="endless"), "names a length"),
    "no content": (set_in("begin", "command", "content", to=""), CONTENT),
    "content that is no object": (set_in("begin", "command", "content", to="[]"), CONTENT),
    "content that nests": (set_in("begin", "command", "content", to="[" * 100_000), CONTENT),
    "content that is junk": (set_in("begin", "command", "content", to=CURSED), CONTENT),
    "content with a field that steers": (in_content(lambda c: c.update({CURSED: 1})), CONTENT),
    "content that nests in a condition": (
        in_content(lambda c: c["rules"]["drivers"][0].update(when=nested(500))),
        CONTENT,
    ),
    "content without seats": (in_content(lambda c: c["rules"].update(actors=[])), CONTENT),
    "content with a seat less": (in_content(lambda c: c["rules"]["actors"].pop(0)), CONTENT),
    "content with a card that asks nobody": (
        in_content(lambda c: c["cards"][0].update(asks={"east": c["cards"][0]["asks"]["south"]})),
        CONTENT,
    ),
    "content with a number without end": (
        in_content(lambda c: c["rules"]["relations"]["north-south"].update(start=HUGE)),
        CONTENT,
    ),
    "content with a million copies": (in_content(lambda c: c["cards"][0].update(copies=10**6)), CONTENT),
    "other content": (in_content(lambda c: c["rules"].update(title="x")), "does not match its digest"),
    "another digest": (set_in("begin", "command", "digest", to="x"), "does not match its digest"),
}


@pytest.mark.parametrize("name", FORGED)
def test_a_forged_save_is_refused_in_one_sentence_that_names_the_record(tmp_path, played, name):
    edit, what = FORGED[name]
    records = records_of(played)
    n = edit(records)
    path = forge(tmp_path / "g.jsonl", records)
    for read in (verify, load):
        with pytest.raises(SaveDamaged) as caught:
            read(path)
        told = str(caught.value)
        assert (caught.value.n, what in caught.value.what) == (n, True), told
        assert f"is damaged at record {n} (line {n + 1}), which " in told
        assert len(told) < 1000
        assert visible(told) == told


VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.sampled_from([0, -1, 100, 101, 2**63, HUGE, -HUGE, 0.5]),
    st.sampled_from(
        ["", "north", "south", "table", "facilitator", "deny", "ford", "north-south", "2.1", CURSED]
    ),
    st.text(max_size=5),
    st.sampled_from([[], {}, [[]], {"kind": "deal"}, nested(40)]),
)


def places(value, found=()):
    """Every place in a JSON value, as the container and its key."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in inner:
        yield value, key
        yield from places(part)


def tampered(data, value):
    """A JSON value with one to three places in it replaced, removed, or filled from another place."""
    for _ in range(data.draw(st.integers(1, 3))):
        container, key = data.draw(st.sampled_from(list(places(value))))
        what = data.draw(st.sampled_from(["replace", "replace", "swap", "remove"]))
        if what == "remove":
            del container[key]
        elif what == "swap":
            other, where = data.draw(st.sampled_from(list(places(value))))
            container[key] = deepcopy(other[where])
        else:
            container[key] = deepcopy(data.draw(VALUES))
        if not value:
            break
    return value


def judged(path):
    """Hold a save to what may be said of it: a refusal in a sentence, or a game that the rules make."""
    try:
        loaded = load(path)
    except JournalError as error:
        assert visible(str(error)) == str(error)
        with pytest.raises(type(error)):
            verify(path)
        return
    assert verify(path).digest == loaded.digest
    state = State()
    for record in loaded.records:
        assert decide(loaded.book, state, record.command) == record
        state = follow(loaded.book, state, record)
    for seat in loaded.book.seats:
        sight(loaded.book, state, seat)


@given(data=st.data())
def test_a_save_with_values_changed_at_random_is_a_game_or_is_refused(tmp_path_factory, played, data):
    records = tampered(data, records_of(played))
    judged(forge(tmp_path_factory.getbasetemp() / "random.jsonl", records))


@given(data=st.data())
def test_a_save_whose_commands_were_changed_at_random_is_a_game_or_is_refused(tmp_path_factory, played, data):
    records = records_of(played)
    n = data.draw(st.integers(0, len(records) - 1))
    command = {key: value for key, value in records[n]["command"].items() if key != "content"}
    records[n]["command"].update(tampered(data, command))
    judged(forge(tmp_path_factory.getbasetemp() / "commands.jsonl", records))


@given(data=st.data())
def test_a_save_whose_content_was_changed_at_random_is_a_game_or_is_refused(tmp_path_factory, played, data):
    records = records_of(played)
    begun = records[0]["command"]
    text = json.dumps(tampered(data, json.loads(begun["content"])))
    try:
        book = Book(scenario_from(text))
    except (ContentError, LookupError):
        begun["content"] = text
    else:
        begun.update(content=text, digest=book.digest)
        records = decided(book, records)
    judged(forge(tmp_path_factory.getbasetemp() / "content.jsonl", records))


def decided(book, records):
    """The same commands with the events that they have under another content, up to one that is refused."""
    state = State()
    commands = [
        parse(b'{"n":0,"prev":"","digest":"",%b' % json.dumps(record).encode()[1:]) for record in records
    ]
    for n, record in enumerate(commands):
        answer = decide(book, state, record.command)
        if isinstance(answer, Rejection):
            break
        records[n]["events"] = [to_builtins(event) for event in answer.events]
        state = follow(book, state, answer)
    return records
