"""`wargame deck check` says what is wrong and where, or that nothing is, in one line a file."""

import json
from pathlib import Path

import pytest

from tests.content.small import DECK, RULES, write
from wargame.__main__ import main
from wargame.content.codes import CODES

KEEP_ONE = (
    "keep one, or give its cards other ids; "
    "to replace a deck, keep its file name, 'border.yaml', in another folder"
)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def check(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str], list[str]]:
    code = main(["deck", "check", *arguments])
    said = capsys.readouterr()
    return code, said.out.splitlines(), said.err.splitlines()


def test_sound_rules_and_their_decks_are_a_line_each(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path)
    assert check(capsys, "small.yaml") == (
        0,
        ["small.yaml: 3 actors, 2 cards, no problems", "border.yaml: 2 cards, no problems"],
        [],
    )


def test_a_folder_is_all_its_files_and_each_is_told_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path)
    code, lines, _ = check(capsys, ".", "border.yaml")
    assert (code, len(lines)) == (0, 2)


def test_every_problem_is_told_at_its_place_and_the_exit_code_is_two(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, RULES.replace("length: full", "length: fll"), DECK.replace("card: ice", "card: icy"))
    code, lines, complaints = check(capsys, ".")
    assert (code, lines) == (2, [])
    assert complaints == [
        "border.yaml:41:37: there is no card 'icy'; did you mean 'ice'?",
        "small.yaml:90:9: there is no length 'fll'; did you mean 'full'?",
    ]


def test_a_deck_by_itself_is_checked_against_the_rules_that_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path)
    deck = DECK[: DECK.index("- id: ice")].replace("id: ford", "id: mine").replace("id: fires", "id: bets")
    (tmp_path / "mine.yaml").write_text(deck, encoding="utf-8")
    code, lines, complaints = check(capsys, "mine.yaml", "--rules", "small.yaml")
    assert (code, lines, complaints) == (0, ["mine.yaml: 1 card, no problems"], [])


def test_a_deck_by_itself_is_checked_against_the_rules_beside_it_that_name_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path)
    (tmp_path / "broken.yaml").write_text("a: *b", encoding="utf-8")
    code, lines, complaints = check(capsys, "border.yaml")
    assert (code, complaints) == (0, [])
    assert lines == [
        "border.yaml: 2 cards, no problems",
        "border.yaml: checked against small.yaml; for other rules: --rules FILE",
    ]


def test_a_deck_that_no_rules_beside_it_name_is_checked_against_the_shipped_ones(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path).unlink()
    code, _, complaints = check(capsys, "border.yaml")
    assert code == 2
    assert any("there is no seat 'north'" in line for line in complaints)
    assert complaints[-1].startswith("border.yaml: checked against ")
    assert complaints[-1].endswith("korea-2025.yaml; for other rules: --rules FILE")


def test_of_several_decks_each_is_checked_against_the_rules_beside_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        deck = DECK if name == "one" else DECK.replace("id: ford", "id: pass").replace("id: ice", "id: snow")
        write(tmp_path / name, deck=deck.replace("card: ice", "card: snow") if name == "two" else deck)
    code, lines, complaints = check(capsys, "one/border.yaml", "two/border.yaml")
    assert (code, complaints) == (0, [])
    assert [line.split(";")[0] for line in lines[2:]] == [
        f"{Path(name) / 'border.yaml'}: checked against {Path(name) / 'small.yaml'}"
        for name in ("one", "two")
    ]


def test_a_changed_copy_of_a_deck_takes_the_place_of_the_deck(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path)
    (tmp_path / "changed").mkdir()
    (tmp_path / "changed" / "border.yaml").write_text(DECK.replace("Ice on", "Thin ice on"), encoding="utf-8")
    code, lines, _ = check(capsys, "changed", "--rules", "small.yaml")
    assert code == 0
    assert lines == [f"{Path('changed') / 'border.yaml'}: 2 cards, no problems"]


def test_a_backup_copy_beside_its_deck_is_told_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path)
    (tmp_path / "border backup.yaml").write_text(DECK.replace("Shots", "Guns"), encoding="utf-8")
    code, lines, complaints = check(capsys, ".")
    assert (code, lines) == (2, [])
    said = "these two files hold the same cards: border.yaml and border backup.yaml"
    assert complaints == [f"border backup.yaml:1:1: {said}; {KEEP_ONE}"]


