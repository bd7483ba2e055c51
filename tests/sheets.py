"""The printed sheets in a real browser with the network off, and as PDF: `python -m tests.sheets [BROWSER]`.

Every shipped scenario, a deck in Korean and one full of hostile text are printed on both papers, by the
browser and by Typst, and their pages are read: as many as docs/print.md says, none empty, no card on two
pages, nothing near the edge, only greys, every text there as text, all fonts inside.
"""

import base64
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.browser import COMPLAINTS, Browser, found, started
from tests.engine.scenarios import ask, book, card, on, option, plain
from tests.paper.pages import Paged, squeezed
from tests.paper.test_html import hostile
from tests.paper.texts import texts
from wargame.content.chosen import chosen
from wargame.content.text import visible
from wargame.engine.book import Book
from wargame.paper.html import html
from wargame.paper.pdf import pdf
from wargame.paper.sheets import Printed, Sheet
from wargame.paper.write import PAPERS, WHAT, Portion, printed
from wargame.study.report.keep import ReportError
from wargame.study.report.parts import Facts, Items, Prose

KOREAN = Path(__file__).parent / "paper" / "korean.yaml"
SIZES = {"A4": (595, 842), "Letter": (612, 792)}
PARTS = {"situations": "cards", "cards": "cards", "slips": "slips", "brief": "briefs", "intent": "briefs"}
SHIPPED = ("korea-2025", "cuba-1962")

SCRIPTS = (
    "document.scripts.length + document.querySelectorAll('main img, main i[onclick], main iframe').length"
)
WIDE = """
[...document.querySelectorAll(".card, .slip")]
  .filter((one) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1).length
"""
PALE = """
[...document.querySelectorAll("main *")].flatMap((one) => {
  const style = getComputedStyle(one);
  const [light, ...others] = style.color.match(/[0-9.]+/g).slice(0, 3).map((value) => value / 255);
  const linear = light <= 0.04045 ? light / 12.92 : ((light + 0.055) / 1.055) ** 2.4;
  const fine = others.every((other) => other === light) && 1.05 / (linear + 0.05) >= 7;
  return fine && style.backgroundColor === "rgba(0, 0, 0, 0)" ? [] : [`${one.tagName} ${style.color}`];
}).slice(0, 3)
"""
HANGUL = """
(() => {
  const drawn = [..."한글"].map((letter) => {
    const canvas = document.createElement("canvas"), pen = canvas.getContext("2d");
    pen.font = "40px " + getComputedStyle(document.body).fontFamily;
    pen.fillText(letter, 10, 60);
    return canvas.toDataURL();
  });
  return drawn[0] !== drawn[1];
})()
"""
NO_KOREAN = "no font of this machine has Korean letters: install one, on Debian or Ubuntu fonts-noto-cjk"


def long_words() -> Book:
    """Return a scenario whose words are as long as they may be."""
    asks = {
        "south": {**ask(option("yes", label="W" * 80, about="w" * 300), option("no")), "prompt": "M" * 300}
    }
    return book(plain([card("long", asks, title="W" * 70, situation="W" * 900, deal=on(1))]))


def in_browser(browser: Browser, made: Printed, page: Path) -> Iterator[str | Paged]:
    """Open a page, yield what is wrong with it, and last its pages as the browser prints them."""
    page.write_text(html(made), encoding="utf-8")
    browser.heard.clear()
    browser.ask("Page.navigate", url=page.as_uri())
    browser.wait("Page.loadEventFired")
    browser.ask("Emulation.setEmulatedMedia", media="print")
    if browser.value(SCRIPTS):
        yield "a script, or markup that somebody typed, has become part of the page"
    if wide := browser.value(WIDE):
        yield f"{wide} cards or slips are wider or higher than their frame"
    yield from (f"not black and white, or too pale: {one}" for one in browser.value(PALE))
    shot = browser.ask("Page.printToPDF", preferCSSPageSize=True, printBackground=False)
    yield from (f"complained: {one['params']}" for one in browser.heard if one.get("method") in COMPLAINTS)
    asked = [one["params"] for one in browser.heard if one.get("method") == "Network.requestWillBeSent"]
    yield from (
        f"asked for {one['request']['url'][:200]}" for one in asked if one["request"]["url"] != page.as_uri()
    )
    yield Paged(base64.b64decode(shot["data"]))


