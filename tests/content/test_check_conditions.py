"""Choices are asked only once envelopes are open, intents only where nobody else sees the answer."""

from pathlib import Path

import pytest

from tests.content.small import broken, told
from wargame.content.load import load_scenario

DEAL = 'deal: {weight: 2, when: {tension: {north-south: ">= 40"}}}'
NEEDS = 'needs: {tracks: {north.force: ">= 30"}}'


@pytest.mark.parametrize("asked", ["choices: {north: fire}", "chosen: force", "late: south"])
def test_nothing_of_a_choice_can_be_asked_when_a_card_is_dealt(asked: str, tmp_path: Path) -> None:
    said = told(tmp_path, DEAL, f"deal: {{when: {{{asked}}}}}")
    assert said == f"'{asked.split(':')[0]}' cannot be asked in 'deal', before a choice is open"


@pytest.mark.parametrize("asked", ["choices: {north: fire}", "chosen: force", "late: south"])
def test_needs_are_about_the_state_only(asked: str, tmp_path: Path) -> None:
    said = told(tmp_path, NEEDS, f"needs: {{any: [{{{asked}}}]}}")
    assert said == f"'{asked.split(':')[0]}' cannot be asked in 'needs', before a choice is open"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("when: {flags: [talks]}, hold", "when: {chosen: talk}, hold"),
        ("{percent: 80, when: {intent: {north: storm}}}", "{percent: 80, when: {late: south}}"),
        ("when: {window: frost}", "when: {chosen: force}"),
    ],
)
def test_where_no_exchange_is_looked_at_nothing_of_a_choice_can_be_asked(
    old: str, new: str, tmp_path: Path
) -> None:
    assert "cannot be asked" in told(tmp_path, old, new)


def test_an_ending_is_about_the_state_only(tmp_path: Path) -> None:
    said = told(tmp_path, 'when: {tension: {north-south: ">= 95"}}', "when: {chosen: force}")
    assert said == "'chosen' cannot be asked of an ending"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("when: {chosen: {north: force}}\n", "when: {choices: {north: drill}}\n"),
        ("when: {chosen: force}", "when: {choices: {north: drill}}"),
        (
            "tags: [talk], effects: [{tension: {north-south: -1}}]",
            "effects: [{tracks: {south.trust: 1}, when: {choices: {north: drill}}}]",
        ),
    ],
)
def test_single_options_are_asked_only_on_the_card_that_offers_them(
    old: str, new: str, tmp_path: Path
) -> None:
    assert told(tmp_path, old, new) == "'choices' cannot be asked here; ask 'chosen', with a tag"


def test_a_forecast_that_outlives_the_reveal_asks_no_options(tmp_path: Path) -> None:
    said = told(tmp_path, "north: fire}}\n      resolves: reveal", "north: fire}}\n      resolves: end")
    assert said == (
        "'choices' cannot be asked in a forecast that resolves after the reveal; ask 'chosen', with a tag"
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (DEAL, "deal: {when: {intent: {north: storm}}}"),
        (NEEDS, "needs: {intent: {north: storm}}"),
        ("when: {chosen: {north: force}}\n", "when: {intent: {north: storm}}\n"),
        ('when: {tension: {north-south: ">= 95"}}', "when: {intent: {north: storm}}"),
        ("when: {not: {late: south}}", "when: {not: {intent: {north: storm}}}"),
        ("in: 1, when: {chosen: {north: force}}", "in: 1, when: {intent: {north: storm}}"),
        ("more: [{weight: 1, when: {late: south}}]", "more: [{weight: 1, when: {intent: {north: storm}}}]"),
        ("more: [{weight: 1, when: {late: south}}]", "when: {any: [{intent: {north: storm}}]}"),
    ],
)
def test_an_intent_is_never_asked_where_all_see_what_comes_of_it(old: str, new: str, tmp_path: Path) -> None:
    said = told(tmp_path, old, new)
    assert said.startswith("'intent' cannot be asked ")
    assert said.endswith("others would read the secret from what happens")


