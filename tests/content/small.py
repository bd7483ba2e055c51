"""A small scenario as files: two seats, three relations, one deck; whole, so that a test breaks one thing.

`write(folder)` puts it down and returns its rules file; `broken(folder, old, new)` does so with one piece
of text replaced, which must occur exactly once; `told(folder, old, new)` returns what loading says of that.
"""

from pathlib import Path

import pytest

from wargame.content.load import load_scenario
from wargame.content.problems import ContentError

RULES = """\
id: small
title: A small crisis
about: Two capitals and a neighbour.
question: Who blinks?
decks: [border]
actors:
  - id: north
    name: The North
    short: North
    tracks:
      - {id: unity, name: Unity, start: 50, side: home, about: How far the North holds together.}
      - {id: force, name: Force, start: 50, side: abroad, about: What the North can do.}
    seat:
      office: The council of the North
      brief: You decide for the North.
      wants:
        - {number: north.unity, weight: 2}
        - {number: north-south, weight: -1}
        - {flag: talks, weight: 5}
        - {tag: force, weight: 1}
      objectives:
        - id: united
          text: At the end unity is 50 or more.
          covers: [A1]
          when: {tracks: {north.unity: ">= 50"}}
      intents:
        - id: calm
          title: Calm
          weight: 2
          brief: You want quiet.
          objective:
            id: quiet
            text: At the end of no turn is the tension 80 or more.
            when: {tension: {north-south: "< 80"}}
            hold: each
        - {id: storm, title: Storm, weight: 1, brief: You want the line moved.}
      standing:
        prompt: What is the month used for?
        default: rest
        options:
          - {id: rest, label: Rest, effects: [{tracks: {north.unity: +1}}]}
          - {id: drill, label: Drill, tags: [force], effects: [{tracks: {north.force: +1}}]}
  - id: south
    name: The South
    short: South
    tracks:
      - {id: trust, name: Trust, start: 50, side: home, about: The public's trust.}
    seat:
      office: The cabinet of the South
      brief: You decide for the South.
      standing:
        prompt: What gets done?
        default: wait
        options:
          - {id: wait, label: Wait}
          - {id: speak, label: Speak, tags: [talk], effects: [{tension: {north-south: -1}}]}
  - {id: east, name: The East, short: East}
relations:
  north-south: {start: 60, baseline: 55, decay: 2, floor: 10}
  north-east: {start: 20}
  south-east: {start: 40}
couplings:
  - {from: north-south, to: south-east, percent: 20}
drivers:
  - id: drums
    title: Drums
    covers: [A1]
    when: {chosen: {north: force}}
    effects: [{tracks: {north.unity: +1}}]
    chances:
      - {weight: 1, more: [{weight: 1, when: {late: south}}], news: The drums were heard.}
      - {weight: 1}
rungs:
  - {name: Calm, at: 0}
  - {name: Clash, at: 80}
signs: {friendly: 45, hostile: 55}
calendar:
  - {month: 2024-10, title: October, windows: [frost]}
  - {month: 2024-11, title: November}
  - {month: 2024-12, title: December}
windows: {frost: The river can be crossed on foot.}
flags:
  talks: {about: Talks are on.}
  watched: {about: The ford is watched., secret: true}
  mined: {about: The ford is mined., secret: true, known-to: [north]}
tags: {force: Arms are used., talk: Words are used.}
lengths:
  short: {minutes: 20, turns: [1, 3], turn: 5, sitting: 60}
  full: {minutes: 60, turns: [1, 2, 3], turn: 10, sitting: 120}
length: full
deal:
  double: [2]
  weights:
    - {tag: force, more: [{weight: 1, when: {window: frost}}]}
forecasts:
  - id: storm
    question: Is a storm meant?
    seats: [south]
    when: {intent: {north: storm}}
    resolves: end
    base: 33
  - {id: force-soon, question: Is force used?, when: {chosen: force}, resolves: within 2, turns: [1]}
cables:
  - id: ford
    seat: south
    turns: [1, 2]
    text: The ford is being watched.
    source: A shepherd.
    reliability:
      - {percent: 80, when: {intent: {north: storm}}}
      - {percent: 30}
    if-true: [{flags: {set: [watched], for: 1}}]
    afterwards: {"true": It was., "false": It was not.}
terminal:
  - {id: war, title: War, text: It is war., when: {tension: {north-south: ">= 95"}}, from: 2, war: true}
measures:
  - {id: tension, title: Tension at the end, number: north-south}
  - {id: talked, title: They talked, when: {flags: [talks]}, hold: ever}
rows: {A1: Drums are heard at home.}
"""