def on_pages(made: Printed, pages: Paged) -> Iterator[str]:
    """Yield what is wrong with printed pages."""
    yield from (f"page {at} is of the size {size}" for at, size in pages.sizes if size != SIZES[made.paper])
    yield from (f"page {at} is empty" for at in pages.empty)
    yield from (f"page {at} has ink within 4 mm of its edge" for at in pages.at_the_edge)
    yield from (f"page {at} is coloured" for at in pages.coloured)
    yield from (f"page {at} has something to click on" for at in pages.linked)
    yield from (f"the font {name} is not inside" for name in pages.fonts_outside)
    starts = begun(made, pages)
    for sheet, (first, last) in zip(made.sheets, starts, strict=True):
        if not first:
            yield f"the sheet {sheet.id} does not begin on a page of its own"
            continue
        for one in sheet.cards:
            if pages.holding(texts(one), first, last) != 1:
                yield f"{sheet.id}: the card '{one.title[:40]}' is not whole on one page"
        unsaid = [text for text in written(sheet) if squeezed(visible(text)) not in pages.run(first, last)]
        yield from (f"{sheet.id} does not say '{text[:60]}'" for text in unsaid[:3])


def typeset(made: Printed) -> Iterator[str]:
    """Set sheets by Typst, and yield what is wrong."""
    try:
        yield from on_pages(made, Paged(pdf(made)))
    except ReportError as error:
        yield str(error)


def written(sheet: Sheet) -> Iterator[str]:
    """Yield the texts of a sheet's own parts that are set in one piece."""
    for part in sheet.parts:
        if isinstance(part, Prose | Items | Facts):
            yield from (piece for text in texts(part) for piece in text.split("\n") if piece.strip())


def begun(made: Printed, pages: Paged) -> list[tuple[int, int]]:
    """Return the first and the last page of each sheet, counted from 1; 0 for one that is not found."""
    firsts, at = [], 0
    for sheet in made.sheets:
        head = squeezed(visible(f"{sheet.title}{sheet.whom}."))
        at = next((page for page in range(at + 1, pages.count + 1) if head in pages.text(page)), 0)
        firsts.append(at)
    return [(first, then - 1) for first, then in zip(firsts, [*firsts[1:], pages.count + 1], strict=True)]


def counts(made: Printed, pages: Paged) -> Mapping[str, int]:
    """Return how many pages each part takes."""
    taken = dict.fromkeys(WHAT, 0)
    for sheet, (first, last) in zip(made.sheets, begun(made, pages), strict=True):
        taken[PARTS.get(sheet.id.split("-")[0], "facilitator")] += last - first + 1
    return taken


def told() -> dict[tuple[str, str], dict[str, int]]:
    """Return the table of pages in docs/print.md."""
    text = (Path(__file__).parents[1] / "docs" / "print.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z0-9-]+)`, (A4|Letter) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$", text, re.M)
    return {(name, paper): dict(zip(WHAT, map(int, taken), strict=True)) for name, paper, *taken in rows}


def counted(name: str, made: Printed, pages: Paged) -> Iterator[str]:
    """Yield where the table of pages is wrong by more than a tenth: fonts differ from machine to machine."""
    taken = counts(made, pages)
    print(f"{name}, {made.paper}: {', '.join(f'{many} {what}' for what, many in taken.items())}")
    for what, said in told()[name, made.paper].items():
        if abs(taken[what] - said) > max(1, said // 10):
            yield f"docs/print.md says {said} pages of {what}, and it is {taken[what]}"


def everything() -> Iterator[tuple[str, Book, Portion]]:
    """Yield what is printed: a name, a book, and which portion of it."""
    for name in SHIPPED:
        yield name, Book(chosen([name]).scenario), Portion()
    korean = chosen([str(KOREAN)])
    yield "korean", Book(korean.scenario), Portion(cards=korean.cards)
    yield "hostile", book(hostile()), Portion()
    yield "long words", long_words(), Portion()


def faults(browser: Browser, folder: Path) -> Iterator[str]:
    """Print everything in every way, and yield what is wrong."""
    for name, ready, portion in everything():
        for paper in PAPERS:
            made = printed(ready, WHAT, paper, portion)
            *wrong, pages = in_browser(browser, made, folder / "page.html")
            assert isinstance(pages, Paged)
            wrong += on_pages(made, pages)
            wrong += counted(name, made, pages) if name in SHIPPED else []
            if name == "korean" and not browser.value(HANGUL):
                wrong.append(NO_KOREAN)
            yield from (f"{name}, {paper}, printed by the browser: {one}" for one in wrong)
            yield from (f"{name}, {paper}, set by Typst: {one}" for one in typeset(made))


def run(program: str) -> int:
    """Check every sheet; return the exit code."""
    with tempfile.TemporaryDirectory() as folder, started(program) as browser:
        wrong = list(faults(browser, Path(folder)))
    for fault in wrong:
        print(f"on paper: {fault}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(run(found(sys.argv[1:])))
