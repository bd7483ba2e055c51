"""A coverage-guided fuzz run of the loader: `python -m tests.fuzz SECONDS`, where atheris is installed.

It begins with the shipped decks and rules and the small ones of the tests. Whatever the bytes, they are
refused with problems at their places or can be played; anything else stops the run, and the input is kept
in the working folder as `crash-...`.
"""

import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["wargame.content", "yaml"]):
    from tests.content.small import DECK, RULES, write
    from wargame.content.load import load_scenario, scenario_from
    from wargame.content.problems import ContentError
    from wargame.content.scenario import canonical
    from wargame.engine.book import Book

ROOT = Path(__file__).parents[1]
LONGEST = 20_000
AS_RULES, AS_DECK = b"r", b"d"
"""The first byte of an input says what the rest is."""

_LIMITS = [f"-max_len={LONGEST}", "-timeout=20", "-rss_limit_mb=1000", "-print_final_stats=1"]


def seeds() -> Iterator[bytes]:
    """Yield what the run begins with."""
    yield AS_RULES + RULES.encode()
    yield AS_DECK + DECK.encode()
    for kind, folder in ((AS_RULES, "rules"), (AS_DECK, "decks")):
        for path in sorted((ROOT / folder).glob("*.yaml")):
            yield kind + path.read_bytes()[: LONGEST - 1]


def words() -> str:
    """Return the words and signs of the small scenario, as a dictionary that the fuzzer puts in anywhere."""
    found = {
        *re.findall(r"[\w-]+", RULES + DECK),
        *"[]{}&*!|>#%@?,:",
        "- ",
        ": ",
        "<<: ",
        "!!int ",
        "\\x0a  ",
    }
    return "".join(f'"{word}"\n' for word in sorted(found))


def attempt(data: bytes, folder: Path) -> None:
    """Load a scenario of which one file holds these bytes; raises AssertionError for what must not be."""
    rules = write(folder)
    spoilt = rules if data[:1] == AS_RULES else folder / "border.yaml"
    spoilt.write_bytes(data[1:])
    try:
        scenario = load_scenario(rules)
    except ContentError as refused:
        assert refused.problems
        for problem in refused.problems:
            assert problem.line >= 1 and problem.column >= 1, repr(problem)
            assert str(problem).isprintable(), repr(problem)
        return
    assert scenario_from(canonical(scenario)) == scenario
    for length in scenario.rules.lengths:
        Book(scenario, length)


def main() -> None:
    """Fuzz for so many seconds."""
    with tempfile.TemporaryDirectory() as name:
        folder, corpus = Path(name), Path(name) / "corpus"
        corpus.mkdir()
        for number, seed in enumerate(seeds()):
            (corpus / str(number)).write_bytes(seed)
        files, dictionary = folder / "files", folder / "words"
        files.mkdir()
        dictionary.write_text(words(), "utf-8")
        limits = [f"-max_total_time={sys.argv[1]}", f"-dict={dictionary}", *_LIMITS]
        atheris.Setup([sys.argv[0], *limits, str(corpus)], lambda data: attempt(data, files))
        atheris.Fuzz()


if __name__ == "__main__":
    main()
