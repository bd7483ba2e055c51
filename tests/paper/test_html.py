"""The sheets as one file of HTML: whole, harmless, asking for nothing, made for the paper that is named."""

from base64 import b64encode
from hashlib import sha256

import pytest

from tests.engine.rich import rich
from tests.engine.scenarios import SEATS, Json, ask, book, card, on, option, plain
from tests.study.games import HOSTILE, STEERING
from tests.study.report.pages import Page
from wargame.content.load import load_scenario
from wargame.content.text import visible
from wargame.engine.book import Book
from wargame.paper.html import html
from wargame.paper.write import printed


def hostile() -> Json:
    """Return a scenario all of whose texts are hostile."""
    markup, image, style, attribute, link, code, formula, plus, minus, at, template = HOSTILE
    asks = {
        "north": ask(
            option("press", {"tension": {"north-south": 25}}, label=markup, about=image, shown_as=style),
            option("rest", label=attribute, chances=[{"weight": 1, "news": code}, {"weight": 1}]),
        ),
        "south": ask(option("answer", label=formula), option("hold", label=STEERING)),
    }
    asks["north"].update(prompt=link, office=template)
    guess = {"id": "fire", "question": f"{image}?", "when": {"flags": ["fact"]}, "resolves": "end"}
    one = card(
        "clash", asks, deal=on(1), title=markup, situation="\n\n".join(HOSTILE), facts=[plus], discuss=[minus]
    )
    intent = {"id": "calm", "title": at, "weight": 1, "brief": "\n".join(HOSTILE)}
    source = plain([{**one, "forecasts": [guess]}], seats={"north": {"brief": markup, "intents": [intent]}})
    rules = source["rules"]
    rules.update(title=markup, question=image, sources=[style], flags={"fact": {"about": code}})
    rules["calendar"][0].update(title=template, news=[link])
    for actor, name in zip(rules["actors"], ("<b>North", "=1+South", "*Al|ly*"), strict=True):
        actor["name"], actor["short"] = f"{name} {markup}", name
    return source


def test_only_what_may_hold_secrets_warns_of_them_and_a_slip_has_room_for_title_and_question() -> None:
    slips = html(printed(book(rich()), ("slips",)))
    assert "All secrets" not in slips
    assert "All secrets" in html(printed(book(rich()), ("slips", "briefs")))
    assert "Card No." not in slips and "Card, its title" in slips and "the question" in slips


def test_every_element_is_closed_and_every_sheet_has_one_place() -> None:
    page = Page(html(printed(book(rich()))))
    assert page.faults == [] and page.open == []
    ids = [a["id"] for _, a in page.elements if "id" in a]
    assert len(ids) == len(set(ids))
    assert {a["href"] for _, a in page.elements if "href" in a} == {f"#{one}" for one in ids}


def test_nothing_is_asked_for_but_the_page_itself() -> None:
    page = Page(html(printed(book(rich()))))
    assert not page.tags & {"script", "link", "img", "iframe", "object", "embed", "base", "form", "use"}
    assert all(not {"src", "style", "srcset", "action"} & set(a) for _, a in page.elements)
    assert "url(" not in page.inside["style"] and "@import" not in page.inside["style"]
    (policy,) = [a["content"] for _, a in page.elements if a.get("http-equiv") == "Content-Security-Policy"]
    named = b64encode(sha256(page.inside["style"].encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{named}'; base-uri 'none'; form-action 'none'"


def test_what_decks_say_is_text_whatever_it_looks_like() -> None:
    made = html(printed(book(hostile())))
    page = Page(made)
    assert page.faults == [] and page.open == []
    assert not page.tags & {"script", "img", "i onclick"}
    assert all(not name.startswith("on") for _, a in page.elements for name in a)
    for text in HOSTILE:
        assert text in page.text, text
    assert " ".join(visible(STEERING).split()) in page.text
    assert not any(sign in made for sign in "\x1b\x07\u202e\u200b")


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_page_is_made_for_the_paper_that_is_named_and_breaks_no_card(paper: str) -> None:
    style = Page(html(printed(book(rich()), paper=paper))).inside["style"]
    assert f"size: {paper} portrait" in style
    for what in (".row", ".slip"):
        (rule,) = [line for line in style.splitlines() if line.startswith(f"{what} {{")]
        assert "break-inside: avoid" in rule


def test_every_card_of_every_seat_is_a_piece_to_cut_out() -> None:
    made = printed(book(rich()), ("cards",))
    cards = sum(len(one.cards) for one in made.sheets)
    page = Page(html(made))
    assert sum(tag == "article" and a["class"] == "card" for tag, a in page.elements) == cards
    assert len(made.sheets) == 1 + len(SEATS)


@pytest.mark.parametrize("scenario", ["korea-2025", "cuba-1962", "practice"])
def test_every_card_of_a_shipped_scenario_is_on_its_sheets(scenario: str) -> None:
    ready = Book(load_scenario(scenario))
    said = Page(html(printed(ready))).text
    for one in ready.scenario.cards:
        assert said.count(visible(one.title)) >= 2 + len(one.asks)
        assert " ".join(one.situation.split()) in said
        for asked in one.asks.values():
            assert asked.prompt in said
            assert all(option.label in said for option in asked.options)
        assert all(question in said for question in one.discuss)


def test_korean_text_is_set_as_it_is_written() -> None:
    situation = "북쪽의 미사일이 발사대에 섰다. 서울은 아침 여섯 시에 보고를 받았다."
    page = Page(html(printed(book(plain([card("clash", situation=situation, deal=on(1))])))))
    assert situation in page.text and "Malgun Gothic" in page.inside["style"]
