"""What is kept from whom, field by field: the cases that a search for secrets would not tell apart."""

from typing import Annotated, get_args

from msgspec import structs

from tests.engine.playing import FACILITATOR, Game
from tests.engine.rich import rich
from tests.engine.scenarios import SEATS, Json, ask, card, on, option, plain
from wargame.content.base import OBSERVER, SeatId
from wargame.engine.audience import PUBLIC
from wargame.engine.commands import Message
from wargame.engine.events import Event
from wargame.engine.evolve import fold
from wargame.engine.ledger import explain
from wargame.engine.redact import Redacted, audiences, redact
from wargame.engine.redact import told as told_of
from wargame.engine.state import State

NS = "north-south"


def heard(game: Game, seat: str) -> list[Redacted]:
    """Return what a seat is told of the last record."""
    before = fold(game.book, State(), game.records[:-1])
    return list(told_of(game.book, before, game.records[-1], SeatId(seat)))


def told(game: Game, seat: str) -> dict[str, Redacted]:
    """Return what a seat is told of the last record, by the kind of event."""
    return {str(event["kind"]): event for event in heard(game, seat)}


def strike() -> Game:
    """Return a game in which the south has done, in the open, what is called by a milder name."""
    bold = option(
        "strike", {"tension": {NS: 9}, "tracks": {"south.nerve": 2, "north.nerve": -3}}, shown_as="Fires"
    )
    game = Game(plain([card("first", {"south": ask(option("hold"), bold)}, deal=on(1))]))
    game.exchange(south="strike")
    return game


def test_a_field_that_declares_no_audience_is_for_the_facilitator_alone() -> None:
    class Happening(Message):
        kind: str = "happening"
        seen: Annotated[int, PUBLIC] = 1
        unseen: int = 2

    assert set(audiences(Happening)) == {"seen"}
    book = Game(plain()).book
    state = Game(plain()).state
    event: Event = Happening()  # type: ignore[assignment]
    assert redact(book, state, event, OBSERVER) == {"kind": "happening", "seen": 1}
    assert redact(book, state, event, FACILITATOR) == {"kind": "happening", "seen": 1, "unseen": 2}


def test_what_a_save_alone_and_a_facilitator_hold_of_what_happens() -> None:
    """A field that is new here, or gone, is a decision: does nobody learn more from it than a sight tells?"""
    kept = {
        str(kind.__struct_config__.tag): {field.name for field in structs.fields(kind)} - set(audiences(kind))
        for kind in get_args(Event)
    }
    assert {kind: fields for kind, fields in kept.items() if fields} == {
        "began": {"draw_pile"},
        "turn-began": {"cables"},
        "dealt": {"origin"},
        "applied": {"delayed", "scheduled", "driver"},
        "resolved": {"resolutions"},
        "turn-ended": {"held"},
        "injected": {"card", "reason"},
        "number-ruled": {"number", "value", "reason"},
        "outcome-ruled": {"path", "outcome", "reason"},
    }


def test_an_option_that_is_shown_milder_is_named_so_to_all_but_its_seat() -> None:
    game = strike()
    waits = {seat: {"label": f"Label {seat}-wait", "manner": "chosen"} for seat in ("north", "ally")}
    own = {"option": "strike", "label": "Label strike", "manner": "chosen"}
    assert told(game, "south")["opened"]["choices"] == {**waits, "south": own}
    for seat, label in (("south", "Label strike"), ("north", "Fires"), (OBSERVER, "Fires")):
        choices = told(game, seat)["opened"]["choices"]
        assert choices["south"]["label"] == label  # type: ignore[index]
        assert ("option" in choices["south"]) == (seat == "south")  # type: ignore[index]
        assert [choice.label for choice in game.sight(seat).choices if choice.seat == "south"] == [label]
    game.play_out()
    assert {seen.cause for seat in SEATS for seen in game.sight(seat).changes} <= {"South: Label strike"}


def test_each_seat_is_told_of_relations_and_of_its_own_tracks() -> None:
    game = strike()
    rows = {seat: [row[0] for row in told(game, seat)["applied"]["changes"]] for seat in (*SEATS, OBSERVER)}  # type: ignore[attr-defined]
    assert rows == {
        "north": [NS, "north.nerve"],
        "south": [NS, "south.nerve"],
        "ally": [NS],
        "observer": [NS],
    }


def test_of_an_envelope_others_are_told_only_that_it_lies_there() -> None:
    game = Game(plain())
    game.tell("deal")
    game.commit("south", "south-act", forecasts={}, dissent="Many.")
    assert told(game, "north") == {"committed": {"kind": "committed", "seat": "south"}}
    assert told(game, "south")["committed"]["dissent"] == "Many."
    assert game.sight("north").waiting == ("north", "ally")


def test_secret_flags_are_known_to_the_facilitator_and_to_those_let_into_them() -> None:
    game = Game(rich(), length="short")
    assert {"mines", "crew"} <= set(game.state.flags)
    seen = {seat: {flag.id for flag in game.sight(seat).flags} for seat in (*SEATS, OBSERVER, FACILITATOR)}
    public = {"talks"}
    assert seen == {
        "north": public,
        "south": public | {"mines"},
        "ally": public,
        "observer": public,
        "facilitator": public | {"mines", "crew"},
    }


def test_in_a_game_without_a_facilitator_nobody_sees_as_one() -> None:
    game = Game(rich(), length="short", facilitator=False)
    assert told(game, "facilitator") == told(game, "observer") != {}
    while game.state.phase != "ended":
        seen, public = game.sight("facilitator"), game.sight("observer")
        assert seen == public and not seen.tracks and not seen.cables
        for number in game.book.numbers:
            assert explain(game.book, game.state, FACILITATOR, number) == explain(
                game.book, game.state, OBSERVER, number
            )
        game.exchange()
        if game.state.phase == "reveal":
            game.tell("proceed")


def test_nobody_but_the_facilitator_is_told_which_cables_came_or_how_true_they_are() -> None:
    game = Game(rich(), length="short")
    for seat in (*SEATS, OBSERVER):
        assert "cables" not in told(game, seat)["turn-began"]
    assert "cables" in told(game, FACILITATOR)["turn-began"]


def test_an_objective_tells_whether_it_holds_only_where_the_seat_can_see_it() -> None:
    whens: list[Json] = [
        {"tension": {NS: ">= 1"}},
        {"tracks": {"south.nerve": ">= 1"}},
        {"tracks": {"north.nerve": ">= 1"}},
    ]
    objectives = [{"id": f"o{at}", "text": "A goal.", "when": when} for at, when in enumerate(whens)]
    game = Game(plain(seats={"south": {"objectives": objectives}}))
    assert [objective.holds for objective in game.sight("south").objectives] == [True, True, None]


def test_when_the_game_is_over_everything_lies_open() -> None:
    game = Game(rich(), length="short")
    game.play_out()
    assert {number.id for number in game.sight(OBSERVER).tracks} == {
        name for name in game.book.numbers if "." in name
    }
