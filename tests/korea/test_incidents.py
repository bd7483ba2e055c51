"""Rows about armed people near each other: A2, A3, A15, and what a class may not read off one choice."""

import pytest

from tests.korea.table import at, korea
from wargame.content.base import CardId, SeatId
from wargame.content.scenario import Scenario
from wargame.engine.book import Book
from wargame.engine.events import CableSent
from wargame.lab.games import forced
from wargame.lab.many import play_many
from wargame.lab.options import tally

ROADS, NORTH = CardId("road-demolition"), SeatId("dprk")
TRACKS = "together/nll-clash/13"
SALVO_AND_STRIKE = "together/nll-clash/0"


def test_a2_a_road_that_is_cut_is_no_road_for_an_army_and_one_left_whole_has_to_be_watched() -> None:
    whole = at(1).month("road-demolition", dprk="close-keep")
    assert whole.flagged("road-whole")
    assert whole.moved("rok.defence", "driver/road-left-whole") == 1
    cut = at(1).month("road-demolition", dprk="notice-and-blow")
    assert not cut.flagged("road-whole")
    assert cut.moved("rok.defence", "driver/road-left-whole") == 0


def test_a2_no_way_of_treating_the_roads_tells_the_intent() -> None:
    shares: dict[str, list[float]] = {}
    for intent in ("routine", "signal", "prelude"):
        october = _october(intent)
        book = Book(october)
        counted = tally(play_many(october, None, range(150), 1))
        for option in book.cards[ROADS].asks[NORTH].options:
            key = ROADS, NORTH, str(option)
            shares.setdefault(str(option), []).append(counted.chosen[key] / counted.offered[key])
    assert all(max(found) < 3 * min(found) for found in shares.values()), shares


def _october(intent: str) -> Scenario:
    """Return the scenario cut to its first month, in which the roads are dealt."""
    scenario = forced(korea(), {"dprk": intent})
    cut = scenario.rules.lengths["short"].model_copy(update={"turns": (1,)})
    rules = scenario.rules.model_copy(update={"lengths": {"short": cut}, "length": "short"})
    return scenario.model_copy(update={"rules": rules})


@pytest.mark.parametrize(("flags", "weights"), [((), (3, 2, 1)), (("drills",), (3, 2, 3))])
def test_a3_a_clash_spreads_more_easily_while_a_drill_is_under_way(
    flags: tuple[str, ...], weights: tuple[int, ...]
) -> None:
    game = at(5, flags=flags).month("nll-clash", dprk="press", rok="strike-battery", usa="back-publicly")
    assert game.weights(SALVO_AND_STRIKE) == weights


def test_a3_what_a_salvo_at_the_sea_line_leads_to_rests_on_the_answer() -> None:
    struck = at(5).month("nll-clash", {SALVO_AND_STRIKE: 1}, dprk="press", rok="strike-battery")
    assert struck.moved("dprk-rok", f"chance/{SALVO_AND_STRIKE}") == 14
    held = at(5).month("nll-clash", dprk="press", rok="hold")
    assert held.moved("dprk-rok", "option/nll-clash/rok/hold") == -3
    assert held.moved("dprk-rok", "chance") == 0


def test_a15_the_notebook_weighs_on_trust_and_makes_open_books_riskier() -> None:
    known, unknown = at(5, flags=["notebook"]), at(5)
    assert known.month("nll-clash", rok="open-tracks").weights(TRACKS) == (3, 2, 3)
    assert unknown.month("nll-clash", rok="open-tracks").weights(TRACKS) == (3, 2, 1)
    assert known.moved("rok.trust", "driver/notebook-suspicion") == -2
    assert unknown.moved("rok.trust", "driver/notebook-suspicion") == 0


def test_a15_whether_the_plan_had_a_signature_stays_unresolved() -> None:
    game = at(4, dprk_leverage=50)
    sent = [cable for event in game.events for cable in getattr(event, "cables", ())]
    found = [cable for cable in sent if isinstance(cable, CableSent) and cable.cable == "notebook-signed"]
    assert [cable.true for cable in found] == [None]
    assert any(cable.true is not None for cable in sent)
