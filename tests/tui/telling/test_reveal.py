"""The reveal and the end of a turn as beats, which together come to what is true now."""

import pytest
from msgspec.structs import replace

from tests.tui.telling.games import RUNGS, said, sights
from wargame.engine.ledger import Explained
from wargame.engine.sight_parts import Sight
from wargame.tui.ink import Piece
from wargame.tui.telling import reveal
from wargame.tui.telling.reveal import Beat

SEEDS = range(10)
RUNG = "A pair stands on another rung"


def present(sight: Sight) -> dict[str, int]:
    """Return the numbers that a seat sees, as they are."""
    return {number.id: number.value for number in (*sight.relations, *sight.tracks)}


def told(start: dict[str, int], beats: list[Beat]) -> dict[str, int]:
    """Return numbers as they stand after beats."""
    values = dict(start)
    for beat in beats:
        values.update(beat.values)
    return values


def text(beats: list[Beat]) -> str:
    pieces: list[Piece] = [piece for beat in beats for piece in beat.pieces]
    return said(pieces)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_a_reveal_tells_leads_from_what_was_to_what_is(seed: int) -> None:
    for sight in sights(seed):
        if sight.phase == "reveal":
            beats = reveal.exchange(sight)
            assert told(reveal.before(sight, sight.turn, sight.exchange), beats) == present(sight)
            assert [choice.label for choice in sight.choices if choice.label not in text(beats)] == []


@pytest.mark.parametrize("seed", SEEDS)
def test_what_the_end_of_a_turn_tells_leads_from_what_was_to_what_is(seed: int) -> None:
    for sight in sights(seed):
        if sight.phase in ("brief", "ended"):
            turn = sight.turn if sight.phase == "ended" else sight.turn - 1
            beats = reveal.end_of_turn(sight, turn)
            start = reveal.before(sight, turn, 0)
            if sight.phase == "brief":
                assert told(start, beats) == present(sight)
            else:
                own = {key for key in present(sight) if key in start}
                assert {key: told(start, beats)[key] for key in own} == present(sight)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_odds_of_a_roll_are_told_before_its_outcome(seed: int) -> None:
    for sight in sights(seed):
        if sight.phase != "reveal":
            continue
        beats = reveal.exchange(sight)
        for at, beat in enumerate(beats):
            if "The dice: " in text([beat]) and "came." in text(beats[at + 1 : at + 2]):
                assert "came." not in text([beat])
        dice = sum("The dice: " in text([beat]) for beat in beats)
        rolls = [roll for roll in sight.rolls if (roll.turn, roll.exchange) == (sight.turn, sight.exchange)]
        assert dice == sum(not roll.ruled for roll in rolls)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_rung_that_was_crossed_is_an_event_of_its_own_at_the_end_of_the_turn(seed: int) -> None:
    names = [name for name, _ in RUNGS]
    for sight in sights(seed):
        if sight.phase == "brief" and sight.turn > 1:
            crossed = [b for b in reveal.end_of_turn(sight, sight.turn - 1) if b.section.startswith(RUNG)]
            assert len(crossed) == sum(at == sight.turn - 1 for at, *_ in sight.crossings)
            assert all(beat.event and any(name in text([beat]) for name in names) for beat in crossed)


@pytest.mark.parametrize("seed", SEEDS)
def test_where_the_end_tells_what_was_kept_from_a_seat_it_says_first_that_secrets_are_open(seed: int) -> None:
    for sight in (each for each in sights(seed) if each.phase == "ended"):
        beats = reveal.end_of_turn(sight, sight.turn)
        seen = {relation.id for relation in sight.relations}
        kept = [
            key
            for beat in beats
            for key in beat.values
            if key not in seen and not key.startswith(f"{sight.seat}.")
        ]
        assert (beats[0].section == "The game is over, and all secrets are open") == bool(kept)


def test_beats_come_in_the_order_of_adjudication() -> None:
    order = ["What came whatever was chosen", "What everybody did, and what it moved", "What followed"]
    for sight in sights(4):
        if sight.phase == "reveal":
            sections = list(dict.fromkeys(beat.section for beat in reveal.exchange(sight)))
            assert sections == [section for section in order if section in sections]


@pytest.mark.parametrize("seed", SEEDS)
def test_one_key_press_shows_one_cause_with_all_that_it_moved(seed: int) -> None:
    for sight in sights(seed):
        if sight.phase != "reveal":
            continue
        here = [e for e in sight.changes if (e.turn, e.exchange) == (sight.turn, sight.exchange)]
        beats = reveal.exchange(sight)
        for step, cause in {(entry.step, entry.cause) for entry in here}:
            moved = {entry.number for entry in here if (entry.step, entry.cause) == (step, cause)}
            assert any(moved == set(beat.values) for beat in beats), cause
        envelopes = [beat for beat in beats if beat.section.startswith("What everybody did")]
        assert len(envelopes) == len(sight.choices)


def test_a_standing_rule_that_rolls_shows_its_odds_and_then_its_outcome_in_one_beat() -> None:
    rolled = 0
    for seed in SEEDS:
        for sight in sights(seed):
            if sight.phase == "brief" and sight.turn > 1:
                rolls = [roll for roll in sight.rolls if (roll.turn, roll.exchange) == (sight.turn - 1, 0)]
                beats = reveal.end_of_turn(sight, sight.turn - 1)
                dice = [beat for beat in beats if text([beat]).startswith("The dice: ")]
                assert len(dice) == len(rolls)
                assert all(len(beat.pieces) > len(("the roll", "its odds")) for beat in dice)
                rolled += len(rolls)
    assert rolled


def test_all_that_spills_over_comes_in_one_beat_each_line_with_its_sources() -> None:
    told = 0
    for seed in SEEDS:
        for sight in sights(seed):
            if sight.phase == "brief" and sight.turn > 1:
                beats = reveal.end_of_turn(sight, sight.turn - 1)
                spilled = [beat for beat in beats if beat.section.startswith("What spilled over")]
                assert len(spilled) <= 1
                assert all(len(beat.pieces) == len(beat.values) for beat in spilled)
                told += len(spilled)
    assert told


@pytest.mark.parametrize("seed", SEEDS)
def test_numbers_run_on_from_beat_to_beat(seed: int) -> None:
    for sight in sights(seed):
        if sight.phase not in ("brief", "ended"):
            continue
        turn = sight.turn if sight.phase == "ended" else sight.turn - 1
        values = reveal.before(sight, turn, 0)
        order = [entry for entry in sight.changes if (entry.turn, entry.exchange) == (turn, 0)]
        left = list(order)
        for beat in reveal.end_of_turn(sight, turn):
            for number, after in beat.values.items():
                made = next(
                    entry for entry in reversed(left) if (entry.number, entry.after) == (number, after)
                )
                first = next(entry for entry in left if entry.number == number)
                assert first.before == values[number]
                values[number] = after
                left = [e for e in left if e.number != number or order.index(e) > order.index(made)]
        assert not left


def test_a_number_that_one_cause_moves_twice_is_told_once_with_all_of_it() -> None:
    sight = next(sight for sight in sights(0) if sight.phase == "brief" and sight.turn > 1)
    own = Explained(sight.turn, 0, "ruling", "a-b", "A-B tension", 40, 36, -4, "a ruling", ())
    twice = (own, replace(own, before=36, after=33, wanted=-3))
    told = text(
        reveal.end_of_turn(replace(sight, changes=twice, crossings=(), rolls=(), news=()), sight.turn)
    )
    assert "▼7 A-B 40 → 33" in told and told.count("A-B") == 1
