"""Wherever the input ends, the game goes on to the same bytes."""

from pathlib import Path
from typing import Any

from wargame.journal.verify import verify


def begun(room: Any, path: Path, *humans: str, clock: bool = False) -> Any:
    room.path = path
    return room.game(*humans, saved=True, clock=clock)


def all_stops(
    room: Any, people: Any, tmp_path: Path, humans: tuple[str, ...], clock: bool = False, every: int = 1
) -> None:
    person = people()
    table = begun(room, tmp_path / "whole.jsonl", *humans, clock=clock)
    room.play(table, person)
    assert table.state.phase == "ended"
    for patience in range(0, len(person.asked), every):
        room.play(
            begun(room, tmp_path / f"{patience}.jsonl", *humans, clock=clock), people(patience=patience)
        )
        resumed = room.resumed()
        room.play(resumed, people())
        assert resumed.journal.digest == table.journal.digest, person.asked[patience]
        assert room.path.read_bytes() == (tmp_path / "whole.jsonl").read_bytes()


def test_one_person_may_stop_at_any_prompt(room: Any, people: Any, tmp_path: Path) -> None:
    all_stops(room, people, tmp_path, ("rok",))


def test_two_people_may_stop_at_any_prompt_while_a_clock_runs(room: Any, people: Any, tmp_path: Path) -> None:
    all_stops(room, people, tmp_path, ("dprk", "rok"), clock=True, every=5)


def test_a_game_may_be_stopped_again_and_again(room: Any, people: Any, tmp_path: Path) -> None:
    whole = begun(room, tmp_path / "whole.jsonl", "rok")
    room.play(whole, people())
    table = begun(room, tmp_path / "often.jsonl", "rok")
    for _ in range(200):
        room.play(table, people(patience=12))
        if table.state.phase == "ended":
            break
        table = room.resumed()
    assert table.journal.digest == whole.journal.digest
    assert verify(room.path).ended


def test_who_comes_back_into_a_room_sees_the_card_before_the_keyboard_goes_round(
    room: Any, people: Any, tmp_path: Path
) -> None:
    room.play(begun(room, tmp_path / "g.jsonl", "rok", "usa"), people(patience=6))
    person = people(patience=7)
    said = room.play(room.resumed(), person)
    assert person.asked[:3] == [
        "Press Enter for the card.",
        "Press Enter when everybody has read this.",
        "Pass the keyboard to Republic of Korea (ROK). Press Enter when nobody else is looking.",
    ]
    assert said.index("Card: ") < said.index("when everybody has read this")


def test_a_brief_keeps_its_stop_when_a_sitting_is_gone_on_with(
    room: Any, people: Any, tmp_path: Path
) -> None:
    room.play(begun(room, tmp_path / "g.jsonl", "rok"), people(patience=5))
    person = people(patience=5)
    room.play(room.resumed(), person)
    assert "Press Enter when you have read your brief." in person.asked
