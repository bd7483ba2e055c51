"""Tests of screens are coroutines, each of which runs in a loop of its own; content is read once for all."""

import asyncio
from functools import cache
from inspect import iscoroutinefunction, signature

import pytest

from wargame.content.load import load_scenario


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a test that is a coroutine to its end."""
    if not iscoroutinefunction(pyfuncitem.function):
        return None
    wanted = signature(pyfuncitem.function).parameters
    asyncio.run(pyfuncitem.obj(**{name: pyfuncitem.funcargs[name] for name in wanted}))
    return True


@pytest.fixture(autouse=True)
def _nothing_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read content once for all tests, and let a curtain rise at the first key."""
    monkeypatch.setattr("wargame.content.load.load_scenario", _once)
    monkeypatch.setattr("wargame.tui.curtain.SETTLES", 0.001)


_once = cache(load_scenario)
