"""Whatever keys are pressed, on however odd a deck, the studio stands, and undo leads back to the file."""

import random

import pytest

from tests.content.small import DECK, write
from tests.lab.here import Here
from tests.tui.studio.editing import editing, studio
from wargame.lab.needle import Needle
from wargame.tui.studio.needle import NeedlePanel

KEYS = [
    *(
        "f1",
        "f2",
        "f3",
        "f4",
        "f5",
        "f6",
        "f7",
        "f8",
        "f9",
        "up",
        "down",
        "left",
        "right",
        "home",
        "end",
        "pagedown",
    ),
    *(
        "enter",
        "escape",
        "tab",
        "shift+tab",
        "backspace",
        "delete",
        "ctrl+z",
        "ctrl+y",
        "ctrl+n",
        "n",
        "l",
        "s",
        "r",
        "a",
        "1",
    ),
    *("minus", "space", "colon", "left_square_bracket", "slash", "quotation_mark", "vertical_line", "ctrl+k"),
    *("left_square_bracket", "right_square_bracket", "plus", "r", "alt+up", "alt+down", "ctrl+down", "y"),
    *("ctrl+u", "ctrl+a", "ctrl+x", "ctrl+v", "shift+down"),
]
ODD = {
    "sound": DECK,
    "carriage returns": DECK.replace("\n", "\r\n"),
    "byte order mark": f"\ufeff{DECK}",
    "indented": "\n".join(f"  {line}" for line in DECK.split("\n")),
    "no last end": DECK.rstrip("\n"),
    "empty": "",
    "no list of lines": "[{id: a, title: b}]\n",
    "nothing but remarks": "# only\n",
    "an alias": "a: *x\n",
    "a tab": "- id: x\n\ttitle: y\n",
    "an escape": f"{DECK}\x1b[2J\n",
    "broken in its second card": "- {id: x}\n- {id: y, title: [}\n",
    "no cards": "- |\n  x\n- 5\n- - b\n",
}


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """The needle plays few games, in this process."""
    monkeypatch.setattr(NeedlePanel, "makes", lambda: Needle(Here(), 1, 4))


async def pressed(folder, raw: str, seed: int, keys: int) -> None:
    write(folder)
    deck = folder / "border.yaml"
    deck.write_bytes(raw.encode())
    dice = random.Random(seed)
    async with editing(deck, dice.choice([(80, 24), (120, 40), (40, 12)])) as (app, pilot):
        for _ in range(keys):
            await pilot.press(dice.choice(KEYS))
        bench = studio(app).bench
        while bench.deck.undo() is not None:
            pass
        assert bench.deck.text.raw == raw
    assert deck.read_bytes() == raw.encode()


@pytest.mark.parametrize("kind", ["carriage returns", "an escape", "broken in its second card", "empty"])
async def test_any_keys_leave_the_studio_standing_and_can_be_undone(tmp_path, kind) -> None:
    await pressed(tmp_path, ODD[kind], len(kind), 25)


@pytest.mark.full
@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("kind", ODD)
async def test_very_many_keys_leave_it_standing_too(tmp_path, kind, seed) -> None:
    await pressed(tmp_path, ODD[kind], seed, 80)
