"""What the models cannot see of a cable: what it makes true, and what is told of it afterwards."""

from wargame.content.check_conditions import COUNTED, Conditions
from wargame.content.effects import Effect
from wargame.content.findings import Findings, Placed
from wargame.content.reading import Location
from wargame.content.rules import Rules
from wargame.content.seats import Cable


def check_cable(
    cable: Cable, path: Location, rules: Rules, source: Placed, conditions: Conditions, found: Findings
) -> None:
    """Note what is wrong with a cable at `path` of its rules."""
    for at, case in enumerate(cable.reliability):
        conditions.check(case.when, (*path, "reliability", at, "when"), COUNTED)
    for at, effect in enumerate(cable.if_true):
        _check_effect(effect, (*path, "if-true", at), rules, source, found)
    for outcome in _untold(cable):
        said = f"this cable can turn out {outcome}: 'afterwards' needs a text for '{outcome}'"
        found.add(source, (*path, "afterwards"), said, key=True)


def _check_effect(effect: Effect, path: Location, rules: Rules, source: Placed, found: Findings) -> None:
    if effect.flags is None or effect.flags.clear or effect.tension or effect.tracks or effect.when:
        found.add(source, path, "'if-true' can only set flags, and always does")
        return
    if effect.in_:
        found.add(source, (*path, "in"), "'if-true' works at once", key=True)
    for at, flag in enumerate(effect.flags.set):
        rule = rules.flags.get(flag)
        if rule is None or (rule.secret and not rule.known_to):
            continue
        known = f"known to '{rule.known_to[0]}'" if rule.secret and rule.known_to else "public"
        said = f"'if-true' can set only flags that no seat knows, and '{flag}' is {known}"
        advice = "it would tell that the cable came and is true; make the flag secret, without 'known-to'"
        found.add(source, (*path, "flags", "set", at), f"{said}: {advice}")


def _untold(cable: Cable) -> list[str]:
    percents = [case.percent for case in cable.reliability]
    certain = any(case.when is None for case in cable.reliability)
    told = cable.afterwards
    wanted = {
        "true": any(percents) and told.true is None,
        "false": any(percent < 100 for percent in percents) and told.false is None,
        "unresolved": not certain and told.unresolved is None,
    }
    return [outcome for outcome, untold in wanted.items() if untold]
