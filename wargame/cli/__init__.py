"""The command line: one small module a command, imported only when that command is asked for."""

from collections.abc import Sequence

import click
from click.exceptions import NoArgsIsHelpError

from wargame import __version__
from wargame.cli.lazy import LazyGroup
from wargame.content.text import one_line

_COMMANDS = {
    "play": "Play a scenario; bots take the seats that nobody holds.",
    "resume": "Resume a saved game exactly where it stopped.",
    "replay": "Walk a saved game, moment by moment, and take notes.",
    "review": "Write the report on a saved game.",
    "fork": "Go on otherwise from any moment of a saved game.",
    "compare": "Lay saved games side by side.",
    "whatif": "Print the odds under each option that was not taken.",
    "graph": "Write the tension graph of each turn, for other programs.",
    "study": "Tell how a whole course chose, scored and forecast.",
    "verify": "Check that a save is whole and unaltered.",
    "odds": "Play many games between bots; print what usually happens.",
    "deck": "Write, check, try and print decks of cards.",
    "scenario": "Start a scenario of your own.",
}
_LONGEST_SENTENCE = 600


@click.group(
    cls=LazyGroup,
    package=__name__,
    summaries=_COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="wargame", message="%(prog)s %(version)s")
def wargame() -> None:
    """A tabletop wargame of a crisis, played in this terminal.

    Begin with: wargame play
    """


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; a usage error is one sentence and 2.

    A command says its exit code by `ctx.exit(code)` or by returning it; returning None means 0.
    Raises KeyboardInterrupt, and whatever the command did not foresee.
    """
    try:
        outcome = wargame.main(arguments, prog_name="wargame", standalone_mode=False)
    except click.ClickException as error:
        return _explain(error)
    except click.Abort as abort:
        # Click turns Ctrl-C and the end of input into the same exception.
        raise KeyboardInterrupt from abort
    return outcome if isinstance(outcome, int) else 0


def _explain(error: click.ClickException) -> int:
    if isinstance(error, NoArgsIsHelpError):
        error.show()
        return error.exit_code
    sentence = one_line(error.format_message(), _LONGEST_SENTENCE)
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context and not sentence.endswith("?"):
        sentence = f"{sentence.rstrip('.')}; see '{context.command_path} --help'."
    click.echo(f"wargame: {sentence}", err=True)
    return error.exit_code
