"""When a game was begun, as people read it."""

from datetime import UTC, datetime


def begun(started: str) -> str:
    """Return when a game was begun, as `2026-11-26 18:04 UTC`; nothing for one of bots alone or of a script.

    The clock of whoever began it is not this reader's: the time is that of UTC, the same on every machine.
    """
    try:
        began = datetime.fromisoformat(started)
        began = began if began.tzinfo else began.replace(tzinfo=UTC)
        return f"{began.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
    except (ValueError, OverflowError):
        return ""