def test_a_deck_beside_rules_that_cannot_be_read_is_not_held_to_other_rules(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, RULES.replace("short: North", "short:North"), DECK.replace("id: ice", "id: Ice"))
    _, _, complaints = check(capsys, ".")
    assert complaints == [
        "border.yaml:48:7: 'id' must be lower-case letters, digits and hyphens, like 'line-shots', "
        "and is 'Ice'; did you mean 'ice'?",
        "small.yaml:9:5: a space is missing after ':'",
    ]


def test_two_decks_of_a_scenario_that_hold_the_same_cards_are_told_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, RULES.replace("decks: [border]", "decks: [border, second]"))
    (tmp_path / "second.yaml").write_text("# a copy\n" + DECK, encoding="utf-8")
    _, _, complaints = check(capsys, "small.yaml")
    said = "these two files hold the same cards: border.yaml and second.yaml"
    assert complaints == [f"second.yaml:2:3: {said}; {KEEP_ONE}"]


def test_a_card_that_another_deck_has_is_told_with_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, RULES.replace("decks: [border]", "decks: [border, second]"))
    card = DECK[DECK.index("- id: ice") :]
    second = f"{card}{card.replace('id: ice', 'id: snow')}{card.replace('id: ice', 'id: hail')}"
    (tmp_path / "second.yaml").write_text(second, encoding="utf-8")
    line = DECK[: DECK.index("- id: ice")].count("\n") + 1
    _, _, complaints = check(capsys, "small.yaml")
    assert complaints == [f"second.yaml:1:7: there is already a card 'ice': border.yaml, line {line}"]


def test_a_warning_is_told_with_its_code_and_is_no_problem(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    deck = DECK.replace("  deal: {on: 2024-12}\n", "")
    deck = deck.replace("next: [{card: ice, in: 1, when: {chosen: {north: force}}}]", "news: A quiet night.")
    write(tmp_path, deck=deck)
    line = deck[: deck.index("- id: ice")].count("\n") + 1
    code, lines, complaints = check(capsys, "small.yaml")
    assert (code, complaints) == (0, [])
    assert lines[-1] == (
        f"border.yaml:{line}:3: warning: 'ice' comes only if the facilitator injects it: "
        "add 'deal', or name it in a 'next' [only-by-inject]"
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "just text",
            "odd.yaml:1:1: this is neither a deck (a list of cards) nor rules (fields, 'name: value')",
        ),
        ("", "odd.yaml:1:1: the file is empty"),
        ("a: *b", "odd.yaml:1:4: an alias ('*b') is not allowed; write the value out"),
    ],
)
def test_what_is_neither_a_deck_nor_rules_is_told(
    text: str, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "odd.yaml").write_text(text, encoding="utf-8")
    assert check(capsys, "odd.yaml") == (2, [], [sentence])


def test_a_folder_without_decks_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(capsys, ".") == (2, [], [".:1:1: this folder holds no file '*.yaml'"])


def test_rules_that_are_not_there_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path)
    code, _, complaints = check(capsys, "border.yaml", "--rules", "korea-2052")
    assert code == 2
    assert complaints == [
        "korea-2052: there is neither such a scenario nor such a file; did you mean 'korea-2025'?"
    ]


def test_nothing_from_a_deck_reaches_the_terminal_as_an_escape(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, deck=DECK.replace("card: ice", r'card: "i\x1b[2J\u202ece"'))
    code, _, complaints = check(capsys, "small.yaml")
    assert code == 2
    assert all(line.isprintable() for line in complaints)


def test_of_very_many_problems_the_rest_is_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(5):
        text = "".join(f"- {{id: {number}, x{n}: 1}}\n" for n in range(200))
        (tmp_path / f"deck{number}.yaml").write_text(text, encoding="utf-8")
    code, _, complaints = check(capsys, ".")
    assert code == 2
    assert len(complaints) == 302
    assert complaints[-2].startswith("and ")


