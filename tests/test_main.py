import os
import subprocess
import sys

import click
import pytest

import wargame.cli
from wargame.__main__ import main

ERASE = "\x1b[2J"


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "wargame", *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env={**os.environ, **environment},
        check=False,
    )


def stopped_by(monkeypatch: pytest.MonkeyPatch, stop: BaseException) -> int:
    def raise_it() -> None:
        raise stop

    monkeypatch.setattr(wargame.cli, "wargame", click.Command("wargame", callback=raise_it))
    return main([])


def test_the_version_is_told() -> None:
    assert run("--version").stdout.decode().split() == ["wargame", wargame.__version__]


@pytest.mark.parametrize("arguments", [["fly"], ["--fly"], ["plya"]])
def test_a_usage_error_is_one_line_and_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("wargame: No such ")
    assert said.err.count("\n") == 1


def test_a_usage_error_says_where_help_is(capsys: pytest.CaptureFixture[str]) -> None:
    main(["fly"])
    assert capsys.readouterr().err == "wargame: No such command 'fly'; see 'wargame --help'.\n"


def test_no_command_at_all_shows_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "Commands:" in capsys.readouterr().err


def test_nothing_typed_on_the_command_line_reaches_the_terminal_as_an_escape(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main([f"fly{ERASE}"])
    assert "\x1b" not in capsys.readouterr().err


def test_an_unforeseen_fault_is_one_clean_line_and_seventy(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("WARGAME_DEBUG", raising=False)
    assert stopped_by(monkeypatch, ValueError(f"bad\n{ERASE}number.")) == 70
    assert capsys.readouterr().err == (
        "wargame: stopped by an unforeseen fault (ValueError: bad \N{REPLACEMENT CHARACTER}[2Jnumber);"
        " WARGAME_DEBUG=1 shows where.\n"
    )


def test_a_fault_without_words_is_told_by_its_name(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert stopped_by(monkeypatch, AssertionError()) == 70
    assert "(AssertionError)" in capsys.readouterr().err


def test_the_trace_of_a_fault_is_shown_when_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WARGAME_DEBUG", "1")
    assert stopped_by(monkeypatch, ValueError("bad")) == 70
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize("stop", [KeyboardInterrupt(), click.Abort(), EOFError()])
def test_an_interrupted_program_says_so_and_ends_with_130(
    stop: BaseException, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert stopped_by(monkeypatch, stop) == 130
    assert capsys.readouterr().err.strip() == "wargame: interrupted."


@pytest.mark.parametrize("code", [0, 1, 65])
def test_a_command_says_its_exit_code_by_returning_it(code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wargame.cli, "wargame", click.Command("wargame", callback=lambda: code))
    assert main([]) == code


def test_a_command_that_returns_nothing_has_succeeded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wargame.cli, "wargame", click.Command("wargame", callback=lambda: None))
    assert main([]) == 0


def test_a_character_that_the_console_lacks_is_replaced() -> None:
    said = run("한국", PYTHONIOENCODING="cp437", PYTHONUTF8="0")
    assert said.returncode == 2
    assert said.stderr.startswith(b"wargame: No such command '??'")


def test_a_reader_that_goes_away_is_no_fault() -> None:
    script = (
        "import sys, click, wargame.cli; from wargame.__main__ import main; sys.stdin.readline();"
        "wargame.cli.wargame = click.Command('wargame', callback=lambda: print('unread'));"
        "sys.exit(main([]))"
    )
    program = subprocess.Popen(
        [sys.executable, "-c", script],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert program.stdout is not None
    program.stdout.close()
    program.stdout = None
    _, said = program.communicate(b"go\n")
    assert program.returncode == 1
    assert said == b""
