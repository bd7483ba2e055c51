"""Tests of screens are coroutines: each runs in a loop of its own."""

import asyncio
from inspect import iscoroutinefunction, signature

import pytest


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a test that is a coroutine to its end."""
    if not iscoroutinefunction(pyfuncitem.function):
        return None
    wanted = signature(pyfuncitem.function).parameters
    asyncio.run(pyfuncitem.obj(**{name: pyfuncitem.funcargs[name] for name in wanted}))
    return True
