"""The same choices meet the same dice, whatever was said in between."""

from hypothesis import given
from hypothesis import strategies as st

from tests.engine.playing import TABLE, Game
from tests.engine.rich import rich
from tests.engine.scenarios import book
from wargame.engine.events import Applied, Chances, Dealt, Ended
from wargame.engine.shut import current_ask, shut

BOOK = book(rich())


def open_options(game: Game, seat: str) -> list[str]:
    ask = current_ask(game.book, game.state, seat)  # type: ignore[arg-type]
    assert ask is not None
    return [key for key, ready in ask.options.items() if shut(game.book, game.state, seat, ready) is None]  # type: ignore[arg-type]


class Choosing:
    """Picks the same options in every game with the same numbers: of so many, the one at a place."""

    def __init__(self, picks: list[int]) -> None:
        self._picks = picks

    def __call__(self, game: Game, seat: str, other: int = 0) -> str:
        place = 31 * game.state.turn + 7 * game.here.number + list(game.book.seats).index(seat)  # type: ignore[arg-type]
        options = open_options(game, seat)
        return options[(self._picks[place % len(self._picks)] + other) % len(options)]


def plainly(choose: Choosing, seed: int) -> Game:
    """Play with nothing said but what must be."""
    game = Game(BOOK, seed)
    while game.state.phase != "ended":
        if game.state.phase == "decide":
            for seat in game.here.waiting():
                game.commit(seat, choose(game, seat))
        game.tell({"brief": "deal", "decide": "open", "reveal": "proceed"}[game.state.phase])
    return game


def talkatively(choose: Choosing, seed: int, chatter: list[int]) -> Game:
    """Play to the same choices with changes of mind, pauses, sittings and refused commands before them."""
    game = Game(BOOK, seed, clock=True)
    at = 0
    while game.state.phase != "ended":
        if game.state.phase == "decide":
            for seat in reversed(game.here.waiting()):
                for other in chatter:
                    at += 1
                    if seat not in game.here.until:
                        game.tell("sit", seat, at=at)
                    game.tell("pause", at=at)
                    if other:
                        game.commit(seat, choose(game, seat, other), at=at, dissent="Many.")
                    game.no("commit", seat, at=at, option="no-such-option", rationale="So.")
                    game.no("expire", TABLE, at=at, seat=seat)
                    game.tell("unpause", at=at + other)
                    at += other
                game.commit(seat, choose(game, seat), at=at)
            game.no("deal", at=at)
        else:
            game.no("commit", "south", option="no-such-option", rationale="So.")
        game.tell({"brief": "deal", "decide": "open", "reveal": "proceed"}[game.state.phase], at=at)
    return game


def dealt(game: Game) -> list[object]:
    return [event.card for record in game.records for event in record.events if isinstance(event, Dealt)]


def rolls(game: Game) -> list[Chances]:
    events = [event for record in game.records for event in record.events]
    return [event.roll for event in events if isinstance(event, Applied) and event.roll]


@given(
    seed=st.integers(0, 10_000),
    picks=st.lists(st.integers(0, 5), min_size=1, max_size=40),
    chatter=st.lists(st.integers(0, 3), max_size=3),
)
def test_the_same_choices_meet_the_same_dice_whatever_was_said_in_between(
    seed: int, picks: list[int], chatter: list[int]
) -> None:
    one, other = plainly(Choosing(picks), seed), talkatively(Choosing(picks), seed, chatter)
    assert rolls(one) == rolls(other)
    assert dealt(one) == dealt(other)
    assert one.state.ledger == other.state.ledger
    assert one.numbers() == other.numbers()
    assert one.events[-1] == other.events[-1]
    assert isinstance(one.events[-1], Ended)


def test_another_seed_meets_other_dice() -> None:
    choose = Choosing([1])
    assert len({tuple(roll.outcome for roll in rolls(plainly(choose, seed))) for seed in range(20)}) > 5
