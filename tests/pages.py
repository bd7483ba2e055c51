"""The pages in docs/ as tests read them: their blocks, sections and tables."""

import re
from pathlib import Path

DOCS = Path(__file__).parents[1] / "docs"
PAGES = sorted(DOCS.rglob("*.md"))


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def blocks(name: str, kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", page(name), flags=re.MULTILINE | re.DOTALL)


def section(name: str, heading: str) -> str:
    found = re.search(rf"^#+ {re.escape(heading)}\n(.*?)(?=^#+ |\Z)", page(name), re.MULTILINE | re.DOTALL)
    assert found, f"{name} has no section '{heading}'"
    return found[1]


def rows(text: str) -> list[list[str]]:
    """Return the cells of the first table, its head left out."""
    table = text[text.index("\n|") + 1 :].split("\n\n")[0].splitlines()
    return [[cell.strip() for cell in line[1:-1].split("|")] for line in table[2:]]


def write_example(folder: Path) -> Path:
    (folder / "clash.yaml").write_text(blocks("decks.md", "yaml deck")[0], encoding="utf-8")
    path = folder / "sea-line.yaml"
    path.write_text(blocks("decks.md", "yaml rules")[0], encoding="utf-8")
    return path
