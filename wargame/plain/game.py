"""A game from where it stands to its end: briefs, cards, sittings, reveals."""

from pathlib import Path

from wargame.content.base import OBSERVER, SeatId
from wargame.plain import end, picture, reveal, saved
from wargame.plain.own import Moment
from wargame.plain.prompt import Prompt
from wargame.plain.sitting import Sitting
from wargame.plain.voice import Voice
from wargame.plain.words import Names, joined, nearest
from wargame.play.host import Host


class PlainGame:
    """The table as lines; `save` is where the game is kept, None for one that is not."""

    def __init__(self, host: Host, voice: Voice, save: Path | None) -> None:
        self._host = host
        self._table = host.table
        self._voice = voice
        self._names = Names.of(host.table.book)
        self._public = host.table.connection(OBSERVER)
        self._prompt = Prompt(voice, host, self._names, save)
        self._save = save
        seats = host.table.state.table.seats
        self._humans = [seat for seat, holder in seats.items() if holder.kind == "human"]
        self._speak_for_all()
        self._in_the_middle = True

    def play(self) -> None:
        """Play on to the end; raises EndOfInput, Leave, and JournalError when a record cannot be kept."""
        while True:
            match self._table.state.phase:
                case "brief":
                    self._brief()
                case "decide":
                    self._decide()
                case "reveal":
                    self._reveal()
                case _:
                    self._end()
                    return
            self._in_the_middle = False

    def stands(self) -> None:
        """Say where the game is saved, and how to go on with it."""
        self._prompt.stands()

    def _speak_for_all(self) -> None:
        """Let the words speak for the observer; one person alone has nobody to hide from."""
        alone = len(self._humans) == 1
        self._prompt.speaks_for = self._table.connection(self._humans[0]) if alone else self._public

    def _enter(self, prompt: str) -> None:
        if self._humans:
            self._prompt.enter(prompt)

    def _brief(self) -> None:
        sight = self._public.sight()
        if sight.turn > 1:
            reveal.end_of_turn(self._voice, sight, self._names, sight.turn - 1)
        self._enter(f"Press Enter for turn {sight.turn}.")
        picture.turn_brief(self._voice, sight)
        self._enter("Press Enter to see what happens.")
        self._host.lead()

    def _decide(self) -> None:
        sight = self._public.sight()
        if self._in_the_middle:
            picture.turn_brief(self._voice, sight)
        picture.deal(self._voice, sight)
        self._host.bots_decide()
        if self._humans:
            self._people_decide()
        self._host.lead()

    def _people_decide(self) -> None:
        asked = self._asked()
        waiting = self._host.waiting("human")
        if len(self._humans) == 1 and waiting:
            self._prompt.enter("Press Enter to decide.")
        for seat in waiting:
            self._sit(seat)
        if not asked:
            self._voice.say()
            self._voice.say("This card asks nobody who sits here: the others have decided.")
        change = f" (To decide once more: change{'' if len(asked) == 1 else ' SEAT'}.)" if asked else ""
        prompt = f"All decisions are in. Press Enter to open the envelopes.{change}"
        while answer := self._prompt.ask(prompt):
            self._change(answer, asked)

    def _asked(self) -> list[SeatId]:
        return [seat for seat in self._table.state.exchanges[-1].asked if seat in self._humans]

    def _change(self, answer: str, asked: list[SeatId]) -> None:
        word, _, name = answer.partition(" ")
        if word.casefold() != "change":
            self._voice.say(f"Press Enter alone to go on, or type help.{nearest(word, ['change', 'help'])}")
            return
        seat = asked[0] if not name and len(asked) == 1 else self._names.seat(name)
        if seat is None or seat not in asked:
            self._voice.say(f"Say whose decision: change {joined(asked, 'or')}." if asked else "Nobody here.")
        elif seat in self._table.state.exchanges[-1].late:
            self._voice.say(f"The clock of {self._names.short[seat]} has run out, and its default counts.")
        else:
            self._sit(seat)

    def _sit(self, seat: SeatId) -> None:
        """Hold a seat's sitting, with nobody else's eyes on it where more than one person plays."""
        several = len(self._humans) > 1
        if several:
            self._voice.clear()
            self._prompt.speaks_for = self._public
            self._prompt.enter(
                f"Pass the keyboard to {self._names.title(seat)}. Press Enter when nobody else is looking."
            )
        connection = self._table.connection(seat)
        self._prompt.speaks_for = connection
        Sitting(self._host, connection, self._prompt, self._last_sat(seat)).decide()
        self._speak_for_all()
        if several:
            self._voice.clear()

    def _last_sat(self, seat: SeatId) -> Moment | None:
        """Return the last exchange before this one that asked a seat."""
        state = self._table.state
        before = [*state.past, *((state.turn, exchange) for exchange in state.exchanges[:-1])]
        asked = [(turn, exchange.number) for turn, exchange in before if seat in exchange.asked]
        return asked[-1] if asked else None

    def _reveal(self) -> None:
        reveal.exchange(self._voice, self._public.sight(), self._names)
        self._enter("Press Enter to go on.")
        self._host.lead()

    def _end(self) -> None:
        sight = self._public.sight()
        reveal.end_of_turn(self._voice, sight, self._names, sight.turn)
        self._enter("Press Enter to see how it ended.")
        ending = self._public.ending()
        end.outcome(self._voice, ending, sight.tracks, self._names)
        self._enter("Press Enter for intents and points.")
        end.scores(self._voice, ending, self._names)
        self._enter("Press Enter for cables and forecasts.")
        end.foresight(self._voice, ending, self._names)
        self._enter("Press Enter to see how this game can be checked.")
        digest = self._table.journal.digest
        check = ("--against", digest)
        verify = saved.command("verify", self._save, *check) if self._save else "there is no save"
        end.trust(self._voice, ending, digest, verify)
        if self._humans:
            self._voice.say()
            self._voice.say("All secrets are open now: ask for table, numbers, news, or why NUMBER.")
            self._voice.say("For another game: wargame play")
            self._prompt.enter("Press Enter to leave.")
