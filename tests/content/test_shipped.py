from pathlib import Path

import pytest

from wargame.content import shipped
from wargame.content.audit import audit

TOP = Path(__file__).parents[2]


def test_a_checkout_reads_the_folders_at_its_top() -> None:
    assert shipped.decks_folder() == TOP / "decks"
    assert shipped.rules_folder() == TOP / "rules"
    assert shipped.saves_folder() == TOP / "saves"


def test_the_shipped_folders_are_there() -> None:
    assert list(shipped.decks_folder().glob("*.yaml"))
    assert list(shipped.rules_folder().glob("*.yaml"))
    assert shipped.saves_folder().is_dir()


def test_an_installed_wheel_reads_what_it_carries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "wargame"
    (package / "_data" / "decks").mkdir(parents=True)
    monkeypatch.setattr(shipped, "_PACKAGE", package)
    assert shipped.decks_folder() == package / "_data" / "decks"


def test_everything_shipped_is_sound_and_nothing_of_it_is_suspicious() -> None:
    found = audit([shipped.rules_folder(), shipped.decks_folder()])
    assert [str(said) for said in (*found.problems, *found.warnings)] == []
