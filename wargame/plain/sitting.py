"""One seat's sitting: what is new to it, what it is asked, and the decision that goes into its envelope."""

from wargame.engine.sight_parts import Sight
from wargame.plain import own, picture
from wargame.plain.countdown import Countdown
from wargame.plain.form import Again, Form, Team
from wargame.plain.prompt import Prompt
from wargame.plain.voice import TimeUp
from wargame.play.connection import Connection
from wargame.play.draft import Draft
from wargame.play.host import Host
from wargame.play.leading import Refused
from wargame.play.words import minutes

_SHOWN = 60


class Sitting:
    """A seat at the keyboard; with `several` the card is said again, since others sat here meanwhile."""

    def __init__(self, host: Host, connection: Connection, prompt: Prompt, team: Team, several: bool) -> None:
        self._host = host
        self._connection = connection
        self._prompt = prompt
        self._voice = prompt.voice
        self._team = team
        self._several = several
        self._countdown = Countdown(self._seconds_left) if connection.sight().clock is not None else None
        self._chosen: str | None = None

    def decide(self) -> None:
        """Hold the sitting until the envelope is given, or the clock has run out."""
        try:
            with self._voice.timed(self._countdown):
                self._hold()
        except TimeUp:
            self._late(self._connection.sight())

    def _hold(self) -> None:
        sight = self._connection.sight()
        first = sight.new
        if first:
            own.brief(self._voice, sight, self._prompt.names)
            self._prompt.enter("Press Enter when you have read your brief.")
        self._sit()
        sight = self._connection.sight()
        if self._several:
            picture.deal(self._voice, sight)
            self._voice.say()
            self._voice.say("For the news, type news; for the tensions, type table.")
        own.since(self._voice, self._connection)
        own.cables(self._voice, sight, after=sight.last_asked[0] if sight.last_asked else 0)
        if first:
            self._prompt.enter("Press Enter for your question.")
        own.options(self._voice, sight)
        self._until_given(sight)

    def _sit(self) -> None:
        """Start the seat's clock; a seat that sat when the game was left goes on with its own."""
        if not self._connection.sight().sits and (no := self._connection.sit()):
            raise Refused(no.sentence)
        if self._countdown is not None:
            left = self._countdown.left()
            self._voice.say()
            if left is None:
                self._voice.say("Your clock is stopped. To start it again, type unpause.")
            else:
                self._voice.say(f"Your clock runs: {minutes(left)}. To stop it type pause.")

    def _seconds_left(self) -> float | None:
        left = self._connection.time_left()
        return None if left is None else left / 1000

    def _until_given(self, sight: Sight) -> None:
        anew = sight.envelope is None
        while True:
            form = Form(self._voice, self._prompt.ask, sight, self._team)
            try:
                self._tell_time()
                draft = form.fill() if anew else form.look_over()
            except Again:
                anew = True
                own.options(self._voice, sight)
                continue
            finally:
                self._chosen = form.chosen
            if draft is None:
                self._keep(sight)
                return
            no = self._connection.commit(draft)
            if no is None:
                self._voice.say("Your decision is in the envelope.")
                return
            if no.code == "late":
                raise TimeUp
            self._voice.say(f"That cannot be: {no.sentence}.")

    def _tell_time(self) -> None:
        if self._countdown is not None and (told := self._countdown.plenty()):
            self._voice.say()
            self._voice.say(told)

    def _keep(self, sight: Sight) -> None:
        """Leave the envelope as it is; where a clock runs, only giving it once more stops that."""
        if sight.envelope is not None and self._countdown is not None:
            self._connection.commit(Draft.of(sight.envelope))
        self._voice.say("Your envelope stays as it was.")

    def _late(self, sight: Sight) -> None:
        """Tell the table that the clock ran out, unless an envelope is given already, and tell the seat."""
        self._voice.say()
        self._voice.say("Your clock has run out.")
        if self._chosen is not None:
            self._voice.say(f"You had chosen: {self._chosen}.")
            self._voice.say("It was not in the envelope, and what is not in the envelope does not count.")
        if sight.envelope:
            self._voice.say(f"Your envelope stays as it was: {sight.envelope.label}.")
        else:
            assert sight.ask is not None
            self._host.expire(self._connection.seat)
            self._voice.say("What happens now is marked as late:")
            self._voice.say(f"{own.default(sight.ask).label}.", indent=2)
        # Whatever half a line is still on the way ends here, and not at the next seat's prompt.
        while typed := self._prompt.ask("Press Enter to leave your sitting."):
            self._voice.say(f"What you were typing was not kept: '{typed[:_SHOWN]}'.")
