"""A prompt understands the same words everywhere, in the person of the one it speaks for."""

from collections.abc import Callable

from wargame.engine.records import Rejection
from wargame.plain import help, own, picture
from wargame.plain.voice import Leave, Voice
from wargame.plain.why import find, why
from wargame.play import typed
from wargame.play.connection import Connection
from wargame.play.host import Host
from wargame.play.words import NAMED_SEED


class Prompt:
    """Asks, and answers the words that can be said at any prompt as far as `speaks_for` may know."""

    def __init__(self, voice: Voice, host: Host) -> None:
        self.voice = voice
        self.names = host.names
        self.speaks_for: Connection
        self._host = host
        self._words: dict[str, Callable[[], None]] = {
            "help": self._help,
            "brief": lambda: own.brief(voice, self.speaks_for.sight(), host.names),
            "table": lambda: picture.table(voice, self.speaks_for.sight()),
            "numbers": lambda: own.numbers(voice, self.speaks_for.sight()),
            "cables": lambda: own.all_cables(voice, self.speaks_for.sight()),
            "card": lambda: picture.card(voice, self.speaks_for.sight()),
            "news": lambda: picture.news(voice, self.speaks_for.sight()),
            "options": lambda: own.options(voice, self.speaks_for.sight()),
            "sources": lambda: picture.sources(voice, host.names),
            "pause": self._pause,
            "unpause": self._unpause,
            "save": self._save,
            "quit": self._leave,
        }

    def ask(self, prompt: str, free: bool = False) -> str:
        """Return what is typed that is not such a word; with `free`, any sentence is an answer.

        Raises EndOfInput, TimeUp, and Leave.
        """
        while True:
            answer = self.voice.ask(prompt, below=free)
            if not self._understood(answer, free):
                return answer

    def enter(self, prompt: str) -> None:
        """Wait for Enter; anything else that is no word is answered with one sentence."""
        while self.ask(prompt):
            self.voice.say("Press Enter alone to go on, or type help.")

    def stands(self) -> None:
        """Say where the game is saved, and how to go on with it."""
        if self._host.save is None:
            self.voice.say("This game is not saved.")
        else:
            self.voice.say(typed.where(self._host.save))
            self.voice.command("Resume it with:", typed.command("resume", self._host.save))

    def _understood(self, answer: str, free: bool) -> bool:
        word, _, rest = answer.partition(" ")
        folded = answer.casefold()
        if folded in self._words:
            self._words[folded]()
            return True
        if word.casefold() != "why" or (free and not self._is_number(rest)):
            return False
        why(self.voice, self.speaks_for, self.names, rest.strip())
        return True

    def _is_number(self, typed: str) -> bool:
        """Say whether a sentence that begins with `why` can only be the question about a number."""
        return len(find(self.names, self.speaks_for.sight(), typed)) == 1

    def _help(self) -> None:
        sight = self.speaks_for.sight()
        hottest = max(sight.relations, key=lambda number: number.value, default=None)
        help.show(self.voice, hottest.id if hottest else "NUMBER")

    def _save(self) -> None:
        self.stands()
        sight = self.speaks_for.sight()
        self.voice.say(f"What was promised about the dice: {sight.commitment}")
        if sight.seed_given:
            self.voice.say(NAMED_SEED)

    def _pause(self) -> None:
        if self.speaks_for.sight().clock is None:
            self.voice.say("No clock runs in this game: take your time.")
        elif self._host.phase != "decide":
            self.voice.say("The clock runs only while a seat decides.")
        else:
            self._put(self._host.pause, "The clock has stopped. To start it again, type unpause.")

    def _unpause(self) -> None:
        if not self._host.paused:
            self.voice.say("No clock is stopped.")
        else:
            self._put(self._host.unpause, "The clock is running again.")

    def _put(self, command: Callable[[], Rejection | None], done: str) -> None:
        no = command()
        self.voice.say(f"That is not possible: {no.sentence}." if no else done)

    def _leave(self) -> None:
        raise Leave
