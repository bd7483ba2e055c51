"""What an edit does to the odds, as a needle on a scale and as lines; what is sure of it, and what is not."""

from collections.abc import Iterable, Sequence

from wargame.content.base import SeatId
from wargame.content.cards import Card
from wargame.lab.blocks import Answer, Shift
from wargame.lab.estimates import Estimate
from wargame.lab.options import Option
from wargame.tui.ink import GAP, Piece, firm, heading, piece

BEFORE, NOW = "○", "●"
_NAME, _NUMBER, _NARROWEST = 7, 5, 11
_CELLS = 10


def short(found: Answer) -> str:
    """Return the odds of war in a few words."""
    now = _whole(found.war.now)
    return f"war {now}" if found.war.before is None else f"war {_whole(found.war.before)} → {now}"


def progress(done: int, most: int, each: str, playing: bool) -> Piece:
    """Say how many games have been played of each content, and whether more are."""
    full = _CELLS * done // most
    state = "done" if done >= most else "playing" if playing else "at rest"
    bar = "▮" * full + "▯" * (_CELLS - full)
    return piece((firm(f"{bar} "), "key"), f"{done:,} of {most:,} games{each}, ", (state, "strong"))


def odds(
    found: Answer, card: Card | None, seats: Sequence[tuple[SeatId, str]], gone: Iterable[Option], width: int
) -> list[Piece]:
    """Return all that was found, on so many columns.

    `seats` are those that the card asks or asked, with their names; `gone` are the options taken away.
    """
    told = [piece(("How often it comes to war", "heading")), *_scale(found.war, width), *_war(found)]
    if card is not None:
        told += [*heading("How often this card is dealt"), *_scale(found.dealt, width)]
        told.append(_line(found.dealt, 0))
    lost = list(gone)
    for seat, name in seats:
        asked = card.asks.get(seat) if card is not None else None
        told += heading(f"What {name} chooses, when open")
        for option in asked.options if asked is not None else ():
            assert card is not None
            shift = found.options[str(card.id), seat, option.id]
            told += [piece((option.label, "plain"), mark=("· ", "muted")), _line(shift, 2)]
        for own in (each for each in lost if each[1] == seat):
            was = found.options[own].before
            told.append(piece((own[2], "plain"), (" (taken away)", "muted"), mark=("· ", "muted")))
            told.append(piece(f"{_one(was)} before" if was else "never open before", indent=2))
    told += [GAP, piece((_LEGEND if found.war.before is not None else _ALONE, "muted"))]
    return told


_ALONE = "In brackets the 95% interval. Bots play; a class may play otherwise."
_LEGEND = (
    f"{BEFORE} as saved, {NOW} as typed. In brackets the 95% interval. ▲ ▼ sure: chance alone does as much "
    "once in 1,000 times. △ ▽ perhaps. Without a mark it can be chance. Bots play; a class may play "
    "otherwise."
)


def _scale(shift: Shift, width: int) -> list[Piece]:
    """Return the needle: a scale from 0 to 100, the interval as a band on it, before and now."""
    cells = max(_NARROWEST, width - _NAME - _NUMBER)
    told = []
    for name, mark, found in (("before", BEFORE, shift.before), ("now", NOW, shift.now)):
        if found is None:
            continue
        at, low, high = (round(share * (cells - 1)) for share in (found.value, found.low, found.high))
        drawn = ["━" if low <= cell <= high else "·" for cell in range(cells)]
        parts = [
            ("".join(drawn[:low]), "muted"),
            ("".join(drawn[low:at]), "key"),
            (mark, "strong"),
            ("".join(drawn[at + 1 : high + 1]), "key"),
            ("".join(drawn[max(at, high) + 1 :]), "muted"),
            (firm(f"{_whole(found):>{_NUMBER}}"), "strong"),
        ]
        told.append(piece(*parts, mark=(firm(name, _NAME), "muted")))
    middle = cells // 2
    axis = "0".ljust(middle - 1) + "50"
    told.append(
        piece((firm(axis + "100".rjust(cells - len(axis))), "muted"), mark=(firm("", _NAME), "muted"))
    )
    return told


def _war(found: Answer) -> list[Piece]:
    war, by = found.war, found.war.by
    if by is None or war.before is None:
        return [_line(war, 0)]
    told = [_line(war, 0)]
    if not found.to_war and not found.from_war:
        told.append(piece(f"No game of {found.games:,} came out otherwise."))
        return told
    told.append(
        piece(
            f"Of {found.games:,} games {found.to_war:,} now end in war that did not, "
            f"{found.from_war:,} no longer do: {_points(by)}, ",
            (_verdict(war), "strong"),
            ".",
        )
    )
    return told


def _line(shift: Shift, indent: int) -> Piece:
    """Return a share before and now as a line."""
    before, now = shift.before, shift.now
    if now is None:
        return piece(f"{_one(before)} before, now never open" if before else "never open", indent=indent)
    interval = f" ({_one_low(now)} to {_one_high(now)})"
    if before is None:
        return piece((_one(now), "strong"), (interval, "muted"), indent=indent)
    mark, style = _mark(shift)
    return piece(
        f"{_one(before)} → ", (_one(now), "strong"), (interval, "muted"), (mark, style), indent=indent
    )


def _mark(shift: Shift) -> tuple[str, str]:
    if shift.by is None or not (shift.sure or shift.perhaps):
        return "", "plain"
    up = shift.by.value > 0
    said = f"{'▲' if up else '▼'} sure" if shift.sure else f"{'△' if up else '▽'} perhaps"
    return f" {firm(said)}", "strong"


def _verdict(shift: Shift) -> str:
    if shift.sure:
        return "sure"
    return "perhaps more than chance" if shift.perhaps else "can be chance"


def _points(by: Estimate) -> str:
    return f"{100 * by.value:+.1f} points ({100 * by.low:+.1f} to {100 * by.high:+.1f})"


def _whole(found: Estimate | None) -> str:
    return "–" if found is None else f"{100 * found.value:.0f}%"


def _one(found: Estimate) -> str:
    return f"{100 * found.value:.1f}%"


def _one_low(found: Estimate) -> str:
    return f"{100 * found.low:.1f}"


def _one_high(found: Estimate) -> str:
    return f"{100 * found.high:.1f}%"
