"""The needle: what an edit does to the odds, from games of two contents played in turn while people look.

What was played is kept by content, so that going back to one finds its games. A content's name is the
digest of all that bots can see of it: where only words changed, it is the same.
"""

from collections import OrderedDict
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from threading import Condition, Thread

from wargame.content.scenario import Scenario, canonical, digest
from wargame.content.words import without_words
from wargame.lab import blocks
from wargame.lab.blocks import MOST, SEEDS, Answer, Games
from wargame.lab.crew import Content, Crew, Gone, Plays, prepare
from wargame.lab.many import usable_processes
from wargame.lab.options import Option

FIRST = 3
"""Blocks of each content that make a first answer."""
_KEPT = 40
"""Contents whose games are kept, each in about a megabyte."""
_LOSSES = 2
"""Blocks in a row whose process was lost, and that are tried again."""
_MOST_PROCESSES = 4


def content(scenario: Scenario, length: str | None) -> Content:
    """Return a scenario as it is played in a length, None for the longest."""
    length = length or scenario.rules.length
    return Content(f"{length}/{digest(without_words(scenario))}", canonical(scenario), length)


@dataclass(frozen=True, slots=True)
class Edit:
    """A scenario before an edit, None where there is none that can be played, and now, as they are played."""

    before: Scenario | None
    now: Scenario
    was: Content | None
    is_now: Content

    @property
    def contents(self) -> tuple[Content, ...]:
        """What has to be played to compare them: one content, if no game can tell them apart."""
        if self.was is None or self.was.key == self.is_now.key:
            return (self.is_now,)
        return self.was, self.is_now

    @property
    def only_words(self) -> bool:
        """Say whether something was changed, and nothing but what people read."""
        return self.was is not None and self.was.key == self.is_now.key and self.was != self.is_now


def edit(before: Scenario | None, now: Scenario, length: str | None) -> Edit:
    """Return an edit as it is played in a length, None for the longest."""
    return Edit(before, now, None if before is None else content(before, length), content(now, length))


class Needle:
    """Plays what it is asked for in threads, each of which has a process; no more than it is asked for.

    `most` is how many blocks of each content make a whole run. `fault` says why it cannot play, if it cannot.
    """

    def __init__(self, crew: Plays | None = None, threads: int | None = None, most: int = MOST) -> None:
        threads = threads or min(_MOST_PROCESSES, usable_processes())
        self._crew = crew or Crew(threads, gentle=True)
        self._threads = threads
        self.most = min(most, MOST)
        self._running: list[Thread] = []
        self._games: OrderedDict[str, Games] = OrderedDict()
        self._wanted: tuple[Content, ...] = ()
        self._busy: set[tuple[str, int]] = set()
        self._closed = False
        self._turn = Condition()
        self._lost = 0
        self.fault = ""

    def wake(self) -> None:
        """Start the threads and their processes, if they are not: they will soon be asked.

        To be called on the main thread, as `ask` is.
        """
        with self._turn:
            if not self._running and not self._closed:
                prepare()
                self._running = [Thread(target=self._play, daemon=True) for _ in range(self._threads)]
                for thread in self._running:
                    thread.start()

    def ask(self, *contents: Content) -> None:
        """Play these, block by block in turn, in place of what was played."""
        self.wake()
        with self._turn:
            if self._closed:
                return
            self.fault, self._lost = "", 0
            self._wanted = contents
            for each in contents:
                self._of(each)
            while len(self._games) > _KEPT:
                self._games.popitem(last=False)
            self._turn.notify_all()

    def stop(self) -> None:
        """Play no more; the blocks at hand are finished, and kept."""
        with self._turn:
            self._wanted = ()

    def close(self) -> None:
        """End it, and its processes."""
        with self._turn:
            self._closed, self._wanted = True, ()
            self._turn.notify_all()
        self._crew.close()

    @property
    def playing(self) -> bool:
        """Say whether any block is still to be played, or being played."""
        with self._turn:
            return bool(self._busy) or self._next() is not None

    def games(self, *contents: Content) -> int:
        """Return how many games of each of these have been played, of the same seeds."""
        with self._turn:
            played = [self._of(each).blocks for each in contents]
            return SEEDS * len(set.intersection(*played)) if played else 0

    def answer(self, made: Edit, card: str, options: Iterable[Option]) -> Answer | None:
        """Return what has been found, None while that is too little for a first answer.

        Where nothing differs that bots can see, there is no before to tell of.
        """
        with self._turn:
            was = self._of(made.was) if made.was is not None and len(made.contents) > 1 else None
            found = blocks.answer(was, self._of(made.is_now), card, options)
        return found if found.games >= FIRST * SEEDS else None

    def _of(self, content: Content) -> Games:
        games = self._games.setdefault(content.key, Games())
        self._games.move_to_end(content.key)
        return games

    def _next(self) -> tuple[Content, int] | None:
        """Return what is to be played next: the first block that is missing, in turn."""
        for at in range(self.most):
            for each in self._wanted:
                if at not in self._games[each.key].blocks and (each.key, at) not in self._busy:
                    return each, at
        return None

    def _play(self) -> None:
        with suppress(Gone):  # said when there is something to be played
            self._crew.ready()
        while True:
            with self._turn:
                while (found := self._next()) is None and not self._closed:
                    self._turn.wait()
                if found is None or self._closed:
                    return
                each, at = found
                self._busy.add((each.key, at))
            fault = ""
            try:
                came = self._crew.do(each, blocks.block, [at])
                with self._turn:
                    self._of(each).add(at, came[0])
                    self._lost = 0
            except Gone as gone:
                fault = str(gone)
            except Exception as odd:  # noqa: BLE001 - whatever a deck makes of a game, the studio stands
                fault, self._lost = f"a game broke off ({type(odd).__name__})", _LOSSES
            with self._turn:
                self._busy.discard((each.key, at))
                if fault:
                    self._note(each, fault)

    def _note(self, content: Content, fault: str) -> None:
        """Take note of a block that did not come: it is tried again, unless that has been done already."""
        self._lost += 1
        if self._lost > _LOSSES and content in self._wanted and not self._closed:
            self.fault, self._wanted = fault, ()
