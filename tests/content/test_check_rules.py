"""Rules files that repeat, contradict or turn round what they say are told so."""

from pathlib import Path

import pytest

from tests.content.small import told

EAST = "- {id: east, name: The East, short: East}"
TRUST = "- {id: trust, name: Trust, start: 50, side: home, about: The public's trust.}"
ONLY_KEPT = "'if-true' can set only flags that no seat knows, and"
TOLD = "it would tell that the cable came and is true; make the flag secret, without 'known-to'"
IF_TRUE = "if-true: [{flags: {set: [watched], for: 1}}]"


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (EAST, f"{EAST}\n  {EAST}", "actors 'east'"),
        (TRUST, f"{TRUST}\n      {TRUST}", "tracks of 'south' called 'trust'"),
        (
            "- {id: storm, title: Storm",
            "- {id: calm, title: Again, weight: 1, brief: As before.}\n        - {id: storm, title: Storm",
            "intents 'calm'",
        ),
        ("id: quiet\n", "id: united\n", "objectives of this seat called 'united'"),
        ("- {id: force-soon", "- {id: storm", "forecasts 'storm'"),
        ("- {id: talked", "- {id: tension", "measures 'tension'"),
        ("{name: Clash, at: 80}", "{name: Calm, at: 80}", "rungs 'Calm'"),
        ("decks: [border]", "decks: [border, border]", "decks 'border'"),
        (
            "{from: north-south, to: south-east, percent: 20}",
            "{from: north-east, to: south-east, percent: 1}\n"
            "  - {from: north-east, to: south-east, percent: 2}",
            "couplings 'north-east to south-east'",
        ),
        (
            "- {tag: force, more: [{weight: 1, when: {window: frost}}]}",
            "- {tag: talk, more: []}\n    - {tag: talk, more: []}",
            "weights for the tag 'talk'",
        ),
        (
            "from: 2, war: true}",
            "from: 2}\n  - {id: war, title: War, text: War., when: {flags: [talks]}}",
            "endings 'war'",
        ),
    ],
)
def test_what_has_a_name_has_it_alone(old: str, new: str, sentence: str, tmp_path: Path) -> None:
    assert told(tmp_path, old, new) == f"there are two {sentence}"


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("baseline: 55, decay: 2", "decay: 2", "'decay' needs a 'baseline' to which the tension goes back"),
        (
            "{from: north-south, to: south-east",
            "{from: south-east, to: south-east",
            "a coupling leads to another relation, not to its own",
        ),
        ("{name: Calm, at: 0}", "{name: Calm, at: 5}", "the first rung is at 0, and not 5"),
        ("{name: Clash, at: 80}", "{name: Clash, at: 0}", "rungs rise: 0 cannot come after 0"),
        (
            "length: full",
            "length: full\nteams: [north, south, north]",
            "there are two places for the seat 'north'",
        ),
        ("friendly: 45", "friendly: 60", "'friendly' must not be above 'hostile'"),
        (
            "month: 2024-11",
            "month: 2024-09",
            "the dates of a calendar rise: 2024-09 cannot come after 2024-10",
        ),
        ("turns: [1, 3]", "turns: [3, 1]", "the turns of a length rise: 1 cannot come after 3"),
        (
            "{id: war, title",
            "{id: calendar, title",
            "'calendar' is what the game's own end is called: choose another id",
        ),
        (
            "number: north-south}",
            "number: north-south, graph: blocs}",
            "a measure watches one of 'when', 'number' or 'graph'",
        ),
        (IF_TRUE, "if-true: [{tracks: {south.trust: 1}}]", "'if-true' can only set flags, and always does"),
        (IF_TRUE, "if-true: [{flags: {clear: [watched]}}]", "'if-true' can only set flags, and always does"),
        (IF_TRUE, "if-true: [{flags: {set: [watched]}, in: 1}]", "'if-true' works at once"),
        (IF_TRUE, "if-true: [{flags: {set: [watched, talks]}}]", f"{ONLY_KEPT} 'talks' is public: {TOLD}"),
        (IF_TRUE, "if-true: [{flags: {set: [mined]}}]", f"{ONLY_KEPT} 'mined' is known to 'north': {TOLD}"),
        (
            '{"true": It was., "false": It was not.}',
            '{"true": It was.}',
            "this cable can turn out false: 'afterwards' needs a text for 'false'",
        ),
        (
            f"      - {{percent: 30}}\n    {IF_TRUE}\n",
            "",
            "this cable can turn out unresolved: 'afterwards' needs a text for 'unresolved'",
        ),
    ],
)
def test_rules_do_not_contradict_themselves(old: str, new: str, sentence: str, tmp_path: Path) -> None:
    assert told(tmp_path, old, new) == sentence


def test_relations_are_named_in_actor_order(tmp_path: Path) -> None:
    said = told(tmp_path, "north-east: {start: 20}", "east-north: {start: 20}")
    assert said == "a relation is written in actor order: 'north-east', not 'east-north'"


def test_a_relation_has_two_ends(tmp_path: Path) -> None:
    said = told(tmp_path, "north-east: {start: 20}", "east-east: {start: 20}")
    assert said == "a relation joins two different actors"


def test_no_actor_is_called_what_has_a_meaning_of_its_own(tmp_path: Path) -> None:
    said = told(tmp_path, EAST, f"{EAST}\n  - {{id: anyone, name: Any, short: Any}}")
    assert said == "'anyone' cannot be an actor: the word has a meaning of its own"


UNITED = 'when: {tracks: {north.unity: ">= 50"}}'
HERE = "\n          "


def asked(*shorter: str, hold: str = "end") -> str:
    """Return the objective of the north with what it asks in shorter lengths."""
    return f"{UNITED}{HERE}hold: {hold}{HERE}shorter: [{', '.join(shorter)}]"


def less(lengths: str, level: int = 40, more: str = "") -> str:
    return f'{{lengths: [{lengths}], text: Less., when: {{tracks: {{north.unity: ">= {level}"}}}}{more}}}'


@pytest.mark.parametrize(
    ("new", "sentence"),
    [
        (asked(less("shrot")), "there is no length 'shrot'; did you mean 'short'?"),
        (asked(less("zzz")), "there is no length 'zzz'; there are: short, full"),
        (
            asked(less("short"), less("short", 30)),
            "there are two demands of this objective for the length 'short'",
        ),
        (
            asked(less("short", more=", times: 3"), hold="ever"),
            "'short' has 2 turns: this cannot hold at the end of 3",
        ),
        (asked(less("short", more=", times: 2")), "'times' goes with 'hold: ever'"),
        (
            asked("{lengths: [short], text: Less., when: {choices: {north: drill}}}"),
            "'choices' cannot be asked here; ask 'chosen', with a tag",
        ),
    ],
)
def test_what_an_objective_asks_in_shorter_lengths_is_checked(
    new: str, sentence: str, tmp_path: Path
) -> None:
    assert told(tmp_path, UNITED, new) == sentence
