"""What if, as lines: first what would surely have gone otherwise, then each figure if it is asked for."""

from collections.abc import Iterator, Sequence

from wargame.lab import lines, report
from wargame.lab.options import FEW
from wargame.plain.voice import Voice
from wargame.play.names import Names
from wargame.play.words import joined, sentence
from wargame.study.crossroads import Crossroads, Question, Way
from wargame.study.what_differs import Difference, Otherwise, on_the_whole, otherwise, weightiest
from wargame.study.whatif import Figure, Odds


def tell(
    voice: Voice, names: Names, every: Sequence[Crossroads], odds: Odds, seeds: range, figures: bool
) -> None:
    """Say what each crossroads would have changed, the short of it first; on demand all figures."""
    found = [(here, otherwise(here, odds)) for here in every]
    if len(seeds) < FEW:
        voice.prose(f"Fewer than {FEW} games tell no option from another: raise --games, or read --figures.")
    else:
        voice.say("In short:")
        for here, own in found:
            voice.say(_short(names, here, own), indent=2)
        for here, own in found:
            _crossroads(voice, here)
            _differences(voice, names, here, own)
    if figures:
        _figures(voice, names, every, odds, seeds)
        return
    voice.say()
    voice.prose(
        f"{_played(seeds)} An option is named where the 95% interval of a figure lies apart from the one of "
        "what was chosen. --figures prints every figure with its interval, --format csv all as a table."
    )


def _played(seeds: range) -> str:
    dice = f"the dice of seeds {seeds[0]} to {seeds[-1]}"
    return f"Bots played on, {len(seeds)} games for each option, with {dice}."


def _short(names: Names, here: Crossroads, own: Sequence[Otherwise]) -> str:
    where = f"Turn {here.turn}{f', {here.title}' if here.title else ''}"
    if not any(question.ways[0].taken for question in here.questions):
        return f"{where}: nobody has decided yet."
    most = weightiest(own)
    if most is None:
        return f"{where}: no option surely changes war or the number watched."
    seat = names.short[most.question.seat]
    what = joined([_difference(one) for one in on_the_whole(most)])
    return f"{where}: most depended on {seat}. With '{most.way.label}', {what}."


def _crossroads(voice: Voice, here: Crossroads) -> None:
    voice.say()
    card = f": {here.title}" if here.title else ""
    voice.say(sentence(f"Turn {here.turn}, exchange {here.exchange} (record {here.at}){card}"))
    if here.why:
        voice.say(here.why)


def _differences(voice: Voice, names: Names, here: Crossroads, own: Sequence[Otherwise]) -> None:
    """Say of each seat what its other options would have changed, then who could have changed nothing."""
    decided = [question for question in here.questions if question.ways[0].taken]
    moving = [question for question in decided if any(one.question is question for one in own)]
    for question in moving:
        voice.say(_taken(names.short[question.seat], question), indent=2)
        for one in own:
            if one.question is question:
                voice.say(f"{one.way.label}:", indent=4)
                for difference in one.differences:
                    voice.say(sentence(_difference(difference, whole=True)), indent=6)
    still = [names.short[question.seat] for question in decided if question not in moving]
    if still:
        voice.say(f"{joined(still)}: no other option surely changes anything.", indent=2)
    open_yet = [names.short[question.seat] for question in here.questions if question not in decided]
    if open_yet:
        voice.say(f"Not decided yet, so nothing to compare with: {joined(open_yet)}.", indent=2)


def _difference(one: Difference, whole: bool = False) -> str:
    now, was = one.now, one.was
    if whole:
        return f"{now.label.removesuffix('.')}: {now.said} instead of {was.said}"
    if now.kind == "war":
        return f"war in {now.said} of the games instead of {was.said}"
    return f"{now.label.removesuffix(', on average')} {now.said} instead of {was.said}"


def _figures(voice: Voice, names: Names, every: Sequence[Crossroads], odds: Odds, seeds: range) -> None:
    voice.say()
    voice.prose(
        f"Every figure. {_played(seeds)} In brackets after each figure: its 95% interval, and how many games "
        "it rests on. Where the intervals of two options overlap, these games hardly tell them apart."
    )
    for here in every:
        _crossroads(voice, here)
        for question in here.questions:
            found = [odds[here.at, question.seat, at] for at in range(len(question.ways))]
            _question(voice, names.short[question.seat], question, found)


def _question(voice: Voice, short: str, question: Question, found: Sequence[Sequence[Figure]]) -> None:
    voice.say()
    voice.say(_taken(short, question))
    for figures in zip(*found, strict=True):
        voice.say(f"{figures[0].label.removesuffix('.')}:", indent=2)
        for told in _rows(question.ways, figures):
            voice.say(told, indent=4)
    for label, why in question.closed:
        voice.say(sentence(why if label in why else f"'{label}' is shut: {why}"), indent=2)


def _rows(ways: Sequence[Way], figures: Sequence[Figure]) -> Iterator[str]:
    for way, figure in zip(ways, figures, strict=True):
        unit: report.Unit = "times" if figure.kind == "number" else "share"
        yield lines.line(report.Figure(figure.of, _named(way), unit, figure.estimate))


def _taken(short: str, question: Question) -> str:
    first = question.ways[0]
    if not first.taken:
        return f"{short} has not decided yet:"
    return f"{short} {'was too late, and took' if first.late else 'chose'} '{first.label}':"


def _named(way: Way) -> str:
    return f"{way.label} ({'as it was, late' if way.late else 'as it was'})" if way.taken else way.label
