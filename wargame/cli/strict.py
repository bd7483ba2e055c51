"""Taking a command line at its word: what is given twice, or is no number, is refused in a sentence."""

from collections.abc import Sequence
from typing import Any

import click


class StrictCommand(click.Command):
    """A command that refuses an option given twice, of which click would drop one without a word.

    What may be repeated is declared `multiple`; a switch that is turned on twice is on.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; raises UsageError."""
        _, _, given = self.make_parser(ctx).parse_args(list(args))
        for option in given:
            once = isinstance(option, click.Option) and not (option.multiple or option.is_flag)
            if once and given.count(option) > 1:
                ctx.fail(f"'{option.opts[0]}' is given {given.count(option)} times: give it once.")
        return super().parse_args(ctx, args)


class Whole(click.IntRange):
    """A whole number in a range; what is none is told in words what would be one."""

    def _describe_range(self) -> str:
        # Click's own '1<=x<=100' is arithmetic, in the help of every such option.
        return f"{self.min} or more" if self.max is None else f"{self.min} to {self.max}"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the number; raises BadParameter."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            upto = f", {self.min} or more" if self.max is None else f" from {self.min} to {self.max}"
            self.fail(f"give a whole number{upto}, and not '{value}'", param, ctx)


def pairs(option: str, form: str, given: Sequence[str]) -> dict[str, str]:
    """Return by name what an option said each time as NAME=VALUE; raises UsageError."""
    found: dict[str, str] = {}
    for entry in given:
        name, sign, value = entry.partition("=")
        if not (sign and name and value):
            raise click.UsageError(f"'{option}' is given as {form}, and not as '{entry}'")
        if name in found:
            raise click.UsageError(f"'{option}' is given twice for '{name}': give it once")
        found[name] = value
    return found


def together(given: Sequence[str]) -> str | None:
    """Return as one list what an option said each time that it was given; None if it never was."""
    return ",".join(given) if given else None
