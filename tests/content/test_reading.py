from collections.abc import Callable
from pathlib import Path

import pytest

from wargame.content.problems import ContentError
from wargame.content.reading import Document, Location, read_file, read_yaml

Read = Callable[[str | bytes], Document]


@pytest.fixture(params=[False, True], ids=["libyaml", "own parser"])
def read(request: pytest.FixtureRequest) -> Read:
    return lambda source: read_yaml(source, "deck.yaml", own_parser=request.param)


def refused(read: Read, source: str | bytes) -> list[str]:
    with pytest.raises(ContentError) as caught:
        read(source)
    return [str(problem).removeprefix("deck.yaml:") for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("true", True),
        ("false", False),
        ("True", "True"),
        ("no", "no"),
        ("on", "on"),
        ("y", "y"),
        ("null", None),
        ("~", None),
        ("", None),
        ("Null", "Null"),
        ("0", 0),
        ("-0", 0),
        ("12", 12),
        ("+14", 14),
        ("-3", -3),
        ("999999999", 999_999_999),
        ("1000000000", "1000000000"),
        ("007", "007"),
        ("0x10", "0x10"),
        ("0o7", "0o7"),
        ("1_000", "1_000"),
        ("1e3", "1e3"),
        ("1.5", "1.5"),
        (".nan", ".nan"),
        (".inf", ".inf"),
        ("12:30", "12:30"),
        ("2025-04", "2025-04"),
        ("2025-04-01", "2025-04-01"),
        ("٣", "٣"),
        ("'12'", "12"),
        ('"true"', "true"),
        ("''", ""),
        ('"\\t\\u00e9"', "\té"),
        ("[why?, a: b]", ["why?", {"a": "b"}]),
        ("{news: Who fired? Nobody knows}", {"news": "Who fired? Nobody knows"}),
        ("북방한계선", "북방한계선"),
        ("|\n  one\n  two", "one\ntwo\n"),
        (">-\n  one\n  two", "one two"),
        ("=", "="),
    ],
)
def test_a_scalar_means_what_was_typed(read: Read, typed: str, value: object) -> None:
    found = read(f"a: {typed}\n").value
    assert found == {"a": value}
    assert isinstance(found, dict)
    assert type(found["a"]) is type(value)


def test_names_are_always_text(read: Read) -> None:
    assert read("1: a\ntrue: b\nno: c\nnull: d\n'': e\n").value == {
        "1": "a",
        "true": "b",
        "no": "c",
        "null": "d",
        "": "e",
    }


DECK = """\
# a deck
- id: clash
  deal: {weight: 2,
         when: {}}
  asks:
    rok:
    - hold
    - prompt:
- id: second
"""


@pytest.mark.parametrize(
    ("location", "value", "key"),
    [
        ((), (2, 1), (2, 1)),
        ((0,), (2, 3), (2, 3)),
        ((0, "id"), (2, 7), (2, 3)),
        ((0, "deal"), (3, 9), (3, 3)),
        ((0, "deal", "when"), (4, 16), (4, 10)),
        ((0, "asks"), (6, 5), (5, 3)),
        ((0, "asks", "rok", 0), (7, 7), (7, 7)),
        ((0, "asks", "rok", 1, "prompt"), (8, 7), (8, 7)),
        ((0, "asks", "dprk", "prompt"), (6, 5), (6, 5)),
        ((0, "id", "more"), (2, 7), (2, 7)),
        ((2,), (2, 1), (2, 1)),
        ((1, "id"), (9, 7), (9, 3)),
    ],
)
def test_each_value_and_its_key_have_a_place_and_what_is_missing_has_its_parents(
    read: Read, location: Location, value: tuple[int, int], key: tuple[int, int]
) -> None:
    document = read(DECK)
    assert document.place(location) == value
    assert document.place(location, key=True) == key


def test_a_document_makes_problems_at_its_places(read: Read) -> None:
    assert str(read(DECK).problem((1, "id"), "taken", key=True)) == "deck.yaml:9:3: taken"


def test_columns_count_characters_and_not_bytes(read: Read) -> None:
    assert read("{가나: 다, 𝄞: x}").place(("𝄞",)) == (1, 12)


