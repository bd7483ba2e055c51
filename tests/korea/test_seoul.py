"""Rows about Seoul's turmoil and who uses it: A4, A5, A6, A7, A16, A21."""

from tests.korea.table import at

LAPSED = {"option/first-motion/rok/stay-out": 0}


def test_a4_nobody_chooses_martial_law_and_each_card_asks_another_office_of_seoul() -> None:
    game = at(3)
    for asked in game.book.asks.values():
        for ask in asked.values():
            assert all(
                "martial-law" not in effect.set for o in ask.options.values() for effect in o.follows.effects
            )
    chain = ["martial-law", "first-motion", "second-motion", "court", "snap-election"]
    offices = [game.book.cards[card].asks["rok"].ask.office for card in chain]  # type: ignore[index]
    assert len(set(offices)) == len(chain)


def test_a4_the_first_motion_lapses_the_second_suspends_and_the_court_removes() -> None:
    night = at(3).month("martial-law")
    assert night.moved("rok.stability", "card/martial-law") == -9
    assert night.cards()[:2] == ["martial-law", "first-motion"]
    vote = at(3).month("first-motion", LAPSED, rok="stay-out")
    assert vote.cards() == ["first-motion", "second-motion"]
    passed = at(4).month("second-motion", {"card/second-motion": 0})
    assert passed.flagged("acting-president")
    failed = at(4).month("second-motion", {"card/second-motion": 2})
    assert not failed.flagged("acting-president")
    removed = at(7, flags=["acting-president"]).month("court", {"card/court": 0})
    assert removed.flagged("election")
    assert removed.cards() == ["court", "snap-election"]


def test_a5_a_government_that_cannot_act_in_time_has_fewer_options() -> None:
    shut = at(5, rok_capacity=45).shut("nll-clash", "rok", "strike-battery")
    assert shut is not None
    assert "capacity" in shut.lower()
    assert at(5, rok_capacity=55).shut("nll-clash", "rok", "strike-battery") is None


def test_a5_what_it_orders_comes_later() -> None:
    slow = at(5, rok_capacity=30).month("cost-sharing", rok="package")
    assert slow.moved("rok.defence", "option/cost-sharing") == 0
    assert slow.month().moved("rok.defence", "option/cost-sharing") == 4
    assert at(5, rok_capacity=60).month("cost-sharing", rok="package").moved("rok.defence", "option") == 4


def test_a6_words_for_the_other_side_may_divide_it_or_unite_it() -> None:
    heard = "driver/propaganda-heard"
    divided = at(4).month("street-and-rumour", {heard: 0}, dprk="amplify")
    united = at(4).month("street-and-rumour", {heard: 1}, dprk="amplify")
    assert divided.moved("rok.trust", f"chance/{heard}") == -2
    assert united.moved("rok.trust", f"chance/{heard}") == 1
    assert at(4).month().moved("rok.trust", f"chance/{heard}") == 0


def test_a7_an_answer_that_the_clock_gave_costs_what_chosen_patience_does_not() -> None:
    late = at(5, clock=True).month("nll-clash", late="rok", dprk="press")
    chosen = at(5, clock=True).month("nll-clash", rok="hold", dprk="press")
    assert late.moved("usa.commitment", "driver/late-seoul") == -3
    assert late.moved("dprk.leverage", "driver/late-seoul") == 3
    assert chosen.moved("usa.commitment", "driver/late-seoul") == 0
    assert late.kept("rok").count("in-time") == 0
    assert "in-time" in chosen.kept("rok")


def test_a7_a_test_in_a_vacuum_is_read_by_how_seoul_answers() -> None:
    vacuum = at(5, flags=["acting-president"], clock=True)
    late = vacuum.month("nll-clash", late="rok", dprk="press")
    prompt = at(5, flags=["acting-president"]).month("nll-clash", rok="hold", dprk="press")
    assert late.weights("driver/tested-in-the-vacuum") == (5, 0)
    assert prompt.weights("driver/tested-in-the-vacuum") == (2, 2)


def test_a16_a_plan_made_early_is_noticed_now_and_pays_two_turns_later() -> None:
    game = at(4).month(rok="plan-early")
    assert game.moved("usa.commitment", "driver/planned-early") == 1
    assert game.moved("rok.capacity", "standing/rok/plan-early") == 0
    assert game.month().month().moved("rok.capacity", "standing/rok/plan-early") == 3
    assert at(4).month(rok="watch").moved("usa.commitment", "driver/planned-early") == 0


def test_a21_a_neighbour_presses_a_weak_seoul() -> None:
    put_off = {"driver/pressed-by-neighbours": 0}
    cold = at(5, rok__china=55).month(ruled=put_off)
    assert cold.moved("china.standing", "chance/driver/pressed-by-neighbours") == 1
    assert cold.moved("rok.trust", "chance/driver/pressed-by-neighbours") == -1
    assert at(5, rok__china=40).month().moved("rok.trust", "chance/driver/pressed-by-neighbours") == 0


def test_a21_a_friend_asks_for_more_while_a_caretaker_governs() -> None:
    asked = {"driver/pressed-by-a-friend": 1}
    weak = at(5, flags=["acting-president", "tariffs"]).month(ruled=asked, usa="read-the-bill")
    assert weak.moved("usa.gain", "chance/driver/pressed-by-a-friend") == 2
    firm = at(5, flags=["tariffs"]).month(usa="read-the-bill")
    assert firm.moved("usa.gain", "chance/driver/pressed-by-a-friend") == 0
