"""Shapes of SVG; whatever text stands in one is made harmless here."""

from xml.etree.ElementTree import Element, SubElement, tostring

from wargame.content.text import ELLIPSIS, one_line, visible

Number = int | float


def canvas(title: str, about: str, width: int, height: int) -> Element:
    """Return an empty drawing that says what it shows."""
    svg = Element("svg", {"viewBox": f"0 0 {width} {height}", "role": "img"})
    SubElement(svg, "title").text = visible(title)
    SubElement(svg, "desc").text = visible(about)
    return svg


def add(parent: Element, tag: str, kind: str = "", **attributes: Number | str) -> Element:
    """Add a shape with a class; an underscore in a name stands for a hyphen, at its end for nothing."""
    named = {name.rstrip("_").replace("_", "-"): _said(value) for name, value in attributes.items()}
    return SubElement(parent, tag, {"class": kind, **named} if kind else named)


def write(parent: Element, text: str, x: Number, y: Number, kind: str = "") -> Element:
    """Add a line of text."""
    found = add(parent, "text", kind, x=x, y=y)
    found.text = visible(text)
    return found


def shortened(text: str, letters: int) -> str:
    """Return a text that is no longer than so many letters, cut where it must be."""
    text = one_line(text, 10_000)
    return text if len(text) <= letters else text[: letters - 1].rstrip() + ELLIPSIS


def markup(svg: Element) -> str:
    """Return a drawing as it stands in a page."""
    return tostring(svg, encoding="unicode")


def _said(value: Number | str) -> str:
    return visible(value) if isinstance(value, str) else f"{value:.1f}".rstrip("0").rstrip(".")
