"""`wargame deck new`: a deck to begin with."""

import click

from wargame.cli.strict import StrictCommand


@click.command("new", cls=StrictCommand)
@click.argument("path", required=False)
@click.option(
    "--rules",
    metavar="SCENARIO",
    help="The scenario that the deck is for: a rules file, or the name of a shipped one.",
)
def command(path: str | None, rules: str | None) -> int:
    """Write a deck of one card, with remarks, that can be played as it stands.

    PATH is the file, or a folder; without it, my-deck.yaml is written here. No file is ever overwritten.
    """
    from wargame.cli.leaving import complain_of, next_steps
    from wargame.content.load import load_scenario
    from wargame.content.problems import ContentError
    from wargame.content.starting import new_deck
    from wargame.play.typed import quoted

    try:
        made = new_deck(path, load_scenario(rules).rules)
    except ContentError as error:
        return complain_of(error)
    file = quoted(str(made.path))
    of = f" --rules {quoted(rules)}" if rules else ""
    card = f"{made.path.stem}-letter"
    click.echo(f"Written: {made.path}, a deck of one card. Change it with any editor, and then:")
    next_steps(
        {
            f"deck check {file}{of}": "is everything right?",
            f"deck show {card} --deck {file}{of}": "what do the seats read?",
            f"deck try {card} --deck {file}{of}": "what does each choice bring?",
            f"play{f' {quoted(rules)}' if rules else ''} --deck {file}": "play it, with the other cards",
        }
    )
    return 0
