"""Where the syntax breaks, the mistake is told that was probably made, and at its own line."""

import pytest

from wargame.content.problems import ContentError
from wargame.content.reading import read_yaml

CARD = """\
- id: clash
  title: Shots at sea
  source: "A, section 2"
  deal: {when: {tension: {dprk-rok: ">= 40"}}}
  situation: |
    Two boats exchange fire.
    Each side blames the other.
  facts:
    - Nobody accepted the line.
  asks:
    rok:
      options:
        - id: strike
          about: The next salvo is prevented.
          needs: {tracks: {rok.capacity: ">= 50"}}
          effects:
            - tension: {dprk-rok: +14}
"""
CURLY = 'these are the curly quotes of a word processor; type straight ones (") instead'
COLON = "a ':' is not expected here; put text that holds ': ' in quotes"
GOES_ON = "the text goes on after its closing quote; put all of it in ' '"
APOSTROPHE = 'the apostrophe before this closes the text; put all of it in " "'
INDENT = "indent this line: text that belongs to '|' stands deeper than the line with the '|'"
ASTRAY = (
    "this field does not fit the lines above: check the indentation, or put text that holds ': ' in quotes"
)
NO_SPACE = "a space is missing after ':'"


def unclosed(where: str) -> str:
    return f"the closing quote is missing: the quotes that open here close only {where}"


def told(old: str, new: str, *, own_parser: bool) -> list[str]:
    """Return what is said of the card with one text replaced by another."""
    assert CARD.count(old) == 1
    with pytest.raises(ContentError) as refused:
        read_yaml(CARD.replace(old, new), "deck.yaml", own_parser=own_parser)
    return [str(problem).removeprefix("deck.yaml:") for problem in refused.value.problems]


@pytest.mark.parametrize("own_parser", [False, True], ids=["libyaml", "own parser"])
@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"A, section 2"', '"A, section 2', f"3:11: {unclosed('on line 4')}"),
        ('"A, section 2"', "\"A, 'section' 2", f"3:11: {unclosed('on line 4')}"),
        ('">= 40"', '">= 40', f"4:37: {unclosed('on line 15')}"),
        ("Shots at sea", "'Shots at sea", "2:10: the quotes that open here are never closed"),
        ("{dprk-rok: +14}", '{a: "x, b: "y"}', f"17:28: {unclosed('in column 35')}"),
        ("The next salvo is prevented.", "'It's lawful'", f"14:22: {APOSTROPHE}"),
        ("The next salvo is prevented.", '"Slow" and public', f"14:25: {GOES_ON}"),
        ("Nobody accepted the line.", '"Nobody" accepted it.', f"9:16: {GOES_ON}"),
        ("The next salvo is prevented.", "“Slow: public”", f"14:18: {CURLY}"),
        ("The next salvo is prevented.", "Slow: public", f"14:22: {COLON}"),
        (
            '{tracks: {rok.capacity: ">= 50"}}',
            "\n            tracks:\n              rok.capacity: >= 45",
            '17:29: a comparison stands in quotes: ">= 45"',
        ),
        (
            '{tracks: {rok.capacity: ">= 50"}}',
            "\n            tracks:\n              rok.capacity: > 45 and < 60",
            '17:29: a comparison stands in quotes: "> 45 and < 60"',
        ),
        ('">= 50"', ">= 45", '15:42: a comparison stands in quotes: ">= 45"'),
        ('">= 50"', "!= 45", '15:42: a comparison stands in quotes: "!= 45"'),
        (
            "Shots at sea",
            "> Shots at sea",
            "2:10: after '>' text begins on the next line; else put the text in quotes",
        ),
        (
            "The next salvo is prevented.",
            "*really* slow",
            "14:18: text may not begin with this character; put the text in quotes",
        ),
        (
            "    Two boats exchange fire.\n    Each",
            "  Two boats exchange fire.\n  Each",
            f"6:3: {INDENT}",
        ),
        ("    Two boats exchange fire.\n    Each", "Two boats exchange fire.\nEach", f"6:1: {INDENT}"),
        ("    Two boats exchange fire.\n    Each", "  Two boats: fire.\n  Each", f"6:3: {INDENT}"),
        ("    Each side", "  Each side", f"7:3: {INDENT}"),
        ("  facts:\n", "  tags: [a]\n  facts\n", "9:3: a ':' is missing after this name"),
        ("title: Shots", "title:Shots", f"2:3: {NO_SPACE}"),
        (
            '">= 40"}}}\n',
            '">= 40"}}\n',
            "4:9: the '{' that opens here is not closed before line 5: a ',' or '}' is missing",
        ),
        ("{dprk-rok: +14}", "{dprk-rok:+14}", f"17:25: {NO_SPACE}"),
        (
            "{dprk-rok: +14}",
            "\n                dprk-rok:+14\n                dprk-usa: 2",
            f"18:17: {NO_SPACE}",
        ),
        ("  deal:", "      deal:", "4:7: the indentation does not fit the lines above"),
        ("  source:", "      source:", f"3:7: {ASTRAY}"),
    ],
)
def test_the_likely_mistake_is_told_where_it_was_made(
    old: str, new: str, said: str, own_parser: bool
) -> None:
    assert told(old, new, own_parser=own_parser) == [said]


@pytest.mark.parametrize("own_parser", [False, True], ids=["libyaml", "own parser"])
def test_a_text_in_quotes_over_two_lines_is_not_blamed_for_what_comes_after(own_parser: bool) -> None:
    with pytest.raises(ContentError, match="2:11: a comparison stands in quotes"):
        read_yaml('{a: "one\n two", b: >= 4}', "deck.yaml", own_parser=own_parser)
