"""A group of commands that lists them without importing them, so that help is quick."""

from collections.abc import Mapping
from difflib import get_close_matches
from importlib import import_module
from keyword import iskeyword
from typing import Any

import click


class LazyGroup(click.Group):
    """A click group whose command NAME is `command` in the module `package.NAME`.

    `summaries` maps each command's name to the one line that the group's help shows for it.
    """

    def __init__(self, *args: Any, package: str, summaries: Mapping[str, str], **settings: Any) -> None:
        super().__init__(*args, **settings)
        self._package = package
        self._summaries = dict(summaries)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands' names in the order of the table."""
        return list(self._summaries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the named command; None when the table does not hold it."""
        if cmd_name not in self._summaries:
            return None
        # What Python keeps for itself, as 'try', cannot well be the name of a module.
        module = f"{self._package}.{cmd_name}{'_' if iskeyword(cmd_name) else ''}"
        command = import_module(module).command
        if not isinstance(command, click.Command):
            raise TypeError(f"'command' in {module} is not a click command")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the arguments name; a usage error suggests the nearest name."""
        name = args[0]
        near = [] if name in self._summaries else get_close_matches(name, self._summaries, n=1)
        if near:
            ctx.fail(f"No such command '{name}'. Did you mean '{near[0]}'?")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the table of commands, from the summaries alone."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self._summaries.items()))
