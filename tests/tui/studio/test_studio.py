"""A facilitator edits a deck by keys alone: the form and the YAML are one text, and hands are safe."""

import asyncio
from pathlib import Path

import pytest

from tests.content.small import DECK, write
from tests.tui.reading import lines, seen
from tests.tui.studio.editing import checked, editing, keys, studio
from wargame.journal.manuscript import Manuscript
from wargame.journal.side_file import beside
from wargame.tui.page import Page
from wargame.tui.studio import safe_hands
from wargame.tui.studio.versions import Versions
from wargame.tui.studio.yaml_pane import Typing, YamlPane


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    write(tmp_path)
    return tmp_path / "border.yaml"


def page(app, name: str) -> str:
    return studio(app).query_one(f"#{name}", Page).text


def yaml(app) -> YamlPane:
    return studio(app).query_one("#yaml", YamlPane)


async def to_field(app, pilot, key: str) -> None:
    """Point at a field of the form by keys."""
    await pilot.press("f3", "home")
    form = studio(app).query_one("#form", Page)
    for _ in range(200):
        if form.pointed == key:
            return
        await pilot.press("down")
    raise AssertionError(key)


async def test_what_is_typed_into_the_form_is_in_the_yaml_and_in_the_preview(deck) -> None:
    async with editing(deck) as (app, pilot):
        await to_field(app, pilot, "0/title")
        await pilot.press("enter", *keys(" again"))
        assert "title: Shots at the ford again" in yaml(app).text
        await checked(app, pilot)
        await pilot.press("escape", "f5")
        assert "Shots at the ford again" in page(app, "preview")
        assert deck.read_text() == DECK


async def test_what_is_typed_as_yaml_is_in_the_form_and_its_problem_at_its_field(deck) -> None:
    async with editing(deck) as (app, pilot):
        await pilot.press("f4")
        yaml(app).move_cursor((8, len("    prompt: Who fired?")))
        await pilot.press("end", "enter", *keys("ofice: The staff"))
        await checked(app, pilot)
        assert "unknown field 'ofice'; did you mean 'office'?" in " ".join(page(app, "problems").split())
        found = page(app, "form").split("\n")
        at = next(at for at, line in enumerate(found) if "ofice" in line)
        assert "unknown field" in found[at + 1]
        assert "problem" in lines(app)[0]


async def test_a_problem_stands_at_its_own_field_where_several_share_a_line(deck) -> None:
    deck.write_text(DECK.replace("{id: deny, label: Deny it}", "{id: deny, label: '', tags: [force]}", 1))
    async with editing(deck) as (app, pilot):
        await pilot.press("f3")
        found = page(app, "form").split("\n")
        at = next(at for at, line in enumerate(found) if "label:" in line)
        assert "!" in found[at + 1]
        assert sum("!" in line for line in found) == 1


async def test_a_new_line_of_yaml_is_indented_as_the_one_above(deck) -> None:
    async with editing(deck) as (app, pilot):
        await pilot.press("f4", "down", "end", "enter", *keys("source: x"))
        assert "  title: Shots at the ford\n  source: x\n" in yaml(app).text


async def test_what_is_typed_while_something_else_is_shown_is_not_lost(deck) -> None:
    async with editing(deck) as (app, pilot):
        await pilot.press("f4")
        yaml(app).insert("# one\n")
        studio(app).show()
        assert yaml(app).text.startswith("# one\n- id: ford")
        yaml(app).insert("# two\n")
        studio(app).go_to(studio(app).bench.cards()[1])
        await pilot.pause()
        assert studio(app).bench.deck.text.raw == f"# one\n# two\n{DECK}"
        assert yaml(app).text.startswith("- id: ice")


async def test_a_card_that_cannot_be_read_says_where_and_the_others_are_still_listed(deck) -> None:
    async with editing(deck) as (app, pilot):
        await pilot.press("f4", "down", "end", *keys(": ["))
        await checked(app, pilot)
        assert "cannot be read" in page(app, "form")
        assert "ice" in page(app, "cards")
        await pilot.press("ctrl+z", "ctrl+z", "ctrl+z")
        await checked(app, pilot)
        assert "title: Shots" in page(app, "form")


