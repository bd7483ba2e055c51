"""A small deck on paper, from the first card to the facilitator's sheet."""

from pathlib import Path

import pytest

from tests.content.small import RULES, write
from tests.paper.texts import sheet
from wargame.content.load import load_scenario
from wargame.engine.book import Book
from wargame.paper.sheets import Blank, PaperCard, PaperOption, Printed, Slip
from wargame.paper.write import Portion, printed
from wargame.study.report.parts import Facts, Group, Items, Prose, Table

DEFAULT = "This is what happens if you do not decide."


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    return printed(Book(load_scenario(write(tmp_path_factory.mktemp("small")))))


def test_the_sheets_come_in_the_order_in_which_they_are_handed_out(small: Printed) -> None:
    assert [one.id for one in small.sheets] == [
        "situations", "cards-north", "cards-south", "slips-north", "slips-south",
        "brief-north", "intent-north-calm", "intent-north-storm", "brief-south", "facilitator",
    ]  # fmt: skip


def test_everybody_may_read_the_situations_and_whom_they_ask(small: Printed) -> None:
    assert sheet(small, "situations").cards == (
        PaperCard(
            "Everybody", "1", "Ice on the river", ("The river froze over.",), notes=("It asks South.",)
        ),
        PaperCard(
            "Everybody",
            "2",
            "Shots at the ford",
            ("Shots were heard at the ford.",),
            notes=("It asks North and South.",),
        ),
    )


def test_a_seat_reads_its_question_as_on_the_screen_with_what_an_option_costs_and_needs(
    small: Printed,
) -> None:
    ford, standing = sheet(small, "cards-north").cards
    assert ford == PaperCard(
        "North",
        "2",
        "Shots at the ford",
        (),
        "Who fired?",
        (
            PaperOption(1, "Deny it", (DEFAULT,)),
            PaperOption(
                2,
                "Fire again",
                (
                    "Raises North-South tension; lowers North unity. Later may raise North force.",
                    "Costs 2 North unity.",
                    "Only if North force is 30 or more.",
                ),
            ),
        ),
    )
    assert (standing.number, standing.title, standing.prompt) == (
        "", "When no card asks you", "What is the month used for?"
    )  # fmt: skip
    ice, ford, _ = sheet(small, "cards-south").cards
    assert ford.notes == ("Forecast: Will the North fire?",) and ice.notes == ()


def test_a_slip_has_room_for_what_the_form_asks(small: Printed) -> None:
    slip = Slip(
        "South",
        (
            Blank("Your choice", numbers=2),
            Blank("Why? One or two sentences", lines=3),
            Blank("What do you expect the others to do?", lines=2),
            Blank("How did you decide?", boxes=("alone", "consensus", "majority", "leader")),
            Blank("Who disagreed, and why?", lines=2),
            Blank("Forecast", percentages=2),
        ),
    )
    assert sheet(small, "slips-south").slips == (slip,) * 2


def test_a_brief_tells_a_seat_what_it_knows_and_an_intent_stands_alone(small: Printed) -> None:
    assert sheet(small, "brief-north").parts == (
        Facts((("Your office", "The council of the North."),)),
        Prose("You decide for the North."),
        Items(
            "Your objectives",
            ("At the end unity is 50 or more. 4 points.", "If the game ends in war, none of this counts."),
        ),
        Prose("What you are really after is drawn in secret, and handed to you on a sheet of its own."),
        Items(
            "Your own numbers, 0 to 100, which nobody else sees",
            ("North unity 50. How far the North holds together.", "North force 50. What the North can do."),
        ),
        Items("What you are told if it comes true, and others are not", ("The ford is mined.",)),
        Items("What you may be asked to forecast", ("Is force used?",)),
    )
    assert sheet(small, "intent-north-calm").parts == (
        Facts((("Your intent", "Calm."),)),
        Prose("You want quiet."),
        Items(
            "Your secret objective",
            (
                "At the end of no turn is the tension 80 or more. 4 points.",
                "If the game ends in war, none of this counts.",
            ),
        ),
    )


def test_a_brief_tells_what_an_objective_asks_in_shorter_lengths(tmp_path: Path) -> None:
    when = 'when: {tracks: {north.unity: ">= 50"}}'
    less = '{lengths: [short], text: At the end unity is 40 or more., when: {tracks: {north.unity: ">= 40"}}}'
    rules = write(tmp_path, RULES.replace(when, f"{when}\n          shorter: [{less}]"))
    objectives = sheet(printed(Book(load_scenario(rules))), "brief-north").parts[2]
    assert isinstance(objectives, Items)
    assert objectives.items[0] == (
        "At the end unity is 50 or more. 4 points. In the length short: At the end unity is 40 or more."
    )


