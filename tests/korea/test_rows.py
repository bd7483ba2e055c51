"""Every row of the table is shown by a test here, which is named after it."""

import re
from pathlib import Path

from tests.korea.table import korea

HERE = Path(__file__).parent


def test_every_row_has_a_test_that_shows_it() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(HERE.glob("test_*.py")))
    shown = {row.upper() for row in re.findall(r"^def test_([ab]\d+)_", text, re.MULTILINE)}
    assert shown == set(korea().rules.rows)
