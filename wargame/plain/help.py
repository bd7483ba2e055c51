"""`help`: what can be said at any prompt."""

from wargame.plain.voice import Voice

WORDS = {
    "help": "this list",
    "brief": "who you are, your objectives, and your secret intent",
    "table": "every tension, and what is true now",
    "numbers": "your own numbers, and what they mean",
    "why NUMBER": "what moved a number, with every cause; for example: why {example}",
    "card": "the situation on the table again; at the reveal, also what is on record about it",
    "options": "your question and your options again",
    "cables": "the reports on your desk",
    "news": "the news of the turn, and what the game brought",
    "sources": "which works the letters in the cards stand for",
    "change SEAT": "before the envelopes are opened: decide again",
    "back": "at your sitting: begin your answer again; where you change one answer: leave it as it was",
    "pause, unpause": "stop the clock, and start it again",
    "save": "where this game is saved, and how to resume it later",
    "quit": "leave; every decision in an envelope is kept",
}


def show(voice: Voice, example: str) -> None:
    """Say the words that are understood at any prompt."""
    voice.list(
        "At any prompt you can type:",
        [f"{word}: {meaning.format(example=example)}." for word, meaning in WORDS.items()],
    )
    voice.say()
    voice.say("Otherwise type what the prompt asks for, and press Enter.")
