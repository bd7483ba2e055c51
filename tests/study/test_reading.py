"""What seats expected, read and were advised, beside what they and the others did."""

from pathlib import Path

import pytest

from tests.engine.playing import Game
from tests.engine.rich import rich
from tests.engine.scenarios import Json, ask, card, on, option, plain
from tests.study.games import keep, saved
from wargame.content.base import OBSERVER, SeatId
from wargame.study.advice import advised
from wargame.study.cables import Moved, read
from wargame.study.decisions import played
from wargame.study.interventions import interventions
from wargame.study.replay import TRUTH, Replay
from wargame.study.viewing import ruling

NORTH, SOUTH, ALLY = SeatId("north"), SeatId("south"), SeatId("ally")
RUSE, ADVISED = "A strike is near.", "C1"


def source() -> Json:
    """Return a game of two turns: a wrong cable to the south in the second, and an answer that is advised."""
    cable = {
        "id": "ruse",
        "seat": "south",
        "turns": [2],
        "text": RUSE,
        "source": "A clerk.",
        "reliability": [{"percent": 0}],
        "afterwards": {"false": "It was a ruse."},
    }
    asks = {
        "south": ask(
            option("hold"),
            option("watch", covers=[ADVISED]),
            option("arm", covers=[ADVISED], needs={"tracks": {"south.nerve": ">= 90"}}),
        ),
        "north": ask(option("wait"), option("strike", {"tension": {"north-south": 6}}, shown_as="Train")),
    }
    fear = {"id": "fear", "question": "Will it be war?", "when": {"turn": ">= 9"}, "resolves": "end"}
    deck = [card("first", asks, deal=on(1)), card("second", asks, deal=on(2))]
    made = plain(deck, turns=2, cables=[cable], forecasts=[fear])
    made["rules"] |= {"rows": {ADVISED: "Watch.", "C2": "Other."}, "advice": [ADVISED]}
    return made


@pytest.fixture
def replay(tmp_path: Path) -> Replay:
    game = Game(source())
    game.tell("deal")
    game.tell("rule-number", number="south.nerve", value=45, reason="They slept.")
    game.commit("south", "hold", expects="The north waits.", forecasts={"fear": 20}, rationale="Quiet.")
    game.commit("north", "strike", dissent="One of us would wait.", decided="majority")
    game.decide()
    game.tell("open")
    game.tell("proceed")
    game.tell("inject", card="first", reason="Once more.")
    game.tell("deal")
    game.commit("south", "watch", forecasts={"fear": 70})
    game.decide()
    game.tell("open")
    game.play_out()
    return Replay.open(keep(game, tmp_path / "g.jsonl"))


def test_a_wrong_cable_stands_beside_what_its_reader_did_and_how_its_forecasts_moved(replay: Replay) -> None:
    (cable,) = read(replay.book, replay.game.state)
    assert (cable.seat, cable.turn, cable.text, cable.true) == (SOUTH, 2, RUSE, False)
    assert cable.afterwards == "It was a ruse."
    assert cable.chose[0] == "Label watch"
    assert cable.moved == (Moved("Will it be war?", 20, 70),)


def test_the_truth_has_every_envelope_and_what_was_not_taken_with_why_it_was_shut(replay: Replay) -> None:
    first = played(replay)[0]
    made = {one.seat: one for one in first.decided}
    assert made[NORTH].label == "Label strike" and made[NORTH].milder == "Train"
    assert made[NORTH].envelope and made[NORTH].envelope.dissent == "One of us would wait."
    assert made[SOUTH].envelope and made[SOUTH].envelope.expects == "The north waits."
    assert [(one.label, bool(one.shut)) for one in made[SOUTH].passed] == [
        ("Label watch", False),
        ("Label arm", True),
    ]


def test_a_seat_reads_its_own_envelope_and_of_the_others_what_was_shown(replay: Replay) -> None:
    made = {one.seat: one for one in played(replay, SOUTH)[0].decided}
    assert made[SOUTH].envelope and made[SOUTH].envelope.rationale == "Quiet."
    assert made[NORTH] == made[NORTH]._replace(
        label="Train", envelope=None, prompt=None, passed=(), milder=None
    )
    public = {one.seat: one for one in played(replay, SeatId(OBSERVER))[0].decided}
    assert all(one.envelope is None and one.prompt is None for one in public.values())


def test_advice_stands_beside_the_choice_with_what_of_it_was_open(replay: Replay) -> None:
    first, second = advised(replay)[:2]
    assert (first.seat, first.rows, first.chosen, first.followed) == (SOUTH, (ADVISED,), "Label hold", False)
    assert (first.options, first.open) == (("Label watch", "Label arm"), ("Label watch",))
    assert (second.turn, second.chosen, second.followed) == (2, "Label watch", True)


def test_where_the_rules_mark_no_advice_there_is_none(tmp_path: Path) -> None:
    assert advised(Replay.open(saved(tmp_path / "g.jsonl"))) == ()


def test_the_facilitators_interventions_are_listed_with_their_reasons(replay: Replay) -> None:
    found = interventions(replay)
    assert [(one.turn, one.kind, one.reason) for one in found] == [
        (1, "number", "They slept."),
        (2, "card", "Once more."),
    ]
    assert found[0].what == "South nerve is set to 45 at the end of the turn"
    for one in found:
        assert ruling(replay, one.at, TRUTH) == f"{one.what}: {one.reason}", "a replay says the same"
        assert ruling(replay, one.at, SOUTH) is None


def test_an_outcome_that_was_decided_is_listed_by_what_it_was_the_chance_of(tmp_path: Path) -> None:
    chances = [{"weight": 1, "news": "Hit."}, {"weight": 1, "news": "Missed."}]
    game = Game(plain([card("shot", deal=on(1), chances=chances)]))
    game.tell("deal")
    game.tell("rule-outcome", path="chance/card/shot", outcome=1, reason="For the class.")
    (found,) = interventions(Replay.open(keep(game, tmp_path / "g.jsonl")))
    assert found.what == "Card shot comes out so (Missed)"


def test_what_a_seat_could_see_in_play_stays_so_when_the_end_has_laid_all_open(tmp_path: Path) -> None:
    replay = Replay.open(saved(tmp_path / "g.jsonl"))
    last = len(replay.records) - 1
    assert replay.ended
    assert len(replay.sight(last, SOUTH).tracks) > len(replay.sight(last, SOUTH, in_play=True).tracks)
    assert replay.why(last, "north.nerve", SOUTH) and not replay.why(last, "north.nerve", SOUTH, in_play=True)
    assert replay.sight(last, TRUTH, in_play=True) == replay.sight(last, TRUTH)


def test_played_tells_every_exchange_that_was_opened(tmp_path: Path) -> None:
    replay = Replay.open(saved(tmp_path / "g.jsonl", rich()))
    opened = [(turn, here.number) for turn, here in replay.game.state.every_exchange() if here.choices]
    assert [(one.turn, one.number) for one in played(replay)] == opened


def test_a_decision_all_of_whose_options_are_advised_is_not_counted(tmp_path: Path) -> None:
    made = source()
    for option_ in made["cards"][0]["asks"]["south"]["options"]:
        option_["covers"] = [ADVISED]
    game = Game(made)
    game.exchange()
    game.play_out()
    found = advised(Replay.open(keep(game, tmp_path / "g.jsonl")))
    assert [one for one in found if one.turn == 1] == []
