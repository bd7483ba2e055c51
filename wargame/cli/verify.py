"""`wargame verify`: whether a save can be trusted."""

from pathlib import Path

import click

from wargame.cli.strict import StrictCommand


@click.command("verify", cls=StrictCommand)
@click.argument("save", type=click.Path(path_type=Path))
@click.option(
    "--against", metavar="DIGEST", help="The final digest, as somebody noted it at the end of the game."
)
def command(save: Path, against: str | None) -> int:
    """Check that a save is whole and unaltered, and that the rules lead to what it holds.

    Damage and edits break its chain of digests. Only --against shows whether the whole game was forged anew.
    """
    from wargame.cli.leaving import REFUSED, complain
    from wargame.journal.errors import JournalError
    from wargame.journal.places import found
    from wargame.journal.verify import verify
    from wargame.plain.voice import Voice

    try:
        verdict = verify(found(save))
    except JournalError as error:
        complain(str(error))
        return REFUSED
    if against is not None and against.strip().casefold() != verdict.digest:
        complain(f"This is not the game that was noted: its digest is {verdict.digest}.")
        return REFUSED
    if verdict.torn:
        complain(
            f"{verdict.torn} bytes at the end of {save} are no whole record; the {verdict.records} records "
            "before them are good. Resume the game: that keeps a copy, drops those bytes, and goes on."
        )
        return REFUSED
    voice = Voice.of_terminal()
    again = (
        "and the rules, applied again, decide the same"
        if verdict.adjudicated
        else "but is of older rules and was not adjudicated again"
    )
    voice.say(f"The chain is good: {verdict.records} records. The game follows from them, {again}.")
    voice.say("The game has ended." if verdict.ended else "The game is not over.")
    voice.say(f"{'Final digest' if verdict.ended else 'Digest so far'}: {verdict.digest}")
    if against is not None:
        voice.say("It is the digest that was noted.")
    voice.flush()
    return 0
