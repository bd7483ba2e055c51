"""Every no: its code, and a sentence that a facilitator could read aloud; nothing is changed by any."""

from typing import Any

import pytest
from msgspec.structs import replace

from tests.engine.playing import TABLE, Game, command
from tests.engine.scenarios import ask, card, on, option, plain
from wargame.engine.commands import LATEST
from wargame.engine.decide import decide
from wargame.engine.records import Rejection
from wargame.engine.state import State

DICE = [{"weight": 1}, {"weight": 1}]


def deciding() -> Game:
    """Return a game in which the south is asked by a card, the ally is empty and a clock runs."""
    asks = {
        "south": ask(option("stay"), option("dear", costs={"south.wealth": 31}), option("dice", chances=DICE))
    }
    game = Game(
        plain([card("first", asks, deal=on(1), next=[{"card": "second"}]), card("second")]),
        empty=["ally"],
        clock=True,
    )
    game.tell("deal", at=1_000)
    return game


CASES: list[tuple[str, str, dict[str, Any], str, str]] = [
    (
        "commit",
        "south",
        {"option": "go"},
        "unknown-option",
        "there is no option 'go'; choose one of stay, dear, dice",
    ),
    (
        "commit",
        "south",
        {"option": "dear"},
        "shut",
        "'Label dear' is shut: it costs 31 South wealth, and you have 30",
    ),
    (
        "commit",
        "south",
        {"option": "stay", "forecasts": {"q": 5}},
        "unknown-forecast",
        "'south' is not asked to forecast 'q'",
    ),
    ("commit", "ally", {"option": "ally-wait"}, "vacant", "nobody sits in 'ally'; the default counts"),
    ("commit", "facilitator", {"option": "stay"}, "not-yours", "'commit' is not for 'facilitator' to say"),
    ("sit", "ally", {}, "not-asked", "'ally' is not asked in this exchange"),
    ("open", "facilitator", {}, "waiting", "still deciding: north, south"),
    ("open", "south", {}, "not-yours", "'open' is not for 'south' to say"),
    ("deal", "facilitator", {}, "not-now", "'deal' is not possible now: the seats are deciding"),
    ("unpause", "facilitator", {}, "not-paused", "the clocks are running"),
    ("expire", "table", {"seat": "south"}, "time-left", "the clock of 'south' has not run out"),
    ("expire", "facilitator", {"seat": "south"}, "not-yours", "'expire' is not for 'facilitator' to say"),
    ("inject", "facilitator", {"card": "third"}, "unknown-card", "there is no card 'third'"),
    ("inject", "facilitator", {"card": "first"}, "on-the-table", "the card 'first' is on the table already"),
    (
        "rule-number",
        "facilitator",
        {"number": "rok.luck", "value": 5},
        "unknown-number",
        "there is no number 'rok.luck'",
    ),
    (
        "rule-outcome",
        "facilitator",
        {"path": "chance/luck", "outcome": 0},
        "unknown-chance",
        "there is no such chance here; there are: chance/option/first/south/dice",
    ),
    (
        "rule-outcome",
        "facilitator",
        {"path": "chance/option/first/south/dice", "outcome": 2},
        "unknown-outcome",
        "the outcomes of this chance are numbered 0 to 1",
    ),
]


@pytest.mark.parametrize(("kind", "by", "told", "code", "sentence"), CASES)
def test_a_no_says_why(kind: str, by: str, told: dict[str, Any], code: str, sentence: str) -> None:
    words = {"commit": "rationale", "inject": "reason", "rule-number": "reason", "rule-outcome": "reason"}
    reason: dict[str, Any] = {words[kind]: "So."} if kind in words else {}
    assert deciding().no(kind, by, **told, **reason) == Rejection(code, sentence)


def test_time_cannot_run_backwards() -> None:
    no = deciding().no("sit", "south", at=999)
    assert no == Rejection("earlier", "time cannot run backwards: this command is older than the last one")


def test_time_ends_where_not_every_reader_keeps_whole_numbers() -> None:
    game = deciding()
    late = replace(command("sit", "south", 2_000), at=LATEST + 1)
    no = decide(game.book, game.state, late)
    assert isinstance(no, Rejection) and no.code == "later"
    assert game.tell("sit", "south", at=LATEST)


def test_nobody_sits_twice() -> None:
    game = deciding()
    game.tell("sit", "south", at=2_000)
    assert game.no("sit", "south") == Rejection("sitting", "'south' is sitting already")


def test_the_clocks_stop_once() -> None:
    game = deciding()
    game.tell("pause", at=2_000)
    assert game.no("pause") == Rejection("paused", "the clocks are stopped already")


def test_a_card_that_waits_to_be_dealt_is_not_injected_again() -> None:
    game = deciding()
    game.tell("inject", card="second", reason="So.")
    assert game.no("inject", card="second", reason="So.").code == "on-the-table"


def test_in_a_later_exchange_only_the_seats_of_its_card_are_asked() -> None:
    game = deciding()
    game.decide()
    game.tell("open")
    game.tell("proceed")
    no = game.no("commit", "north", option="north-wait", rationale="So.")
    assert no == Rejection("not-asked", "'north' is not asked in this exchange")


def test_who_was_late_is_told_that_it_was() -> None:
    game = deciding()
    game.tell("sit", "south", at=1_000)
    game.tell("expire", TABLE, at=61_000, seat="south")
    assert game.no("expire", TABLE, seat="south").code == "late"
    assert game.no("commit", "south", option="stay", rationale="So.").code == "late"


def test_a_game_begins_only_with_its_own_content_rules_and_seats() -> None:
    begin = Game(plain()).begin
    book = Game(plain()).book
    wrong: dict[str, list[dict[str, Any]]] = {
        "version": [{"format": 99}, {"rules": 99}],
        "seats": [{"seats": {seat: begin.seats[seat] for seat in reversed(book.seats)}}, {"seats": {}}],
        "content": [{"digest": "0" * 64}, {"length": "long"}, {"content": begin.content + " "}],
        "not-yours": [{"by": "south"}, {"by": "observer"}],
        "earlier": [{"at": -1}],
        "later": [{"at": 1}, {"at": LATEST + 1}],
    }
    for code, changes in wrong.items():
        for change in changes:
            answer = decide(book, State(), replace(begin, **change))
            assert isinstance(answer, Rejection) and answer.code == code
            assert len(answer.sentence.split()) > 4