@pytest.mark.parametrize(
    "source", ["\ufeffa: b\r\nc: d\r\n", b"\xef\xbb\xbfa: b\r\nc: d", "a: b\rc: d", "a:\tb\t# x\nc: d"]
)
def test_byte_order_marks_line_ends_and_tabs_between_words_do_no_harm(
    read: Read, source: str | bytes
) -> None:
    document = read(source)
    assert document.value == {"a": "b", "c": "d"}
    assert document.place(("c",), key=True) == (2, 1)


@pytest.mark.parametrize(
    ("source", "problems"),
    [
        ("a: &x 1", ["1:4: an anchor ('&x') is not allowed"]),
        ("a: *x", ["1:4: an alias ('*x') is not allowed; write the value out"]),
        ("*x : 1", ["1:1: an alias ('*x') is not allowed; write the value out"]),
        ("a: !!int 3", ["1:4: a tag ('tag:yaml.org,2002:int') is not allowed"]),
        ("a: !x [1]", ["1:4: a tag ('!x') is not allowed"]),
        ("a: ! b", ["1:4: a tag ('!') is not allowed"]),
        ("<<: {a: 1}", ["1:1: '<<' (merging fields) is not allowed; write the fields out"]),
        ("a: 1\nb: 2\na: 3", ["3:1: 'a' is written twice; first on line 1"]),
        ("{a: 1, 'a': 2}", ["1:8: 'a' is written twice; first on line 1"]),
        ("a: 1\n---\nb: 2", ["2:1: a second document begins here; write one to a file"]),
        ("[a]: b", ["1:1: a list or a mapping cannot be a name"]),
        ("? {a: b}\n: c", ["1:3: a list or a mapping cannot be a name"]),
        ("? \n: a", ["1:2: a name is missing before ':'"]),
        ("", ["1:1: the file is empty"]),
        ("# nothing\n\n", ["1:1: the file is empty"]),
        ("---\n", ["1:1: the file is empty"]),
        ("%YAML 1.1\n---\na: b", ["1:1: a line may not begin with '%'"]),
        ("a:\n\tb: c", ["2:1: a tab indents this line; indent with spaces"]),
        ("a: |\n  \tb", ["2:3: a tab indents this line; indent with spaces"]),
        ("a: b\0c", ["1:5: the character U+0000 cannot be read or shown; remove it"]),
        ("a: \x1b[2J", ["1:4: the character U+001B cannot be read or shown; remove it"]),
        ("a: b\u2028c", ["1:5: the character U+2028 cannot be read or shown; remove it"]),
        ("a: b\x85c", ["1:5: the character U+0085 cannot be read or shown; remove it"]),
        ("a: b\n\ud800", ["2:1: the character U+D800 cannot be read or shown; remove it"]),
        (b"a: b\nc: \xff", ["2:4: this is not UTF-8 text; save the file with the encoding UTF-8"]),
        ("a: b".encode("utf-16"), ["1:1: this is not UTF-8 text; save the file with the encoding UTF-8"]),
        ("a: b: c", ["1:5: a ':' is not expected here; put text that holds ': ' in quotes"]),
        ("[a:,b]", ["1:3: a ':' is not expected here; put text that holds ': ' in quotes"]),
        ("a: b\nname\nc: d", ["2:1: a ':' is missing after this name"]),
        ("a: @b", ["1:4: text may not begin with this character; put the text in quotes"]),
        ('a: "b\nc: d', ["1:4: the quotes that open here are never closed"]),
        ('a: "b\n---\n', ["1:4: the quotes that open here are never closed"]),
        (
            "a: [1, 2\nb: 3",
            ["1:4: the '[' that opens here is not closed before line 2: a ',' or ']' is missing"],
        ),
        ("a: {b: 1", ["1:4: the '{' that opens here is never closed: a ',' or '}' is missing"]),
        ("a: [1,,2]", ["1:7: a value is missing here"]),
        ("a:\n  b: 1\n c: 2", ["3:2: the indentation does not fit the lines above"]),
        ("- a\nb: c", ["2:1: the indentation does not fit the lines above"]),
    ],
)
def test_what_the_small_yaml_refuses_is_refused_at_its_place(
    read: Read, source: str | bytes, problems: list[str]
) -> None:
    assert refused(read, source) == problems


