"""A fork is a game of its own, with the same dice, and with what was asked for and nothing else changed."""

import io
from pathlib import Path

import pytest

from tests.engine.playing import Game
from tests.engine.rich import rich
from tests.study.games import saved
from wargame.content.base import SeatId
from wargame.engine.ending import ending
from wargame.engine.events import Opened
from wargame.engine.shut import shut
from wargame.journal.game import Game as Loaded
from wargame.journal.game import load
from wargame.journal.verify import verify
from wargame.plain import hindsight
from wargame.plain.keyboard import Keyboard
from wargame.plain.voice import Voice
from wargame.play.draft import Draft
from wargame.play.game import go_on
from wargame.play.names import Names
from wargame.study.course_rows import decisions, stated_forecasts
from wargame.study.fork import Fork, NoFork, checked, fork, seating, start_of
from wargame.study.replay import Replay
from wargame.tui.telling import ending as ending_pages

NORTH, SOUTH, ALLY = SeatId("north"), SeatId("south"), SeatId("ally")


@pytest.fixture(scope="module")
def save(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the save of a whole game between bots."""
    return saved(tmp_path_factory.mktemp("saves") / "g.jsonl", seed=2)


@pytest.fixture
def replay(save: Path) -> Replay:
    return Replay.open(save)


def facilitated() -> Replay:
    """Return a game of people that is under way: one seat is empty, and rulings were made."""
    game = Game(rich(), 8, clock=True, empty=["ally"], length="short")
    game.tell("inject", at=1_000, card="clash", reason="To begin with a shock.")
    game.tell("deal", at=2_000)
    game.tell("rule-outcome", at=2_500, path="chance/together/clash/0", outcome=2, reason="To see it.")
    game.tell("sit", "north", at=3_000)
    game.commit("north", "north-clash-hold", at=4_000, decided="majority", dissent="The navy.")
    game.tell("pause", at=4_500)
    game.tell("unpause", at=64_500)
    game.tell("sit", "south", at=67_000)
    game.commit("south", "secret-south-clash-strike", at=68_000)
    game.tell("open", at=69_000)
    book = game.book
    return Replay(Loaded(book, game.begin, tuple(game.records), game.state, "", True))  # type: ignore[arg-type]


def held(replay: Replay, people: tuple[SeatId, ...] = ()) -> dict[SeatId, str]:
    return {seat: holder.kind for seat, holder in seating(replay, people, None).items()}


def same(replay: Replay, made: Fork) -> int:
    """Return how many records a fork has in common with the game."""
    pairs = zip(replay.records, made.records, strict=False)
    return next((at for at, (one, other) in enumerate(pairs) if one != other), len(made.records))


def test_the_same_choices_meet_the_same_dice(save: Path, replay: Replay, tmp_path: Path) -> None:
    for at in (0, 7, len(replay.records) - 2):
        made = fork(replay, at, replay.game.begin.seats)
        assert made.records == replay.records[: at + 1]
        path = tmp_path / f"fork-{at}.jsonl"
        host = go_on(made.book, made.records, path)
        while host.phase != "ended":
            host.bots_decide()
            host.lead()
        host.close()
        assert path.read_bytes() == save.read_bytes()


def test_another_choice_counts_in_the_exchange_that_is_being_decided(replay: Replay, tmp_path: Path) -> None:
    at = next(moment.at for moment in replay.moments if moment.kind == "card" and moment.turn == 2)
    here = replay.state(at).exchanges[-1]
    ask = replay.book.asks[here.card][NORTH]
    taken = next(
        event.choices[NORTH].option
        for record in replay.records[at:]
        for event in record.events
        if isinstance(event, Opened)
    )
    for option in (option for option in ask.options if option != taken):
        try:
            made = fork(replay, at, replay.game.begin.seats, {"north": option})
        except NoFork as no:
            assert "is shut" in str(no)
            continue
        assert same(replay, made) == at + 1 and len(made.records) == at + 2
        path = tmp_path / f"{option}.jsonl"
        host = go_on(made.book, made.records, path)
        host.bots_decide()
        host.lead()
        host.close()
        (opened,) = (event for event in load(path).records[-1].events if isinstance(event, Opened))
        assert opened.choices[NORTH].option == option
        assert verify(path).adjudicated
        break
    else:
        pytest.fail("there is no other option to take")


def test_a_choice_at_the_start_of_a_turn_counts_in_its_first_exchange(replay: Replay) -> None:
    at = start_of(replay, 2)
    assert (replay.state(at).phase, replay.state(at).turn) == ("brief", 2)
    dealt = replay.state(at + 1).exchanges[-1].card
    default = replay.book.asks[dealt][NORTH].ask.default
    made = fork(replay, at, replay.game.begin.seats, {"North": str(default)})
    assert [record.command.kind for record in made.records[at + 1 :]] == ["deal", "commit"]


def test_an_envelope_may_be_changed_and_keeps_its_forecasts(replay: Replay) -> None:
    at = next(moment.at for moment in replay.moments if moment.kind == "reveal") - 1
    here = replay.state(at).exchanges[-1]
    seat = next(seat for seat in here.asked if here.envelopes[seat].forecasts)
    default = str(replay.book.asks[here.card][seat].ask.default)
    made = fork(replay, at, replay.game.begin.seats, {str(seat): default})
    command = made.records[-1].command
    assert (command.kind, command.by) == ("commit", seat)
    assert getattr(command, "forecasts") == here.envelopes[seat].forecasts  # noqa: B009


def test_people_take_the_place_of_bots_and_lead_the_game_on(replay: Replay, tmp_path: Path) -> None:
    at = start_of(replay, 3)
    seats = seating(replay, (SOUTH,), ())
    made = fork(replay, at, seats)
    assert {seat for seat, holder in seats.items() if holder.kind == "human"} == {SOUTH}
    said = [record.command for record in made.records[1:]]
    assert {command.by for command in said if command.kind != "commit"} == {SOUTH}
    assert {getattr(one, "decided", "") for one in said if one.by == SOUTH} == {"", "bot"}
    assert [record.events for record in made.records] == [
        record.events for record in replay.records[: at + 1]
    ]
    host = go_on(made.book, made.records, tmp_path / "f.jsonl")
    assert host.people == (SOUTH,)
    host.close()
    assert verify(tmp_path / "f.jsonl").adjudicated


def test_what_the_bot_decided_and_forecast_before_is_not_credited_to_who_took_the_seat(
    replay: Replay, tmp_path: Path
) -> None:
    at = start_of(replay, 3)
    path = tmp_path / "f.jsonl"
    host = go_on(replay.book, fork(replay, at, seating(replay, (SOUTH,), ())).records, path)
    while host.phase != "ended":
        seen = host.connection(SOUTH).sight()
        if seen.ask and seen.phase == "decide":
            option = next(option.id for option in seen.ask.options if option.shut is None)
            asked = {question.id: 71 for question in seen.questions}
            assert host.connection(SOUTH).commit(Draft(option, "Mine.", forecasts=asked)) is None  # type: ignore[arg-type]
        host.bots_decide()
        host.lead()
    host.close()
    made = Replay.open(path)
    own = [row for row in decisions(made) if row.seat == SOUTH]
    assert {row.holder for row in own if row.turn < 3} == {"bot"}
    assert {row.holder for row in own if row.turn >= 3} == {"human"}
    forecasts = [row for row in stated_forecasts(made) if row.seat == SOUTH]
    assert {row.holder for row in forecasts if row.turn < 3} == {"bot"}
    assert {row.percent for row in forecasts if row.holder == "human"} == {71}
    told, names = ending(made.book, made.game.state), Names.of(made.book)
    assert told.stated and {row.percent for row in told.stated if not row.bot} == {71}
    before = [one for here in told.exchanges if here.turn < 3 for one in here.decisions if one.seat == SOUTH]
    assert before and all(one.by_bot for one in before)
    out = io.StringIO()
    voice = Voice(out, Keyboard(io.StringIO().readline))
    voice.never_stop()
    hindsight.forecasts(voice, told, names, (SOUTH,))
    hindsight.envelopes(voice, told, names, (SOUTH,))
    said = " ".join(out.getvalue().split())
    assert said.count("You said") == said.count("You said 71%") > 0
    assert "Turn 1" not in said and "Turn 2" not in said
    shown = [*ending_pages.forecasts(told, names, (SOUTH,)), *ending_pages.envelopes(told, names, (SOUTH,))]
    lines = ["".join(run.text for run in one.runs) for one in shown]
    assert any(line.startswith("Turn 3:") for line in lines)
    assert not [line for line in lines if line.startswith(("Turn 1:", "Turn 2:"))]


def test_bots_take_the_place_of_people_and_play_to_the_end(tmp_path: Path) -> None:
    replay = facilitated()
    seats = seating(replay, (), None)
    assert held(replay) == {"north": "bot", "south": "bot", "ally": "empty"}
    assert held(replay, (NORTH,)) == {"north": "human", "south": "bot", "ally": "empty"}
    for at in range(len(replay.records)):
        path = tmp_path / f"{at}.jsonl"
        host = go_on(replay.book, fork(replay, at, seats).records, path)
        while host.phase != "ended":
            host.bots_decide()
            host.lead()
        host.close()
        assert verify(path).ended


def test_seats_that_are_not_named_stay_with_whom_they_were(replay: Replay) -> None:
    before = replay.game.begin.seats
    assert seating(replay, (), ()) == before
    changed = seating(replay, (NORTH,), ())
    assert {seat for seat in before if changed[seat] != before[seat]} == {NORTH}


def test_nobody_comes_to_a_seat_in_which_nobody_sat() -> None:
    with pytest.raises(NoFork, match="Nobody sat in 'ally'"):
        seating(facilitated(), (ALLY,), ())
    with pytest.raises(NoFork, match="cannot be held by a person and by a bot"):
        seating(facilitated(), (NORTH,), (NORTH,))


def test_there_is_nothing_to_decide_after_the_end(replay: Replay) -> None:
    last = len(replay.records) - 1
    assert checked(replay, last - 1) == last - 1
    for at in (last, last + 1, -1):
        with pytest.raises(NoFork, match=f"from 0 to {last - 1}, and not {at}"):
            checked(replay, at)
    with pytest.raises(NoFork, match="no turn 40"):
        start_of(replay, 40)
    going = facilitated()
    assert checked(going, len(going.records) - 1) == len(going.records) - 1


@pytest.mark.parametrize(
    ("choices", "sentence"),
    [
        (
            {"nroth": "x"},
            "There is no seat 'nroth'. Did you mean 'north'? The seats are: north, south, ally.",
        ),
        ({"ally": "ally-wait"}, "nobody sits in 'ally'; the default counts."),
        ({"north": "north-clash-hol"}, "Did you mean 'north-clash-hold'? The options are: "),
    ],
)
def test_a_choice_that_cannot_be_is_refused_in_a_sentence(choices: dict[str, str], sentence: str) -> None:
    replay = facilitated()
    dealt = next(moment.at for moment in replay.moments if moment.kind == "card")
    with pytest.raises(NoFork) as no:
        fork(replay, dealt, replay.game.begin.seats, choices)
    assert sentence in str(no.value)


def test_whose_clock_has_run_out_cannot_choose_otherwise(tmp_path: Path) -> None:
    game = Game(rich(), 8, clock=True, facilitator=False)
    game.tell("deal", at=1_000)
    game.tell("sit", "north", at=1_000)
    game.tell("expire", "table", at=500_000, seat="north")
    loaded = Loaded(game.book, game.begin, tuple(game.records), game.state, "", True)
    default = str(game.book.asks[game.here.card][NORTH].ask.default)
    replay = Replay(loaded)
    late = len(game.records) - 1
    with pytest.raises(NoFork, match="the clock of 'north' has run out"):
        fork(replay, late, replay.game.begin.seats, {"north": default})
    in_time = fork(replay, late - 1, replay.game.begin.seats, {"north": default})
    assert in_time.records[-1].command.at == game.records[late - 1].command.at, "no time has passed"


def test_a_seat_that_is_not_asked_then_cannot_choose(replay: Replay) -> None:
    at, here = next(
        (moment.at, replay.state(moment.at).exchanges[-1])
        for moment in replay.moments
        if moment.kind == "card" and moment.exchange > 1
    )
    seat = next(seat for seat in replay.book.seats if seat not in here.asked)
    with pytest.raises(NoFork, match=rf"is not asked in turn \d+, exchange {here.number}; it asks "):
        fork(replay, at, replay.game.begin.seats, {str(seat): "x"})


def test_a_shut_option_is_refused_with_its_reason(replay: Replay) -> None:
    refused = []
    for moment in replay.moments:
        if moment.kind == "card":
            state = replay.state(moment.at)
            here = state.exchanges[-1]
            for seat in here.asked:
                for key, ready in replay.book.asks[here.card][seat].options.items():
                    if no := shut(replay.book, state, seat, ready):
                        with pytest.raises(NoFork) as raised:
                            fork(replay, moment.at, replay.game.begin.seats, {str(seat): key})
                        refused.append(no.sentence in str(raised.value))
    assert refused and all(refused)
