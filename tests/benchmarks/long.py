"""The longest game that people can play, as a save: twelve seats, sixty turns of three exchanges, a clock.

It is the small game written larger, with couplings and drift, so that spillover is in its ledger. Twelve
teams sit, decide and say why 180 times, which makes some 5,000 records.
"""

import json
import random
from pathlib import Path

import yaml

from tests.benchmarks.engine import SMALL, put
from wargame.content.base import OptionId
from wargame.content.load import load_scenario
from wargame.engine.book import Book
from wargame.engine.commands import Commit, Deal, Holder, Open, Pause, Proceed, Sit, Unpause
from wargame.engine.records import Record
from wargame.journal.chain import sealed
from wargame.journal.records import opening
from wargame.journal.save import Unsaved
from wargame.play.clock import VirtualClock
from wargame.play.setup import begin, seed_from
from wargame.play.table import Table

SEATS, TURNS = 12, 60
RATIONALE = "We would rather know first than act first, and say so before anybody asks us what we meant."


class _Kept(Unsaved):
    """A journal in memory that keeps its lines, too: thousands of syncs would measure the disk."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[bytes] = []

    def append(self, record: Record) -> None:
        """Seal a record into the chain, and keep its line."""
        line, self.digest = sealed(*opening(self._next, self.digest, record))
        self._next += 1
        self.lines.append(line)


def written(folder: Path) -> Path:
    """Write the scenario; return its rules file."""
    rules = yaml.safe_load(SMALL.read_text(encoding="utf-8"))
    cards = yaml.safe_load((SMALL.parent / "small-cards.yaml").read_text(encoding="utf-8"))
    actor = json.dumps(rules["actors"][0])
    names = [f"s{at}" for at in range(SEATS)]
    rules["actors"] = [
        {**json.loads(actor), "id": name, "name": f"Seat {name[1:]}", "short": name.upper()} for name in names
    ]
    rules["relations"] = {key: {**one, "baseline": 50, "decay": 1} for key, one in rules["relations"].items()}
    between = list(rules["relations"])
    rules["couplings"] = [
        {"from": one, "to": other, "percent": 30}
        for one, other in zip(between, [*between[1:], between[0]], strict=True)
    ]
    rules["hops"] = 2
    rules["rungs"] = [{"name": "Calm", "at": 0}, {"name": "Friction", "at": 40}, {"name": "Crisis", "at": 70}]
    rules["calendar"] = [
        {"month": f"{2020 + at // 12}-{at % 12 + 1:02}", "title": f"Month {at + 1}"} for at in range(TURNS)
    ]
    rules["deal"] = {"headlines": 3}
    length = {"minutes": 600, "turns": list(range(1, TURNS + 1)), "turn": 5, "sitting": 60}
    rules["lengths"], rules["length"] = {"whole": length}, "whole"
    for card in cards:
        card["copies"] = 5
        own = list(card["asks"].values())
        card["asks"] = {name: own[at % len(own)] for at, name in enumerate(names)}
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in (("small.yaml", rules), ("small-cards.yaml", cards)):
        (folder / name).write_text(json.dumps(content), encoding="utf-8")
    return folder / "small.yaml"


def played(folder: Path) -> tuple[Path, Path, int]:
    """Play the game into a save; return the rules file, the save, and how many records it has."""
    rules = written(folder)
    book, choose, journal = Book(load_scenario(rules)), random.Random(7), _Kept()
    table = Table(book, journal, VirtualClock())
    seats = {seat: Holder(kind="human") for seat in book.seats}
    put(table, begin(book, seed_from(7), seats, clock=True))
    leader, at = book.seats[0], 0
    while table.state.phase != "ended":
        at += 1000
        match table.state.phase:
            case "brief":
                put(table, Deal(by=leader, at=at))
            case "decide":
                put(table, Pause(by=leader, at=at))
                put(table, Unpause(by=leader, at=at))
                for seat in table.state.exchanges[-1].waiting():
                    option = OptionId(f"option-{choose.randrange(3)}")
                    put(table, Sit(by=seat, at=at))
                    put(table, Commit(by=seat, at=at, option=option, rationale=RATIONALE))
                put(table, Open(by=leader, at=at))
            case _:
                put(table, Proceed(by=leader, at=at))
    save = folder / "long.jsonl"
    save.write_bytes(b"".join(journal.lines))
    return rules, save, len(journal.lines)