DECK = """\
- id: ford
  title: Shots at the ford
  covers: [A1]
  tags: [force]
  deal: {weight: 2, when: {tension: {north-south: ">= 40"}}}
  situation: Shots were heard at the ford.
  asks:
    north:
      prompt: Who fired?
      default: deny
      options:
        - {id: deny, label: Deny it}
        - id: fire
          label: Fire again
          shown-as: Answer
          tags: [force]
          needs: {tracks: {north.force: ">= 30"}}
          costs: {north.unity: 2}
          effects:
            - {tension: {north-south: +5}}
            - {tracks: {north.force: +1}, when: {intent: {north: storm}}, in: 1}
    south:
      prompt: Do you answer?
      default: hold
      options:
        - {id: hold, label: Hold}
        - id: call
          label: Call them
          tags: [talk]
          effects:
            - tension: {north-south: -3}
              when: {choices: {north: deny}}
              else: [{tension: {north-south: -1}}]
            - {flags: {set: [talks], for: 2}}
  together:
    - choices: {north: fire, south: [hold, call]}
      when: {not: {late: south}}
      news: The South was seen to wait.
      chances:
        - {weight: 1, effects: [{tracks: {south.trust: -2}}]}
        - {weight: 1, next: [{card: ice, in: 1, when: {chosen: {north: force}}}]}
  forecasts:
    - id: fires
      question: Will the North fire?
      seats: south
      when: {choices: {north: fire}}
      resolves: reveal
- id: ice
  title: Ice on the river
  deal: {on: 2024-12}
  situation: The river froze over.
  asks:
    south:
      prompt: Close the bank?
      default: leave
      options:
        - {id: leave, label: Leave it open}
        - {id: close, label: Close it, effects: [{tracks: {south.trust: -1}}]}
"""


def write(folder: Path, rules: str = RULES, deck: str = DECK) -> Path:
    """Write the scenario into a folder, rules and deck side by side; return the rules file."""
    path = folder / "small.yaml"
    path.write_text(rules, encoding="utf-8", newline="\n")
    (folder / "border.yaml").write_text(deck, encoding="utf-8", newline="\n")
    return path


def broken(folder: Path, old: str, new: str) -> tuple[Path, str, int]:
    """Write the scenario with one text replaced by another; return rules file, name and line."""
    assert (RULES + DECK).count(old) == 1, f"{old!r} occurs {(RULES + DECK).count(old)} times"
    name, text = ("small.yaml", RULES) if old in RULES else ("border.yaml", DECK)
    line = text[: text.index(old)].count("\n") + 1
    path = write(folder, RULES.replace(old, new), DECK.replace(old, new))
    return path, name, line


def told(folder: Path, old: str, new: str) -> str:
    """Return the one sentence said of the scenario broken so, having seen that its place is the change's."""
    path, name, line = broken(folder, old, new)
    with pytest.raises(ContentError) as refused:
        load_scenario(path)
    assert len(refused.value.problems) == 1, str(refused.value)
    (problem,) = refused.value.problems
    assert problem.file == str(folder / name)
    assert line <= problem.line <= line + max(old.count("\n"), new.count("\n")), str(problem)
    return problem.sentence
