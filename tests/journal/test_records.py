"""A record as a line: what games share of it is set apart, and the line is the same."""

from msgspec import json

from tests.engine.playing import Game
from tests.engine.scenarios import plain
from wargame.journal.chain import ZERO, digest_of, seal, sealed
from wargame.journal.records import fields, opening


def test_every_record_is_written_as_one_json_object() -> None:
    game = Game(plain())
    game.tell("deal")
    for record in game.records:
        assert b"{%b}" % fields(record) == json.encode(record)


def test_games_of_one_content_begin_with_the_same_bytes_and_have_digests_of_their_own() -> None:
    one, other = (Game(plain(), seed=seed).records[0] for seed in (1, 2))
    (shared, own), (also, another) = opening(0, ZERO, one), opening(0, ZERO, other)
    assert shared == also and own != another
    assert sealed(shared, own) == seal(0, ZERO, fields(one))
    assert digest_of(also, another) == seal(0, ZERO, fields(other))[1] != digest_of(shared, own)


def test_only_the_first_record_shares_anything() -> None:
    game = Game(plain())
    game.tell("deal")
    shared, own = opening(1, ZERO, game.records[1])
    assert shared == b"" and sealed(shared, own) == seal(1, ZERO, fields(game.records[1]))
