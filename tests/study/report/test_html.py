"""The report as one file of HTML: whole, harmless, and asking for nothing."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from tests.study.games import HOSTILE, STEERING, hostile, saved
from tests.study.report.pages import Page
from wargame.content.text import visible
from wargame.study.replay import Replay
from wargame.study.report.html import html
from wargame.study.report.parts import Networks, Panels, Waterfall, every
from wargame.study.report.told import Told
from wargame.study.report.write import report


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    return Told(Replay.open(saved(tmp_path_factory.mktemp("saves") / "g.jsonl")), save="g.jsonl")


@pytest.fixture(scope="module")
def page(told: Told) -> Page:
    return Page(html(report(told)))


def test_every_element_is_closed_where_it_was_opened(page: Page) -> None:
    assert page.faults == [] and page.open == []
    assert [tag for tag, _ in page.elements].count("h1") == 1
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids)) >= 7


def test_nothing_is_asked_for_but_the_page_itself(page: Page) -> None:
    links = {a["href"] for _, a in page.elements if "href" in a}
    ids = {a["id"] for _, a in page.elements if "id" in a}
    assert links and links <= {f"#{one}" for one in ids}
    assert not page.tags & {"link", "img", "iframe", "object", "embed", "base", "form", "image", "use"}
    assert all(not {"src", "style", "srcset", "action"} & set(a) for _, a in page.elements)
    assert all(not name.startswith("on") for _, a in page.elements for name in a)
    assert "url(" not in page.inside["style"] and "@import" not in page.inside["style"]
    assert not re.search(r"fetch|XMLHttp|import|eval", page.inside["script"])


def test_the_policy_allows_the_scripts_and_styles_that_are_there_and_nothing_else(page: Page) -> None:
    (policy,) = [a["content"] for _, a in page.elements if a.get("http-equiv") == "Content-Security-Policy"]
    named = {
        kind: b64encode(sha256(page.inside[kind].encode()).digest()).decode() for kind in ("script", "style")
    }
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{named['style']}'; script-src 'sha256-{named['script']}'; "
        "base-uri 'none'; form-action 'none'"
    )


def test_the_chapters_come_in_the_order_of_an_after_action_review(page: Page) -> None:
    chapters = [a["id"] for tag, a in page.elements if tag == "section" and a.get("class") == "chapter"]
    assert chapters == [
        "meant", "happened", "why", "keep", "forecasts", "graph", "facilitator", "appendix"
    ]  # fmt: skip


def test_every_chart_is_named_described_and_stands_beside_its_table(told: Told, page: Page) -> None:
    parts = [part for chapter in report(told).sections for part in every(chapter.parts)]
    charts = [part for part in parts if isinstance(part, Panels | Networks | Waterfall)]
    assert {type(chart) for chart in charts} == {Panels, Networks, Waterfall}
    assert all(chart.table.rows for chart in charts)
    drawings = sum(tag == "svg" for tag, _ in page.elements)
    assert drawings == sum(tag == "desc" for tag, _ in page.elements) > len(charts)
    assert drawings == sum(a.get("role") == "img" for _, a in page.elements)
    assert drawings + 1 == sum(tag == "title" for tag, _ in page.elements)


def test_what_people_and_decks_say_is_text_whatever_it_looks_like(tmp_path: Path) -> None:
    page = Page(html(report(Told(Replay.open(hostile(tmp_path / "g.jsonl")), save="g.jsonl"))))
    assert page.faults == [] and page.open == []
    assert not page.tags & {"b", "i", "img"}
    assert [tag for tag, _ in page.elements].count("script") == 1
    for text in HOSTILE:
        assert text in page.text, text
    assert " ".join(visible(STEERING).split()) in page.text
    assert not re.search("[\x1b\x07\u202e\u200b]", html(report(Told(Replay.open(tmp_path / "g.jsonl")))))


def test_the_appendix_says_how_to_check_the_game(told: Told, page: Page) -> None:
    game = told.replay.game
    assert f"wargame verify g.jsonl --against {game.digest}" in page.text
    assert game.state.setup.seed.hex() in page.text
    assert "too few forecasts to say whether anybody is calibrated" in page.text
