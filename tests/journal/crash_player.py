"""A scripted game on a save, made to be killed: `python -m tests.journal.crash_player SAVE RULES [LENGTH]`.

Every step, and the time of it, follows from the state alone, so a resumed game goes on with the very steps
that the killed one would have taken. After each record that counts, its number is acknowledged. With `resume`
for RULES the game on the save is gone on with.
"""

import os
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

from wargame.content.base import FACILITATOR, TABLE, OptionId
from wargame.content.load import load_scenario, scenario_from
from wargame.engine.book import Book
from wargame.engine.commands import Command, Commit, Expire, Inject, RuleNumber, RuleOutcome, Sit
from wargame.engine.records import Rejection
from wargame.engine.rulings import chances_by_path
from wargame.journal.game import resume
from wargame.journal.save import Save
from wargame.play.host import Host
from wargame.play.setup import begin, holders, seed_from
from wargame.play.table import Table

DRAFTS = (
    "Zuerst prüfen, dann handeln — 먼저 확인한다.",
    "On second thought: \u2028 \x85 [bold]not[/] \x1b[31m…\u202e",
    "Letztes Wort: „bleibt“ 🕊 \\ \" '",
)

Ack = Callable[[int], None]


class ScriptClock:
    """A second after the last command, always: a resumed game sees the times that it would have seen."""

    def __init__(self) -> None:
        self.table: Table | None = None

    def now(self) -> int:
        """Return milliseconds of play."""
        return 1000 + (self.table.state.now if self.table else 0)


