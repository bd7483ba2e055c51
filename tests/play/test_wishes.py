import pytest

from wargame.content.load import load_scenario
from wargame.content.scenario import Scenario
from wargame.play.wishes import NoSuch, length_named, seats_named


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return load_scenario()


@pytest.mark.parametrize(
    ("typed", "seats"),
    [
        ("rok", ["rok"]),
        ("usa rok", ["rok", "usa"]),
        ("South Korea", ["rok"]),
        ("north korea and the United States", ["dprk", "usa"]),
        ("Republic of Korea, Japan", ["rok", "japan"]),
        ("people's republic of china; russia", ["china", "russia"]),
        ("none", []),
        ("all", ["dprk", "rok", "usa", "japan", "china", "russia"]),
    ],
)
def test_a_seat_is_found_by_whatever_people_call_the_country(
    typed: str, seats: list[str], scenario: Scenario
) -> None:
    assert list(seats_named(scenario, typed)) == seats


@pytest.mark.parametrize("typed", ["korea", "south", "atlantis", "rok west"])
def test_what_is_no_seat_is_answered_with_those_there_are(typed: str, scenario: Scenario) -> None:
    with pytest.raises(NoSuch, match="there is no seat '"):
        seats_named(scenario, typed)


@pytest.mark.parametrize(
    ("typed", "length"), [("short", "short"), ("20", "short"), ("20 minutes", "short"), ("210", "full")]
)
def test_a_length_goes_by_its_name_or_its_minutes(typed: str, length: str, scenario: Scenario) -> None:
    assert length_named(scenario.rules, typed) == length
