"""Texts that stand in new cards until their author says something else, by what they stand for."""

import re
from functools import cache
from pathlib import Path

TEMPLATES = Path(__file__).parent.parent / "templates"
"""The folder of the files that 'deck new' and 'scenario new' fill in."""

TEXTS = {
    "title": "A new card",
    "situation": "What every seat reads.",
    "prompt": "What do you do?",
    "label": "Do something else",
    "news": "What the public reads.",
    "news of a chance": "What the public reads when it comes.",
    "news if well": "What the public reads when it goes well.",
    "news if not": "What the public reads when it does not.",
    "news of both": "What the public reads when both act.",
    "source": "Where the facts come from.",
    "fact": "What the record says.",
    "office": "Whose role the seat plays.",
    "about": "One reason for it.",
    "shown-as": "What the others read",
    "question": "Will it come to that?",
    "talk": "What would you ask?",
}
_SOURCE = re.compile(r"^  source: (.+)$", re.MULTILINE)


@cache
def stand_ins() -> frozenset[str]:
    """Return these texts, and what the cards of the template files name as their source."""
    files = (path.read_text("utf-8") for path in TEMPLATES.glob("*.yaml"))
    return frozenset([*TEXTS.values(), *(found for text in files for found in _SOURCE.findall(text))])
