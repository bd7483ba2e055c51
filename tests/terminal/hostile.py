"""Content that attacks a terminal: a valid scenario whose every text holds what must never be obeyed."""

import json
from itertools import count
from typing import Any

from wargame.content.load import scenario_from
from wargame.content.scenario import Scenario

MARKUP = ("[@click=app.leave]x[/]", "[/bold]", "[bold", "[red]red[/red]", "<b>&lt;", "{self}", "%s")
"""What Textual, Rich, HTML or a format string would read; a file may hold it, and it is shown as it is."""

STEERING = (
    "\x1b[5;31mA",
    "\x1b[2J\x1b[9AB",
    "\x1b]0;OWNED\x07",
    "\x1b]2;OWNED\x1b\\",
    "\x1b]52;c;T1dORUQ=\x07",
    "\x1b]8;;http://owned.example\x1b\\C",
    "\x1bPq#0\x1b\\",
    "\x1b_G\x1b\\\x1bc",
    "\x9b5;31mD",
    "\x9d0;OWNED\x9c",
    "\u202eDENWO\u202c\u2066E\u2069\u200f",
    "\u200b\u200d\ufeff\u2060\u00ad",
    "\r\x08\x07\x7f\x0e\x00",
    "\u2028\u2029\x85",
)
"""What a terminal would obey. No file may hold it, but a forged save can."""

_NAMES = frozenset({"name", "short", "title"})
_LONGEST = {"short": 12, "label": 80, "shown-as": 80, "title": 80, "name": 40}
_DECLARED = frozenset({"windows", "tags", "rows", "afterwards"})
_TEXTS = frozenset(
    {
        *_NAMES,
        *("about", "question", "office", "brief", "prompt", "label", "shown-as", "situation", "text"),
        *("news", "source", "sources", "facts", "also", "discuss"),
    }
)


def attacked(scenario: Scenario, attacks: tuple[str, ...] = (*STEERING, *MARKUP)) -> Scenario:
    """Return a scenario with attacks in each of its texts, in another order each; a name has room for one."""
    value = json.loads(scenario.model_dump_json(exclude_defaults=True))
    turn = count()

    def deform(text: str, name: str) -> str:
        at = next(turn) % len(attacks)
        if name in _NAMES:
            return f"{attacks[at][:7] if name == 'short' else attacks[at]}{text}"[: _LONGEST[name]]
        return f"{text} {' '.join((*attacks[at:], *attacks[:at]))}"[: _LONGEST.get(name, 300)]

    return scenario_from(json.dumps(_walked(value, deform)))


def _walked(value: Any, deform: Any, name: str = "") -> Any:
    if isinstance(value, dict):
        told = name in _DECLARED
        return {
            key: deform(inner, name) if told and isinstance(inner, str) else _walked(inner, deform, key)
            for key, inner in value.items()
        }
    if isinstance(value, list):
        return [_walked(inner, deform, name) for inner in value]
    return deform(value, name) if isinstance(value, str) and name in _TEXTS else value