async def test_undo_and_redo_go_back_to_the_beginning_and_on_to_the_end(deck) -> None:
    async with editing(deck) as (app, pilot):
        await to_field(app, pilot, "0/title")
        await pilot.press("enter", *keys(" one two"), "escape", "f4", *keys("# "))
        edited = yaml(app).text
        assert "^Z Undo" in seen(app)
        for _ in range(10):
            await pilot.press("ctrl+z")
        assert "^Z Undo" not in seen(app)
        assert "^Y Redo" in seen(app)
        assert yaml(app).text == "\n".join(DECK.split("\n")[: len(yaml(app).text.split("\n"))])
        for _ in range(10):
            await pilot.press("ctrl+y")
        assert yaml(app).text == edited


async def test_a_save_changes_the_edited_line_alone(deck) -> None:
    async with editing(deck) as (app, pilot):
        await to_field(app, pilot, "0/title")
        await pilot.press("enter", *keys("!"), "ctrl+s")
        await pilot.pause()
        assert deck.read_text() == DECK.replace("Shots at the ford\n", "Shots at the ford!\n", 1)


async def test_what_was_not_saved_is_there_again(deck) -> None:
    async with editing(deck) as (app, pilot):
        await to_field(app, pilot, "0/title")
        await pilot.press("enter", *keys("!"))
    assert deck.read_text() == DECK
    assert beside(deck).exists()
    async with editing(deck) as (app, pilot):
        assert "Shots at the ford!" in yaml(app).text
        assert "here again" in seen(app)
        await pilot.press("ctrl+z")
        assert yaml(app).text.startswith(DECK[:40])
    assert not beside(deck).exists()


@pytest.mark.parametrize(("key", "wanted"), [("t", "theirs"), ("m", "Shots at the ford!")])
async def test_a_deck_changed_meanwhile_is_shown_side_by_side_and_not_overwritten(deck, key, wanted) -> None:
    async with editing(deck) as (app, pilot):
        await to_field(app, pilot, "0/title")
        await pilot.press("enter", *keys("!"))
        theirs = DECK.replace("Shots at the ford\n", "theirs\n", 1)
        deck.write_text(theirs)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert isinstance(app.screen, Versions)
        assert deck.read_text() == theirs
        assert "Shots at the ford!" in seen(app)
        assert "title: theirs" in seen(app)
        await pilot.press(key)
        await pilot.pause()
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert wanted in deck.read_text()


async def test_another_program_is_noticed_while_one_types(deck, monkeypatch) -> None:
    monkeypatch.setattr(safe_hands, "LOOKS", 0.02)
    async with editing(deck) as (app, pilot):
        await to_field(app, pilot, "0/title")
        await pilot.press("enter", *keys("!"), "escape")
        deck.write_text(DECK.replace("Shots at the ford\n", "theirs\n", 1))
        for _ in range(300):
            if isinstance(app.screen, Versions):
                break
            await asyncio.sleep(0.01)
        assert isinstance(app.screen, Versions)
        await pilot.press("t")
        await pilot.pause()
        assert "title: theirs" in yaml(app).text


async def test_cards_are_found_by_words_seats_tags_and_problems(deck) -> None:
    async with editing(deck) as (app, pilot):
        await pilot.press("slash", *keys("south force"), "enter")
        assert page(app, "cards").split() == ["border", "1", "of", "2", "ford"]
        studio(app).query_one("#filter", Typing).clear()
        await pilot.press("slash", *keys("problem"), "enter")
        assert "No card has" in page(app, "cards")


async def test_what_choices_bring_is_worked_out_on_demand(deck) -> None:
    async with editing(deck) as (app, pilot):
        await pilot.press("f6")
        await checked(app, pilot)
        assert "4  fire   call       +4" in page(app, "try")
        assert "1 in 2: south.trust -2." in page(app, "try")


async def test_a_field_is_taken_away_by_one_key(deck) -> None:
    async with editing(deck) as (app, pilot):
        await to_field(app, pilot, "0/tags")
        await pilot.press("delete")
        assert "tags" not in page(app, "form").split("asks")[0]


async def test_words_of_a_list_and_numbers_keep_their_kind(deck) -> None:
    async with editing(deck) as (app, pilot):
        await to_field(app, pilot, "0/tags")
        await pilot.press("enter", *keys(", talks"), "escape")
        await to_field(app, pilot, "0/deal/weight")
        await pilot.press("enter", *keys("0"), "escape")
        assert "tags: [force, talks]" in yaml(app).text
        assert "weight: 20" in yaml(app).text


