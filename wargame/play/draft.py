"""A decision before it is given: what people make, and what goes into the envelope."""

from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, field

from wargame.content.base import OptionId, SeatId
from wargame.engine.commands import MANNERS, Commit, HumanManner
from wargame.engine.sight_parts import EnvelopeSight

QUESTIONS: Mapping[str, str] = {
    "option": "Your choice",
    "rationale": "Why? One or two sentences",
    "expects": "What do you expect the others to do?",
    "decided": "How did you decide?",
    "dissent": "Who disagreed, and why?",
    "forecasts": "Forecast",
}
"""What is asked for each field, in the order of thought: on screens, in lines, on slips of paper."""


@dataclass
class Draft:
    """A decision that is not in the envelope yet; of its forecasts, one that is None is unset."""

    option: str | None = None
    rationale: str = ""
    expects: str = ""
    decided: HumanManner = "alone"
    dissent: str = ""
    forecasts: MutableMapping[str, int | None] = field(default_factory=dict)

    @classmethod
    def of(cls, envelope: EnvelopeSight) -> "Draft":
        """Return what an envelope holds, to be changed; a person goes on from a bot's as one alone."""
        return cls(
            option=envelope.option,
            rationale=envelope.rationale,
            expects=envelope.expects,
            decided=next((manner for manner in MANNERS if manner == envelope.decided), "alone"),
            dissent=envelope.dissent,
            forecasts=dict(envelope.forecasts),
        )

    def said(self, by: SeatId, at: int) -> Commit:
        """Return the command that gives it: without margins, unset forecasts, and dissent of one alone."""
        return Commit(
            by=by,
            at=at,
            option=OptionId(self.option or ""),
            rationale=self.rationale.strip(),
            expects=self.expects.strip(),
            decided=self.decided,
            dissent=self.dissent.strip() if self.decided != "alone" else "",
            forecasts={key: percent for key, percent in self.forecasts.items() if percent is not None},
        )
