"""Games between bots, kept in saves to be walked."""

from pathlib import Path

from tests.engine.playing import Game
from tests.engine.rich import rich
from tests.engine.scenarios import Json, ask, card, on, option, plain, scenario
from wargame.engine.book import Book
from wargame.journal.save import Save
from wargame.play.clock import VirtualClock
from wargame.play.leading import bots_decide, lead
from wargame.play.setup import begin, holders, seed_from
from wargame.play.table import Table


def saved(
    path: Path, source: Json | None = None, seed: int = 5, turns: int | None = None, started: str = ""
) -> Path:
    """Play a game between bots into a save, to its end or until so many turns are over; return the save."""
    book, drawn = Book(scenario(source or rich())), seed_from(seed)
    save = Save.create(path)
    table = Table(book, save, VirtualClock())
    table.begin(begin(book, drawn, holders(book, drawn, (), None), started=started))
    while table.state.phase != "ended" and (turns is None or table.state.turn <= turns):
        bots_decide(table)
        lead(table)
    save.close()
    return path


def keep(game: Game, path: Path) -> Path:
    """Keep a game that was played on the engine alone in a save; return the save."""
    save = Save.create(path)
    for record in game.records:
        save.append(record)
    save.close()
    return path


HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</style></details><b>bold</b>",
    '"><i onclick="x">',
    "[link](http://x.invalid) www.x.invalid me@x.invalid",
    "`code` **bold** _low_ | cell | &lt; # ~~gone~~ $x$",
    '=HYPERLINK("http://x.invalid")',
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "{{ 7*7 }}{% for %}",
)
"""Texts that mean something else where they are not taken as text."""

STEERING = "\x1b]0;title\x07\u202egnirts\u200b"
"""A text that moves the cursor, turns the reading direction, and hides a letter."""


def hostile(path: Path) -> Path:
    """Play a game all of whose texts are hostile into a save; return the save."""
    markup, image, style, attribute, link, code, formula, plus, minus, at, template = HOSTILE
    asks = {
        "north": ask(
            option("press", {"tension": {"north-south": 25}}, label=formula), option("rest", label=link)
        ),
        "south": ask(
            option("answer", {"tension": {"north-south": 9}}, label=plus), option("hold", label=style)
        ),
        "ally": ask(
            option("watch", {"tension": {"north-ally": -5}}, label=template), option("look", label=code)
        ),
    }
    guess = {"id": "fire", "question": f"{image}?", "when": {"tension": {"north-south": ">= 60"}}}
    cards = [
        card(
            "clash",
            asks,
            deal=on(1),
            title=markup,
            situation=f"{link}\n\n{code}",
            source=attribute,
            facts=[minus],
            discuss=[at],
            forecasts=[{**guess, "resolves": "reveal", "base": 20}],
        )
    ]
    couplings = [{"from": "north-south", "to": "north-ally", "percent": 50}]
    source = plain(cards, couplings=couplings, hops=1, turns=2)
    rules = source["rules"]
    rules["title"], rules["question"], rules["sources"] = markup, image, [style]
    for actor, name, short in zip(
        rules["actors"], (markup, formula, link), ("<b>North", "=1+South", "*Al|ly*"), strict=True
    ):
        actor["name"], actor["short"] = name, short
    game = Game(source)
    game.tell("deal")
    for seat, choice in (("north", "press"), ("south", "answer"), ("ally", "watch")):
        game.commit(
            seat,
            choice,
            rationale=f"{formula}\n{STEERING}",
            expects="".join(HOSTILE),
            decided="majority",
            dissent=markup,
            forecasts={"fire": 10},
        )
    game.tell("rule-number", number="south.nerve", value=45, reason=formula)
    game.tell("open")
    game.play_out()
    return keep(game, path)
