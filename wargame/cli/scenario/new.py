"""`wargame scenario new`: a rules file and its deck to begin with."""

import click

from wargame.cli.strict import StrictCommand


@click.command("new", cls=StrictCommand)
@click.argument("path", required=False)
def command(path: str | None) -> int:
    """Write a scenario of three seats and two turns, with remarks, that can be played as it stands.

    PATH is its rules file, or a folder; without it, my-scenario.yaml is written here, and its deck beside it.
    No file is ever overwritten.
    """
    from wargame.cli.leaving import complain_of, next_steps
    from wargame.content.problems import ContentError
    from wargame.content.starting import new_scenario
    from wargame.play.typed import quoted

    try:
        made = new_scenario(path)
    except ContentError as error:
        return complain_of(error)
    rules, deck = made.files
    file = quoted(str(rules))
    click.echo(f"Written: {rules}, the rules, and {deck}, the cards.")
    click.echo("Change them with any editor, and then:")
    next_steps(
        {
            f"deck check {file}": "is everything right?",
            f"play {file}": "play it",
            f"odds {file} --games 1000": "what usually happens?",
        }
    )
    return 0
