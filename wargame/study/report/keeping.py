"""What to keep and what to change: questions for the room, what reviewers noted, and room to write."""

from wargame.study.report.parts import Blank, Group, Items, Section, kept
from wargame.study.report.told import Told

_BY_HAND = (
    "What went well, and should be kept?",
    "What should be done otherwise, and by whom?",
    "What does this game say to its question, and what does it not say?",
)


def keeping(told: Told) -> Section:
    """Return the chapter."""
    questions = tuple(
        Items(f"Turn {here.turn}, {here.card.title}", here.discuss) for here in told.played if here.card
    )
    return Section(
        "keep",
        "What to keep and what to change",
        "Keep and change",
        kept(
            Group("Questions for the room", kept(*questions)),
            Group("What reviewers noted", kept(Items("", _noted(told)))),
            *(Blank(question) for question in _BY_HAND),
        ),
    )


def _noted(told: Told) -> tuple[str, ...]:
    found = []
    for note in told.notes:
        if note.at > told.last:
            continue
        moment = told.replay.moments[note.at]
        where = f"Turn {moment.turn}, {moment.title or 'between two steps'} (record {note.at})"
        found.append(f"{where}. {told.reviewer(note.by)}: {told.typed(note.text) or 'a bookmark'}")
    return tuple(found)
