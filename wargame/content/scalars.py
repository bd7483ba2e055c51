"""What a plain word of YAML means: few rules, so that `no`, `12:30` and `2025-04` stay what was typed."""

import re

_WHOLE_NUMBER = re.compile(r"[+-]?(?:0|[1-9][0-9]{0,8})", re.ASCII)
_BEGINNINGS = frozenset("+-0123456789")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}


def read_plain(text: str) -> str | int | bool | None:
    """Return what an unquoted scalar means: true or false, an int of up to nine digits, None, or text."""
    if text in _WORDS:
        return _WORDS[text]
    return int(text) if text[0] in _BEGINNINGS and _WHOLE_NUMBER.fullmatch(text) else text
