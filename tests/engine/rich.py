"""The rich scenario: every part of the content language at least once, and every secret marked as one."""

from typing import Any

from tests.engine.rich_cards import rich_cards, secret
from tests.engine.scenarios import Json, actor, ask, option, plain


def rich() -> Json:
    """Return the scenario: four actors, three seats, eight months, four lengths."""
    source = plain(
        rich_cards(),
        hops=2,
        couplings=[
            {"from": "north-south", "to": "south-ally", "percent": -30},
            {"from": "north-south", "to": "north-ally", "percent": 45},
            {"from": "north-ally", "to": "ally-far", "percent": 60},
            {"from": "ally-far", "to": "north-south", "percent": -50},
        ],
        drivers=_drivers(),
        windows={"vote": "An election is near."},
        flags={
            "drills": {"about": "Drills are under way."},
            "seen": {"about": "Troops have been seen."},
            "talks": {"about": "Talks are on.", "start": True},
            "mobilised": {"about": secret("north", "flag"), "secret": True, "known-to": "north"},
            "crew": {"about": secret("nobody", "crew"), "secret": True},
            "mines": {
                "about": secret("south", "mines"),
                "start": True,
                "secret": True,
                "known-to": ["south"],
            },
        },
        tags={"force": "Force.", "calm": "Calm.", "incident": "An incident."},
        deal={
            "double": [2, 5],
            "weights": [
                {
                    "tag": "incident",
                    "more": [{"weight": 5, "when": {"intent": {"north": secret("north", "attack")}}}],
                }
            ],
        },
        forecasts=[
            {
                "id": "war-by-the-end",
                "question": "Will it be war?",
                "when": {"tension": {"north-south": ">= 92"}},
                "resolves": "end",
                "base": 20,
            },
            {
                "id": "clash-soon",
                "question": "A clash within two turns?",
                "seats": ["south", "ally"],
                "when": {"tension": {"north-south": ">= 80"}},
                "resolves": "within 2",
                "turns": [1, 3, 5, 7],
            },
        ],
        cables=_cables(),
        terminal=[
            {
                "id": "war",
                "title": "War",
                "text": "It is war.",
                "when": {"tension": {"north-south": ">= 92"}},
                "from": 2,
                "war": True,
            },
            {
                "id": "peace",
                "title": "Peace",
                "text": "It is peace.",
                "when": {"flags": ["treaty"], "tension": {"north-south": "< 40"}},
            },
        ],
        measures=[{"id": "hostile", "title": "Hostile relations", "graph": "hostile"}],
    )
    rules = source["rules"]
    rules["id"], rules["title"] = "rich", "Rich"
    rules["flags"]["treaty"] = {"about": "A treaty is signed."}
    rules["actors"] = _actors()
    rules["relations"] = {
        "north-south": {"start": 55, "baseline": 50, "decay": 3, "floor": 30},
        "north-ally": {"start": 60, "baseline": 45, "decay": 5, "floor": 55},
        "south-ally": {"start": 20, "baseline": 25, "decay": 2},
        "ally-far": {"start": 50},
    }
    for month, windows in ((2, ["vote"]), (3, ["vote"])):
        rules["calendar"][month - 1].update(windows=windows, news=[f"News of month {month}."])
    rules["lengths"] = {
        "short": {"minutes": 20, "turns": [2, 4, 7], "turn": 5, "sitting": 10},
        "all": {"minutes": 60, "turns": [1, 2, 3, 4, 5, 6, 7, 8], "turn": 5, "sitting": 60},
    }
    return source


def _actors() -> list[Json]:
    north = actor(
        "north",
        {"nerve": 50, "arms": 40},
        wants=[{"number": "north.arms", "weight": 2}, {"number": "south.nerve", "weight": -1}],
        objectives=[
            _objective("armed", "north", {"tracks": {"north.arms": ">= 45"}}),
            _objective("alarm", "north", {"tension": {"north-south": ">= 60"}}, hold="ever", times=2),
        ],
        intents=[
            _intent(
                "north",
                "attack",
                25,
                {"tension": {"north-south": ">= 80"}},
                hold="ever",
                **{"survives-war": True},
            ),
            _intent("north", "bargain", 75, {"flags": ["talks"]}),
        ],
    )
    south = actor(
        "south",
        {"nerve": 50, "trust": 60},
        wants=[{"number": "north-south", "weight": -2, "above": 50}, {"tag": "calm", "weight": 1}],
        objectives=[_objective("steady", "south", {"tracks": {"south.nerve": ">= 30"}}, hold="each")],
        intents=[
            _intent("south", "firm", 50, {"chosen": {"south": ["force"]}}, hold="ever"),
            _intent("south", "soft", 50, {"not": {"tension": {"north-south": ">= 70"}}}, hold="each"),
        ],
    )
    ally = actor(
        "ally",
        {"patience": 70},
        wants=[{"flag": "talks", "weight": 6}],
        objectives=[_objective("calm-north", "ally", {"tracks": {"north.nerve": ">= 50"}})],
    )
    for one, key in ((north, "north"), (south, "south"), (ally, "ally")):
        one["seat"]["standing"] = _standing(key, f"{key}.{one['tracks'][0]['id']}")
        for track in one["tracks"]:
            track["about"] = secret(key, f"about-{track['id']}")
    far = actor("far", {"weight": 50})
    del far["seat"]
    return [north, south, ally, far]


