"""Reading the screen as a person does: the letters in its cells, and where a text stands."""

from rich.cells import cell_len
from textual.app import App


def lines(app: App[str]) -> list[str]:
    """Return what stands on the screen, line by line, as Textual puts it together from its widgets."""
    return [strip.text for strip in app.screen._compositor.render_strips(app.size)]  # noqa: SLF001


def seen(app: App[str]) -> str:
    """Return what stands on the screen as one text, without the blanks at the ends of lines."""
    return "\n".join(line.rstrip() for line in lines(app))


def place(app: App[str], text: str) -> tuple[int, int] | None:
    """Return the cell in which a text begins, the first from the top; None if it is not there."""
    for y, line in enumerate(lines(app)):
        before, found, _ = line.partition(text)
        if found:
            return cell_len(before), y
    return None
