import json
import os

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from wargame.journal import reading
from wargame.journal.chain import MAX_LINE, ZERO, seal
from wargame.journal.errors import (
    JournalError,
    SaveDamaged,
    SaveEmpty,
    SaveForeign,
    SaveTooLarge,
    SaveUnreadable,
)
from wargame.journal.reading import Scan, read, read_lines, scan


def test_lines_end_at_line_feeds_alone(save, lines):
    assert list(read_lines(save)) == list(enumerate(lines))


def test_a_torn_tail_is_no_line_and_no_record(save, lines):
    save.write_bytes(b"".join(lines)[:-1])
    assert list(read_lines(save)) == list(enumerate(lines[:-1]))
    assert [checked.line for checked in read(save)] == list(lines[:-1])


def test_a_scan_tells_where_the_save_stands(save, lines):
    whole = b"".join(lines)
    digest = json.loads(lines[-1])["digest"]
    assert scan(save) == Scan(4, len(whole), digest, None)
    save.write_bytes(whole + b'{"n":4')
    assert scan(save) == Scan(4, len(whole), digest, b'{"n":4')
    assert save.read_bytes() == whole + b'{"n":4'


def damaged(path, content):
    path.write_bytes(content)
    with pytest.raises(SaveDamaged) as caught:
        list(read(path))
    assert str(caught.value).count("\n") == 0
    assert f"damaged at record {caught.value.n} (line {caught.value.n + 1})" in str(caught.value)
    return caught.value.n


def test_each_kind_of_damage_names_its_record(save, lines):
    a, b, c, d = lines
    assert damaged(save, a + c + d) == 1
    assert damaged(save, b + c + d) == 0
    assert damaged(save, a + b + b + c + d) == 2
    assert damaged(save, a + c + b + d) == 1
    assert damaged(save, a + b"\n" + b + c + d) == 1
    assert damaged(save, a + b + c + d + b"\n") == 4
    assert damaged(save, a + b + c + d + b"rubbish\n") == 4
    assert damaged(save, a + b.replace(b"\n", b"\r\n") + c + d) == 1
    assert damaged(save, a + b.replace(b"5", b"6", 1) + c + d) == 1
    assert damaged(save, b"\xef\xbb\xbf" + a + b) == 0
    assert damaged(save, "".join(each.decode() for each in lines).encode("utf-16")) == 0


def test_a_record_written_anew_breaks_the_chain_at_the_next_one(save, lines):
    a, _, c, d = lines
    anew, _ = seal(1, json.loads(a)["digest"], b'"at":6,"command":{},"events":[]')
    assert damaged(save, a + anew + c + d) == 2


def test_every_changed_byte_is_refused_at_its_record(save, lines):
    whole = b"".join(lines)
    ends = [sum(map(len, lines[: n + 1])) for n in range(len(lines))]
    for place in range(len(whole) - 1):
        changed = bytearray(whole)
        changed[place] ^= 1
        assert damaged(save, bytes(changed)) == next(n for n, end in enumerate(ends) if place < end)


@pytest.mark.parametrize("content", [b"", b"{", b"no save at all", b"\x00" * 5000])
def test_a_save_without_a_whole_record_is_empty(save, content):
    save.write_bytes(content)
    with pytest.raises(SaveEmpty, match="holds no whole record"):
        scan(save)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\x00", ", but looks like a picture"),
        (b"# Mine.\n- id: a-card\n  title: A card\n", ", but looks like a deck"),
        (b"id: mine\nactors:\n  - id: a\n", ", but looks like rules of a scenario"),
        (b"<!doctype html>\n<html>\n", ", but looks like a page for a browser, such as a report"),
        (b"Dear all,\nhere it is.\n", ""),
    ],
)
def test_what_is_no_save_is_said_to_be_none_and_what_it_is(save, content, kind):
    save.write_bytes(content)
    with pytest.raises(SaveForeign) as refused:
        scan(save)
    assert f"is not a save of a game{kind}: name a save" in str(refused.value)


def test_a_line_that_never_ends_is_refused_without_reading_on(save, lines):
    assert damaged(save, lines[0] + b"x" * (MAX_LINE + 1)) == 1
    assert damaged(save, b"[" * (2 * MAX_LINE)) == 0


def test_a_save_over_the_cap_is_refused_in_a_sentence(save):
    os.truncate(save, reading.MAX_SAVE + 1)
    with pytest.raises(SaveTooLarge, match="larger than the 16 MB that a save may have"):
        scan(save)


def test_a_save_of_too_many_records_is_refused_in_a_sentence(save, lines, monkeypatch):
    monkeypatch.setattr(reading, "MAX_RECORDS", len(lines))
    assert scan(save).records == len(lines)
    monkeypatch.setattr(reading, "MAX_RECORDS", len(lines) - 1)
    with pytest.raises(SaveTooLarge, match="larger than the 3 records that a save may have"):
        scan(save)


def test_a_save_that_grows_over_the_cap_while_it_is_read_is_refused(save, lines, monkeypatch):
    monkeypatch.setattr(reading, "MAX_SAVE", save.stat().st_size)
    reader = read_lines(save)
    next(reader)
    with save.open("ab") as grown:
        grown.write(lines[0])
    with pytest.raises(SaveTooLarge):
        list(reader)


def test_what_is_not_a_file_is_not_read(tmp_path):
    for path in (tmp_path / "none.jsonl", tmp_path, tmp_path / "a\0b", tmp_path / ("x" * 5000)):
        with pytest.raises(SaveUnreadable, match="cannot be read"):
            scan(path)


def test_a_failing_disk_is_a_sentence(save, monkeypatch):
    def broken(*_):
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fstat", broken)
        with pytest.raises(SaveUnreadable, match="Input/output error"):
            scan(save)


def test_a_name_that_is_not_text_can_still_be_printed(tmp_path):
    with pytest.raises(SaveUnreadable) as caught:
        scan(tmp_path / "b\udcffd.jsonl")
    str(caught.value).encode("utf-8")


@given(st.binary(max_size=400) | st.lists(st.binary(max_size=40)).map(b"\n".join))
@example(b"\n")
@example(b"\x00\n")
def test_arbitrary_bytes_as_a_save_raise_only_a_journal_error(tmp_path_factory, content):
    path = tmp_path_factory.getbasetemp() / "fuzz.jsonl"
    path.write_bytes(content)
    with pytest.raises(JournalError):
        scan(path)


@given(
    st.lists(st.binary(max_size=40).map(lambda raw: raw.replace(b"\n", b"")), min_size=1),
    st.binary(max_size=9),
)
def test_arbitrary_bytes_under_good_digests_raise_only_a_journal_error(tmp_path_factory, records, tail):
    path = tmp_path_factory.getbasetemp() / "forged.jsonl"
    prev, content = ZERO, b""
    for n, fields in enumerate(records):
        line, prev = seal(n, prev, fields)
        content += line
    path.write_bytes(content + tail)
    try:
        assert scan(path).records == len(records)
    except JournalError as error:
        assert "\n" not in str(error)
