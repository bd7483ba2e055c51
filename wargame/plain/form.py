"""A decision in the order of thought: option, reason, what is expected, how it was decided, forecasts."""

from collections.abc import Callable
from dataclasses import dataclass

from wargame.engine.commands import MANNERS, HumanManner
from wargame.engine.sight_parts import OptionSight, QuestionSight, Sight
from wargame.plain.voice import Voice
from wargame.play.draft import Draft
from wargame.play.words import nearest, reason

_SHOWN = 40


class Again(Exception):
    """The answer is to be begun again."""


@dataclass
class Team:
    """Who sits at a seat: one person or several, None until somebody has asked."""

    several: bool | None = None


class Form:
    """Asks a seat for its decision; every question can be answered with `back`, which raises Again.

    `chosen` is the label of the option that was chosen, as soon as one is.
    """

    def __init__(self, voice: Voice, ask: Callable[[str, bool], str], sight: Sight, team: Team) -> None:
        self._voice = voice
        self._prompt = ask
        self._sight = sight
        self._team = team
        self.chosen: str | None = None

    def fill(self) -> Draft | None:
        """Return the decision; None where the envelope that lies there is to stay."""
        option = self._option()
        if option is None:
            return None
        self.chosen = option.label
        rationale = self._rationale()
        expects = self._ask("What do you expect the others to do? (Enter: say nothing)", free=True)
        decided = self._manner()
        dissent = ""
        if decided != "alone":
            dissent = self._ask("Who disagreed, and why? (Enter: nobody)", free=True)
        forecasts = self._forecasts(self._sight.questions)
        draft = Draft(option.id, rationale, expects, decided, dissent, forecasts)
        self._confirm(draft, option.label)
        return draft

    def _ask(self, prompt: str, free: bool = False) -> str:
        answer = self._prompt(prompt, free)
        if answer.casefold() == "back":
            raise Again
        return answer

    def _option(self) -> OptionSight | None:
        assert self._sight.ask is not None
        options, envelope = self._sight.ask.options, self._sight.envelope
        if envelope:
            self._voice.say()
            self._voice.say(f"In your envelope now: {envelope.label}.")
        while True:
            answer = self._ask(f"Your choice, 1 to {len(options)}{'; Enter: as before' if envelope else ''}:")
            if not answer and envelope:
                return None
            number = whole(answer)
            if number is None or not 1 <= number <= len(options):
                said = f"'{answer[:_SHOWN]}' is not an option" if answer else "An option is needed"
                self._voice.say(f"{said}: type a number, or help.{nearest(answer, ['help', 'options'])}")
            elif options[number - 1].shut is None:
                return options[number - 1]
            else:
                self._voice.say(f"That option is shut: {reason(options[number - 1])}.")

    def _rationale(self) -> str:
        while not (answer := self._ask("Why? One or two sentences:", free=True)):
            self._voice.say("A reason is needed: a few words will do.")
        return answer

    def _manner(self) -> HumanManner:
        if self._team.several is None:
            self._team.several = self._several()
        if not self._team.several:
            return "alone"
        prompt = "Decided how? alone, consensus, majority or leader (Enter: alone):"
        while answer := self._ask(prompt).casefold():
            found = [manner for manner in MANNERS if manner.startswith(answer)]
            if found:
                return found[0]
            self._voice.say(f"'{answer[:_SHOWN]}' is none of the four.{nearest(answer, MANNERS)}")
        return "alone"

    def _several(self) -> bool:
        prompt = "Do several people share this seat? yes or no (Enter: no):"
        while answer := self._ask(prompt).casefold():
            if answer in ("y", "yes", "n", "no"):
                return answer.startswith("y")
            self._voice.say("Type yes or no.")
        return False

    def _forecasts(self, questions: tuple[QuestionSight, ...]) -> dict[str, int | None]:
        stated: dict[str, int | None] = {}
        for number, question in enumerate(questions, 1):
            forecast(self._voice, question, number, len(questions))
            stated[question.id] = self._percent()
        return stated

    def _percent(self) -> int | None:
        while answer := self._ask("How likely, 0 to 100 (Enter: no forecast):"):
            percent = whole(answer.removesuffix("%").strip())
            if percent is not None and percent <= 100:
                return percent
            self._voice.say("A forecast is a whole number from 0 to 100, such as 70.")
        return None

    def _confirm(self, draft: Draft, label: str) -> None:
        questions = {question.id: question.question for question in self._sight.questions}
        facts = [f"Your choice: {label}.", f"Because: {draft.rationale}"]
        facts += [f"You expect: {draft.expects}"] if draft.expects else []
        facts += [f"Decided by {draft.decided}."] if draft.decided != "alone" else []
        facts += [f"Dissent: {draft.dissent}"] if draft.dissent else []
        stated = [(key, percent) for key, percent in draft.forecasts.items() if percent is not None]
        facts += [f"Forecast, {percent}%: {questions[key]}" for key, percent in stated]
        self._voice.list("Your decision:", facts)
        while answer := self._ask("Press Enter to put this in the envelope, or type back to begin again:"):
            self._voice.say(f"'{answer[:_SHOWN]}' is neither: press Enter, or type back.")


def whole(typed: str) -> int | None:
    """Return the whole number that was typed, None where it is none, or far too long to be one."""
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) <= 9 else None


def forecast(voice: Voice, question: QuestionSight, number: int, of: int) -> None:
    """Say a question that a seat may answer with a probability, one of several."""
    voice.say()
    voice.say(f"Forecast {number} of {of}: {question.question}")
    if question.base is not None:
        voice.say(f"The base rate is {question.base}%.", indent=2)
    if question.last is not None:
        voice.say(f"The last time, you said {question.last}%.", indent=2)