def _table(small: Printed, title: str) -> Table:
    parts = {part.title: part for part in sheet(small, "facilitator").parts if isinstance(part, Group)}
    return next(part for part in parts[title].parts if isinstance(part, Table))


def _facts(small: Printed, title: str, at: int = 0) -> tuple[tuple[str, str], ...]:
    parts = {part.title: part for part in sheet(small, "facilitator").parts if isinstance(part, Group)}
    part = parts[title].parts[at]
    facts = part.parts[0] if isinstance(part, Group) else part
    assert isinstance(facts, Facts)
    return facts.rows


def test_the_facilitator_has_the_calendar_and_the_lengths_with_their_times(small: Printed) -> None:
    assert _table(small, "The calendar").rows == (
        (1, "October", "", "The river can be crossed on foot.", "short and full"),
        (2, "November", "", "", "full"),
        (3, "December", "", "", "short and full"),
    )
    assert _table(small, "The lengths, and their times").rows == (
        ("short", "1 and 3", "20 minutes", None, None, "5 minutes", None, "1 minute"),
        ("full", "1 to 3", "60 minutes", None, None, "10 minutes", None, "2 minutes"),
    )


def test_the_facilitator_sees_when_cards_come_and_what_brings_them(small: Printed) -> None:
    assert _table(small, "When the cards come").rows == (
        ("3", 1, "Ice on the river", "dated", "", "Shots at the ford"),
        ("any", 2, "Shots at the ford", "2", "North-South tension is 40 or more", ""),
    )


def test_the_facilitator_sees_what_each_option_does_with_its_odds_and_follow_ups(small: Printed) -> None:
    assert _facts(small, "What each card does", 1) == (
        ("North is asked", "Who fired?"),
        ("North 1", "Deny it. What happens without a decision.\nMoves nothing by itself."),
        (
            "North 2",
            "Fire again. Tagged “force”.\nThe others read: “Answer”.\nCosts 2 North unity.\n"
            "Only if North force is 30 or more.\nNorth-South tension +5.\n"
            "If North's intent is “Storm”, in 1 turn: North force +1.",
        ),
        ("South is asked", "Do you answer?"),
        ("South 1", "Hold. What happens without a decision.\nMoves nothing by itself."),
        (
            "South 2",
            "Call them. Tagged “talk”.\nIf North chose “Deny it”: North-South tension -3. "
            "Else: North-South tension -1.\nNow true for 2 turns: “Talks are on”.",
        ),
        (
            "Together",
            "If North chose “Fire again” and South chose “Hold” or “Call them” and it is not so that the "
            "clock of South ran out:\n“The South was seen to wait.”\nChance, 1 in 2: South trust -2.\n"
            "Chance, 1 in 2: Brings the card “Ice on the river” next turn, if North chose what is tagged "
            "“force”.",
        ),
        (
            "Forecast",
            "Will the North fire? It asks South.\n"
            "Yes if, when the envelopes are opened, North chose “Fire again”.",
        ),
        ("Tagged", "“force”"),
    )
    assert _facts(small, "Cables") == (
        (
            "South, turn 1 or 2",
            "“The ford is being watched.”\nSource: A shepherd.\n"
            "True: 80% if North's intent is “Storm”; else 30%. Now true for 1 turn: “The ford is watched”.\n"
            "The table is told afterwards, if true: “It was.”\n"
            "The table is told afterwards, if wrong: “It was not.”",
        ),
    )
    assert _facts(small, "At the end of each turn")[0][1].splitlines()[2] == (
        "Chance, weight 1; +1 if the clock of South ran out: “The drums were heard.”"
    )


def test_for_one_length_the_facilitator_has_its_turns_and_cables_and_what_intents_ask(
    tmp_path: Path,
) -> None:
    less = "shorter: [{lengths: [short], text: Less., when: {tension: {north-south: '< 90'}}}]"
    rules = write(tmp_path, RULES.replace("hold: each", f"hold: each\n            {less}"))
    ready = Book(load_scenario(rules))
    every, short = (printed(ready, portion=Portion(length=length)) for length in (None, "short"))
    assert [first for first, *_ in _table(short, "The calendar").rows] == [1, 3]
    assert [first for first, *_ in _table(short, "The lengths, and their times").rows] == ["short"]
    assert _facts(short, "Secret intents")[0][1].endswith("Objective: Less.")
    assert _facts(every, "Secret intents")[0][1].endswith("80 or more. In the length short: Less.")
    never = Book(load_scenario(write(tmp_path, RULES.replace("    turns: [1, 2]\n", "    turns: [2]\n"))))
    assert _facts(printed(never), "Cables")
    guide = sheet(printed(never, portion=Portion(length="short")), "facilitator")
    assert "Cables" not in [part.title for part in guide.parts if isinstance(part, Group)]
