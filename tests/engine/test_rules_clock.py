"""The clock: sittings, pauses, and running out."""

from tests.engine.playing import TABLE, Game
from tests.engine.scenarios import plain

SITTING = 60_000


def started(*, clock: bool = True) -> Game:
    game = Game(plain(), clock=clock)
    game.tell("deal", at=1_000)
    return game


def until(game: Game, seat: str = "south") -> int | None:
    return game.sight(seat).until


def test_a_sitting_runs_from_when_the_seat_sits() -> None:
    game = started()
    assert until(game) is None
    game.tell("sit", "south", at=5_000)
    assert until(game) == 5_000 + SITTING
    assert until(game, "north") is None


def test_without_a_clock_a_sitting_never_runs_out() -> None:
    game = started(clock=False)
    game.tell("sit", "south", at=5_000)
    assert until(game) is None
    assert game.no("expire", TABLE, at=10**9, seat="south").code == "time-left"
    game.commit("south", "south-act", at=10**9)


def test_committing_stops_the_clock_and_sitting_again_goes_on_with_what_is_left() -> None:
    game = started()
    game.tell("sit", "south", at=5_000)
    game.commit("south", "south-act", at=25_000)
    assert until(game) is None
    game.tell("sit", "south", at=100_000)
    assert until(game) == 100_000 + 40_000
    game.commit("south", "south-wait", at=130_000)
    game.tell("sit", "south", at=200_000)
    assert until(game) == 200_000 + 10_000


def test_a_pause_gives_every_seat_the_time_that_it_took() -> None:
    game = started()
    game.tell("sit", "south", at=5_000)
    game.tell("pause", at=10_000)
    assert game.sight("south").paused
    game.tell("unpause", at=100_000)
    assert until(game) == 5_000 + SITTING + 90_000
    assert not game.sight("south").paused


def test_a_clock_that_starts_in_a_pause_starts_when_the_pause_ends() -> None:
    game = started()
    game.tell("pause", at=10_000)
    game.tell("sit", "south", at=20_000)
    game.tell("unpause", at=50_000)
    assert until(game) == 50_000 + SITTING


def test_who_commits_in_a_pause_keeps_the_time_that_was_left_at_its_start() -> None:
    game = started()
    game.tell("sit", "south", at=5_000)
    game.tell("pause", at=15_000)
    game.commit("south", "south-act", at=90_000)
    game.tell("unpause", at=100_000)
    game.tell("sit", "south", at=100_000)
    assert until(game) == 100_000 + 50_000


def test_a_pause_at_the_very_start_of_the_game_counts_as_well() -> None:
    game = Game(plain(), clock=True)
    game.tell("deal", at=0)
    game.tell("sit", "south", at=0)
    game.tell("pause", at=0)
    game.commit("south", "south-act", at=50_000)
    game.tell("unpause", at=50_000)
    game.tell("sit", "south", at=50_000)
    assert until(game) == 50_000 + SITTING


def test_a_clock_may_be_said_to_have_run_out_only_when_it_has() -> None:
    game = started()
    game.tell("sit", "south", at=5_000)
    assert game.no("expire", TABLE, at=64_999, seat="south").code == "time-left"
    assert game.no("expire", TABLE, at=99_999, seat="north").code == "time-left"
    game.tell("expire", TABLE, at=65_000, seat="south")
    assert game.sight("north").late == ("south",)


def test_a_clock_runs_out_once() -> None:
    game = started()
    game.tell("sit", "south", at=5_000)
    game.tell("expire", TABLE, at=65_000, seat="south")
    assert game.no("expire", TABLE, at=66_000, seat="south").code == "late"
    assert game.here.late == ("south",)


def test_no_clock_runs_out_in_a_pause() -> None:
    game = started()
    game.tell("sit", "south", at=5_000)
    game.tell("pause", at=64_000)
    assert game.no("expire", TABLE, at=90_000, seat="south").code == "time-left"


def test_a_decision_counts_up_to_the_last_millisecond() -> None:
    game = started()
    game.tell("sit", "south", at=5_000)
    assert game.no("commit", "south", at=65_001, option="south-act", rationale="So.").code == "late"
    game.commit("south", "south-act", at=65_000)


def test_a_pause_does_not_save_a_clock_that_had_run_out_before() -> None:
    game = started()
    game.tell("sit", "south", at=5_000)
    game.tell("pause", at=70_000)
    assert game.no("commit", "south", option="south-act", rationale="So.").code == "late"


def test_after_the_clock_the_seat_may_neither_sit_nor_decide() -> None:
    game = started()
    game.tell("sit", "south", at=5_000)
    game.tell("expire", TABLE, at=65_000, seat="south")
    said = "the clock of 'south' has run out; the default counts"
    assert game.no("sit", "south").sentence == said
    assert game.no("commit", "south", option="south-act", rationale="So.").sentence == said


def test_the_clock_starts_anew_in_the_next_exchange() -> None:
    game = started()
    game.tell("sit", "south", at=5_000)
    game.commit("south", "south-act", at=30_000)
    game.decide()
    game.tell("open", at=40_000)
    game.turn()
    game.tell("deal", at=50_000)
    game.tell("sit", "south", at=50_000)
    assert until(game) == 50_000 + SITTING


def test_a_pause_ends_when_the_envelopes_are_opened() -> None:
    game = started()
    game.decide()
    game.tell("pause", at=2_000)
    game.tell("open", at=3_000)
    assert not game.sight("south").paused
    game.tell("proceed", at=4_000)
    assert game.state.paused is None
