"""The line at the top, and the tabs below it."""

from wargame.tui.bar import Bar, Tabs
from wargame.tui.ink import measured

TABS = (("story", "c", "Card"), ("map", "g", "Graph"))


def bar(left: float | None = None, *, paused: bool = False) -> Bar:
    made = Bar()
    made.title, made.where, made.doing = "A crisis", "Turn 1 of 8 · October", "ROK decides"
    made.left, made.whole, made.paused = left, 90.0, paused
    return made


def text(made: Bar, width: int) -> str:
    return "".join(run.text for run in made.told(width))


def test_what_matters_less_is_cut_first_and_the_clock_last() -> None:
    made = bar(75.0)
    assert text(made, 100).split("  ")[:3] == [" A crisis", "Turn 1 of 8 · October", "ROK decides"]
    assert "A crisis" not in text(made, 60) and "ROK decides" in text(made, 60)
    for width in (100, 60, 45, 30):
        assert measured(made.told(width)) == width
        assert text(made, width).rstrip().endswith("01:15 ▮▮▮▮▮▮▮▯")


def test_the_last_minute_of_a_clock_is_a_warning_and_a_stopped_one_says_so() -> None:
    styles = {left: bar(left).told(80)[-1].style for left in (61.0, 59.0)}
    assert styles == {61.0: "strong", 59.0: "warn"}
    assert "00:00" in text(bar(-5.0), 80)
    assert text(bar(50.0, paused=True), 80).endswith("clock stopped; P: go on ")
    assert "0" not in text(bar(None), 80).partition("October")[2]


def test_a_tab_is_where_its_name_is() -> None:
    tabs = Tabs()
    tabs.names, tabs.front = TABS, "map"
    told = tabs.told(80)
    assert "".join(run.text for run in told) == " c Card   g Graph  "
    assert [run.text for run in told if run.style == "chosen"] == ["Graph "]
    assert [tabs.panel_at(x) for x in (0, 8, 9, 17, 40)] == ["story", "story", "map", "map", None]
