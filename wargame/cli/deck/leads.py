"""`wargame deck leads`: what leads to a card and where it leads, as the studio draws it."""

import click

from wargame.cli.strict import StrictCommand

_WIDTH = 78


@click.command("leads", cls=StrictCommand)
@click.argument("card")
@click.option("--rules", metavar="SCENARIO", help="The scenario: a rules file, or the name of a shipped one.")
@click.option("--deck", "decks", multiple=True, metavar="FILE", help="A deck of your own to add.")
def command(card: str, rules: str | None, decks: tuple[str, ...]) -> int:
    """Draw what leads to a card, and where it leads.

    CARD is its id, in a shipped scenario or in --deck FILE. Above it stand the deal, the cards and rules that
    bring it about, and the flags that it asks about; below it the cards that it brings about, and the flags
    that it changes. Dashed lines go by a flag.
    """
    from wargame.cli.leaving import complain_of
    from wargame.content.base import CardId
    from wargame.content.finding import scenario_with
    from wargame.content.links import Links
    from wargame.content.problems import ContentError
    from wargame.engine.book import Book
    from wargame.plain.voice import Voice
    from wargame.play.saying import Saying
    from wargame.tui.ink import lay_out
    from wargame.tui.telling.leads import leads

    try:
        scenario = scenario_with(card, rules, decks)
    except ContentError as error:
        return complain_of(error)
    except ValueError as no:
        raise click.UsageError(str(no)) from None
    links, say = Links(scenario.rules, scenario.cards), Saying(Book(scenario))
    told = lay_out(leads(scenario.card(CardId(card)), scenario, links, say, ids=True), _WIDTH)
    voice = Voice.of_terminal()
    voice.never_stop()
    voice.rows("".join(run.text for run in line.runs).rstrip() for line in told)
    voice.flush()
    return 0
