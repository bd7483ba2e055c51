"""Content, names and words that attack the terminal, on every screen: all is shown, nothing is obeyed."""

import json
from pathlib import Path

from tests.content.small import DECK, write
from tests.terminal.hostile import MARKUP, STEERING, attacked
from tests.terminal.playing import (
    ENTER,
    GIVE,
    PALETTE,
    come_to,
    command,
    go_on,
    leave,
    press,
    terminal,
    window,
)
from tests.terminal.reading import kinds, text
from tests.terminal.terminal import Terminal
from wargame.content.load import load_scenario
from wargame.content.scenario import Scenario
from wargame.content.text import visible
from wargame.play.draft import Draft
from wargame.play.game import new_game
from wargame.play.wishes import Plan

PASTED = " ".join((*STEERING, *MARKUP))

TEXTUALS_OWN = {
    *("\x1b[?1049h", "\x1b[?1049l"),  # the alternate screen
    *(
        "\x1b[?25h",
        "\x1b[?25l",
        "\x1b]22;default\x07",
        "\x1b]22;pointer\x07",
        "\x1b]22;text\x07",
    ),  # cursor, mouse pointer
    *(f"\x1b[?{mode}{on}" for mode in (1000, 1003, 1006, 1015) for on in "hl"),  # mouse
    *("\x1b[?1004h", "\x1b[?1004l", "\x1b[?2004h", "\x1b[?2004l"),  # focus, bracketed paste
    *("\x1b[>25u", "\x1b[<u"),  # keys of the Kitty protocol
    *("\x1b[?7h", "\x1b[?7l"),  # lines that wrap
    *("\x1b[?2026$p", "\x1b[?2026h", "\x1b[?2026l", "\x1b[?2048$p"),  # whole frames, sizes
    *("move", "look colour", "look 0", "look 1", "look 2", "look 3", "look 4", "look 7"),
}
"""Every sequence that a game of innocent content sends: what Textual 8.2 writes by itself, and no other."""
THEMES = {"card": "Theme: light", "sealed": "Theme: no-colour"}
"""The theme that is taken at a stage."""


def assert_harmless(game: Terminal) -> None:
    """Hold all that a terminal received to what Textual sends by itself, and to text that is as it looks."""
    received = bytes(game.received)
    assert kinds(received) <= TEXTUALS_OWN
    shown = text(received).replace("\r\n", "\n")
    assert visible(shown) == shown


def begun(folder: Path, scenario: Scenario) -> str:
    """Begin a game of both seats and return the name of its save."""
    save = folder / "g\x1b]0;OWNED\x07.jsonl"
    new_game(scenario, Plan(people=scenario.seats(), seed=7, save=save, clock=False)).close()
    return save.name


def look_around(game: Terminal, at: str) -> None:
    """Open every window that there is at a stage, and close it again."""
    window(game, PALETTE, "🔎", PASTED)
    if at in THEMES:
        command(game, THEMES[at])
    if at in ("curtain", "write"):
        return
    window(game, "?", "How to read the table")
    for key, says in (("n", "the hottest first"), ("g", "Clash 80")):
        game.type(key)
        game.wait(says)
        if at != "telling":
            window(game, ENTER, "at the start of the game")
    game.change("t")
    if at == "decide":
        window(game, "b", "Your objectives")
        game.type("2")
        game.wait("That option is shut")
    game.type("c")
    come_to(game, at)


def step(game: Terminal, at: str) -> str:
    """Take the next step of a game; what is written is pasted, and hostile."""
    if at == "write":
        game.paste(PASTED)
        return press(game, GIVE, "look")
    return go_on(game, at)


def test_nothing_that_a_forged_save_holds_steers_the_terminal_on_any_screen(tmp_path: Path) -> None:
    save = begun(tmp_path, attacked(load_scenario(write(tmp_path, deck=DECK.replace(">= 30", ">= 90")))))
    seen = set()
    with terminal(tmp_path, "resume", save) as game:
        at = come_to(game, "news")
        while at != "end":
            if at not in seen:
                look_around(game, at)
            seen.add(at)
            at = step(game, at)
        leave(game)
    assert seen == {
        *("news", "card", "curtain", "brief", "decide", "write", "look", "sealed", "telling", "told", "page")
    }
    assert_harmless(game)
    for attack in (*STEERING[:2], *MARKUP):
        assert visible(attack).split()[0] in text(bytes(game.received))


def test_what_a_forged_envelope_holds_does_not_steer_the_terminal_when_it_is_written_again(
    tmp_path: Path,
) -> None:
    scenario = load_scenario(write(tmp_path))
    plan = Plan(people=scenario.seats(), seed=7, save=tmp_path / "g.jsonl", clock=False)
    host = new_game(scenario, plan)
    host.lead()
    for seat in host.people:
        ask = host.connection(seat).sight().ask
        assert ask is not None
        draft = Draft(ask.options[0].id, PASTED, PASTED, "majority", PASTED)
        assert host.connection(seat).commit(draft) is None
    host.close()
    with terminal(tmp_path, "resume", "g.jsonl") as game:
        come_to(game, "card")
        press(game, ENTER, "sealed")
        game.type("d")
        game.wait("Whose decision")
        press(game, ENTER, "curtain")
        press(game, ENTER, "decide")
        press(game, ENTER, "write")
        game.wait("majority", visible(STEERING[0]))
        press(game, GIVE, "look")
        leave(game)
    assert_harmless(game)


def test_markup_in_a_file_is_shown_on_the_set_up_screen_and_obeyed_nowhere(tmp_path: Path) -> None:
    write_again(tmp_path, "small", attacked(load_scenario(write(tmp_path)), MARKUP))
    with terminal(tmp_path, "play", "small.yaml") as game:
        come_to(game, "set-up")
        assert MARKUP[0] in game.screen
        row, line = next(
            (at, line) for at, line in enumerate(game.screen.splitlines(), 1) if MARKUP[0] in line
        )
        column = line.index("]x[") + 2
        game.type(f"\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m")
        press(game, GIVE, "news")
        leave(game)
    assert_harmless(game)


def write_again(folder: Path, name: str, scenario: Scenario) -> None:
    """Write a scenario as files whose texts are typed as escapes."""
    typed = json.loads(scenario.model_dump_json(exclude_defaults=True))
    (folder / f"{name}.yaml").write_text(json.dumps(typed["rules"]), encoding="utf-8")
    (folder / "border.yaml").write_text(json.dumps(typed["cards"]), encoding="utf-8")


def test_a_file_that_would_steer_the_terminal_is_refused_without_doing_so(tmp_path: Path) -> None:
    name = "".join(STEERING).replace("\0", "").replace("/", "")
    write_again(tmp_path, name, attacked(load_scenario(write(tmp_path))))
    with terminal(tmp_path, "play", f"{name}.yaml") as game:
        assert game.ended() == 2
    assert "invisible or steering character" in game.told
    assert_harmless(game)