HOSTILE = "\u202e[bold]x[/bold][@click=app.bell]y[/]\u200b"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_hostile_text_is_text_in_every_panel_and_stays_as_it_is_in_the_file(deck, size) -> None:
    raw = DECK.replace("Shots at the ford\n", f"'Shots {HOSTILE} there'\n", 1)
    deck.write_text(raw)
    async with editing(deck, size) as (app, pilot):
        for panel in ("f2", "f3", "f4", "f5", "f6", "f7", "f8"):
            await pilot.press(panel)
            await pilot.pause()
            assert "\u202e" not in seen(app)
            assert "\u200b" not in seen(app)
        assert "[bold]x[/bold]" in yaml(app).text
        await pilot.press("f4")
        yaml(app).move_cursor((1, len(yaml(app).document.get_line(1)) - 1))
        await pilot.press(*keys("!"), "ctrl+s")
        await pilot.pause()
        assert deck.read_text() == raw.replace(" there'", " there!'")


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_every_panel_has_room_at_every_size(deck, size) -> None:
    async with editing(deck, size) as (app, pilot):
        for key, text in (("f2", "ford"), ("f3", "title"), ("f4", "- id: ford"), ("f5", "To The North")):
            await pilot.press(key)
            await pilot.pause()
            assert text in seen(app)
        for key, text in (("f6", "deny"), ("f7", "Where it leads"), ("f8", "No problems")):
            await pilot.press(key)
            await checked(app, pilot)
            assert text in seen(app)
        await pilot.press("f1")
        await pilot.pause()
        assert "the cards; ! has a problem" in seen(app)


async def test_a_deck_that_is_not_there_is_refused(tmp_path) -> None:
    async with editing(tmp_path / "none.yaml") as (app, _):
        assert "there is no such file" in str(app.refusal)


async def test_an_option_is_added_from_where_one_is_with_its_fields_filled(deck) -> None:
    async with editing(deck) as (app, pilot):
        await to_field(app, pilot, "0/asks/south/prompt")
        await pilot.press("n")
        await pilot.pause()
        assert "south: another option" in seen(app)
        await pilot.press("enter")
        await pilot.pause()
        await checked(app, pilot)
        assert "- id: another" in yaml(app).text
        assert not studio(app).found.problems
        assert [each.code for each in studio(app).found.warnings] == ["stand-in"]
        await pilot.press(*keys("Call"))
        await checked(app, pilot)
        assert page(app, "problems").startswith("No problems.")


async def test_a_card_is_copied_and_the_copy_is_worked_on(deck) -> None:
    async with editing(deck) as (app, pilot):
        await pilot.press("n", "end", "up", "up", "up", "up", "enter")
        await pilot.pause()
        await checked(app, pilot)
        assert page(app, "cards").split() == ["border", "3", "ford", "ford-2", "*", "ice"]
        assert yaml(app).text.startswith("- id: ford-2")
        assert page(app, "problems").startswith("No problems.")
        await pilot.press("escape", "n", "end", "enter")
        await pilot.pause()
        await checked(app, pilot)
        assert yaml(app).text.startswith("- id: border-card")
        assert not studio(app).found.problems


