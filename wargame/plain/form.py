"""A decision in the order of thought: option, reason, what is expected, how it was decided, forecasts."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from wargame.engine.commands import MANNERS, HumanManner
from wargame.engine.sight_parts import OptionSight, QuestionSight, Sight
from wargame.plain.voice import Voice
from wargame.play.draft import QUESTIONS, Draft
from wargame.play.words import DECIDED, base_rate, joined, nearest, reason

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
        self._draft = Draft()
        self._label = ""
        self.chosen: str | None = None

    def look_over(self) -> Draft | None:
        """Return what the envelope holds with what is changed of it; None where it is to stay."""
        envelope = self._sight.envelope
        assert envelope is not None
        self._draft, self._label = Draft.of(envelope), envelope.label
        self._confirm("In your envelope now:")
        return None if self._draft == Draft.of(envelope) else self._draft

    def fill(self) -> Draft | None:
        """Ask everything and return the decision; None where the envelope that lies there is to stay."""
        if not self._choose():
            return None
        self._reason()
        self._expect()
        self._decide()
        for number in range(len(self._sight.questions)):
            self._forecast(number)
        self._confirm()
        return self._draft

    def _ask(self, prompt: str, free: bool = False) -> str:
        answer = self._prompt(prompt, free)
        if answer.casefold() == "back":
            raise Again
        return answer

    def _choose(self) -> bool:
        option = self._option()
        if option is not None:
            self._draft.option, self._label = option.id, option.label
            self.chosen = option.label
        return option is not None

    def _choose_again(self) -> None:
        """Ask for another option, and then whether the reason that was written for the first still holds."""
        before = self._draft.option, self._label, self.chosen
        if not self._choose() or self._draft.option == before[0]:
            return
        self._voice.say(f"You chose otherwise before, because: {self._draft.rationale}")
        try:
            reason = self._ask("Does that still hold? (Enter: yes; or type another reason)", free=True)
        except Again:
            self._draft.option, self._label, self.chosen = before
            raise
        self._draft.rationale = reason or self._draft.rationale

    def _reason(self) -> None:
        while not (answer := self._ask(f"{QUESTIONS['rationale']}:", free=True)):
            self._voice.say("A reason is needed: a few words will do.")
        self._draft.rationale = answer

    def _expect(self) -> None:
        self._draft.expects = self._ask(f"{QUESTIONS['expects']} (Enter: say nothing)", free=True)

    def _decide(self) -> None:
        self._draft.decided = self._manner()
        if self._draft.decided != "alone":
            self._disagree()

    def _disagree(self) -> None:
        self._draft.dissent = self._ask(f"{QUESTIONS['dissent']} (Enter: nobody)", free=True)

    def _forecast(self, number: int) -> None:
        questions = self._sight.questions
        forecast(self._voice, questions[number], number + 1, len(questions))
        self._draft.forecasts[questions[number].id] = self._percent()

    def _option(self) -> OptionSight | None:
        assert self._sight.ask is not None
        options, envelope = self._sight.ask.options, self._sight.envelope
        while True:
            before = "; Enter: as before" if envelope else ""
            answer = self._ask(f"{QUESTIONS['option']}, 1 to {len(options)}{before}:")
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

    def _manner(self) -> HumanManner:
        if self._team.several is None:
            self._team.several = self._several()
        if not self._team.several:
            return "alone"
        prompt = f"{QUESTIONS['decided']} {joined(MANNERS, 'or')} (Enter: alone):"
        while answer := self._ask(prompt).casefold():
            found = [manner for manner in MANNERS if manner.startswith(answer)]
            if found:
                return found[0]
            self._voice.say(f"'{answer[:_SHOWN]}' is none of the four.{nearest(answer, MANNERS)}")
        return "alone"

    def _several(self) -> bool:
        prompt = f"{QUESTIONS['decided']} If several people share this seat type yes (Enter: alone):"
        while answer := self._ask(prompt).casefold():
            if answer in ("y", "yes", "n", "no"):
                return answer.startswith("y")
            self._voice.say("Type yes or no.")
        return False

    def _percent(self) -> int | None:
        while answer := self._ask("How likely, 0 to 100 (Enter: no forecast):"):
            percent = whole(answer.removesuffix("%").strip())
            if percent is not None and percent <= 100:
                return percent
            self._voice.say("A forecast is a whole number from 0 to 100, such as 70.")
        return None

    def _confirm(self, heading: str = "Your decision:") -> None:
        """Let any one answer be changed, until all of them are to be given."""
        while True:
            answers = self._answers()
            self._voice.list(heading, [f"{at}. {said}" for at, (said, _) in enumerate(answers, 1)])
            chosen = self._which(len(answers))
            if chosen is None:
                return
            self._change(answers[chosen][1])
            heading = "Your decision:"

    def _which(self, answers: int) -> int | None:
        """Return the place of the answer that is to be changed; None where all are to be given."""
        while typed := self._ask(
            "Press Enter to put this in the envelope, or type a number to change that answer, or back to "
            "begin again:"
        ):
            number = whole(typed)
            if number is not None and 1 <= number <= answers:
                return number - 1
            self._voice.say(f"'{typed[:_SHOWN]}' is no answer: type 1 to {answers}, or press Enter.")
        return None

    def _answers(self) -> list[tuple[str, Callable[[], object]]]:
        """Return each answer as it stands, with what asks for it once more."""
        draft = self._draft
        found: list[tuple[str, Callable[[], object]]] = [
            (f"{QUESTIONS['option']}: {self._label}.", self._choose_again),
            (f"Because: {draft.rationale}", self._reason),
            (f"You expect: {draft.expects or 'nothing said.'}", self._expect),
            (f"Decided by {DECIDED[draft.decided]}.", self._decide_together),
        ]
        if draft.decided != "alone":
            found.append((f"Dissent: {draft.dissent or 'none.'}", self._disagree))
        for number, question in enumerate(self._sight.questions):
            percent = draft.forecasts.get(question.id)
            said = "No forecast" if percent is None else f"Forecast, {percent}%"
            found.append((f"{said}: {question.question}", partial(self._forecast, number)))
        return found

    def _decide_together(self) -> None:
        """Ask how it was decided, also where it was said that one person sits here."""
        self._team.several = True
        self._decide()

    def _change(self, ask: Callable[[], object]) -> None:
        self._voice.say()
        self._voice.say("To leave it as it is, type back.")
        try:
            ask()
        except Again:
            self._voice.say("It stays as it was.")


def whole(typed: str) -> int | None:
    """Return the whole number that was typed, None where it is none, or far too long to be one."""
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) <= 9 else None


def forecast(voice: Voice, question: QuestionSight, number: int, of: int) -> None:
    """Say a question that a seat may answer with a probability, one of several."""
    voice.say()
    voice.say(f"{QUESTIONS['forecasts']} {number} of {of}: {question.question}")
    if question.base is not None:
        voice.say(base_rate(question.base), indent=2)
    if question.last is not None:
        voice.say(f"The last time, you said {question.last}%.", indent=2)
