from tests.lab.conftest import Written
from wargame.content.scenario import Scenario
from wargame.engine.book import Book
from wargame.lab.estimates import share
from wargame.lab.figures import objectives
from wargame.lab.lines import lines
from wargame.lab.report import Figure, Range, Report, Section
from wargame.lab.verdict import judged

HALF = Range(0.4, 0.6, "40% to 60%")


def figure(
    key: str, hits: int, count: int = 1000, wanted: Range | None = HALF, finding: bool = False
) -> Figure:
    return Figure(key, key, "share", share(hits, count), wanted, finding)


def made(*sections: Section, games: int = 1000) -> Report:
    return Report("s", "S", "", "full", 3, games, 1, (), sections)


def found(*figures: Figure) -> Section:
    return Section("found", "What should not be", figures, wanted="none", only_findings=True)


def test_each_wanted_figure_is_judged_and_what_nobody_wanted_is_not() -> None:
    section = Section(
        "s", "Shares", (figure("good", 500), figure("bad", 100), figure("free", 1, wanted=None))
    )
    assert [(one.figures[0].id, one.verdict) for one in judged(made(section))] == [
        ("good", "as wanted"),
        ("bad", "not as wanted"),
    ]


def test_a_section_that_should_have_no_findings_is_one_thing_and_its_worst_finding_counts() -> None:
    sure, open_ = figure("sure", 5, finding=True), figure("open", 3, 9, finding=True)
    read = figure("read", 0, 0, wanted=None, finding=True)
    never = figure("never", 0, 0, finding=True)
    cases = {
        (): "as wanted",
        (figure("kept", 1),): "as wanted",
        (open_,): "cannot be told yet",
        (never,): "cannot be told yet",
        (open_, sure): "not as wanted",
        (read,): "not as wanted",
    }
    for figures, verdict in cases.items():
        assert [one.verdict for one in judged(made(found(*figures)))] == [verdict]


def test_the_verdict_comes_before_all_figures_and_tells_in_full_what_does_not_hold() -> None:
    section = Section("s", "Shares", (figure("good", 500), figure("bad", 100), figure("open", 3, 9)))
    told = [*lines(made(section, found(figure("rare", 5, finding=True)), games=500))]
    assert told[2:13] == [
        "",
        "Verdict: of 4 things wanted 1 as wanted, 2 not as wanted, 1 cannot be told yet.",
        "Not as wanted:",
        "  bad: 10.0% (8.3% to 12.0%; 100 of 1000); wanted: 40% to 60%",
        "  What should not be: 1; wanted: none",
        "Cannot be told yet (play 1,000 games or more):",
        "  open: 33.3% (12.1% to 64.6%; 3 of 9); wanted: 40% to 60%",
        "As wanted:",
        "  Shares: 1 of 3",
        "",
        "Shares",
    ]


def test_games_of_which_nothing_is_wanted_have_no_verdict() -> None:
    told = [*lines(made(Section("s", "Shares", (figure("free", 1, wanted=None),))))]
    assert not any("Verdict" in line for line in told)


def test_of_every_length_it_is_wanted_that_objectives_can_be_kept_and_missed(
    crisis: Scenario, written: Written
) -> None:
    games = [written({"north": "calm"})]
    for length in crisis.rules.lengths:
        section = objectives(Book(crisis, length), games)
        kept = [figure for figure in section.figures if figure.id.startswith("kept/")]
        assert kept and all(figure.wanted == Range(0.05, 0.95, "5% to 95%") for figure in kept)
