"""The cards of the rich scenario, and how its secrets are marked."""

from tests.engine.scenarios import Json, ask, card, on, option


def secret(seat: str, what: str) -> str:
    """Return a text that betrays itself where it is not to be seen."""
    return f"secret-{seat}-{what}"


def rich_cards() -> list[Json]:
    """Return the cards: every part of what a card can hold at least once."""

    def choices(key: str, seat: str, default: Json, *others: Json) -> Json:
        for one in (default, *others):
            name = f"{seat}-{key}-{one['id']}"
            hidden = "shown-as" in one
            one["id"] = f"secret-{name}" if hidden else name
            one["label"] = secret(seat, f"does-{key}-{one['id']}") if hidden else f"Label {name}"
        return ask(default, *others)

    clash = card(
        "clash",
        {
            "north": choices(
                "clash",
                "north",
                option("hold", {"tension": {"north-south": -2}}, tags=["calm"]),
                option(
                    "press",
                    {"tension": {"north-south": 12}, "tracks": {"north.arms": -3}},
                    {"flags": {"set": ["mobilised"], "for": 2}},
                    {"tracks": {"north.nerve": 3}, "when": {"intent": {"north": secret("north", "attack")}}},
                    shown_as="Label north-clash-sail",
                    tags=["force"],
                    chances=[{"weight": 3}, {"weight": 1, "effects": [{"tension": {"north-south": 2}}]}],
                ),
                option("sail", {"tension": {"north-south": 12}}),
            ),
            "south": choices(
                "clash",
                "south",
                option("hold", {"tracks": {"south.trust": -4}}),
                option(
                    "strike",
                    {"tension": {"north-south": 14}},
                    {"flags": {"set": ["mobilised"], "for": 1}},
                    {
                        "tracks": {"south.trust": 6},
                        "when": {"flags": ["drills"]},
                        "else": [{"tracks": {"south.nerve": -2}}],
                    },
                    {"tracks": {"north.nerve": -4}, "in": 1},
                    shown_as="Fires on the coast",
                    tags=["force"],
                    needs={"tracks": {"south.nerve": ">= 45"}},
                    costs={"south.trust": 5},
                ),
                option(
                    "protest",
                    tags=["calm"],
                    needs={"flags": ["drills"]},
                    chances=[
                        {"weight": 1},
                        {"weight": 2, "when": {"choices": {"north": "secret-north-clash-press"}}},
                    ],
                ),
            ),
        },
        tags=["incident"],
        deal={"weight": 3, "when": {"tension": {"north-south": ">= 45"}}},
        copies=2,
        effects=[{"tension": {"ally-far": 1}}],
        together=[
            {
                "choices": {"south": "secret-south-clash-strike", "north": ["secret-north-clash-press"]},
                "news": "Shots are fired on both sides.",
                "chances": [
                    {"weight": 2, "news": "Ten are dead.", "effects": [{"tension": {"north-south": 8}}]},
                    {
                        "weight": 1,
                        "more": [
                            {"weight": 2, "when": {"flags": ["drills"]}},
                            {"weight": 2, "when": {"tracks": {"north.nerve": ">= 50"}}},
                        ],
                        "next": [{"card": "second-salvo", "in": 0}],
                    },
                    {"weight": 5, "when": {"window": "vote"}, "news": "The voters are shocked."},
                ],
            },
            {"choices": {"south": ["south-clash-hold"]}, "effects": [{"tracks": {"south.nerve": 2}}]},
        ],
        forecasts=[
            {
                "id": "will-fire",
                "question": "Will the south fire?",
                "seats": "ally",
                "when": {"chosen": {"south": ["force"]}},
                "resolves": "reveal",
            }
        ],
    )
    salvo = card(
        "second-salvo",
        {
            "north": choices(
                "salvo", "north", option("stop"), option("go-on", {"tension": {"north-south": 6}})
            ),
            "ally": choices(
                "salvo",
                "ally",
                option("wait"),
                option(
                    "send-ships", {"tension": {"ally-far": 7, "north-south": -5}}, costs={"ally.patience": 9}
                ),
            ),
        },
        chances=[
            {"weight": 1, "news": "A ship is hit."},
            {"weight": 2, "when": {"flags": ["mines"]}, "effects": [{"tracks": {"ally.patience": -1}}]},
            {"weight": 1, "next": [{"card": "court", "in": 1}]},
        ],
    )
    drills = card(
        "drills",
        {
            "ally": choices(
                "drills",
                "ally",
                option("small", {"flags": {"set": ["drills"], "for": 1}}),
                option(
                    "large",
                    {"flags": {"set": ["drills"], "clear": ["talks"]}},
                    {"tension": {"north-ally": 9}, "in": 2},
                    chances=[
                        {"weight": 1, "effects": [{"tracks": {"ally.patience": -20}}]},
                        {
                            "weight": 3,
                            "effects": [{"tracks": {"north.nerve": 5}}],
                            "next": [{"card": "court", "in": 1}],
                        },
                    ],
                ),
            ),
            "north": choices(
                "drills",
                "north",
                option("ignore"),
                option("answer", {"tension": {"north-south": 5}}, next=[{"card": "clash", "in": 0}]),
            ),
        },
        deal=on(3),
    )
    court = card(
        "court",
        {
            "south": choices(
                "court",
                "south",
                option("bow", {"flags": {"set": ["treaty"]}, "when": {"turn": ">= 4"}}),
                option("defy", {"tracks": {"south.nerve": -9}}),
            )
        },
    )
    talks = card(
        "talks",
        {
            seat: choices(
                "talks",
                seat,
                option("listen", {"tension": {"north-south": -6}}),
                option("leave", {"flags": {"clear": ["talks"]}}),
            )
            for seat in ("north", "south", "ally")
        },
        deal={"weight": 2, "when": {"any": [{"flags": ["talks"]}, {"turn": ">= 5"}]}},
        copies=2,
    )
    election = card(
        "election",
        deal=on(2),
        asks={
            "south": choices("election", "south", option("yes"), option("no", {"tracks": {"south.trust": 8}}))
        },
    )
    return [clash, salvo, drills, court, talks, election]
