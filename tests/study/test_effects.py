"""What each decision did to each number: worked by hand on small games, and whole on a rich one."""

from tests.engine.playing import Game
from tests.engine.rich import rich
from tests.engine.scenarios import ask, card, on, option, plain
from wargame.study.effects import Effect, by_source, effects

NS, NA, SA = "north-south", "north-ally", "south-ally"


def told(game: Game) -> list[tuple[str, str, str, int, int]]:
    """Return effects as kind, label, number, direct and indirect points."""
    found = effects(game.book, game.state)
    return [(one.source.kind, one.source.label, one.number, one.direct, one.indirect) for one in found]


def test_a_choice_has_what_it_did_itself_and_its_share_of_what_spilled_over() -> None:
    asks = {
        "north": ask(option("press", {"tension": {NS: 6}}), option("rest")),
        "south": ask(option("answer", {"tension": {NS: 4}, "tracks": {"south.nerve": 2}}), option("hold")),
    }
    couplings = [{"from": NS, "to": NA, "percent": 50}]
    game = Game(plain([card("clash", asks, deal=on(1))], couplings=couplings, hops=1))
    game.turn()
    assert told(game) == [
        ("decision", "Label press", NS, 6, 0),
        ("decision", "Label answer", NS, 4, 0),
        ("decision", "Label answer", "south.nerve", 2, 0),
        ("decision", "Label press", NA, 0, 3),
        ("decision", "Label answer", NA, 0, 2),
    ]


def test_what_a_choice_set_going_later_and_what_chance_made_of_it_are_its_own() -> None:
    chances = [{"weight": 1, "effects": [{"tension": {NA: -2}}]}]
    asks = {"north": ask(option("press", {"tension": {NS: 3}, "in": 1}, chances=chances), option("rest"))}
    game = Game(plain([card("clash", asks, deal=on(1))]))
    game.turn()
    game.turn()
    found = effects(game.book, game.state)
    assert [(one.source.turn, one.number, one.direct) for one in found] == [(1, NA, -2), (1, NS, 3)]
    assert {one.source.label for one in found} == {"Label press"}


def test_what_a_combination_brought_is_joint() -> None:
    asks = {seat: ask(option(f"{seat}-a"), option(f"{seat}-b")) for seat in ("north", "south")}
    together = [
        {
            "choices": {"north": "north-a", "south": ["south-a", "south-b"]},
            "effects": [{"tension": {SA: 5}}],
            "news": "Both.",
        }
    ]
    game = Game(plain([card("clash", asks, deal=on(1), together=together)]))
    game.turn()
    (joint,) = effects(game.book, game.state)
    assert (joint.source.kind, joint.source.seats, joint.source.label) == (
        "joint",
        ("north", "south"),
        "Both.",
    )
    assert joint.total == 5


def test_a_situation_a_rule_a_drift_and_a_ruling_have_nobody_behind_them() -> None:
    relations = {NS: {"start": 40, "baseline": 30, "decay": 2}, NA: {"start": 40}, SA: {"start": 40}}
    drivers = [{"id": "slow", "title": "Slow", "when": {"turn": ">= 1"}, "effects": [{"tension": {NA: 1}}]}]
    deck = [card("clash", deal=on(1), effects=[{"tension": {SA: 7}}])]
    game = Game(plain(deck, relations=relations, drivers=drivers))
    game.tell("rule-number", number="south.nerve", value=45, reason="A test.")
    game.turn()
    assert {(kind, number, direct) for kind, _, number, direct, _ in told(game)} == {
        ("situation", SA, 7),
        ("rule", NA, 1),
        ("drift", NS, -2),
        ("ruling", "south.nerve", -5),
    }
    assert all(effect.source.seats == () for effect in effects(game.book, game.state))


def test_for_every_number_the_effects_add_up_to_its_change() -> None:
    for seed in range(12):
        game = Game(rich(), seed)
        game.play_out()
        found = effects(game.book, game.state)
        for at, number in enumerate(game.book.numbers):
            whole = sum(effect.total for effect in found if effect.number == number)
            assert whole == game.state.numbers[at] - game.book.starts[at], (seed, number)
        gathered = by_source(found)
        assert sorted(effect for own in gathered.values() for effect in own) == sorted(found)
        assert any(isinstance(effect, Effect) and effect.indirect for effect in found)


def test_what_chance_made_of_a_combination_is_chance_and_nobodys_choice() -> None:
    asks = {seat: ask(option(f"{seat}-a"), option(f"{seat}-b")) for seat in ("north", "south")}
    both = {"north": ["north-a", "north-b"], "south": ["south-a", "south-b"]}
    chances = [
        {"weight": 2, "effects": [{"tension": {SA: 5}}], "news": "It burned."},
        {"weight": 0, "news": "It did not."},
        {"weight": 0},
    ]
    game = Game(plain([card("clash", asks, deal=on(1), together=[{"choices": both, "chances": chances}])]))
    game.turn()
    (chance,) = effects(game.book, game.state)
    assert (chance.source.kind, chance.source.seats, chance.total) == ("chance", (), 5)
    assert chance.source.label == "chance (what North and South chose together, 1 in 1): It burned."


def test_a_combination_without_news_is_not_called_by_its_card() -> None:
    asks = {seat: ask(option(f"{seat}-a"), option(f"{seat}-b")) for seat in ("north", "south")}
    both = {"north": "north-a", "south": "south-a"}
    together = [{"choices": both, "effects": [{"tension": {SA: 5}}]}]
    game = Game(plain([card("clash", asks, deal=on(1), together=together)]))
    game.turn()
    (joint,) = effects(game.book, game.state)
    assert joint.source.label == "what they chose together in 'Card clash'"
