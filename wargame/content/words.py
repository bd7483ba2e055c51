"""Which fields of a card are words for people: no game between bots depends on them."""

from typing import Any

from wargame.content.scenario import Scenario

_CHANCES = {"__all__": {"news"}}
_OPTION: dict[str, Any] = {
    "label": True,
    "about": True,
    "shown_as": True,
    "covers": True,
    "chances": _CHANCES,
}
_ASK: dict[str, Any] = {"office": True, "prompt": True, "options": {"__all__": _OPTION}}
_CARD: dict[str, Any] = {
    "title": True,
    "covers": True,
    "source": True,
    "situation": True,
    "facts": True,
    "discuss": True,
    "asks": {"__all__": _ASK},
    "together": {"__all__": {"news": True, "chances": _CHANCES}},
    "chances": _CHANCES,
    "forecasts": {"__all__": {"question"}},
}


def without_words(scenario: Scenario) -> str:
    """Return what of a scenario the games of bots can depend on, as text: all but the words of its cards."""
    return scenario.model_dump_json(
        by_alias=True, exclude_defaults=True, exclude={"cards": {"__all__": _CARD}}
    )