@pytest.mark.parametrize(
    "effect",
    [
        "{tension: {north-south: +1}, when: {intent: {north: storm}}}",
        "{tracks: {south.trust: +1}, when: {intent: {north: storm}}}",
        "{tracks: {north.force: +1, south.trust: +1}, when: {not: {intent: {north: storm}}}}",
        "{flags: {set: [talks]}, when: {intent: {north: storm}}}",
        "{tracks: {north.force: +1}, when: {intent: {north: storm}}, else: [{tension: {north-south: +1}}]}",
    ],
)
def test_an_effect_that_asks_an_intent_changes_only_what_its_owner_sees(effect: str, tmp_path: Path) -> None:
    said = told(tmp_path, "- {tension: {north-south: +5}}", f"- {effect}")
    only = "an effect that asks the intent of 'north' may change only tracks of 'north'"
    assert said == f"{only}: others would see the rest"


@pytest.mark.parametrize(
    "asked", ["tracks: {south.trust: '>= 30'}", "any: [{tracks: {south.trust: '>= 30'}}]"]
)
def test_an_option_cannot_need_a_number_that_its_seat_does_not_see(asked: str, tmp_path: Path) -> None:
    said = told(tmp_path, NEEDS, f"needs: {{{asked}}}")
    assert said == (
        "an option of 'north' cannot need 'south.trust': being open, it would tell what 'north' does not "
        "see; need a tension, a flag that it knows or a track of its own"
    )


def test_an_option_cannot_need_a_secret_that_its_seat_does_not_know(tmp_path: Path) -> None:
    said = told(tmp_path, NEEDS, "needs: {not: {flags: [talks, watched]}}")
    assert said == (
        "an option of 'north' cannot need 'watched': being open, it would tell 'north' this secret; "
        "add 'north' to its 'known-to', or need something else"
    )


@pytest.mark.parametrize(
    "asked", ["tension: {north-south: '> 9'}", "flags: [talks, mined]", "tracks: {north.unity: '> 9'}"]
)
def test_an_option_may_need_what_its_seat_knows(asked: str, tmp_path: Path) -> None:
    path, *_ = broken(tmp_path, NEEDS, f"needs: {{{asked}}}")
    load_scenario(path)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (DEAL, "deal: {weight: 2, when: {tracks: {south.trust: '> 9'}}}"),
        ("when: {chosen: {north: force}}\n", "when: {flags: [mined]}\n"),
        (
            "more: [{weight: 1, when: {late: south}}]",
            "more: [{weight: 1, when: {tracks: {north.force: '> 9'}}}]",
        ),
    ],
)
def test_what_happens_in_public_may_rest_on_a_secret_that_is_no_intent(
    old: str, new: str, tmp_path: Path
) -> None:
    path, *_ = broken(tmp_path, old, new)
    load_scenario(path)


def test_a_forecast_of_an_intent_waits_for_the_end(tmp_path: Path) -> None:
    said = told(tmp_path, "resolves: end", "resolves: within 2")
    assert said == "a forecast of an intent resolves at the 'end', when intents are told, and not 'within 2'"


@pytest.mark.parametrize("comparison", ["> 100", "< 0", ">= 60 and < 60"])
def test_a_comparison_that_never_holds_is_told(comparison: str, tmp_path: Path) -> None:
    said = told(
        tmp_path, '{tension: {north-south: ">= 95"}}', f'{{tension: {{north-south: "{comparison}"}}}}'
    )
    assert said == f"'{comparison}' never holds of a number from 0 to 100"


def test_a_turn_beyond_the_calendar_is_told(tmp_path: Path) -> None:
    said = told(tmp_path, "when: {window: frost}", 'when: {turn: ">= 4"}')
    assert said == "'>= 4' never holds of a turn from 1 to 3"


def test_chances_need_a_weight(tmp_path: Path) -> None:
    said = told(
        tmp_path,
        "chances:\n      - {weight: 1, more: [{weight: 1, when: {late: south}}], "
        "news: The drums were heard.}\n      - {weight: 1}",
        "chances: [{weight: 0}]",
    )
    assert said == "no outcome has a weight: none can come"
