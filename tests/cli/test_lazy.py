import subprocess
import sys
from types import ModuleType

import click
import pytest
from click.testing import CliRunner

from wargame.cli.lazy import LazyGroup


def group() -> LazyGroup:
    return LazyGroup("house", package="house", summaries={"good": "Does well.", "bad": "Does not load."})


@pytest.fixture(autouse=True)
def house(monkeypatch: pytest.MonkeyPatch) -> None:
    good = ModuleType("house.good")
    good.__dict__["command"] = click.Command("good", callback=lambda: click.echo("well done"))
    bad = ModuleType("house.bad")
    bad.__dict__["command"] = "not a command"
    for module in (ModuleType("house"), good, bad):
        monkeypatch.setitem(sys.modules, module.__name__, module)


def test_help_lists_every_command_and_loads_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "house")
    shown = CliRunner().invoke(group(), ["--help"])
    assert shown.exit_code == 0
    assert "good  Does well." in shown.output
    assert "bad   Does not load." in shown.output


def test_a_command_is_loaded_when_it_is_asked_for() -> None:
    assert CliRunner().invoke(group(), ["good"]).output == "well done\n"


def test_a_misspelt_command_is_answered_with_the_nearest_one() -> None:
    shown = CliRunner().invoke(group(), ["goot"])
    assert shown.exit_code == 2
    assert "No such command 'goot'. Did you mean 'good'?" in shown.output


def test_a_name_like_no_command_is_a_usage_error() -> None:
    shown = CliRunner().invoke(group(), ["zzz"])
    assert shown.exit_code == 2
    assert "No such command 'zzz'." in shown.output


def test_a_module_without_a_command_is_named() -> None:
    with pytest.raises(TypeError, match=r"'command' in house\.bad is not a click command"):
        CliRunner().invoke(group(), ["bad"], catch_exceptions=False)


def test_help_of_the_program_imports_neither_textual_nor_networkx_nor_pydantic() -> None:
    script = (
        "import sys; from wargame.__main__ import main; status = main(['--help']);"
        "heavy = {'textual', 'networkx', 'pydantic', 'yaml'} & set(sys.modules);"
        "print('status', status, 'heavy', sorted(heavy))"
    )
    shown = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert shown.stdout.splitlines()[-1] == "status 0 heavy []"
