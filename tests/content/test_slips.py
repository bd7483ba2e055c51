"""Slips that leave the syntax whole: the sentence names the sign or the form that is wrong."""

from pathlib import Path

import pytest

from tests.content.small import told

CURLY = 'these are the curly quotes of a word processor; type straight ones (") instead'
FORCE = 'needs: {tracks: {north.force: ">= 30"}}'


@pytest.mark.parametrize("quotes", ["“”", "„“", "‘’", "«»"])
def test_curly_quotes_around_a_comparison_are_named(quotes: str, tmp_path: Path) -> None:
    said = told(tmp_path, FORCE, f"needs: {{tracks: {{north.force: {quotes[0]}>= 30{quotes[1]}}}}}")
    assert said == CURLY


def test_a_comparison_without_a_sign_is_told_with_one(tmp_path: Path) -> None:
    said = told(tmp_path, FORCE, "needs: {tracks: {north.force: 45}}")
    assert said == 'a comparison has a sign and stands in quotes: ">= 45"'


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            "- {tension: {north-south: +5}}",
            "- {tension: {north–south: +5}}",
            "the name 'north–south' holds the dash '–'; type the hyphen '-' instead",
        ),
        (
            "- {tension: {north-south: +5}}",
            "- {tension: {north-south: −5}}",
            "'north-south' holds the dash '−'; type the hyphen '-' instead",
        ),
        (
            "  - id: fires\n",
            "  - id: fires—soon\n",
            "'id' holds the dash '—'; type the hyphen '-' instead",
        ),
        ("deal: {weight: 2,", "deal: {weight: “2”,", CURLY),
        (
            "north: fire, south",
            "NORTH: fire, south",
            "the name 'NORTH' must be lower-case letters, digits and hyphens, like 'line-shots'; "
            "did you mean 'north'?",
        ),
        (
            "    - id: fires\n",
            "    - id: Who fires\n",
            "'id' must be lower-case letters, digits and hyphens, like 'line-shots', and is 'Who fires'; "
            "did you mean 'who-fires'?",
        ),
        (
            "{tension: {north-south: +5}}",
            "{tension: {dprk_rok: +5}}",
            "the name 'dprk_rok' must look like 'north-south'; did you mean 'dprk-rok'?",
        ),
        (
            "number: north-south, weight",
            "number: 5, weight",
            "'number' must be text, and is 5; put text in quotes",
        ),
        (
            "number: north-south, weight",
            "number: x, weight",
            "'number' must look like 'north-south' or 'south.trust', and is 'x'",
        ),
        (
            "resolves: reveal",
            "resolves: soon",
            "'resolves' must look like 'reveal' or 'end' or 'within 2', and is 'soon'",
        ),
        (
            "title: Tension at the end, ",
            "title: {Tension: high}, ",
            "'title' must be text; put text that holds ': ' in quotes",
        ),
        (
            "situation: Shots were heard at the ford.",
            "situation: Shots.\n  discuss: [Why: how?]",
            "item 1 of 'discuss' must be text; put text that holds ': ' in quotes",
        ),
        (
            "covers: [A1]\n  tags: [force]",
            "tags: force",
            "'tags' must be a list, and is 'force'; write [force]",
        ),
        (
            "covers: [A1]\n  tags: [force]",
            "tags: force, talk",
            "'tags' must be a list, and is 'force, talk'; write [force, talk]",
        ),
        ("double: [2]", "double: 2", "'double' must be a list, and is 2; write [2]"),
        (
            "effects: [{tracks: {south.trust: -1}}]",
            "effects: {tracks: {south.trust: -1}}",
            "'effects' must be a list, and is fields ('name: value'); begin each item with '- '",
        ),
        (
            "next: [{card: ice, in: 1, when: {chosen: {north: force}}}]",
            "next: ice",
            "'next' must be a list, and is 'ice'; write [{card: ice}]",
        ),
        (
            "  together:\n",
            "  next: ice, ford\n  together:\n",
            "'next' must be a list, and is 'ice, ford'; write [{card: ice}, {card: ford}]",
        ),
        (
            "next: [{card: ice, in: 1, when: {chosen: {north: force}}}]",
            "next: [ice]",
            "item 1 of 'next' must be fields ('name: value'), and is 'ice'; write {card: ice}",
        ),
        (
            "effects: [{tracks: {south.trust: -1}}]",
            "effects: south.trust",
            "'effects' must be a list, and is 'south.trust'; "
            "begin each item with '- ', and write fields in it ('name: value')",
        ),
        (
            "- {tension: {north-south: +5}}",
            "- tension:\n                north-south:+5",
            "a space is missing after ':' in 'north-south:+5'",
        ),
    ],
)
def test_a_name_or_number_that_does_not_fit_is_told_with_what_to_type(
    old: str, new: str, sentence: str, tmp_path: Path
) -> None:
    assert told(tmp_path, old, new) == sentence
