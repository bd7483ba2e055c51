"""One seat's sitting: what is new to it, what it is asked, and the decision that goes into its envelope."""

from collections.abc import Mapping
from typing import Literal, get_args

from wargame.content.base import OptionId
from wargame.engine.commands import Commit, Sit
from wargame.engine.records import Rejection
from wargame.engine.sight import EnvelopeSight, OptionSight, QuestionSight, Sight
from wargame.plain import own
from wargame.plain.own import Moment
from wargame.plain.prompt import Prompt
from wargame.plain.voice import Countdown, TimeUp
from wargame.plain.words import minutes, nearest
from wargame.play.host import Host
from wargame.play.table import Connection

Manner = Literal["alone", "consensus", "majority", "leader"]
MANNERS: tuple[Manner, ...] = get_args(Manner)


class _Again(Exception):
    """The answer is to be begun again."""


class Sitting:
    """A seat at the keyboard, from its first line to its envelope."""

    def __init__(self, host: Host, connection: Connection, prompt: Prompt, last: Moment | None) -> None:
        self._host = host
        self._connection = connection
        self._prompt = prompt
        self._voice = prompt.voice
        self._last = last
        self._countdown: Countdown | None = None

    def decide(self) -> None:
        """Hold the sitting until the envelope is given, or the clock has run out."""
        sight = self._connection.sight()
        if self._last is None and sight.envelope is None:
            own.brief(self._voice, sight, self._prompt.names)
            if not self._host.sitting(self._connection.seat):
                self._prompt.enter("Press Enter when you have read your brief.")
        self._sit()
        sight = self._connection.sight()
        own.since(self._voice, self._connection, self._last)
        own.cables(self._voice, sight, after=self._last[0] if self._last else 0)
        own.options(self._voice, sight)
        try:
            self._until_given(sight)
        except TimeUp:
            self._late(sight)

    def _sit(self) -> None:
        """Start the seat's clock; a seat that sat when the game was left goes on with its own."""
        seat = self._connection.seat
        if not self._host.sitting(seat):
            self._connection.say(Sit(by=seat, at=self._connection.now()))
        left = self._host.time_left(seat)
        if left is None:
            return
        self._countdown = Countdown(self._seconds_left)
        self._voice.say()
        self._voice.say(f"Your clock runs: {minutes(left / 1000)}. To stop it type pause.")

    def _seconds_left(self) -> float | None:
        left = self._host.time_left(self._connection.seat)
        return None if left is None else left / 1000

    def _until_given(self, sight: Sight) -> None:
        while True:
            try:
                command = self._form(sight)
            except _Again:
                own.options(self._voice, sight)
                continue
            if command is None:
                self._voice.say("Your envelope stays as it was.")
                return
            no = self._connection.say(command)
            if no is None:
                self._voice.say("Your decision is in the envelope.")
                return
            self._refused(no)

    def _refused(self, no: Rejection) -> None:
        if no.code == "late":
            raise TimeUp
        self._voice.say(f"That cannot be: {no.sentence}.")

    def _form(self, sight: Sight) -> Commit | None:
        """Ask for each part of a decision in the order of thought, and then whether it is meant so."""
        option = self._option(sight)
        if option is None:
            return self._same(sight.envelope)
        rationale = self._needed("Why? One or two sentences:")
        expects = self._free("What do you expect the others to do? (Enter: say nothing)")
        decided = self._manner()
        dissent = "" if decided == "alone" else self._free("Who disagreed, and why? (Enter: nobody)")
        forecasts = self._forecasts(sight.questions)
        self._summary(option, rationale, expects, decided, dissent)
        while answer := self._free("Press Enter to put this in the envelope, or type back to begin again:"):
            self._voice.say(f"'{answer}' is neither: press Enter, or type back.")
        return Commit(
            by=self._connection.seat,
            at=self._connection.now(),
            option=OptionId(option.id),
            rationale=rationale,
            expects=expects,
            decided=decided,
            dissent=dissent,
            forecasts=forecasts,
        )

    def _same(self, envelope: EnvelopeSight | None) -> Commit | None:
        """Return the envelope once more where a clock runs, so that it stops; else nothing."""
        if envelope is None or self._countdown is None:
            return None
        return Commit(
            by=self._connection.seat,
            at=self._connection.now(),
            option=OptionId(envelope.option),
            rationale=envelope.rationale,
            expects=envelope.expects,
            decided=next((manner for manner in MANNERS if manner == envelope.decided), "alone"),
            dissent=envelope.dissent,
            forecasts=dict(envelope.forecasts),
        )

    def _option(self, sight: Sight) -> OptionSight | None:
        """Ask for an option; None where an envelope is given already and is to stay."""
        assert sight.ask is not None
        options = sight.ask.options
        kept = "; Enter: as before" if sight.envelope else ""
        if sight.envelope:
            self._voice.say()
            self._voice.say(f"In your envelope now: {sight.envelope.label}.")
        while True:
            answer = self._free(f"Your choice, 1 to {len(options)}{kept}:")
            if not answer and sight.envelope:
                return None
            if not (answer.isascii() and answer.isdecimal() and 1 <= int(answer[:9]) <= len(options)):
                shown = f"'{answer[:40]}' is no option" if answer else "An option is needed"
                self._voice.say(f"{shown}: type its number, or help.{nearest(answer, ['help'])}")
                continue
            option = options[int(answer) - 1]
            if option.shut is None:
                return option
            self._voice.say(f"That option is shut: {own.reason(option)}.")

    def _free(self, prompt: str) -> str:
        answer = self._prompt.ask(prompt, self._countdown, free=True)
        if answer.casefold() == "back":
            raise _Again
        return answer

    def _needed(self, prompt: str) -> str:
        while not (answer := self._free(prompt)):
            self._voice.say("A reason is needed: a few words will do.")
        return answer

    def _manner(self) -> Manner:
        prompt = "Decided how? alone, consensus, majority or leader (Enter: alone):"
        while answer := self._free(prompt).casefold():
            found = [manner for manner in MANNERS if manner.startswith(answer)]
            if found:
                return found[0]
            self._voice.say(f"'{answer[:40]}' is none of the four.{nearest(answer, MANNERS)}")
        return "alone"

    def _forecasts(self, questions: tuple[QuestionSight, ...]) -> Mapping[str, int]:
        stated = {}
        for number, question in enumerate(questions, 1):
            self._voice.say()
            self._voice.say(f"Forecast {number} of {len(questions)}: {question.question}")
            if question.base is not None:
                self._voice.say(f"The base rate is {question.base}%.", indent=2)
            percent = self._percent()
            if percent is not None:
                stated[question.id] = percent
        return stated

    def _percent(self) -> int | None:
        while answer := self._free("How likely, 0 to 100 (Enter: no forecast):"):
            figure = answer.removesuffix("%").strip()
            if figure.isascii() and figure.isdecimal() and int(figure[:9]) <= 100:
                return int(figure)
            self._voice.say("A forecast is a whole number from 0 to 100, such as 70.")
        return None

    def _summary(self, option: OptionSight, rationale: str, expects: str, decided: str, dissent: str) -> None:
        facts = [f"Your choice: {option.label}.", f"Because: {rationale}"]
        facts += [f"You expect: {expects}"] if expects else []
        facts += [f"Decided: {decided}."] if decided != "alone" else []
        facts += [f"Dissent: {dissent}"] if dissent else []
        self._voice.list("Your decision:", facts)

    def _late(self, sight: Sight) -> None:
        """Tell the table that the clock ran out, unless an envelope is given already, and tell the seat."""
        self._voice.say()
        if sight.envelope:
            self._voice.say("Your clock has run out: your envelope stays as it was.")
        else:
            assert sight.ask is not None
            self._host.expire(self._connection.seat)
            self._voice.say("Your clock has run out. What happens now is marked as late:")
            self._voice.say(f"{own.default(sight.ask).label}.", indent=2)
        # Whatever half a line is still on the way ends here, and not at the next seat's prompt.
        self._voice.ask("Press Enter to leave your sitting.")
