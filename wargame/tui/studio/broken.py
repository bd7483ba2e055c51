"""What the studio says when something breaks that works behind the screen."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from textual.worker import Worker, WorkerState

if TYPE_CHECKING:
    from textual.widget import Widget as _Base
else:
    _Base = object


class TellsFaults(_Base):
    """Says of a fault in its own threads that it was one: what is shown may be older than what is typed."""

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say it and go on; with WARGAME_DEBUG end, so that it is shown where it arose."""
        fault = event.worker.error
        if event.state is not WorkerState.ERROR or fault is None:
            return
        if os.environ.get("WARGAME_DEBUG"):
            raise fault
        self.app.clear_notifications()
        self.app.notify(
            f"A check broke off ({type(fault).__name__}): what is shown may be old. What you type is kept. "
            "Save, and tell the makers what you did.",
            markup=False,
            timeout=20,
        )
