"""The files of the frame that must say the same thing agree."""

import pkgutil
import re
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import is_hypothesis_test

import wargame

TOP = Path(__file__).parents[1]
TEST_COMMAND = ".venv/bin/python -m pytest -n auto"
LOCKS = ("requirements.lock", "requirements-dev.lock")


def read(name: str) -> str:
    return (TOP / name).read_text(encoding="utf-8")


def pins(name: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for package, version in re.findall(r"^([a-z0-9._-]+)==(\S+)", read(name), flags=re.MULTILINE):
        found.setdefault(package, set()).add(version)
    return found


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", ".ci/run"])
def test_everyone_runs_the_tests_by_the_same_command(name: str) -> None:
    assert any(line.endswith(TEST_COMMAND) for line in read(name).splitlines())


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_has_a_hash_for_each_package_and_names_no_host(name: str) -> None:
    text = read(name)
    assert "://" not in text
    assert "--index" not in text
    for entry in re.split(r"\n(?=\S)", text.strip()):
        assert "--hash=sha256:" in entry, entry


def test_who_plays_and_who_develops_use_the_same_versions() -> None:
    play, develop = (pins(name) for name in LOCKS)
    assert play.items() <= develop.items()


def test_everything_that_the_project_names_is_locked() -> None:
    project = tomllib.loads(read("pyproject.toml"))["project"]
    for names, lock in (
        (project["dependencies"], LOCKS[0]),
        (project["optional-dependencies"]["dev"], LOCKS[1]),
    ):
        wanted = {re.split(r"[<>=]", name)[0].lower() for name in names}
        assert wanted <= pins(lock).keys()


def test_hypothesis_meets_the_same_modules_whichever_tests_run() -> None:
    names = {module.name for module in pkgutil.walk_packages(wargame.__path__, "wargame.")}
    assert names <= sys.modules.keys()


def test_no_time_limit_ends_a_property_before_hypothesis_gives_up(request: pytest.FixtureRequest) -> None:
    properties = [item for item in request.session.items if is_hypothesis_test(getattr(item, "obj", None))]
    limits = [item.get_closest_marker("timeout") for item in properties]
    assert all(limit is not None and limit.args[0] > 300 for limit in limits)
