"""What the pages in docs/ show works as shown, and what they list is complete."""

import contextlib
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from tests.pages import DOCS, PAGES, blocks, page, rows, section, write_example
from wargame.__main__ import main
from wargame.content.base import OptionId, SeatId
from wargame.content.load import load_scenario
from wargame.content.starting import new_deck
from wargame.engine import commands, events
from wargame.engine.book import Book
from wargame.engine.commands import Command, Commit, Deal, Open, Proceed, Tagged
from wargame.engine.events import Applied, Event
from wargame.engine.ledger import explain
from wargame.engine.legal import LEGAL
from wargame.engine.records import Record
from wargame.engine.score import brier
from wargame.journal.save import Save, Unsaved
from wargame.lab.figures import report
from wargame.lab.many import play_many
from wargame.lab.trial import MOST
from wargame.play.clock import VirtualClock
from wargame.play.leading import play_out
from wargame.play.setup import begin, holders, seed_from
from wargame.play.table import Table

FACILITATOR = SeatId("facilitator")


def test_the_headline_places_are_those_of_the_korean_game() -> None:
    deal = load_scenario().rules.deal
    assert (deal.headlines, deal.double) == (1, (3, 6))
    prose = " ".join(section("decks.md", "What a weight competes with").split())
    assert "in the Korean game one, and two on its calendar turns 3 and 6" in prose


def test_the_page_of_the_odds_explains_all_that_is_printed() -> None:
    korea = load_scenario()
    explained = tuple(
        row[0] for row in rows(section("odds.md", "The figures, in the order in which they are printed"))
    )
    made = report(Book(korea), play_many(korea, None, [1], 1), 1)
    graphs = [measure.title for measure in korea.rules.measures if measure.graph]
    assert graphs
    for title in [*(printed.title for printed in made.sections), *graphs]:
        assert title.startswith(explained), title


def kinds(union: object) -> dict[str, type[Tagged]]:
    return {str(member.__struct_config__.tag): member for member in get_args(union)}


@pytest.mark.parametrize(("heading", "union"), [("Commands", Command), ("Events", Event)])
def test_the_page_of_the_save_names_every_kind_with_its_fields(heading: str, union: object) -> None:
    listed = {
        row[0].strip("`"): set(re.findall(r"`([a-z_]+)`", row[1]))
        for row in rows(section("save-file.md", heading))
    }
    common = {"by", "at"} if heading == "Commands" else set()
    assert listed == {kind: set(model.__struct_fields__) - common for kind, model in kinds(union).items()}


def test_the_page_of_the_save_names_the_fields_of_what_events_carry() -> None:
    listed = {
        row[0].strip("`"): set(re.findall(r"`([a-z_]+)`", row[1]))
        for row in rows(section("save-file.md", "Inside events"))
    }
    carried = [
        commands.Holder,
        events.Choice,
        events.Chances,
        events.Scheduled,
        events.Delayed,
        events.Asked,
        events.Resolution,
        events.CableSent,
        events.Crossing,
    ]
    assert listed == {model.__name__: set(model.__struct_fields__) for model in carried}


def save_of_the_example(folder: Path) -> Path:
    book = Book(load_scenario(write_example(folder)))
    seed = seed_from(7)
    save = Save.create(folder / "game.jsonl")
    table = Table(book, save, VirtualClock())
    table.begin(begin(book, seed, holders(book, seed, [], None)))
    play_out(table)
    save.close()
    return save.path