@pytest.mark.parametrize("escape", ["\\q", "\\ud800", "\\U00110000", "\\x4"])
def test_an_escape_that_stands_for_nothing_is_refused(read: Read, escape: str) -> None:
    assert len(refused(read, f'a: "{escape}"')) == 1


def test_problems_of_one_pass_are_told_together_and_in_order(read: Read) -> None:
    source = "a: 1\na: *q\nb: !x &y z\n<<: 3\n'<<': 4\nc: [*d]\n[f]: [*g]\ne: 'open"
    assert [line.split(": ", 1)[0] for line in refused(read, source)] == [
        "2:1",
        "2:4",
        "3:4",
        "3:4",
        "4:1",
        "6:5",
        "7:1",
        "7:7",
        "8:4",
    ]


def test_forty_levels_are_read_and_forty_one_refused(read: Read) -> None:
    assert read("[" * 40 + "]" * 40).value
    assert refused(read, "[" * 41 + "]" * 41) == ["1:41: lists and fields are nested more than 40 deep"]


@pytest.mark.parametrize("nest", ["[", "{a: ", "- ", "{? ", "? "])
def test_a_hundred_thousand_levels_are_refused_in_one_sentence(read: Read, nest: str) -> None:
    assert len(refused(read, nest * 100_000)) <= 42


def test_a_file_over_the_limit_is_refused_before_it_is_parsed(read: Read) -> None:
    sentence = "1:1: the file is larger than 500 KB; split it into several"
    assert refused(read, "[" * 500_001) == [sentence]
    assert refused(read, b"\xff" * 500_001) == [sentence]
    assert refused(read, "가" * 166_667) == [sentence]
    assert read("#" * 499_000 + "\na").value == "a"


def test_a_file_of_very_many_values_is_refused(read: Read) -> None:
    source = "[" + "a," * 120_000 + "]"
    assert refused(read, source) == [
        "1:200000: the file holds more than 100000 values; split it into several"
    ]


@pytest.mark.parametrize(
    "source", ["a: 1\n" * 50_000, "[" + "*a," * 90_000 + "]", "\t\n" * 200_000, "\0" * 90_000]
)
def test_of_very_many_problems_the_first_hundred_are_told(read: Read, source: str) -> None:
    told = refused(read, source)
    assert len(told) == 101
    assert told[-1].endswith("more problems")


def test_a_hostile_name_cannot_inject_into_a_sentence(read: Read) -> None:
    told = refused(read, '"\\e]52;c;x\\a\\nroot: ok": 1\n"\\e]52;c;x\\a\\nroot: ok": 1')
    assert told == ["2:1: '\ufffd]52;c;x\ufffd root: ok' is written twice; first on line 1"]


def test_a_file_is_read_from_disk(tmp_path: Path) -> None:
    path = tmp_path / "deck.yaml"
    path.write_bytes("제목: 값\n".encode())
    document = read_file(path)
    assert document.value == {"제목": "값"}
    assert document.file == str(path)


def test_a_file_that_cannot_be_opened_is_a_problem(tmp_path: Path) -> None:
    for path, sentence in (
        (tmp_path / "none.yaml", "there is no such file"),
        (tmp_path, "this is a folder, not a file"),
        (Path("a\0b"), "there is no such file"),
    ):
        with pytest.raises(ContentError) as caught:
            read_file(path)
        assert [problem.sentence for problem in caught.value.problems] == [sentence]


def test_a_file_that_may_not_be_read_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "deck.yaml"
    path.write_bytes(b"a: b\n")
    monkeypatch.setattr(Path, "open", denied)
    with pytest.raises(ContentError, match="this file may not be read: permission denied"):
        read_file(path)


def test_no_more_than_the_limit_is_read_from_disk(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_bytes(b"#" * 3_000_000)
    with pytest.raises(ContentError, match="larger than 500 KB"):
        read_file(path)
