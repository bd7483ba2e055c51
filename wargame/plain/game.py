"""A game from where it stands to its end: briefs, cards, sittings, reveals."""

from wargame.content.base import SeatId
from wargame.plain import end, hindsight, own, picture, reveal
from wargame.plain.form import Team
from wargame.plain.prompt import Prompt
from wargame.plain.sitting import Sitting
from wargame.plain.voice import Voice
from wargame.play import typed
from wargame.play.connection import Connection
from wargame.play.host import Host
from wargame.play.words import joined, nearest


class PlainGame:
    """The table as lines."""

    def __init__(self, host: Host, voice: Voice) -> None:
        self._host = host
        self._voice = voice
        self._names = host.names
        self._public = host.public
        self._prompt = Prompt(voice, host)
        self._humans = host.people
        self._teams = {seat: Team() for seat in self._humans}
        if not self._humans:
            voice.never_stop()
        self._speak_for_all()
        self._in_the_middle = True
        # What was revealed before a fork, all have seen.
        self._seen = host.forked and host.opened

    def play(self) -> None:
        """Play on to the end; raises EndOfInput, Leave, and JournalError when a record cannot be kept."""
        while True:
            match self._host.phase:
                case "brief":
                    self._brief()
                case "decide":
                    self._decide()
                case "reveal":
                    self._reveal()
                case _:
                    self._end()
                    return
            self._in_the_middle = self._seen = False

    def warn(self, sentence: str) -> None:
        """Say what must not be missed, and wait until it is read."""
        self._voice.say(sentence)
        self._enter("Press Enter when you have read this.")

    def stands(self) -> None:
        """Say where the game is saved, and how to go on with it."""
        self._prompt.stands()

    def _speak_for_all(self) -> None:
        """Let the words speak for the observer; one person alone has nobody to hide from."""
        self._prompt.speaks_for = self._reader

    @property
    def _reader(self) -> Connection:
        """Return whose eyes read what is said to the room: the one person's, else everybody's."""
        return self._host.connection(self._humans[0]) if len(self._humans) == 1 else self._public

    def _enter(self, prompt: str) -> None:
        if self._humans:
            self._prompt.enter(prompt)

    def _brief(self) -> None:
        sight = self._reader.sight()
        if sight.turn > 1 and not self._seen:
            reveal.end_of_turn(self._voice, sight, self._names, sight.turn - 1)
        self._enter(f"Press Enter for turn {sight.turn}.")
        picture.turn_brief(self._voice, sight)
        self._enter("Press Enter to see what happens.")
        self._host.lead()

    def _decide(self) -> None:
        sight = self._public.sight()
        if self._in_the_middle:
            picture.turn_brief(self._voice, sight)
            self._enter("Press Enter for the card.")
        picture.deal(self._voice, sight)
        self._host.bots_decide()
        if self._humans:
            self._people_decide()
        self._host.lead()

    def _people_decide(self) -> None:
        asked = self._asked()
        waiting = self._host.waiting()
        if waiting:
            several = len(self._humans) > 1
            self._prompt.enter(f"Press Enter {'when everybody has read this' if several else 'to decide'}.")
        for seat in waiting:
            self._sit(seat)
        if not asked:
            self._voice.say()
            self._voice.say("This card asks nobody who sits here: the others have decided.")
        while answer := self._prompt.ask(self._open_prompt(asked)):
            self._change(answer, asked)

    def _open_prompt(self, asked: list[SeatId]) -> str:
        """Return the prompt before the envelopes are opened, with the change that it offers."""
        free = self._in_time(asked)
        change = f" (To decide again: change{'' if len(free) == 1 else ' SEAT'}.)" if free else ""
        return f"All decisions are in. Press Enter to open the envelopes.{change}"

    def _in_time(self, asked: list[SeatId]) -> list[SeatId]:
        """Return the seats whose clock has not run out."""
        late = self._public.sight().late
        return [seat for seat in asked if seat not in late]

    def _asked(self) -> list[SeatId]:
        return [seat for seat in self._public.sight().asked if seat in self._humans]

    def _change(self, answer: str, asked: list[SeatId]) -> None:
        word, _, name = answer.partition(" ")
        if word.casefold() != "change":
            self._voice.say(f"Press Enter alone to go on, or type help.{nearest(word, ['change', 'help'])}")
            return
        free = self._in_time(asked) or asked
        seat = free[0] if not name and len(free) == 1 else self._names.seat(name)
        if seat is None or seat not in asked:
            self._voice.say(f"Say whose decision: change {joined(free, 'or')}." if asked else "Nobody here.")
        elif seat not in self._in_time(asked):
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
        connection = self._host.connection(seat)
        self._prompt.speaks_for = connection
        try:
            Sitting(self._host, connection, self._prompt, self._teams[seat], several).decide()
        finally:
            # However the sitting ends, also by Ctrl-C, nothing of it stays to be read.
            if several:
                self._voice.clear()
        self._speak_for_all()

    def _reveal(self) -> None:
        if self._seen:
            picture.turn_brief(self._voice, self._public.sight())
        else:
            reveal.exchange(self._voice, self._reader.sight(), self._names)
        self._enter("Press Enter to go on.")
        self._host.lead()

    def _end(self) -> None:
        sight = self._reader.sight()
        reveal.end_of_turn(self._voice, sight, self._names, sight.turn)
        self._enter("Press Enter to see how it ended.")
        ending = self._public.ending()
        end.outcome(self._voice, ending, sight.tracks, self._names)
        self._own_last_turn()
        self._enter("Press Enter for the question of the game, intents and points.")
        hindsight.question(self._voice, sight.question, ending, self._names, self._humans)
        end.scores(self._voice, ending, self._names, self._humans)
        self._enter("Press Enter for cables and forecasts.")
        hindsight.cables(self._voice, ending, self._names)
        hindsight.dice(self._voice, ending)
        hindsight.forecasts(self._voice, ending, self._names, self._humans)
        if self._humans:
            self._enter("Press Enter for what was said in the envelopes.")
            hindsight.envelopes(self._voice, ending, self._names, self._humans)
        self._enter("Press Enter for questions to discuss.")
        hindsight.discuss(self._voice, ending)
        self._enter("Press Enter to see how this game can be checked.")
        digest, save = self._host.digest, self._host.save
        verify = typed.command("verify", save, "--against", digest) if save else None
        replay = typed.command("replay", save) if save else None
        end.trust(self._voice, ending, digest, verify, replay)
        if self._humans:
            self._farewell()

    def _own_last_turn(self) -> None:
        """Say what no sitting could: how people's own numbers moved after their last one."""
        for seat in self._humans:
            own.last_turn(self._voice, self._host.connection(seat), self._names)

    def _farewell(self) -> None:
        self._voice.say()
        self._voice.say("All secrets are open now: ask for table, numbers, news, or why NUMBER.")
        self._voice.command("For another game:", f"{typed.program()} play")
        self._prompt.enter("Press Enter to leave.")
