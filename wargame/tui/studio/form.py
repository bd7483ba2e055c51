"""The form as it is shown: rows with what is wrong with them, and parts that can be folded."""

from collections.abc import Collection, Mapping, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from wargame.content.problems import Problem
from wargame.content.reading import Location
from wargame.tui.ink import Piece, piece
from wargame.tui.page import Page
from wargame.tui.studio.fields import Field

_PARTS = ("asks", "options", "together", "chances", "forecasts")
"""Fields whose entries are parts to which one jumps."""
_DEEPEST = 5
"""The length of the place of an option: what lies deeper is passed over."""


class Form(Page):
    """The rows of a card; the screen knows what they stand for."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right_square_bracket,ctrl+down", "screen.jump(1)", "Part", key_display="[ ]"),
        Binding("left_square_bracket,ctrl+up", "screen.jump(-1)", "Part before", show=False),
        Binding("left", "screen.fold(True)", "Fold", show=False),
        Binding("right", "screen.fold(False)", "Unfold", show=False),
        Binding("minus", "screen.fold_all(True)", "Fold all", show=False),
        Binding("plus", "screen.fold_all(False)", "Unfold all", show=False),
        Binding("r,R", "screen.rename", "Another name", show=False),
        Binding("pageup", "by_screen(-1)", "Page up", show=False),
        Binding("pagedown,space", "by_screen(1)", "Page down", show=False),
    ]

    def on_resize(self) -> None:
        """Keep the row that is pointed at in view where a field opens below."""
        self.call_after_refresh(self.reveal)

    def action_by_screen(self, by: int) -> None:
        """Move the pointer by a screenful."""
        for _ in range(max(1, self.size.height - 2)):
            self.action_point(by)


def unfolded(fields: Sequence[Field], folded: Collection[str]) -> list[Field]:
    """Return the rows that lie in no folded part."""
    return [row for row in fields if not any(row.key.startswith(f"{key}/") for key in folded)]


def around(fields: Sequence[Field], field: Field) -> Field | None:
    """Return the row that heads another, the nearest one."""
    heads = [row for row in fields if row.text is None and field.key.startswith(f"{row.key}/")]
    return heads[-1] if heads else None


def is_part(field: Field) -> bool:
    """Say whether a row heads something to which one jumps: a seat, an option, a joint outcome."""
    if field.text is not None or len(field.location) > _DEEPEST:
        return False
    return len(field.location) == 2 or field.location[-2] in _PARTS


def pieces(
    fields: Sequence[Field],
    folded: Collection[str],
    found: Sequence[tuple[Problem, Field]],
    editing: Location | None,
) -> list[Piece]:
    """Return the rows with the problems found, each at its field, or at what hides that; one may be open."""
    rows = unfolded(fields, folded)
    shown = {row.key for row in rows}
    told: dict[str, list[Problem]] = {}
    for each, field in found:
        holder: Field | None = field
        while holder is not None and holder.key not in shown:
            holder = around(fields, holder)
        if holder is not None:
            told.setdefault(holder.key, []).append(each)
    hints = _hints(fields, folded)
    open_one = next((row.key for row in rows if row.location == editing), "")
    return [own for row in rows for own in _row(row, folded, told, hints, is_open=row.key == open_one)]


def _hints(fields: Sequence[Field], folded: Collection[str]) -> Mapping[str, str]:
    """Return what a folded part is about: its label, its news or its question."""
    speaking = ("label", "title", "news", "question", "prompt", "card")
    return {
        key: row.text or ""
        for key in folded
        for name in reversed(speaking)
        for row in fields
        if row.key == f"{key}/{name}"
    }


def _row(
    field: Field,
    folded: Collection[str],
    found: Mapping[str, Sequence[Problem]],
    hints: Mapping[str, str],
    *,
    is_open: bool,
) -> list[Piece]:
    indent, mark = 2 * field.depth, ""
    first, *more = (field.text or "").strip().split("\n")
    if field.text is None:
        mark = "▸ " if field.key in folded else "▾ "
        parts = [(field.label, "heading"), (f"  {hints.get(field.key, '')}".rstrip(), "muted")]
    else:
        parts = [
            (f"{field.label}:", "chosen" if is_open else "muted"),
            (" ", "plain"),
            (first, "plain"),
            (" …" if more else "", "muted"),
        ]
    told = [piece(*parts, mark=(mark, "muted"), indent=indent, key=field.key)]
    for each in found.get(field.key, []):
        style = "warn" if each.code else "bad"
        told.append(
            piece(
                (each.sentence, style),
                mark=("? " if each.code else "! ", style),
                indent=indent,
                key=field.key,
            )
        )
    return told