async def test_names_are_completed_where_they_are_typed(deck) -> None:
    async with editing(deck) as (app, pilot):
        await to_field(app, pilot, "0/tags")
        await pilot.press("enter", *keys(", north-s"), "ctrl+n")
        assert "tags: [force, north-south]" in yaml(app).text
        await pilot.press(*keys(", nor"), "ctrl+n")
        await pilot.pause()
        assert "Names that begin with 'nor'" in seen(app)
        assert "north.unity" in seen(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "tags: [force, north-south, north" in yaml(app).text


async def test_del_in_the_list_takes_the_card_away_with_its_remarks_and_one_undo_brings_it_back(deck) -> None:
    text = DECK.replace("- id: ice", "# A heading\n\n# about the ice\n- id: ice", 1)
    deck.write_text(text)
    async with editing(deck) as (app, pilot):
        await pilot.press("f2", "down", "delete")
        await checked(app, pilot)
        assert "The card ice is taken away. Ctrl+Z brings it back." in seen(app)
        now = studio(app).bench.deck.text.raw
        assert "id: ice" not in now
        assert "about the ice" not in now
        assert "# A heading" in now
        assert "ice" not in page(app, "cards")
        assert app.focused.id == "cards"
        await pilot.press("ctrl+z")
        assert studio(app).bench.deck.text.raw == text
        assert yaml(app).text.startswith("# about the ice\n- id: ice")


async def test_the_only_card_of_a_deck_is_not_taken_away(deck) -> None:
    async with editing(deck) as (app, pilot):
        count = len(studio(app).bench.cards())
        await pilot.press(*["delete"] * (count - 1))
        assert len(studio(app).bench.cards()) == 1
        await pilot.press("delete")
        assert "This is the only card of its deck" in seen(app)
        assert len(studio(app).bench.cards()) == 1


async def test_a_new_card_is_put_before_the_closing_remarks_of_a_file(deck) -> None:
    deck.write_text(f"{DECK.rstrip()}\n\n# That was the deck.\n# Thank you.\n")
    async with editing(deck) as (app, pilot):
        await pilot.press("end", "n", "end", "enter")
        await checked(app, pilot)
        text = studio(app).bench.deck.text.raw
        assert text.endswith("\n\n# That was the deck.\n# Thank you.\n")
        assert text.count("- id: border-card") == 1


async def test_titles_stand_in_the_list_where_there_is_room_and_long_ids_are_whole_beside_panels(
    deck,
) -> None:
    name = "strategic-flexibility"
    deck.write_text(DECK.replace("id: ice", f"id: {name}"))
    async with editing(deck, (80, 24)) as (app, pilot):
        row = next(line for line in lines(app) if name in line)
        assert "Ice on the river" in row
        await pilot.press("down", "f3", "n", "end", "enter")
        await checked(app, pilot)
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        await pilot.pause()
        await to_field(app, pilot, "0/title")
        listed = page(app, "cards").split("\n")
        assert any(f"{name}" in line for line in listed)
        assert not any("Ice on the river" in line for line in listed)


async def test_where_nothing_was_edited_the_file_is_taken_as_another_studio_saved_it(
    deck, monkeypatch
) -> None:
    monkeypatch.setattr(safe_hands, "LOOKS", 0.02)
    async with editing(deck) as (app, pilot):
        other = Manuscript(deck)
        other.do(other.text.change(0, 0, ["# new"]), typed=True)
        await pilot.press("down")
        other.save()
        for _ in range(300):
            if "another program" in seen(app):
                break
            await pilot.pause(0.01)
        assert "border.yaml was changed by another program" in seen(app)
        assert not isinstance(app.screen, Versions)
        assert studio(app).bench.deck.text.raw == deck.read_text()
        assert yaml(app).text.startswith("- id: ice")
        other.close()


async def test_a_save_saves_all_that_it_can_and_then_shows_the_versions_of_the_others(deck) -> None:
    rules = deck.parent / "small.yaml"
    rules.write_text(rules.read_text().replace("decks: [border]", "decks: [border, coast, delta]"))
    card = "- id: {0}\n  title: The {0}\n" + DECK[DECK.index("  deal: {on: 2024-12}") :]
    for name in ("coast", "delta"):
        (deck.parent / f"{name}.yaml").write_text(card.replace("{0}", name))
    decks = [deck, deck.parent / "coast.yaml", deck.parent / "delta.yaml"]
    async with editing(rules) as (app, pilot):
        assert len(studio(app).bench.decks) == 3
        for each in studio(app).bench.decks.values():
            each.do(each.text.change(0, 0, ["# mine"]), typed=True)
        decks[1].write_text("# theirs\n" + decks[1].read_text())
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert isinstance(app.screen, Versions)
        assert decks[0].read_text().startswith("# mine")
        assert decks[1].read_text().startswith("# theirs")
        assert decks[2].read_text().startswith("# mine")
        await pilot.press("escape")
        await pilot.pause()
        assert "Saved: " in seen(app)
        assert page(app, "cards").count("*") <= 1


async def test_the_way_out_is_said_in_words_of_the_studio(deck) -> None:
    async with editing(deck) as (app, pilot):
        await pilot.press("ctrl+p", *keys("leave"))
        await pilot.pause()
        assert "Leave the studio" in seen(app)
        assert "Leave the game" not in seen(app)


async def test_a_card_without_an_id_is_not_called_by_that_of_an_option(deck) -> None:
    deck.write_text(DECK.replace("- id: ford\n  title", "- title", 1))
    async with editing(deck) as (app, _):
        assert "(no id) in border.yaml" in lines(app)[0]
