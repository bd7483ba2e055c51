"""In tests of the studio a key has had its effects when the test goes on."""

import asyncio

import pytest
from textual.pilot import Pilot

from wargame.tui.studio.in_order import InOrder


@pytest.fixture(autouse=True)
def _keys_are_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    press = Pilot.press

    async def pressed(self: Pilot[str], *keys: str) -> None:
        await press(self, *keys)
        while isinstance(self.app, InOrder) and self.app.is_running and self.app.has_keys:
            await asyncio.sleep(0)
        await self.pause()

    monkeypatch.setattr(Pilot, "press", pressed)
