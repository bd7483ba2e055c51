"""Whatever is added to a card is filled so far that the deck still has no problems."""

from pathlib import Path

import pytest

from tests.content.small import write
from wargame.content.audit import audit
from wargame.content.editing.emitting import opened
from wargame.content.editing.lines import Text
from wargame.content.editing.new import free, offers
from wargame.content.editing.outline import moved_card, outline
from wargame.content.editing.spans import Read
from wargame.content.editing.stand_ins import stand_ins
from wargame.content.editing.templates import copied_card, follow_up, new_card, templates
from wargame.content.gather import find_rules, read_rules
from wargame.content.load import load_scenario
from wargame.content.shipped import decks_folder, rules_folder

PLACES = [
    (0,),
    (0, "title"),
    (0, "asks", "south"),
    (0, "asks", "north", "options", 0),
    (0, "asks", "north", "options", 1, "effects", 0),
    (0, "together", 0),
    (0, "together", 0, "when", "not", "late"),
    (0, "deal", "weight"),
    (0, "deal", "when", "tension"),
    (0, "asks", "north", "options", 1, "needs"),
    (0, "together", 0, "chances", 0, "weight"),
    (0, "together", 0, "chances", 1, "next", 0, "card"),
]

_LEADS = """
- id: first
  title: What comes before
  source: Made for a test.
  deal: {weight: 10}
  situation: It begins.
  asks:
    SEAT:
      prompt: And now?
      default: wait
      options: [{id: wait, label: Stay}, {id: go, label: Go}]
  next: [{card: mine-card, in: 1}]
"""


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    write(tmp_path)
    return tmp_path / "border.yaml"


def rules_of(deck: Path):
    rules = read_rules(deck.parent / "small.yaml").rules
    assert rules is not None
    return rules


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_what_is_offered_at_a_place_can_be_added_and_leaves_no_problem(deck, place) -> None:
    raw = deck.read_text()
    text = Text.of(raw)
    part = outline(text)[0]
    read = Read.of(text.part(part.start, part.stop))
    found = offers(read, place, rules_of(deck), ["ford", "ice"])
    assert found
    for offer in found:
        deck.write_text(text.after(offer.change(read).below(part.start)).raw)
        load_scenario(deck.parent / "small.yaml")
        assert Read.of(text.after(offer.change(read).below(part.start))).at(offer.place(read)) is not None


@pytest.mark.parametrize("which", range(4))
def test_a_new_card_is_playable_as_it_stands(deck, which) -> None:
    raw = deck.read_text()
    text = Text.of(raw)
    template = templates("border", rules_of(deck), ["ford", "ice"])[which]
    for part in outline(text):
        after = text.after(new_card(text, part, template))
        if template.follows:
            read = Read.of(text.part(part.start, part.stop))
            link = follow_up(template).change(read).below(part.start)
            linked = text.after(link)
            grown = outline(linked)[[each.id for each in outline(text)].index(part.id)]
            after = linked.after(new_card(linked, grown, template))
        deck.write_text(after.raw)
        cards = {str(card.id): card for card in load_scenario(deck.parent / "small.yaml").cards}
        assert cards["border-card"].title == "A new card"
        if template.follows:
            assert cards[part.id].next[0].card == "border-card"


@pytest.mark.parametrize("scenario", sorted(path.stem for path in rules_folder().glob("*.yaml")))
def test_a_new_card_is_suspicious_only_for_what_its_author_has_still_to_write(scenario, tmp_path) -> None:
    rules = load_scenario(scenario).rules
    turns = max(len(length.turns) for length in rules.lengths.values())
    for template in templates("mine", rules, []):
        if template.follows and turns == 1:
            continue  # nothing comes a turn later
        card = "\n".join(opened(template.card, 0))
        follow = "" if not template.follows else _LEADS.replace("SEAT", next(iter(template.card["asks"])))
        (tmp_path / "mine.yaml").write_text(f"{card}\n{follow}", encoding="utf-8")
        found = audit([tmp_path / "mine.yaml"], scenario)
        assert found.problems == ()
        own = [each for each in found.warnings if each.line <= card.count("\n") + 1]
        assert {each.code for each in own} == {"stand-in"}, template.label
        texts = len([text for text in card.split("\n") if any(known in text for known in stand_ins())])
        assert len(own) == texts > 3


def test_a_card_changes_places_with_the_one_behind_it(deck) -> None:
    text = Text.of(deck.read_text().rstrip("\n"))
    one, other = outline(text)
    after = text.after(moved_card(text, one, other))
    assert [part.id for part in outline(after)] == ["ice", "ford"]
    assert sorted(after.bare) == sorted(text.bare)


def test_every_shipped_card_can_be_copied_without_a_problem(tmp_path) -> None:
    for source in (decks_folder(), rules_folder()):
        (tmp_path / source.name).mkdir()
        for file in source.glob("*.yaml"):
            (tmp_path / source.name / file.name).write_text(file.read_text("utf-8"), "utf-8")
    path = tmp_path / decks_folder().name / "photographs.yaml"
    text = Text.of(path.read_text("utf-8"))
    before = len(outline(text))
    known = {part.id for part in outline(text)}
    for part in reversed(outline(text)):
        text = text.after(copied_card(text, part, known))
    path.write_text(text.raw, "utf-8")
    assert len(outline(text)) == 2 * before
    load_scenario(find_rules(tmp_path / rules_folder().name / "cuba-1962.yaml"))


def test_an_id_that_is_taken_gets_the_first_free_number() -> None:
    assert free("act", ["act", "act-2"]) == "act-3"
    assert free("act", []) == "act"