def _standing(key: str, track: str) -> Json:
    """Return a standing question, two options of which do the same in public and are shown by one label."""
    moves = {"tension": {"north-south" if key != "ally" else "ally-far": 3}}
    news = f"Troops of the {key} are seen."
    seen_by = {"north": "south.nerve", "south": "ally.patience", "ally": "north.nerve"}[key]
    chances = [
        {"weight": 2, "news": news},
        {
            "weight": 1,
            "when": {"tracks": {track: ">= 50"}},
            "news": news,
            "effects": [{"tracks": {seen_by: -1}}],
        },
    ]
    return ask(
        option(f"{key}-wait", {"tracks": {track: 1}}, tags=["calm"]),
        option(
            f"secret-{key}-drill",
            {**moves, "flags": {"set": ["seen"], "for": 2}},
            {"tracks": {track: -1}, "in": 1},
            label=secret(key, "drill"),
            shown_as=f"The {key} trains",
            tags=["force"],
            chances=chances,
            next=[{"card": "court", "in": 9}],
        ),
        option(
            f"{key}-train",
            {**moves, "flags": {"set": ["seen"], "for": 1}},
            label=f"The {key} trains",
            chances=chances,
        ),
    )


def _objective(key: str, seat: str, when: Json, **fields: Any) -> Json:
    return {"id": key, "text": secret(seat, f"objective-{key}"), "when": when, **fields}


def _intent(seat: str, key: str, weight: int, when: Json, **fields: Any) -> Json:
    return {
        "id": secret(seat, key),
        "title": secret(seat, f"intent-{key}"),
        "weight": weight,
        "brief": secret(seat, f"brief-{key}"),
        "objective": _objective(secret(seat, f"goal-{key}"), seat, when, points=6, **fields),
        "wants": [{"number": f"{seat}.nerve", "weight": 3}],
    }


def _cables() -> list[Json]:
    def cable(key: str, seat: str, turns: list[int], *reliability: Json, **fields: Any) -> Json:
        told = {"true": "It was so.", "false": "It was not so.", "unresolved": "Nobody knows."}
        text, source = secret(seat, f"cable-{key}"), secret(seat, f"source-{key}")
        return {
            "id": secret(seat, key),
            "seat": seat,
            "turns": turns,
            "text": text,
            "source": source,
            "reliability": list(reliability),
            "afterwards": told,
            **fields,
        }

    return [
        cable(
            "sure", "south", [1, 2], {"percent": 100}, **{"if-true": [{"flags": {"set": ["crew"], "for": 1}}]}
        ),
        cable("wrong", "north", [2], {"percent": 0}),
        cable("open", "ally", [2, 4]),
        cable(
            "depends",
            "south",
            [3, 4],
            {"percent": 90, "when": {"intent": {"north": secret("north", "attack")}}},
            {"percent": 30},
        ),
    ]


def _drivers() -> list[Json]:
    return [
        {
            "id": "fear",
            "title": "Fear spreads",
            "when": {"tension": {"north-south": ">= 60"}},
            "effects": [{"tracks": {"south.trust": -2, "far.weight": 1}}],
            "chances": [
                {"weight": 2, "news": "The markets fall.", "effects": [{"tension": {"south-ally": 2}}]},
                {"weight": 3, "effects": [{"tracks": {"north.arms": 1}, "in": 1}]},
            ],
        },
        {
            "id": "recall",
            "title": "Reserves are called up",
            "when": {"chosen": ["force"]},
            "once": True,
            "news": "Reserves are called up.",
            "effects": [{"tension": {"north-south": 4}}],
            "next": [{"card": "second-salvo", "in": 0}],
        },
        {
            "id": "unrest",
            "title": secret("south", "unrest"),
            "when": {"tracks": {"north.nerve": "< 50"}},
            "effects": [{"tracks": {"south.trust": -1}}],
            "chances": [
                {"weight": 1, "effects": [{"tracks": {"south.nerve": 1}}]},
                {
                    "weight": 1,
                    "when": {"flags": ["mobilised"]},
                    "effects": [{"tracks": {"south.nerve": -1}}],
                },
            ],
        },
        {
            "id": "drift",
            "title": "Nobody answers",
            "when": {"late": "south"},
            "effects": [{"tracks": {"south.nerve": -3}}],
        },
    ]
