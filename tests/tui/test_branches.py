"""A small graph drawn as branches: lines join, further lines are drawn on, and names of any letters fit."""

from rich.cells import cell_len

from wargame.tui.branches import Branch, above, below, box, chip
from wargame.tui.ink import lay_out, runs


def drawn(pieces: object, width: int = 40) -> list[str]:
    """Return pieces as lines of text."""
    laid = lay_out(pieces, width)  # type: ignore[arg-type]
    return ["".join(run.text for run in line.runs).rstrip() for line in laid]


def branch(title: str, *ways: str, dashed: bool = False, more: tuple[Branch, ...] = ()) -> Branch:
    return Branch(chip(title), tuple(runs(way) for way in ways), title, dashed, more)


BRANCHES = (
    branch("First", "one way", more=(branch("Beyond", "always"), branch("Further", "never"))),
    branch("Second", "another way", "and yet another", dashed=True),
)


def test_what_leads_here_comes_down_into_the_card() -> None:
    assert drawn(above(BRANCHES)) == [
        "     ┌─ [ Beyond ] · always",
        "     ├─ [ Further ] · never",
        "     ▼",
        "  ┌─ [ First ]",
        " ┌┴─ one way",
        " │",
        " │┌╌ [ Second ]",
        " │├╌ another way",
        " ├┴╌ and yet another",
        " ▼",
    ]


def test_where_it_leads_goes_out_below_several_ways_to_one_card_joined() -> None:
    assert drawn(below(BRANCHES)) == [
        " ├┬─ one way",
        " │└─▶ [ First ]",
        " │    ├─▶ [ Beyond ] · always",
        " │    └─▶ [ Further ] · never",
        " │",
        " └┬╌ another way",
        "  ├╌ and yet another",
        "  └╌▷ [ Second ]",
    ]


def test_lines_are_drawn_on_beside_text_that_is_wrapped() -> None:
    several = (branch("One", "a way of many words that wraps"), branch("A title as long as this one", "x"))
    assert drawn(below(several), 22) == [
        " ├┬─ a way of many",
        " ││  words that wraps",
        " │└─▶ [ One ]",
        " │",
        " └┬─ x",
        "  └─▶ [ A title as",
        "      long as this",
        "      one ]",
    ]


def test_a_card_is_boxed_whatever_letters_its_title_has() -> None:
    for title in ("Ice", "강 위의 얼음", "강" * 40, "word " * 14):
        lines = drawn(box(title, "ice", "own", leads_on=True))
        assert len({cell_len(line) for line in lines}) == 1
        assert lines[0].startswith("┏━")
        assert lines[-1].startswith("┗┯━")


def test_only_names_and_their_ways_can_be_pointed_at() -> None:
    laid = lay_out([*below(BRANCHES)], 40)
    keys = [line.key for line in laid]
    assert keys == ["First", "First", "Beyond", "Further", None, "Second", "Second", "Second"]
