"""Scenarios built from plain dicts: an empty one to put one rule in, and a rich one that has everything.

Whatever is a secret in the rich one says so: it holds `secret-` and the seat whose secret it is, so that a
test finds a leak by looking for these words.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from wargame.content.scenario import Scenario
from wargame.engine.book import Book

Json = dict[str, Any]

SEATS = ("north", "south", "ally")
RUNGS = [("Calm", 0), ("Friction", 20), ("Confrontation", 40), ("Crisis", 60), ("Clash", 80), ("War", 92)]


def option(key: str, *effects: Json, **fields: Any) -> Json:
    """Return an option; names with an underscore are typed with a hyphen."""
    typed = {name.replace("_", "-"): value for name, value in fields.items()}
    return {"id": key, "label": f"Label {key}", "effects": list(effects), **typed}


def ask(*options: Json) -> Json:
    """Return an ask; the first option is the default."""
    return {"prompt": "What now?", "default": options[0]["id"], "options": list(options)}


def card(key: str, asks: Mapping[str, Json] | None = None, **fields: Any) -> Json:
    """Return a card; without asks it puts a question that moves nothing to the south."""
    asked = asks or {"south": ask(option(f"{key}-no"), option(f"{key}-yes"))}
    return {"id": key, "title": f"Card {key}", "situation": f"Situation {key}.", "asks": asked, **fields}


def on(month: int) -> Json:
    """Return the deal of a card that is dated on a turn of the calendar."""
    return {"on": f"2025-{month:02}"}


def actor(key: str, tracks: Mapping[str, int], **seat: Any) -> Json:
    """Return an actor with a seat, whose standing question moves nothing."""
    return {
        "id": key,
        "name": f"The {key}",
        "short": key.title(),
        "tracks": [
            {"id": name, "name": name.title(), "start": start, "side": "home", "about": f"About {name}."}
            for name, start in tracks.items()
        ],
        "seat": {
            "office": f"The office of the {key}",
            "brief": f"Brief of the {key}.",
            "standing": ask(option(f"{key}-wait"), option(f"{key}-act")),
            **seat,
        },
    }


def plain(
    cards: Sequence[Json] = (), *, turns: int = 4, seats: Mapping[str, Json] | None = None, **rules: Any
) -> Json:
    """Return a scenario of three seats in which nothing moves but what is put into it.

    `seats` adds fields to seats by name. The track `nerve` of every seat starts at 50; relations start at 40.
    """
    extra = seats or {}
    return {
        "rules": {
            "id": "plain",
            "title": "Plain",
            "about": "Nothing moves.",
            "question": "Does it?",
            "decks": ["none"],
            "actors": [actor(key, {"nerve": 50, "wealth": 30}, **extra.get(key, {})) for key in SEATS],
            "relations": {key: {"start": 40} for key in ("north-south", "north-ally", "south-ally")},
            "rungs": [{"name": name, "at": at} for name, at in RUNGS],
            "signs": {"friendly": 45, "hostile": 55},
            "calendar": [{"month": f"2025-{at:02}", "title": f"Month {at}"} for at in range(1, 9)],
            "lengths": {"all": {"minutes": 60, "turns": list(range(1, turns + 1)), "turn": 5, "sitting": 60}},
            "length": "all",
            **rules,
        },
        "cards": list(cards) or [card("idle", deal=on(8))],
    }


def scenario(source: Json) -> Scenario:
    """Return the scenario that a dict stands for; raises pydantic's error."""
    return Scenario.model_validate_json(json.dumps(source))


def book(source: Json, length: str | None = None) -> Book:
    """Return a scenario made ready."""
    return Book(scenario(source), length)
