"""The README shows what the program really says."""

from tests import readme_game


def test_the_first_game_in_the_readme_is_what_the_program_says() -> None:
    found = readme_game.BLOCK.search(readme_game.README.read_text("utf-8"))
    assert found is not None
    advice = "the content or the words have changed: run `python -m tests.readme_game`"
    assert found[0] == readme_game.shown(), advice
