"""A slip asks what the form asks, on screens and in lines, in the same words and order."""

import asyncio
from pathlib import Path
from typing import Any

from textual.widget import Widget

from tests.engine.playing import HUMAN
from tests.engine.scenarios import book, plain
from tests.tui.driving import by_keys, first_open, playing, press, table
from wargame.content.base import SeatId
from wargame.journal.save import Unsaved
from wargame.paper.coming import coming
from wargame.paper.sheets import Blank
from wargame.paper.slips import slips
from wargame.plain.form import Form as PlainForm
from wargame.plain.form import Team
from wargame.play.clock import VirtualClock
from wargame.play.leading import lead
from wargame.play.saying import Saying
from wargame.play.setup import begin, seed_from
from wargame.play.table import Table
from wargame.tui.course import Stage
from wargame.tui.form import Form, Say
from wargame.tui.page import Note
from wargame.tui.row import Pick, Slider

SOUTH = SeatId("south")
WAR = {"id": "war", "question": "War?", "when": {"tension": {"north-south": ">= 92"}}, "resolves": "end"}
BOOK = book(plain(turns=1, forecasts=[WAR]))
ANSWERS = {"Your choice": "1", "How likely": "40", "How did you decide": "majority"}


def blanks() -> tuple[Blank, ...]:
    say = Saying(BOOK)
    first, second = slips(say, SOUTH, coming(BOOK)).slips
    assert first == second
    return first.blanks


def asked_in_lines() -> list[str]:
    """Return what the plain form asks a team, in order."""
    played = Table(BOOK, Unsaved(), VirtualClock())
    played.begin(begin(BOOK, seed_from(3), dict.fromkeys(BOOK.seats, HUMAN)))
    lead(played)
    said: list[str] = []

    class Voice:
        def say(self, text: str = "", indent: int = 0) -> None:
            said.append(text)

        def list(self, title: str, items: Any) -> None:
            pass

    def answer(prompt: str, free: bool) -> str:
        said.append(prompt)
        if prompt.startswith("Press Enter"):
            return ""
        return next((typed for key, typed in ANSWERS.items() if key in prompt), "Because.")

    voice: Any = Voice()
    assert PlainForm(voice, answer, played.connection(SOUTH).sight(), Team(several=True)).fill()
    return [text for text in said if text and not text.startswith(("How likely", "Press Enter"))]


def test_a_slip_asks_what_the_plain_form_asks_in_its_words_and_order() -> None:
    asked = asked_in_lines()
    assert len(asked) == len(blanks())
    for blank, prompt in zip(blanks(), asked, strict=True):
        assert prompt.startswith(blank.question)


async def asked_on_the_screen(save: Path) -> list[str]:
    """Return what the form shows of the choice, and above each widget that takes an answer, in order."""
    async with playing(save) as (app, pilot):
        await by_keys(app, pilot, until=Stage.DECIDE)
        await press(pilot, str(first_open(app)))
        form = table(app).query_one(Form)
        form.remove_class("-alone")
        await pilot.pause()
        above, asked = "", [form.query_one("#chosen", Note).text]
        for widget in form.query("*").results(Widget):
            if isinstance(widget, Note):
                above = widget.text
            elif isinstance(widget, Say | Pick | Slider):
                asked.append(above)
        return asked


def test_a_slip_asks_what_the_screen_asks_in_its_words_and_order(tmp_path: Path) -> None:
    asked = asyncio.run(asked_on_the_screen(tmp_path / "g.jsonl"))
    expected = [blank.question for blank in blanks() for _ in range(blank.percentages or 1)]
    assert len(asked) == len(expected)
    for question, shown in zip(expected, asked, strict=True):
        assert shown.startswith(question)


def test_every_question_of_a_slip_has_room_for_its_answer() -> None:
    for blank in blanks():
        assert blank.numbers or blank.lines or blank.boxes or blank.percentages, blank.question
