"""No sheet holds what its reader may not know: a seat's secrets are on its own sheets and the guide."""

from tests.engine.rich import rich
from tests.engine.scenarios import SEATS, book
from tests.paper.texts import sheet, texts
from wargame.paper.write import printed


def test_what_all_may_read_holds_no_secret() -> None:
    assert "secret-" not in " ".join(texts(sheet(printed(book(rich())), "situations")))


def test_a_seats_sheets_hold_no_secret_of_another_seat_and_every_seat_has_some_of_its_own() -> None:
    made = printed(book(rich()))
    for seat in SEATS:
        own = [one for one in made.sheets if one.id.split("-")[1:2] == [seat]]
        assert {one.id.split("-")[0] for one in own} >= {"cards", "slips", "brief"}
        said = " ".join(texts(own))
        assert f"secret-{seat}" in said
        for other in {*SEATS, "nobody"} - {seat}:
            assert f"secret-{other}" not in said, seat


def test_each_intent_stands_on_a_sheet_of_its_own_and_on_no_other_but_the_facilitators() -> None:
    made = printed(book(rich()))
    for key in ("attack", "bargain"):
        holding = [one.id for one in made.sheets if f"secret-north-brief-{key}" in " ".join(texts(one))]
        assert holding == [f"intent-north-secret-north-{key}"]


def test_what_the_record_says_and_the_source_wait_for_the_reveal() -> None:
    source = rich()
    source["cards"][0].update(facts=["A fact of the record."], source="A source.")
    made = printed(book(source))
    told = [one.id for one in made.sheets if "A fact of the record." in " ".join(texts(one))]
    assert told == ["facilitator"]
    assert [one.id for one in made.sheets if "A source." in " ".join(texts(one))] == ["facilitator"]
