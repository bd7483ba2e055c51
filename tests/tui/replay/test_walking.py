"""A saved game is walked by keys and by mouse, with anybody's eyes, and stays as it is."""

from pathlib import Path

import pytest

from tests.engine.playing import Game
from tests.engine.scenarios import plain
from tests.study.games import hostile, saved
from tests.study.games import keep as keep_game
from tests.tui.driving import press
from tests.tui.mouse import click_at, move_to
from tests.tui.reading import lines, place, seen
from tests.tui.replay.walking import screen, walking
from wargame.journal.errors import JournalError
from wargame.play.words import pair_name
from wargame.study.notes import Note, beside, keep
from wargame.study.viewing import NoSuchView
from wargame.tui.overlay import Overlay
from wargame.tui.telling.chart import cell_of


@pytest.fixture(scope="module")
def save(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return saved(tmp_path_factory.mktemp("saves") / "g.jsonl")


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_every_moment_can_be_walked_to_and_back(save: Path, size: tuple[int, int]) -> None:
    before = save.read_bytes()
    async with walking(save, size) as (app, pilot):
        replay = screen(app).replay
        visited = [screen(app).at]
        while screen(app).at < len(replay.records) - 1:
            await press(pilot, "right")
            assert screen(app).at > visited[-1]
            visited.append(screen(app).at)
            now = replay.moments[screen(app).at]
            assert f"Turn {now.turn} of" in seen(app)
        assert visited == [0, *(m.at for m in replay.moments[1:] if m.kind != "aside")]
        await press(pilot, "right")
        assert screen(app).at == visited[-1]
        for at in reversed(visited[:-1]):
            await press(pilot, "left")
            assert screen(app).at == at
    assert save.read_bytes() == before


async def test_one_jumps_by_decision_turn_and_rung_to_either_end(save: Path) -> None:
    async with walking(save) as (app, pilot):
        moments = screen(app).replay.moments
        await press(pilot, "full_stop")
        assert moments[screen(app).at].kind == "decision"
        await press(pilot, "right_square_bracket")
        assert (moments[screen(app).at].turn, moments[screen(app).at - 1].turn) == (2, 1)
        await press(pilot, "left_square_bracket")
        assert screen(app).at == 0
        await press(pilot, "x")
        assert moments[screen(app).at].crossed
        await press(pilot, "greater_than_sign")
        assert screen(app).at == len(moments) - 1
        await press(pilot, "less_than_sign")
        assert screen(app).at == 0


async def test_on_the_graph_the_line_names_the_pair_that_enter_opens_first_the_hottest(save: Path) -> None:
    async with walking(save, (80, 24)) as (app, pilot):
        await press(pilot, "greater_than_sign", "g")
        relations = screen(app).replay.sight(screen(app).at, screen(app).viewer).relations
        hottest = max(relations, key=lambda relation: relation.value)
        named = f"{pair_name(hottest.label)} {hottest.value}"
        assert f"Enter  Why is {named}?" in lines(app)[-2]
        await press(pilot, "enter")
        assert isinstance(app.screen, Overlay) and hottest.label in seen(app)
        await press(pilot, "escape", "escape")
        assert "Why is" not in lines(app)[-2]


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
async def test_a_click_on_a_mark_goes_to_its_very_record(save: Path, size: tuple[int, int]) -> None:
    async with walking(save, size) as (app, pilot):
        marks = screen(app).marks
        assert {mark.sign for mark in marks} == {"!", "▲"}
        for mark in marks:
            await press(pilot, "less_than_sign")
            x = 1 + cell_of(mark.at, len(screen(app).replay.records), size[0] - 2)
            visited = set()
            while mark.at not in visited and len(visited) < 4:
                await click_at(pilot, x, size[1] - 4)
                visited.add(screen(app).at)
            assert mark.at in visited
            assert visited <= {mark.at for mark in marks}, "those that share a cell take turns"


async def test_the_mouse_over_a_mark_reads_what_it_is(tmp_path: Path) -> None:
    save = saved(tmp_path / "g.jsonl")
    async with walking(save, (80, 24)) as (app, pilot):
        promise = screen(app).replay.promise
    keep(tmp_path / "ana.json", promise, [Note(9, "Ana", "[b]Too\nearly[/b]")])
    async with walking(save, (80, 24), notes=(tmp_path / "ana.json",)) as (app, pilot):
        x = 1 + cell_of(9, len(screen(app).replay.records), 78)
        await move_to(pilot, x, 20)
        assert "◆ Ana: [b]Too early[/b]" in seen(app)
        assert screen(app).at == 0
        await move_to(pilot, 20, 10)
        assert "Ana" not in seen(app)


async def test_keys_go_from_mark_to_mark_and_the_story_says_what_each_is(save: Path) -> None:
    async with walking(save) as (app, pilot):
        marked = sorted({mark.at for mark in screen(app).marks})
        visited = []
        for _ in marked:
            await press(pilot, "f")
            at = screen(app).at
            visited.append(at)
            told = screen(app).query_one("#story").text  # type: ignore[attr-defined]
            signs = {mark.sign for mark in screen(app).marks if mark.at == at}
            assert ("A turning point: " in told) == ("▲" in signs)
            assert all(one.split()[0] in told for one in screen(app).replay.moments[at].crossed)
        assert visited == marked
        await press(pilot, "F")
        assert screen(app).at == marked[-2]


async def test_to_the_eyes_of_a_seat_no_turning_point_is_marked(save: Path) -> None:
    async with walking(save, viewer="south") as (app, _):
        assert {mark.sign for mark in screen(app).marks} == {"!"}


async def test_the_time_line_and_the_panels_are_worked_by_the_mouse_too(save: Path) -> None:
    async with walking(save, (80, 24)) as (app, pilot):
        await click_at(pilot, 70, 21)
        assert screen(app).at > len(screen(app).replay.records) // 2
        await click_at(pilot, 1, 21)
        assert screen(app).at == 0
        found = place(app, "Next (")
        assert found is not None
        await click_at(pilot, *found)
        assert screen(app).at == 1
        for tab in ("Graph", "Chart", "Numbers", "Desk", "Story"):
            found = place(app, tab)
            assert found is not None
            await click_at(pilot, *found)
            assert screen(app).query_one("#tabs").front == screen(app).focused.id  # type: ignore[attr-defined,union-attr]


async def test_it_plays_by_itself_until_it_is_stopped_or_at_its_end(save: Path) -> None:
    async with walking(save) as (app, pilot):
        await press(pilot, "plus", "plus", "plus", "p")
        while screen(app).at < 3:
            await pilot.pause(0.05)
        await press(pilot, "p")
        at = screen(app).at
        await pilot.pause(0.4)
        assert screen(app).at == at


@pytest.mark.parametrize("seat", ["south", "north", "all"])
async def test_with_the_eyes_of_a_seat_nothing_is_seen_that_it_did_not_see(tmp_path: Path, seat: str) -> None:
    save = saved(tmp_path / "g.jsonl")
    others = {"north", "south", "ally", "nobody"} - {seat}
    async with walking(save, (200, 60), viewer=seat) as (app, pilot):
        own = 0
        last = len(screen(app).replay.records) - 1
        while screen(app).at < last - 1:
            for _ in range(2):
                told = "\n".join([seen(app), *(page.text for page in app.screen.query("Page"))])  # type: ignore[attr-defined]
                if screen(app).at == last:
                    break
                for other in others:
                    assert f"secret-{other}" not in told, screen(app).at
                own += f"secret-{seat}" in told
                await press(pilot, "e")
                assert not isinstance(app.screen, Overlay), "what decisions did is shown to the truth alone"
            await press(pilot, "right")
        assert own or seat == "all"


async def test_the_beginning_says_when_it_was(tmp_path: Path) -> None:
    save = saved(tmp_path / "g.jsonl", turns=1, started="2026-11-26T18:04:59+00:00")
    async with walking(save, (80, 24)) as (app, _):
        assert "Begun on 2026-11-26 18:04 UTC." in seen(app)


async def test_one_looks_with_other_eyes_by_a_key(save: Path) -> None:
    async with walking(save, (80, 24)) as (app, pilot):
        names = []
        for _ in range(5):
            names.append(
                next(line for line in seen(app).splitlines() if "saw it" in line or "it was" in line)
            )
            await press(pilot, "v")
        assert [name.split("record 0")[1].strip() for name in names] == [
            "as it was",
            "as all saw it",
            "as North saw it",
            "as South saw it",
            "as Ally saw it",
        ]
        assert screen(app).viewer == "facilitator"


async def test_a_number_is_explained_and_drawn_as_a_waterfall(save: Path) -> None:
    async with walking(save) as (app, pilot):
        await press(pilot, "greater_than_sign", "g", "enter")
        assert isinstance(app.screen, Overlay)
        await press(pilot, "end")
        assert "the oldest first" in seen(app) and "█" in seen(app)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_cause_leads_to_where_it_arose_and_a_key_leads_back(
    save: Path, size: tuple[int, int]
) -> None:
    async with walking(save, size) as (app, pilot):
        await press(pilot, "greater_than_sign", "g", "enter")
        last, moments = screen(app).at, screen(app).replay.moments
        await press(pilot, "end", "enter")
        at = screen(app).at
        assert at < last and moments[at].kind in ("reveal", "turn-end")
        assert f"Backspace: back to record {last}." in seen(app)
        assert screen(app).query_one("#story").text.startswith("→ You came from this cause: ")  # type: ignore[attr-defined]
        assert screen(app).focused is screen(app).query_one("#story"), "what arose there can be read"
        await press(pilot, "backspace")
        assert screen(app).at == last and "Backspace: back" not in seen(app)
        assert "You came from this cause" not in screen(app).query_one("#story").text  # type: ignore[attr-defined]
        await press(pilot, "backspace")
        assert screen(app).at == last and "There is no jump" in seen(app)


async def test_at_a_hundred_columns_no_rung_breaks_and_no_key_is_cut(save: Path) -> None:
    async with walking(save, (100, 30)) as (app, pilot):
        await press(pilot, "n")
        # A name, a number, a change, a mark and the longest rung of the shipped scenarios.
        needed = 13 + 4 + 5 + 2 + len("Confrontation")
        assert screen(app).query_one("#numbers").scrollable_content_region.width > needed
        assert "^Q Leave  ^P Commands" in seen(app).splitlines()[-1]


@pytest.mark.parametrize("size", [(100, 30), (120, 40), (160, 45), (200, 60)])
async def test_the_story_is_never_narrower_than_what_stands_beside_the_map(
    save: Path, size: tuple[int, int]
) -> None:
    async with walking(save, size) as (app, _):
        widths = {name: screen(app).query_one(f"#{name}").size.width for name in ("right", "more")}
        assert widths["right"] >= max(42, widths["more"])


async def test_the_time_line_stops_at_no_moment_at_which_nothing_moved(tmp_path: Path) -> None:
    game = Game(plain())
    game.tell("deal")
    for seat in game.here.waiting():
        game.tell("sit", seat)
        game.commit(seat, game.book.asks[game.here.card][seat].ask.default)
    game.tell("open")
    save = keep_game(game, tmp_path / "g.jsonl")
    async with walking(save, (80, 24), spoil=True) as (app, pilot):
        for x in range(1, 78, 7):
            await click_at(pilot, x, 21)
            assert screen(app).replay.moments[screen(app).at].kind != "aside"


async def test_a_cause_is_clicked_too(save: Path) -> None:
    async with walking(save) as (app, pilot):
        await press(pilot, "greater_than_sign", "g", "enter")
        last = screen(app).at
        y = max(y for y, line in enumerate(seen(app).splitlines()) if "· " in line and " → " in line)
        await click_at(pilot, 40, y)
        assert screen(app).at < last and not isinstance(app.screen, Overlay)


async def test_what_decisions_did_and_turning_points_lead_on(save: Path) -> None:
    async with walking(save) as (app, pilot):
        replay = screen(app).replay
        at = next(m.at for m in replay.moments if m.kind == "reveal")
        screen(app).go_to(at)
        await press(pilot, "e")
        assert "what it did" in seen(app)
        await press(pilot, "escape", "u")
        assert "The weightiest first" in seen(app)
        await press(pilot, "enter")
        assert screen(app).at == replay.moment_of(replay.turning[0])


async def test_turning_points_are_told_with_what_people_gave_as_reasons_and_who_disagreed(
    tmp_path: Path,
) -> None:
    async with walking(hostile(tmp_path / "g.jsonl"), (200, 60)) as (app, pilot):
        await press(pilot, "u")
        told = app.screen.query_one("#overlay").text  # type: ignore[attr-defined]
        assert "Dissent: <script>alert(1)</script>" in told
        assert "\x1b" not in told


async def test_bookmarks_and_notes_are_kept_beside_the_save_and_those_of_others_are_read(
    tmp_path: Path,
) -> None:
    save = saved(tmp_path / "g.jsonl")
    async with walking(save) as (app, pilot):
        promise = screen(app).replay.promise
        await press(pilot, "right", "m")
        assert "◆" in seen(app)
        await press(pilot, "m", "right", "o")
        await press(pilot, *"Too late", "ctrl+s")
        assert "Kim: Too late" in seen(app)
    keep(tmp_path / "ana.json", promise, [Note(2, "Ana", "Too early"), Note(5, "Ana")])
    async with walking(save, notes=(tmp_path / "ana.json",)) as (app, pilot):
        await press(pilot, "a")
        told = seen(app)
        assert "Kim: Too late" in told and "Ana: Too early" in told
        assert "2 of 2 reviewers" in told and "1 of 2 reviewers" in told
        await press(pilot, "enter")
        assert screen(app).at == 2
        await press(pilot, "o")
        await press(pilot, *["backspace"] * 8, "ctrl+s")
        assert screen(app).notebook.own(2) is None
    assert beside(save, "Kim").exists()


async def test_of_a_game_that_goes_on_secrets_are_shown_only_on_demand(tmp_path: Path) -> None:
    save = saved(tmp_path / "g.jsonl", turns=2)
    async with walking(save) as (app, pilot):
        assert screen(app).viewer == "observer"
        await press(pilot, "v", "u", "e")
        assert screen(app).viewer == "observer" and app.screen is screen(app)
        assert "--spoil" in seen(app)
    async with walking(save, spoil=True) as (app, _):
        assert screen(app).viewer == "facilitator"
    async with walking(save, viewer="south") as (app, _):
        assert isinstance(app.refusal, NoSuchView)


async def test_of_a_save_whose_end_is_torn_the_good_part_is_shown_with_a_warning(tmp_path: Path) -> None:
    save = saved(tmp_path / "g.jsonl", turns=1)
    save.write_bytes(save.read_bytes() + b'{"n":')
    async with walking(save) as (app, _):
        assert "(5 bytes)" in seen(app)


async def test_what_is_no_save_is_refused_in_a_sentence(tmp_path: Path) -> None:
    async with walking(tmp_path / "none.jsonl") as (app, _):
        assert isinstance(app.refusal, JournalError)


async def test_the_help_names_every_key_of_the_replay(save: Path) -> None:
    async with walking(save) as (app, pilot):
        await press(pilot, "question_mark")
        told = app.screen.query_one("#overlay").text  # type: ignore[attr-defined]
        for word in (
            "next decision",
            "whose eyes",
            "turning points",
            "bookmark",
            "play by itself",
            "rung crossed",
            "Backspace",
            "next mark",
        ):
            assert word in told
