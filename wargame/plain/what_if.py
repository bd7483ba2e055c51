"""What if, as lines: at each crossroads and for each seat, every figure under every option."""

from collections.abc import Sequence

from wargame.lab import lines, report
from wargame.plain.voice import Voice
from wargame.play.names import Names
from wargame.play.words import sentence
from wargame.study.crossroads import Crossroads, Question, Way
from wargame.study.whatif import Figure, Odds


def tell(voice: Voice, names: Names, every: Sequence[Crossroads], odds: Odds, seeds: range) -> None:
    """Say the figures of each crossroads, option beside option."""
    dice = f"the dice of seeds {seeds[0]} to {seeds[-1]}"
    voice.prose(
        f"Bots played on, {len(seeds)} games for each option, with {dice}. In brackets after each figure: "
        "its 95% interval, and how many games it rests on. Where the intervals of two options overlap, these "
        "games hardly tell them apart."
    )
    for here in every:
        voice.say()
        card = f": {here.title}" if here.title else ""
        voice.say(sentence(f"Turn {here.turn}, exchange {here.exchange} (record {here.at}){card}"))
        if here.why:
            voice.say(here.why)
        for question in here.questions:
            found = [odds[here.at, question.seat, at] for at in range(len(question.ways))]
            _question(voice, names.short[question.seat], question, found)


def _question(voice: Voice, short: str, question: Question, found: Sequence[Sequence[Figure]]) -> None:
    taken = next((way for way in question.ways if way.taken), None)
    voice.say()
    if taken is None:
        voice.say(f"{short} has not decided yet:")
    else:
        voice.say(f"{short} {'was too late, and took' if taken.late else 'chose'} '{taken.label}':")
    for figures in zip(*found, strict=True):
        voice.say(f"{figures[0].label.removesuffix('.')}:", indent=2)
        for way, figure in zip(question.ways, figures, strict=True):
            voice.say(lines.line(_labelled(figure, _named(way))), indent=4)
    for label, why in question.closed:
        voice.say(sentence(why if label in why else f"'{label}' is shut: {why}"), indent=2)


def _named(way: Way) -> str:
    return f"{way.label} ({'as it was, late' if way.late else 'as it was'})" if way.taken else way.label


def _labelled(figure: Figure, label: str) -> report.Figure:
    unit: report.Unit = "times" if figure.kind == "number" else "share"
    return report.Figure(figure.of, label, unit, figure.estimate)
