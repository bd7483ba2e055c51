"""`wargame verify`: whether a save can be trusted."""

from pathlib import Path

import click


@click.command("verify")
@click.argument("save", type=click.Path(path_type=Path))
@click.option("--against", metavar="DIGEST", help="The final digest as it was noted down elsewhere.")
def command(save: Path, against: str | None) -> int:
    """Check that a save is whole and unaltered, and that the rules make of it what it holds.

    The chain shows damage and edits. Whether a whole game was forged anew is shown only by --against.
    """
    from wargame.cli.session import REFUSED, complain
    from wargame.journal.errors import JournalError
    from wargame.journal.verify import verify
    from wargame.plain.voice import Voice

    try:
        verdict = verify(save)
    except JournalError as error:
        complain(str(error))
        return REFUSED
    if against is not None and against.strip().casefold() != verdict.digest:
        complain(f"This is not the game that was noted: its digest is {verdict.digest}.")
        return REFUSED
    voice = Voice.of_terminal()
    checked = "adjudicated again, with the same outcome" if verdict.adjudicated else "not adjudicated again"
    voice.say(f"Chain good, folds, {checked}: {verdict.records} records.")
    voice.say("The game has ended." if verdict.ended else "The game goes on.")
    voice.say(f"{'Final digest' if verdict.ended else 'Digest so far'}: {verdict.digest}")
    if against is not None:
        voice.say("It is the digest that was noted.")
    voice.flush()
    return 0
