"""A folder of saves to give commands."""

from pathlib import Path

import pytest

from tests.study.games import saved


@pytest.fixture(scope="module")
def saves(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with two games that are over, `g1.jsonl` and `g2.jsonl`, and `going.jsonl`."""
    folder = tmp_path_factory.mktemp("saves")
    for seed in (1, 2):
        saved(folder / f"g{seed}.jsonl", seed=seed)
    saved(folder / "going.jsonl", turns=1)
    return folder


@pytest.fixture
def among_saves(saves: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in that folder."""
    monkeypatch.chdir(saves)
