import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wargame.journal.chain import MAX_DEPTH, MAX_LINE, ZERO, Checked, Damage, check_line, seal


def damage_of(fields: bytes) -> str:
    """What is wrong with a first record whose digest holds, as a forger would write it."""
    found = check_line(seal(0, ZERO, fields)[0], 0, ZERO)
    assert isinstance(found, Damage)
    return found.what


def test_the_digest_is_sha256_over_the_bytes_before_the_last_digest_key(lines):
    prev = ZERO
    for n, line in enumerate(lines):
        body, _, rest = line.rpartition(b',"digest":"')
        digest = rest.removesuffix(b'"}\n').decode()
        assert digest == hashlib.sha256(body).hexdigest()
        assert body.startswith(b'{"n":%d,"prev":"%b",' % (n, prev.encode()))
        prev = digest


def test_a_sealed_line_passes_its_own_check_and_comes_back_parsed(lines):
    prev = ZERO
    for n, line in enumerate(lines):
        checked = check_line(line, n, prev)
        assert isinstance(checked, Checked)
        assert checked.line == line
        assert checked.record == json.loads(line)
        assert checked.record["digest"] == checked.digest
        prev = checked.digest


@given(
    st.integers(0, 10**9),
    st.dictionaries(
        st.text(st.characters(exclude_categories=["Cs"])),
        st.recursive(st.none() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])), st.lists),
        min_size=1,
    ),
)
def test_whatever_json_is_sealed_is_accepted(n, fields):
    fields = {f"x{key}": value for key, value in fields.items()}
    text = json.dumps(fields, ensure_ascii=False)
    line, digest = seal(n, ZERO, text[1:-1].encode())
    checked = check_line(line, n, ZERO)
    assert isinstance(checked, Checked)
    assert checked.digest == digest
    assert checked.record == {"n": n, "prev": ZERO, **fields, "digest": digest}


def test_every_changed_bit_of_a_line_is_noticed(lines):
    line, prev = lines[1], json.loads(lines[0])["digest"]
    for place in range(len(line)):
        for bit in range(8):
            changed = bytearray(line)
            changed[place] ^= 1 << bit
            assert isinstance(check_line(bytes(changed), 1, prev), Damage), (place, bit)


def test_a_record_out_of_sequence_says_which_it_calls_itself(lines):
    found = check_line(lines[2], 1, json.loads(lines[0])["digest"])
    assert found == Damage(1, "calls itself record 2, so records are missing, repeated or out of order")


def test_a_record_that_follows_another_is_refused():
    forged, _ = seal(1, "a" * 64, b'"at":0')
    assert check_line(forged, 1, "b" * 64) == Damage(1, "does not follow from the record before it")
    first, _ = seal(0, "a" * 64, b'"at":0')
    assert check_line(first, 0, ZERO) == Damage(0, "says that one came before it")


@pytest.mark.parametrize(
    "fields",
    [b'"a":1,"a":2', b'"a":{"b":1,"b":1}', b'"a":1,"\\u0061":2', b'"n":0', b'"digest":""'],
)
def test_a_key_given_twice_is_refused(fields):
    assert damage_of(fields) == "has the same key twice in one object"


@pytest.mark.parametrize("number", [b"NaN", b"Infinity", b"-Infinity", b"1e999", b"-1e999"])
def test_a_number_that_is_not_finite_is_refused(number):
    assert damage_of(b'"a":[' + number + b"]") == "holds a number that is not finite"


@pytest.mark.parametrize(
    "fields",
    [
        b"",
        b'"a"',
        b'"a":01',
        b'"a":1}',
        b'"a":"\x00"',
        b'"a":"\xff"',
        b'"a":"\xed\xa0\x80"',
        b'"a":"\\ud800"',
        b'"a":"\\udc00\\ud800"',
        b'"a":' + b"9" * 5000,
        b"\xef\xbb\xbf",
    ],
)
def test_what_is_not_json_in_utf_8_is_refused(fields):
    assert damage_of(fields) == "is not JSON in UTF-8"


def test_a_whole_surrogate_pair_is_text():
    checked = check_line(seal(0, ZERO, b'"a":"\\ud83d\\ude00"')[0], 0, ZERO)
    assert isinstance(checked, Checked)
    assert checked.record["a"] == "\N{GRINNING FACE}"


@pytest.mark.parametrize(("opens", "closes"), [(b"[", b"]"), (b'{"a":', b"}")])
def test_nesting_is_bounded_before_it_is_parsed(opens, closes):
    deepest = MAX_DEPTH - 1
    line, _ = seal(0, ZERO, b'"a":' + opens * deepest + b"0" + closes * deepest)
    assert isinstance(check_line(line, 0, ZERO), Checked)
    too_deep = f"nests more than {MAX_DEPTH} levels deep"
    assert damage_of(b'"a":' + opens * MAX_DEPTH + b"0" + closes * MAX_DEPTH) == too_deep
    assert damage_of(b'"a":' + opens * 100_000) == too_deep


def test_brackets_in_texts_and_side_by_side_are_not_nesting():
    texts = rb'"a":"\"' + b"[" * 500 + rb'\\","b\\":"\\\"' + b"{" * 500 + b'","c":['
    line, _ = seal(0, ZERO, texts + b"[{}]," * 500 + b"0]")
    assert isinstance(check_line(line, 0, ZERO), Checked)


def test_a_line_longer_than_the_cap_is_refused():
    longest, _ = seal(0, ZERO, b'"a":"%b"' % (b"x" * (MAX_LINE - 170)))
    longer, _ = seal(0, ZERO, b'"a":"%b"' % (b"x" * (MAX_LINE - 169)))
    spare = MAX_LINE - len(longest)
    fits, _ = seal(0, ZERO, b'"a":"%b"' % (b"x" * (MAX_LINE - 170 + spare)))
    assert len(longer) == len(longest) + 1
    assert len(fits) == MAX_LINE
    assert isinstance(check_line(fits, 0, ZERO), Checked)
    assert check_line(b"x" + fits, 0, ZERO) == Damage(0, "is longer than 4 MB")


@given(st.binary(max_size=300))
def test_arbitrary_bytes_are_damage_and_nothing_worse(line):
    assert isinstance(check_line(line, 0, ZERO), Damage)


@given(st.binary(max_size=60).map(lambda raw: raw.replace(b"\n", b"")))
def test_arbitrary_bytes_under_a_good_digest_are_judged_and_nothing_worse(fields):
    assert isinstance(check_line(seal(0, ZERO, fields)[0], 0, ZERO), Checked | Damage)
