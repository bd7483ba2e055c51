"""How long a game is likely to take, from its length and how many sit at one keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wargame.play.words import counted

if TYPE_CHECKING:
    from wargame.content.rules import Rules

_BRIEF = 1.5
_STEP = 5


def lasting(rules: Rules, name: str, seats: int) -> str:
    """Return the turns of a length and its minutes, as a sentence's part, where people hold so many seats.

    One seat at a keyboard is what the plan of a length reckons with. Each further one adds its brief, and a
    sitting for each headline card that is dealt.
    """
    length = rules.lengths[name]
    turns = counted(len(length.turns), "turn")
    if seats < 2:
        return f"{turns}; {length.minutes} minutes in class"
    dealt = sum(rules.deal.headlines + (turn in rules.deal.double) for turn in length.turns)
    more = (seats - 1) * (_BRIEF + dealt * length.sitting / 60)
    about = -(-(length.minutes + more) // _STEP) * _STEP
    return f"{turns}; about {about:.0f} minutes for {seats} seats at one keyboard"