class Script:
    """One human seat, bots in the others and a facilitator, who say what the script has for a state."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.host = Host(table)
        self.seat = next(seat for seat, holder in table.state.setup.seats.items() if holder.kind == "human")

    def play_out(self) -> None:
        """Play to the end."""
        while self.table.state.phase != "ended":
            self.step()

    def step(self) -> None:
        """Say the next thing, whatever the state is."""
        match self.table.state.phase:
            case "decide":
                self._decide()
            case "reveal":
                if not self._rule():
                    self.host.lead()
            case _:
                self.host.lead()

    def _rule(self) -> bool:
        """Let the facilitator inject a card and set a number, each once a game."""
        state, book = self.table.state, self.table.book
        card = book.scenario.cards[-1].id
        reason = "Für den Unterricht — 수업."
        if state.turn > 1:
            return False
        if card not in (*state.injected, *state.piles.table, *state.piles.discard):
            self._say(Inject(by=FACILITATOR, at=self._now(), card=card, reason=reason))
            return True
        if not state.ruled_numbers:
            ruling = RuleNumber(
                by=FACILITATOR, at=self._now(), number=book.numbers[0], value=71, reason=reason
            )
            self._say(ruling)
            return True
        return False

    def _decide(self) -> None:
        state, seat = self.table.state, self.seat
        here = state.exchanges[-1]
        if seat not in here.asked or seat in here.late:
            self._others()
            return
        envelope = here.envelopes.get(seat)
        draft = 0 if envelope is None else DRAFTS.index(envelope.rationale) + 1
        until = here.until.get(seat)
        match draft, until is not None, state.paused is not None:
            case 0, True, _ if state.turn == 2 and here.number == 1:
                assert until is not None
                self._say(Expire(by=TABLE, at=until, seat=seat))
            case ((0 | 1), False, False):
                self._say(Sit(by=seat, at=self._now()))
            case (0, True, False) | (1, True, True):
                self._commit(draft)
            case 1, True, False:
                self.host.pause()
            case 2, False, True:
                if not self._rule_outcome():
                    self.host.unpause()
            case 2, False, False:
                self.host.bots_decide()
                self._commit(draft)
            case _:
                self._others()

    def _rule_outcome(self) -> bool:
        paths = list(chances_by_path(self.table.book, self.table.state))
        if not paths or self.table.state.ruled_outcomes:
            return False
        self._say(RuleOutcome(by=FACILITATOR, at=self._now(), path=paths[0], outcome=0, reason=DRAFTS[0]))
        return True

    def _others(self) -> None:
        self.host.bots_decide()
        self.host.lead()

    def _commit(self, draft: int) -> None:
        sight = self.table.connection(self.seat).sight()
        assert sight.ask is not None
        options = [option.id for option in sight.ask.options if option.shut is None]
        commit = Commit(
            by=self.seat,
            at=self._now(),
            option=OptionId(options[(sight.turn + draft) % len(options)]),
            rationale=DRAFTS[draft],
            expects="Nichts Gutes. 좋지 않다." if draft else "",
            forecasts={question.id: 20 * draft + sight.turn for question in sight.questions},
        )
        self._say(commit)

    def _now(self) -> int:
        return self.table.clock.now()

    def _say(self, command: Command) -> None:
        answer = self.table.say(lambda _: command)
        assert not isinstance(answer, Rejection), answer


def begin_game(path: Path, book: Book, ack: Ack) -> tuple[Table, Save]:
    """Begin the scripted game on a new save; raises JournalError."""
    save = Save.create(path)
    table = _table(book, save, ack)
    seed = seed_from(7)
    seats = holders(book, seed, [book.seats[0]], None)
    try:
        assert not isinstance(table.begin(begin(book, seed, seats, clock=True, facilitator=True)), Rejection)
    except BaseException:
        save.close()
        raise
    return table, save


def resume_game(path: Path, ack: Ack) -> tuple[Table, Save]:
    """Go on with the scripted game on a save; raises JournalError."""
    game, save = resume(path)
    table = _table(game.book, save, ack)
    table.state = game.state
    return table, save


def _table(book: Book, save: Save, ack: Ack) -> Table:
    clock = ScriptClock()
    table = clock.table = Table(book, save, clock)
    table.listen(FACILITATOR, lambda _: ack(save.records - 1))
    return table


def play(path: Path, book: Book, ack: Ack = lambda _: None) -> None:
    """Play the scripted game from its beginning to its end, onto a new save."""
    _finish(*begin_game(path, book, ack))


def go_on(path: Path, ack: Ack = lambda _: None) -> None:
    """Play the scripted game on a save to its end; raises JournalError."""
    _finish(*resume_game(path, ack))


def _finish(table: Table, save: Save) -> None:
    try:
        Script(table).play_out()
    finally:
        save.close()


def die(call: int, when: str) -> None:
    """Make this process end at once at a call that changes the disk: before, in the middle, or after it."""
    calls = 0

    def deadly(real: Callable[..., int | None]) -> Callable[..., int | None]:
        def called(*given: object) -> int | None:
            nonlocal calls
            calls += 1
            if calls <= call:
                return real(*given)
            if when == "after":
                real(*given)
            elif when == "amid" and real is os_write:
                fd, data = given
                assert isinstance(data, memoryview)
                real(fd, data[: len(data) // 2])
            os._exit(9)

        return called

    os_write = os.write
    os.write, os.fsync, os.ftruncate = (  # type: ignore[assignment]
        deadly(real) for real in (os.write, os.fsync, os.ftruncate)
    )


def child(to: Connection, path: Path, content: str, fatal: tuple[int, str] | None) -> None:
    """Play, or go on where something of a game stands, and tell the parent each record that counts."""
    if fatal:
        die(*fatal)
    to.send(-1)
    if path.exists():
        go_on(path, ack=to.send)
    else:
        play(path, Book(scenario_from(content)), ack=to.send)


def main(arguments: list[str]) -> None:
    """Play, acknowledging each record on standard output."""

    def ack(n: int) -> None:
        print(f"acked {n}", flush=True)

    path, rules, *length = arguments
    if rules == "resume":
        go_on(Path(path), ack)
    else:
        play(Path(path), Book(load_scenario(rules), *length), ack=ack)


if __name__ == "__main__":
    main(sys.argv[1:])
