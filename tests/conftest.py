"""How much Hypothesis tries: `ci` is a modest run, `full` a long and random one.

On an unchanged tree, with the same Python and Hypothesis, each `ci` run meets the same examples, whichever
tests run, in whatever order, in however many processes. Hypothesis takes its chance from the source of a
test, but also tries numbers and texts that stand in the modules loaded so far: so all are loaded first.
How far it shrinks what failed depends on the time that takes.
"""

import os
import pkgutil
from collections.abc import Iterable
from importlib import import_module

import pytest
from hypothesis import HealthCheck, is_hypothesis_test, settings

import wargame

settings.register_profile(
    "ci",
    max_examples=50,
    stateful_step_count=30,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "full",
    max_examples=1000,
    stateful_step_count=100,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

for module in pkgutil.walk_packages(wargame.__path__, "wargame."):
    import_module(module.name)

TIME_TO_SHRINK = 300
"""Seconds after which Hypothesis gives up shrinking; a time limit before that would hide what failed."""


def pytest_collection_modifyitems(config: pytest.Config, items: Iterable[pytest.Item]) -> None:
    """Give a property the time to be shrunk, beside that of any test."""
    limit = float(config.getoption("timeout") or config.getini("timeout"))
    for item in items:
        if is_hypothesis_test(getattr(item, "obj", None)):
            item.add_marker(pytest.mark.timeout(limit + TIME_TO_SHRINK))
