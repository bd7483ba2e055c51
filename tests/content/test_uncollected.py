import gc

import pytest

from wargame.content.uncollected import uncollected


@pytest.mark.parametrize("on", [True, False])
def test_the_collector_waits_and_is_then_as_it_was(on: bool) -> None:
    was = gc.isenabled()
    (gc.enable if on else gc.disable)()
    try:
        with pytest.raises(ValueError, match="meanwhile"), uncollected():
            assert not gc.isenabled()
            raise ValueError("meanwhile")
        assert gc.isenabled() is on
    finally:
        (gc.enable if was else gc.disable)()


def test_what_was_made_meanwhile_is_not_looked_through_at_once() -> None:
    with uncollected():
        kept = [[] for _ in range(200_000)]  # type: ignore[var-annotated]
    assert gc.get_freeze_count() == 0
    assert gc.get_count()[0] < len(kept) // 100
