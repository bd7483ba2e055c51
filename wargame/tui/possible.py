"""Which actions there are at a stage of the course: what the footer shows, and which keys do something."""

from wargame.engine.sight_parts import Sight
from wargame.tui.course import Course, Stage

TOLD = frozenset({Stage.REVEAL, Stage.TURN_END})
"""Stages whose scene is told beat by beat."""


def possible(
    action: str, parameters: tuple[object, ...], course: Course, step: str, seen: Sight | None, whole: bool
) -> bool:
    """Say whether an action of the table can be taken now.

    `step` is how far the sitting is, `seen` what is shown, and `whole` whether all of the scene is told.
    """
    stage = course.stage
    match action:
        case "open":
            return stage is Stage.SEALED
        case "again":
            return bool(course.changeable())
        case "all":
            return not whole and stage in TOLD
        case "back":
            return bool(stage is Stage.DECIDE and seen and seen.envelope)
        case "turn":
            return stage is Stage.END or (not whole and parameters == (1,))
        case "give":
            return step != "choose"
        case "pause":
            return seen is not None and seen.clock is not None and stage is Stage.DECIDE
        case "option":
            ask = seen.ask if seen and stage is Stage.DECIDE else None
            return ask is not None and step == "choose" and parameters[0] in range(1, len(ask.options) + 1)
        case "brief":
            return bool(seen and seen.brief) and stage is not Stage.BRIEF
        case "past":
            return stage not in TOLD and stage is not Stage.CURTAIN and course.host.opened
        case _:
            return True