SUSPICIOUS = DECK.replace('needs: {tracks: {north.force: ">= 30"}}', "needs: {flags: [mined]}")
SHUT = SUSPICIOUS[: SUSPICIOUS.index("needs: {flags: [mined]}")].count("\n") + 1


def test_warnings_leave_the_exit_code_alone_unless_the_check_is_strict(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, deck=SUSPICIOUS)
    for arguments, code in ((("small.yaml",), 0), (("small.yaml", "--strict"), 1)):
        found, lines, complaints = check(capsys, *arguments)
        assert (found, complaints) == (code, [])
        assert lines[-1].startswith(f"border.yaml:{SHUT}:11: warning: this option is always shut: ")
    write(tmp_path)
    assert check(capsys, "small.yaml", "--strict")[0] == 0


def test_problems_are_told_before_warnings_and_exit_with_two_also_when_strict(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, RULES.replace("length: full", "length: fll"), SUSPICIOUS)
    code, lines, complaints = check(capsys, "small.yaml", "--strict")
    assert (code, lines, len(complaints)) == (2, [], 1)


def test_games_are_played_only_when_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rare = DECK[: DECK.index("- id: ice")].replace("id: ford", "id: rare").replace("id: fires", "id: bets")
    rare = rare.replace('tension: {north-south: ">= 40"}', 'tension: {north-south: "< 2"}')
    write(tmp_path, deck=DECK + rare)
    assert not any("[rarely-dealt]" in line for line in check(capsys, "small.yaml")[1])
    lines = check(capsys, "small.yaml", "--simulate", "200")[1]
    assert any(line.endswith("'rare' was dealt in 0 of 200 games [rarely-dealt]") for line in lines)


def test_json_holds_problems_and_warnings_with_their_places(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, deck=SUSPICIOUS)
    code, lines, complaints = check(capsys, "small.yaml", "--format", "json")
    assert (code, complaints, len(lines)) == (0, [], 1)
    told = json.loads(lines[0])
    assert told["format"] == 1
    (found,) = told["found"]
    assert found["message"].startswith("this option is always shut: ")
    del found["message"]
    assert found == {
        "file": "border.yaml",
        "line": SHUT,
        "column": 11,
        "severity": "warning",
        "code": "always-shut",
    }


def test_json_says_nothing_of_the_place_in_a_file_that_is_not_there(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, lines, complaints = check(capsys, "nowhere.yaml", "--format", "json")
    assert (code, complaints) == (2, [])
    assert json.loads(lines[0])["found"] == [
        {
            "file": "nowhere.yaml",
            "line": None,
            "column": None,
            "severity": "problem",
            "code": "problem",
            "message": "there is no such file",
        }
    ]


def test_sarif_names_rules_levels_and_places(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "two words").mkdir()
    write(tmp_path / "two words", deck=SUSPICIOUS)
    (tmp_path / "odd.yaml").write_text("a: *b", encoding="utf-8")
    warned = json.loads(check(capsys, "two words", "--format", "sarif")[1][0])
    broken = json.loads(check(capsys, str(tmp_path / "odd.yaml"), "--format", "sarif")[1][0])
    assert warned["version"] == broken["version"] == "2.1.0"
    (warning,), (problem,) = warned["runs"][0]["results"], broken["runs"][0]["results"]
    assert (warning["ruleId"], warning["level"]) == ("always-shut", "warning")
    assert (problem["ruleId"], problem["level"]) == ("problem", "error")
    where = warning["locations"][0]["physicalLocation"]
    assert where["artifactLocation"]["uri"] == "two%20words/border.yaml"
    assert where["region"] == {"startLine": SHUT, "startColumn": 11}
    assert problem["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].endswith("odd.yaml")
    rules = {rule["id"] for rule in warned["runs"][0]["tool"]["driver"]["rules"]}
    assert rules == {"problem", *CODES}


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_in_every_format_nothing_from_a_deck_reaches_the_terminal_as_an_escape(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, deck=DECK.replace("card: ice", r'card: "i\x1b[2J\u202ece"'))
    _, lines, complaints = check(capsys, "small.yaml", "--format", form)
    assert complaints == [] and lines[0].isprintable()
    assert "\\u001b" not in lines[0] and "\\u202e" not in lines[0]
