"""Looking back: the question of the game, the forecasts and the reasons beside what came of them."""

from collections.abc import Iterable, Sequence

from wargame.content.base import SeatId
from wargame.engine.ending import CableEnd, DecisionEnd, Ending, ExchangeEnd, ForecastEnd
from wargame.plain.voice import Voice
from wargame.play.names import Names
from wargame.play.words import MANNERS_LATER, chance, counted, joined, sentence
from wargame.study.forecasts import mean, scored

BRIER = (
    "The Brier score is the square of the distance between what was said and what happened: 0 is perfect, "
    "and always saying 50% gets 0.25. A base rate is what anybody could have said before the game; "
    "the room is all seats, bots too."
)
Fact = tuple[str, int]
"""A sentence, and how far in it stands."""


def question(voice: Voice, asked: str, told: Ending, names: Names, humans: Sequence[SeatId]) -> None:
    """Say the question of the game once more, each seat's intent, and what people had said of it."""
    voice.say()
    voice.prose(asked.strip().split("\n\n")[0])
    voice.block([("What each seat was really after:", 0), *_intents(told, names, humans)])


def _intents(told: Ending, names: Names, humans: Sequence[SeatId]) -> Iterable[Fact]:
    for seat in told.seats:
        if seat.intent is not None:
            yield f"{names.short[seat.seat]}: {sentence(seat.intent[0])}", 2
            for asked in seat.guessed:
                yield from ((said, 4) for said in _said(told, asked, names, humans))


def _said(told: Ending, asked: str, names: Names, humans: Sequence[SeatId]) -> Iterable[str]:
    for seat in humans:
        given = [own for own in told.stated if (own.seat, own.question, own.bot) == (seat, asked, False)]
        if given:
            odds = joined([f"{forecast.percent}%" for forecast in given])
            so = {True: " It was so.", False: " It was not so.", None: ""}[given[-1].outcome]
            yield f"{asked} {_who(seat, names, humans)} said {odds}.{so}"


def _who(seat: SeatId, names: Names, humans: Sequence[SeatId]) -> str:
    return "You" if len(humans) == 1 else names.short[seat]


def cables(voice: Voice, told: Ending, names: Names) -> None:
    """Say which cables were true, and which choices had been shown milder than they were."""
    voice.list("The cables beside the truth:", [cable_told(cable, names) for cable in told.cables])
    milder = [
        f"Turn {turn}, {names.short[made.seat]}: {made.label} (shown as '{made.shown}' when it was chosen)."
        for turn, made in told.milder
    ]
    voice.list("Choices that were shown milder than they were:", milder)


def cable_told(cable: CableEnd, names: Names) -> str:
    """Return a cable beside the truth, as a sentence."""
    truth = {True: "It was true.", False: "It was false.", None: "It was never settled."}[cable.true]
    after = f" {cable.afterwards}" if cable.afterwards else ""
    return f"Turn {cable.turn}, to {names.short[cable.seat]}: “{cable.text}” {truth}{after}"


def forecasts(voice: Voice, told: Ending, names: Names, humans: Sequence[SeatId]) -> None:
    """Say every forecast that people stated beside what happened, and how good all forecasts were."""
    for seat in humans:
        who = _who(seat, names, humans)
        own = [_forecast(given, who) for given in told.stated if given.seat == seat and not given.bot]
        voice.list(f"Forecasts of {names.title(seat)}:", own)
    voice.say()
    if not told.forecasts:
        voice.say("No forecast was stated whose outcome is known.")
        return
    voice.prose(BRIER)
    means = [fact for seat in names.ordered(humans) if (fact := _scores(told, seat, names, seat in humans))]
    voice.list("Forecasts, by mean Brier score:", means)


def _forecast(given: ForecastEnd, who: str) -> str:
    came = {True: "it came true", False: "it did not come true", None: "it was never settled"}[given.outcome]
    return f"Turn {given.turn}: {given.question} {who} said {given.percent}%: {came}."


def _scores(told: Ending, seat: SeatId, names: Names, human: bool) -> str:
    """Return a seat's mean beside the room's on the same forecasts, and that of the base rates."""
    found = mean(scored(told, seat, human))
    if found is None:
        return ""
    count = counted(found.forecasts, "forecast")
    said = f"{names.short[seat]}: {found.own:.2f} on {count}; the room's median {found.room:.2f}"
    if found.base is None:
        return f"{said}."
    if found.based == found.forecasts:
        return f"{said}, the base rates {found.base:.2f}."
    theirs = f"{found.own_based:.2f}; the base rates {found.base:.2f}"
    return f"{said}. On the {found.based} with a base rate: {theirs}."


def dice(voice: Voice, told: Ending) -> None:
    """Say every roll with its odds, and what else could have come of it."""
    voice.say()
    voice.say("The dice: what came, and what else could have come.")
    for roll in told.rolls:
        total = sum(weight for weight, _ in roll.outcomes)
        facts = [(f"Turn {roll.turn}, {roll.about}:", 0)]
        if roll.ruled:
            facts.append(("The facilitator ruled how it came out.", 2))
        for at, (weight, news) in enumerate(roll.outcomes):
            if weight or at == roll.came:
                came = "This came: " if at == roll.came else ""
                facts.append(
                    (f"{came}{chance(weight, total)}: {news or 'nothing that was told as news.'}", 2)
                )
        voice.block(facts)
    if not told.rolls:
        voice.say("No die was rolled in this game.", indent=2)


def envelopes(voice: Voice, told: Ending, names: Names, humans: Sequence[SeatId]) -> None:
    """Say what people decided and why, turn by turn."""
    voice.say()
    voice.say("What was said in the envelopes:")
    for exchange in told.exchanges:
        own = [
            fact
            for made in exchange.decisions
            if made.seat in humans and not made.by_bot
            for fact in _envelope(made, names)
        ]
        if own:
            voice.block([(_heading(exchange), 0), *own])


def _heading(exchange: ExchangeEnd) -> str:
    return f"Turn {exchange.turn}, {exchange.title or 'a quiet turn'}:"


def _envelope(made: DecisionEnd, names: Names) -> Iterable[Fact]:
    milder = "" if made.shown == made.label else f" (shown as “{made.shown}”)"
    yield f"{names.short[made.seat]}: {made.label}{milder}{MANNERS_LATER[made.manner]}.", 2
    envelope = made.envelope
    if envelope is None:
        return
    yield f"Because: {envelope.rationale}", 4
    if envelope.expects:
        yield f"Expected: {envelope.expects}", 4
    if envelope.decided != "alone":
        yield f"Decided by {envelope.decided}.", 4
    if envelope.dissent:
        yield f"Dissent: {envelope.dissent}", 4


def discuss(voice: Voice, told: Ending) -> None:
    """Say the questions that the cards of this game put to the room."""
    voice.say()
    voice.say("Questions for the room:")
    for exchange in told.exchanges:
        voice.list(_heading(exchange), exchange.discuss)
