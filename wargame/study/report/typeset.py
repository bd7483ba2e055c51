"""Setting a PDF by Typst, which is not installed with the program but as its extra `pdf`.

Typst is handed data, and a page that sets it as text. It says nothing where no font has a letter, so that
is looked into first: what this machine has no font for is refused, and can be printed from the HTML.
"""

import json
import re
from collections.abc import Callable, Sequence
from typing import Any

from wargame.play.typed import python
from wargame.study.report.keep import ReportError
from wargame.study.report.page import text_of

LATIN = (
    "Noto Sans",
    "Segoe UI",
    "Helvetica Neue",
    "Arial",
    "Liberation Sans",
    "DejaVu Sans",
    "Libertinus Serif",
)
KOREAN = (
    "Noto Sans CJK KR", "Noto Sans KR", "Source Han Sans KR", "Source Han Sans K", "Malgun Gothic",
    "Apple SD Gothic Neo", "NanumGothic", "Nanum Gothic", "Noto Serif CJK KR", "Noto Serif KR", "UnDotum",
)  # fmt: skip
"""Families that have the letters, the best first; those for Korean have Chinese and Japanese ones too."""

_HANGUL_AND_HAN = re.compile(
    "[\u1100-\u11ff\u3000-\u30ff\u3130-\u318f\u4e00-\u9fff\uac00-\ud7af\uff00-\uffef]"
)
_KNOWN = re.compile("[\x00-\u052f\u1e00-\u1fff\u2000-\u22ff\u2500-\u25ff\ufffd]")
_ADVICE = "write the HTML, and print it into a PDF from a browser"


def typeset(page: str, text: str, told: Callable[[Sequence[str]], dict[str, Any]]) -> bytes:
    """Return a PDF of a page of Typst, which is handed what is `told` for the families that set it.

    `text` holds every letter that is set. Raises ReportError where Typst or a font is missing.
    """
    try:
        import typst
    except ImportError:
        raise ReportError(
            f"A PDF needs one more package: install it with '{python()} -m pip install typst', or {_ADVICE}."
        ) from None
    inputs = {"report": json.dumps(told(fonts(text, typst.Fonts().families())))}
    try:
        made = typst.compile((text_of("parts.typ") + page).encode(), format="pdf", sys_inputs=inputs)
    except typst.TypstError as error:
        raise ReportError(f"The PDF could not be set ({error.message}): {_ADVICE}.") from None
    assert isinstance(made, bytes)
    return made


def fonts(text: str, there: Sequence[str]) -> list[str]:
    """Return the families to set a text in; raises ReportError for letters that none of them has."""
    latin = [family for family in LATIN if family in there][:1]
    korean = [family for family in KOREAN if family in there][:1]
    missing = next((letter for letter in text if not _known(letter, bool(korean))), None)
    if missing is not None:
        said = f"No font of this machine is known to have the letter '{missing}', which it needs"
        one = f"install the font {KOREAN[0]}, or " if _HANGUL_AND_HAN.match(missing) else ""
        raise ReportError(f"{said}: {one}{_ADVICE}.")
    return latin + korean


def _known(letter: str, korean: bool) -> bool:
    return bool(_KNOWN.match(letter)) or (korean and bool(_HANGUL_AND_HAN.match(letter)))
