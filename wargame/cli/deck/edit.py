"""`wargame deck edit`: the studio, in which facilitators edit decks as forms and as YAML."""

import click

from wargame.cli.strict import StrictCommand


@click.command("edit", cls=StrictCommand)
@click.argument("path", required=False)
@click.option(
    "--rules",
    metavar="SCENARIO",
    help="Check the decks against these rules: a file, or the name of a shipped scenario.",
)
def command(path: str | None, rules: str | None) -> int:
    """Edit decks: each card as a form and as YAML, with what is wrong and what the seats will read.

    PATH is a deck, a folder of decks, a rules file, or the name of a shipped scenario. A rules file or a
    scenario opens all its decks; without PATH, the Korean scenario does.

    The file changes only when you save, in the lines that you edited. What is not saved is kept beside the
    deck, key press by key press, and is there again the next time.
    """
    from wargame.cli.leaving import REFUSED, complain, complain_of, next_steps
    from wargame.cli.screens import possible, walk
    from wargame.content.problems import ContentError
    from wargame.journal.errors import shown
    from wargame.journal.manuscript import EditError
    from wargame.play.typed import quoted

    if not possible():
        complain("the studio needs a terminal to draw on: change the deck with any editor, and check it with")
        next_steps({f"deck check --watch {quoted(path) if path else ''}".rstrip(): "is everything right?"})
        return REFUSED
    from wargame.tui.studio.app import StudioApp

    app = StudioApp(path, rules)
    try:
        return walk(app)
    except ContentError as error:
        return complain_of(error)
    except EditError as error:
        complain(str(error))
        return REFUSED
    finally:
        left = [quoted(shown(deck.path)) for deck in app.unsaved]
        app.close()
        if left:
            click.echo("Edits that are not saved are kept beside the deck. To go on with them:", err=True)
            next_steps({f"deck edit {name}": "go on?" for name in left})
