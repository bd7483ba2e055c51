"""The pages of a PDF, read and looked at by PDFium, which `.ci/full` installs."""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cached_property

import pypdfium2
from pypdfium2 import raw

from wargame.content.text import visible

EDGE = 4 / 25.4 * 72
"""Points from the edge within which printers set nothing."""


def squeezed(text: str) -> str:
    """Return a text without what setting it changes: spaces, hyphens, ligatures, where words may break."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(
        letter for letter in plain if not letter.isspace() and letter not in "-\ufffe\u00ad\u2010\u200b"
    )


class Paged:
    """The pages of one PDF, counted from 1."""

    def __init__(self, data: bytes) -> None:
        self._pages = list(pypdfium2.PdfDocument(data))
        self.count = len(self._pages)
        self._texts = [squeezed(page.get_textpage().get_text_range()) for page in self._pages]

    def text(self, page: int) -> str:
        """Return all that a page says, squeezed."""
        return self._texts[page - 1]

    def run(self, first: int, last: int) -> str:
        """Return all that some pages say, squeezed."""
        return "".join(self._texts[first - 1 : last])

    def holding(self, texts: Iterable[str], first: int, last: int) -> int:
        """Return on how many of these pages all of the texts stand."""
        wanted = [squeezed(visible(text)) for text in texts]
        return sum(all(text in page for text in wanted) for page in self._texts[first - 1 : last])

    @property
    def sizes(self) -> Iterator[tuple[int, tuple[int, int]]]:
        """Yield each page with its width and height in points."""
        for at, page in enumerate(self._pages, 1):
            width, height = page.get_size()
            yield at, (round(width), round(height))

    @property
    def empty(self) -> list[int]:
        """Return the pages that say nothing."""
        return [at for at, text in enumerate(self._texts, 1) if not text]

    @cached_property
    def _looks(self) -> list[tuple[bool, bool]]:
        """Return of each page whether it has ink at its edge, and any colour."""
        return [_look(page) for page in self._pages]

    @property
    def at_the_edge(self) -> list[int]:
        """Return the pages with ink where printers set none."""
        return [at for at, (edge, _) in enumerate(self._looks, 1) if edge]

    @property
    def coloured(self) -> list[int]:
        """Return the pages that are not black, white and grey."""
        return [at for at, (_, colour) in enumerate(self._looks, 1) if colour]

    @property
    def linked(self) -> list[int]:
        """Return the pages with a link, or anything else to click on."""
        return [at for at, page in enumerate(self._pages, 1) if raw.FPDFPage_GetAnnotCount(page)]

    @property
    def fonts_outside(self) -> list[str]:
        """Return the fonts that text is set in and that are not in the file."""
        outside = set()
        for page in self._pages:
            for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
                font = thing.get_font()
                if not font.is_embedded:
                    outside.add(font.get_base_name())
        return sorted(outside)


def _look(page: pypdfium2.PdfPage) -> tuple[bool, bool]:
    drawn = page.render(scale=1, rev_byteorder=False)
    wide, stride, data, each = drawn.width, drawn.stride, bytes(drawn.buffer), drawn.n_channels
    lines = [data[at * stride : at * stride + wide * each] for at in range(drawn.height)]
    edge = int(EDGE)
    rims = [*lines[:edge], *lines[-edge:], *(line[: edge * each] for line in lines)]
    rims += [line[-edge * each :] for line in lines]
    inked = any(rim.strip(b"\xff") for rim in rims)
    coloured = any(line[::each] != line[1::each] or line[::each] != line[2::each] for line in lines)
    return inked, coloured
