"""The card on the stage: the preview and the trial, as the stage is set, worked out off this thread."""

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.geometry import Size
from textual.message import Message
from textual.screen import Screen
from textual.worker import get_current_worker

from wargame.content.problems import Problem
from wargame.lab.staged import LastSound, Scenery, Staged
from wargame.lab.trial import Trial
from wargame.play.saying import Saying
from wargame.tui.ink import GAP, Piece, piece
from wargame.tui.page import Page
from wargame.tui.telling import staged as telling
from wargame.tui.telling import tried as telling_tried

WIDTHS = [(0, "-narrow"), (100, "-normal"), (170, "-wide")]
HEIGHTS = [(0, "-low"), (34, "-tall")]
"""From which size on there is room for panels side by side, and for the trial below the preview."""

STAGE = ("preview", "try")
"""The panels that show the card on the stage."""

STAYS = ("cards", "yaml", "problems")
"""The panels beside which whatever stands in the form's place stays when they come to the front."""


def fitting(size: Size) -> tuple[str, str]:
    """Return the classes of a size."""
    return (
        max(width for width in WIDTHS if width[0] <= size.width)[1],
        max(height for height in HEIGHTS if height[0] <= size.height)[1],
    )


class Stage(Vertical):
    """The preview, and below it the trial."""

    class Fitted(Message):
        """There is other room for both than before."""

    def compose(self) -> ComposeResult:
        """Lay both out."""
        for panel in STAGE:
            yield Page(id=panel)

    def on_resize(self) -> None:
        """Say so once both are laid out."""
        self.call_after_refresh(self.post_message, self.Fitted())


class OnStage(Screen[None]):
    """Shows a card on the stage; what is set there stays from card to card."""

    class Tried(Message):
        """A trial is over: what came of it, or one sentence why nothing did."""

        def __init__(self, staged: Staged, found: Trial | str) -> None:
            super().__init__()
            self.staged, self.found = staged, found

    def __init__(self) -> None:
        super().__init__()
        self.scenery = Scenery()
        self.staged: Staged | None = None
        self.saying: Saying | None = None
        self.sound = LastSound()
        self._trial: tuple[Staged, Trial | str] | None = None
        self._wrong: Problem | None = None
        self._waits = True

    def shows(self, panel: str) -> bool:
        """Say whether the preview or the trial is in sight at this size."""
        if self.has_class("-narrow"):
            return self.has_class(f"front-{panel}")
        if self.has_class("-wide") and self.has_class("odds-last"):
            return False
        both = self.has_class("-tall") and any(self.has_class(f"beside-{each}") for each in STAGE)
        return both or self.has_class("-wide") or self.has_class(f"beside-{panel}")

    def put_beside(self, front: str) -> None:
        """Let the preview, the trial or the odds take the form's place, or give it back.

        Where there is room beside the form too, the odds have it from when they are asked for to when the
        preview or the trial is.
        """
        if front not in STAYS:
            beside = {f"beside-{panel}": panel == front for panel in (*STAGE, "odds")}
            self.update_classes(beside, animate=False)
        if front in (*STAGE, "odds"):
            self.set_class(front == "odds", "odds-last")

    @property
    def is_tried(self) -> bool:
        """Say whether the trial that is shown is of what is on the stage now."""
        return self._trial is not None and self._trial[0] is self.staged

    def show_stage(self, wrong: Problem | None) -> None:
        """Show what is on the stage; `wrong` is the first problem of the card as it is typed."""
        self._wrong = wrong
        stale = self.staged is None or self.staged.as_of != "now"
        self.query_one("#stage").set_class(stale, "-stale")
        if self.staged is None:
            told = [piece(("…", "muted"))] if self._waits else telling.never(wrong)
            for panel in STAGE:
                self.query_one(f"#{panel}", Page).show(told, top=False)
            return
        if self.shows("preview"):
            told = [*self._head(self.staged, choices=False), *telling.preview(self.staged)]
            self.query_one("#preview", Page).show(told, top=False)
        if self.shows("try"):
            self._show_trial(self.staged)
            if not self.is_tried:
                self._try(self.staged)

    def clear_stage(self) -> None:
        """Take a card off the stage, before another comes."""
        self.staged, self._waits = None, True
        self.stop_trying()
        for panel in STAGE:
            self.query_one(f"#{panel}", Page).scroll_to(0, 0, animate=False, immediate=True)

    def put_on_stage(self, staged: Staged | None) -> None:
        """Put a card on the stage, as a check found it; none if it cannot be shown."""
        self.staged, self._waits = staged, False
        self.saying = staged.saying if staged is not None else self.saying

    def _head(self, staged: Staged, *, choices: bool) -> list[Piece]:
        return [*telling.of_when(staged, self._wrong), telling.scenery(staged, choices=choices), GAP]

    def _show_trial(self, staged: Staged) -> None:
        page = self.query_one("#try", Page)
        told = self._head(staged, choices=True)
        if self._trial is None or self._trial[0].card != staged.card:
            page.show([*told, piece(("Trying …", "muted"))], top=False)
            return
        of, found = self._trial
        # Two cells stay free: for a pointer, and at the right.
        width = page.scrollable_content_region.width - 2
        page.show([*told, *telling_tried.trial(found, of, width)], top=False)

    @work(thread=True, exclusive=True, group="trial", exit_on_error=False)
    def _try(self, staged: Staged) -> None:
        worker = get_current_worker()
        found: Trial | str
        try:
            found = staged.tried(lambda: not worker.is_cancelled)
        except ValueError as no:
            found = f"{no}. S takes that choice away."
        except Exception:  # noqa: BLE001 - a card that cannot be tried is no reason to stop editing it
            found = "This card cannot be tried as it stands."
        if not worker.is_cancelled:
            self.post_message(self.Tried(staged, found))

    def stop_trying(self) -> None:
        """Leave a trial that is under way: the card is edited."""
        self.workers.cancel_group(self, "trial")

    @on(Tried)
    def _tried_out(self, event: Tried) -> None:
        if event.staged is self.staged:
            self._trial = event.staged, event.found
            self._show_trial(event.staged)

    @on(Stage.Fitted)
    def _fit(self) -> None:
        self.show_stage(self._wrong)
