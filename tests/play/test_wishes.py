import pytest

from wargame.content.load import load_scenario
from wargame.content.scenario import Scenario
from wargame.play.wishes import NoSuch, Wishes, length_named, planned, seats_for, seats_named, usual_seat


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


@pytest.mark.parametrize(
    ("teams", "seats"),
    [
        (1, ["rok"]),
        (2, ["dprk", "rok"]),
        (3, ["dprk", "rok", "usa"]),
        (4, ["dprk", "rok", "usa", "china"]),
        (6, ["dprk", "rok", "usa", "japan", "china", "russia"]),
    ],
)
def test_so_many_teams_are_offered_the_seats_that_the_rules_rank_first(
    teams: int, seats: list[str], scenario: Scenario
) -> None:
    assert list(seats_for(scenario, teams)) == seats


def test_where_the_rules_rank_no_seats_that_of_one_person_comes_first(scenario: Scenario) -> None:
    def ranking(teams: tuple[str, ...] | None) -> Scenario:
        return scenario.model_copy(update={"rules": scenario.rules.model_copy(update={"teams": teams})})

    unranked = ranking(None)
    assert list(seats_for(unranked, 1)) == ["rok"]
    assert list(seats_for(unranked, 3)) == ["dprk", "rok", "usa"]
    assert list(seats_for(ranking(("china",)), 2)) == ["rok", "china"]


@pytest.mark.parametrize("teams", [0, 7])
def test_there_are_as_many_teams_as_seats_at_most(teams: int, scenario: Scenario) -> None:
    with pytest.raises(NoSuch, match="here are 1 to 6 teams, a seat each, and not"):
        seats_for(scenario, teams)


@pytest.mark.parametrize("name", ["korea-2025", "cuba-1962"])
def test_a_shipped_scenario_ranks_each_of_its_seats_once_and_first_that_of_one_person(name: str) -> None:
    shipped = load_scenario(name)
    ranked = shipped.rules.teams or ()
    assert sorted(ranked) == sorted(shipped.seats())
    assert ranked[0] == usual_seat(shipped)


def test_teams_that_are_counted_hold_their_seats_and_bots_the_others(scenario: Scenario) -> None:
    plan = planned(scenario, Wishes(teams=2, bots="all"))
    assert (plan.people, plan.bots) == (("dprk", "rok"), None)