def test_the_python_of_the_page_reads_a_save(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_of_the_example(tmp_path)
    monkeypatch.chdir(tmp_path)
    for code in blocks("save-file.md", "python"):
        told = io.StringIO()
        with contextlib.redirect_stdout(told):
            exec(compile(code, "save-file.md", "exec"), {})
        assert told.getvalue().strip()


def first_turn(folder: Path) -> tuple[Table, Book, list[Event]]:
    """Play the turn of the worked example; return the table and what happened, from the envelopes on."""
    book = Book(load_scenario(write_example(folder)))
    table = Table(book, Unsaved(), VirtualClock())
    seed = seed_from(7)
    said: list[Command] = [
        begin(book, seed, holders(book, seed, book.seats, None), facilitator=True),
        Deal(by=FACILITATOR, at=0),
        *(
            Commit(by=SeatId(seat), at=0, option=OptionId(option), rationale="because")
            for seat, option in (("dprk", "press"), ("rok", "strike"), ("usa", "drill"))
        ),
        Open(by=FACILITATOR, at=0),
        Proceed(by=FACILITATOR, at=0),
    ]
    happened: list[Event] = []
    for command in said:
        answer = table.say(lambda _, command=command: command)
        assert isinstance(answer, Record), answer
        happened += answer.events
    return table, book, happened


def test_the_worked_example_is_what_the_engine_makes_of_it(tmp_path: Path) -> None:
    table, book, happened = first_turn(tmp_path)
    changes = [change for event in happened if isinstance(event, Applied) for change in event.changes]
    made = [[number, f"{wanted:+}", f"{before} to {after}"] for number, wanted, before, after, _ in changes]
    told = rows(section("game.md", "A worked example"))
    assert [[row[2].strip("`"), row[3], row[4]] for row in told if row[2]] == made
    why = {share[0]: share[1] for share in explain(book, table.state, SeatId("usa"), "dprk-usa")[1].shares}
    for cause, points in why.items():
        assert f"| {cause} | {points:+} |" in page("game.md")


def test_the_scores_of_the_page_are_brier_scores() -> None:
    told = rows(section("game.md", "Forecasts"))
    for said, score in told:
        found = re.search(r"(\d+) percent", said)
        assert found and float(score) == pytest.approx(brier(int(found[1]), True))
    stated = [int(said.split()[0]) for said, _ in told[:2]]
    assert f"the median of the room, {sum(stated) // 2} percent" in told[3][0]


def test_the_months_and_lengths_are_those_of_the_korean_scenario() -> None:
    scenario = load_scenario()
    calendar = rows(section("game.md", "The calendar and the lengths"))
    assert [row[1] for row in calendar] == [turn.date for turn in scenario.rules.calendar]
    lengths = scenario.rules.lengths
    played = [tuple(int(row[0]) for row in calendar if row[column] == "yes") for column in range(2, 7)]
    assert played == [length.turns for length in lengths.values()]
    for name, each in lengths.items():
        minutes = (
            each.minutes,
            len(each.turns),
            each.brief,
            each.practice,
            each.turn,
            each.debrief,
            each.sitting,
        )
        assert f"| `{name}` | {' | '.join(map(str, minutes))} |" in page("game.md")


def test_the_hour_in_class_is_that_of_the_length() -> None:
    rules = load_scenario().rules
    hour = rules.lengths["60"]
    order = rows(section("class.md", "Sixty minutes"))
    begins = [int(row[0]) for row in order]
    spent = [int(row[2].removesuffix(" min")) for row in order]
    assert begins == [sum(spent[:at]) for at in range(len(spent))]
    assert sum(spent) == hour.minutes
    assert (spent[0], spent[1], spent[-1]) == (hour.brief, hour.practice, hour.debrief)
    assert sum(spent[2:-1]) == hour.turn * len(hour.turns)
    months = [rules.calendar[turn - 1].title for turn in hour.turns]
    assert [row[1].split(":")[0] for row in order[2:-1]] == months


def test_the_clocks_and_minutes_in_class_are_those_of_the_lengths() -> None:
    lengths = load_scenario().rules.lengths
    text = section("class.md", "How many teams")
    told = {row[0].strip("`"): row for row in rows(text)}
    assert {name: row[1] for name, row in told.items()} == {
        name: f"{length.sitting} s" for name, length in lengths.items()
    }
    classes = rows(text[text.index("Briefing, practice and debrief") :])
    for row, length in zip(classes, list(lengths.values())[1:], strict=True):
        assert int(row[1]) == length.minutes - length.brief - length.practice - length.debrief


def test_the_rungs_and_the_odds_of_the_intents_are_those_of_the_korean_scenario() -> None:
    scenario = load_scenario()
    prose = " ".join(page("game.md").split())
    for rung in scenario.rules.rungs:
        assert f"{rung.name} from {rung.at}" in prose
    seat = scenario.actor("dprk").seat
    assert seat and {intent.id: intent.weight for intent in seat.intents} == {
        "routine": 30,
        "signal": 45,
        "prelude": 25,
    }
    assert all(actor.seat and actor.seat.intents for actor in scenario.rules.actors)


def test_the_table_of_phases_and_commands_is_the_one_that_the_engine_keeps() -> None:
    listed: dict[str, dict[str, set[str]]] = {phase: {} for phase in LEGAL}
    for phase, *columns in rows(section("architecture.md", "Who may say what, when")):
        for role, cell in zip(("leader", "seat", "facilitator", "clock"), columns, strict=True):
            now = re.findall(r"`([a-z-]+)`(?! \(planned\))", cell)
            if now:
                listed[phase.strip("`")][role] = set(now)
    assert listed == {
        phase: {role: set(names) for role, names in roles.items()} for phase, roles in LEGAL.items()
    }


def links() -> Iterator[tuple[Path, str]]:
    for path in PAGES:
        for target in re.findall(r"\]\(([^)]+)\)", path.read_text(encoding="utf-8")):
            if not target.startswith("http"):
                yield path, target


def anchors(path: Path) -> set[str]:
    headings = re.findall(r"^#+ (.*)$", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_every_link_between_pages_leads_somewhere() -> None:
    for path, target in links():
        name, _, anchor = target.partition("#")
        there = (path.parent / name).resolve() if name else path
        assert there.exists(), f"{path.name}: {target}"
        assert not anchor or anchor in anchors(there), f"{path.name}: {target}"


def test_every_page_is_in_the_index() -> None:
    named = {(path.parent / target).resolve() for path, target in links() if path == DOCS / "README.md"}
    assert {path.resolve() for path in PAGES} - named == {(DOCS / "README.md").resolve()}


def test_the_commands_that_show_and_try_a_card_work_as_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_example(tmp_path)
    deck = new_deck(None, load_scenario().rules).path
    deck.write_text(deck.read_text("utf-8").replace("id: my-deck-letter", "id: my-card"), encoding="utf-8")
    text = section("decks.md", "See a card, and try it")
    commands = re.findall(r"^wargame (deck [a-z]+ .*?)  ", text, re.MULTILINE)
    assert len(commands) == 6
    for command in commands:
        assert main(command.split()) == 0, command
    options = re.findall(r"`(--(?:turn|set|flag|intent|choose) ?[^`;]*)`", text)
    told = [word for option in options if " " in option for word in option.split()]
    assert len(told) == 10
    assert main(["deck", "try", "nll-clash", *told]) == 0
    assert f"more than {MOST} combinations" in " ".join(text.split())
