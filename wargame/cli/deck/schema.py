"""`wargame deck schema`: what an editor needs to complete, explain and underline decks and rules."""

from pathlib import Path

import click

from wargame.cli.leaving import REFUSED, complain
from wargame.cli.strict import StrictCommand


@click.command("schema", cls=StrictCommand)
@click.argument("kind", required=False, type=click.Choice(["deck", "rules"]))
@click.option(
    "--write",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Write deck.json and rules.json into this folder, in place of older ones.",
)
def command(kind: str | None, folder: Path | None) -> int:
    """Print the JSON Schema of decks or of rules files, or write both for an editor.

    An editor finds the schema of a file by the remark in its first line, which names the folder .schema
    beside the file. Shipped files and those of 'deck new' and 'scenario new' have it.
    """
    from wargame.content.schema import KINDS, schema_text

    kinds = [name for name in KINDS if kind in (None, name)]
    if folder is None:
        if kind is None:
            raise click.UsageError("say which schema to print, 'deck' or 'rules', or --write FOLDER for both")
        click.echo(schema_text(kinds[0]), nl=False)
        return 0
    for name in kinds:
        path = folder / f"{name}.json"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path.write_text(schema_text(name), encoding="utf-8", newline="\n")
        except OSError as error:
            complain(f"'{path}' cannot be written: {error.strerror or error}")
            return REFUSED
        click.echo(f"Written: {path}")
    return 0
