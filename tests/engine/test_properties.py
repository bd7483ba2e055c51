"""What must hold at every moment of every game, whatever is said at the table."""

from collections import Counter
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from msgspec.structs import replace

from tests.engine.playing import EMPTY, FACILITATOR, HUMAN, TABLE, command
from tests.engine.rich import rich
from tests.engine.scenarios import SEATS, book
from wargame.engine.commands import Command, Holder
from wargame.engine.decide import decide
from wargame.engine.events import Applied
from wargame.engine.evolve import fold, follow
from wargame.engine.ledger import entries, explain
from wargame.engine.records import Record, Rejection
from wargame.engine.redact import told
from wargame.engine.rulings import chances_by_path
from wargame.engine.shut import current_ask
from wargame.engine.sight import sight
from wargame.engine.sight_parts import Sight
from wargame.engine.state import State
from wargame.journal.chain import ZERO, Checked, check_line, seal
from wargame.journal.records import fields, parse
from wargame.journal.save import Unsaved
from wargame.play import bots
from wargame.play.clock import VirtualClock
from wargame.play.setup import begin, seed_from
from wargame.play.table import Table

BOOKS = {length: book(rich(), length) for length in ("all", "short")}
BOT = Holder(kind="bot", style="bold", temperature=8)
VIEWERS = (*SEATS, "observer", TABLE)
SPEAKERS = (*SEATS, FACILITATOR, TABLE, "observer")
KINDS = (
    "deal",
    "sit",
    "commit",
    "expire",
    "pause",
    "unpause",
    "open",
    "proceed",
    "inject",
    "rule-number",
    "rule-outcome",
)


def plausible(draw: Any, kind: str) -> dict[str, Any]:
    """Return fields for a command, some of which name what there is and some what there is not."""
    cards = [*BOOKS["all"].cards, "no-such-card"]
    match kind:
        case "commit":
            options = [
                key
                for card in BOOKS["all"].cards.values()
                for ask in card.asks.values()
                for key in ask.options
            ]
            questions = [*BOOKS["all"].questions, "no-such-question"]
            return {
                "option": draw(st.sampled_from([*options, "north-wait", "south-wait", "no-such-option"])),
                "rationale": "secret",
                "forecasts": draw(
                    st.dictionaries(st.sampled_from(questions), st.integers(0, 100), max_size=2)
                ),
            }
        case "expire":
            return {"seat": draw(st.sampled_from([*SEATS, "nobody"]))}
        case "inject":
            return {"card": draw(st.sampled_from(cards)), "reason": "secret-facilitator-reason"}
        case "rule-number":
            number = draw(st.sampled_from([*BOOKS["all"].numbers, "no.such"]))
            return {
                "number": number,
                "value": draw(st.integers(0, 100)),
                "reason": "secret-facilitator-reason",
            }
        case "rule-outcome":
            paths = ["chance/driver/fear", "chance/card/second-salvo", "no-such-chance"]
            path, outcome = draw(st.sampled_from(paths)), draw(st.integers(0, 3))
            return {"path": path, "outcome": outcome, "reason": "secret-facilitator-reason"}
        case _:
            return {}


def _deciding(machine: "Anything") -> bool:
    return machine.state.phase == "decide"


deciding = precondition(_deciding)


class Anything(RuleBasedStateMachine):
    """A table at which anybody may say anything, beside its journal and a fold of what the journal keeps."""

    @initialize(
        length=st.sampled_from(list(BOOKS)),
        seed=st.integers(0, 1000),
        holders=st.lists(st.sampled_from([HUMAN, HUMAN, EMPTY, BOT]), min_size=3, max_size=3),
        facilitator=st.booleans(),
        clock=st.sampled_from([True, True, False]),
    )
    def begin(self, length: str, seed: int, holders: list[Holder], facilitator: bool, clock: bool) -> None:
        self.book = BOOKS[length]
        self.table = Table(self.book, Unsaved(), VirtualClock())
        self.folded = State()
        self.digest = ZERO
        self.kept: list[Record] = []
        self.drafts = 0
        seats = dict(zip(self.book.seats, holders, strict=True))
        answer = self.say(begin(self.book, seed_from(seed), seats, clock=clock, facilitator=facilitator))
        assert isinstance(answer, Record)

    @property
    def state(self) -> State:
        return self.table.state

    def leader(self) -> str:
        setup = self.state.setup
        humans = [seat for seat, holder in setup.seats.items() if holder.kind == "human"]
        return FACILITATOR if setup.facilitator else humans[-1] if humans else TABLE

    def say(self, said: Command) -> Record | Rejection:
        """Put a command, and hold the table to what must follow from a yes and from a no."""
        before, before_digest = self.state, self.table.journal.digest
        expected = decide(self.book, before, said)
        answer = self.table.say(lambda _: said)
        assert answer == expected
        assert before == self.folded, "to decide has changed the state"
        if isinstance(answer, Rejection):
            assert self.state is before
            assert self.table.journal.digest == before_digest
            assert answer.code and len(answer.sentence) > 10
            return answer
        self.keep(answer)
        self.tell(before, answer)
        rolls = [event.roll for event in answer.events if isinstance(event, Applied) and event.roll]
        assert {roll.path for roll in rolls} <= set(chances_by_path(self.book, before)), "not to be ruled"
        return answer

    def keep(self, record: Record) -> None:
        """Send the record through the journal's line and back, and fold what comes out."""
        line, digest = seal(len(self.kept), self.digest, fields(record))
        assert isinstance(check_line(line, len(self.kept), self.digest), Checked)
        read = parse(line)
        assert read == record
        self.digest = digest
        self.kept.append(read)
        self.folded = follow(self.book, self.folded, read)
        assert self.folded == self.state
        assert self.table.journal.digest == digest

    def tell(self, before: State, record: Record) -> None:
        """Look for secrets in what each seat is told of the events."""
        for viewer in VIEWERS:
            for event in told(self.book, before, record, viewer):  # type: ignore[arg-type]
                if event["kind"] == "ended":
                    continue
                assert_no_secrets(repr(event), viewer)
                if event["kind"] == "committed" and event["seat"] != viewer:
                    assert set(event) == {"kind", "seat"}
                for row in event.get("changes", ()):  # type: ignore[attr-defined]
                    assert owner(row[0]) in (None, viewer)

    def put(self, kind: str, by: str, **told: Any) -> Record | Rejection:
        return self.say(command(kind, by, max(0, self.state.now + told.pop("later", 0)), **told))

    def draft(self, seat: str, option: str, **told: Any) -> Record | Rejection:
        """Commit with a rationale that no other envelope has."""
        self.drafts += 1
        words = {name: f"secret-{seat}-{name}-{self.drafts}" for name in ("rationale", "expects", "dissent")}
        return self.put("commit", seat, option=option, decided="leader", **words, **told)

    @deciding
    @rule(data=st.data())
    def somebody_commits(self, data: st.DataObject) -> None:
        seat = data.draw(st.sampled_from(list(self.state.exchanges[-1].asked)))
        seen = sight(self.book, self.state, seat)
        assert seen.ask is not None
        option = data.draw(st.sampled_from(seen.ask.options))
        stated = {question.id: data.draw(st.integers(0, 100)) for question in seen.questions}
        answer = self.draft(seat, option.id, forecasts=stated)
        assert isinstance(answer, Record) == (option.shut is None)

    @deciding
    @rule(seat=st.sampled_from(SEATS), later=st.sampled_from([0, 500, 7_000]))
    def somebody_sits(self, seat: str, later: int) -> None:
        self.put("sit", seat, later=later)

    @deciding
    @rule(kind=st.sampled_from(["pause", "unpause"]), later=st.sampled_from([0, 1, 30_000]))
    def the_clocks_stop_or_go(self, kind: str, later: int) -> None:
        self.put(kind, self.leader(), later=later)

    @precondition(lambda self: self.state.phase == "decide" and any(self.state.exchanges[-1].until.values()))
    @rule(data=st.data(), late=st.sampled_from([0, 0, 1, -1]))
    def a_clock_may_have_run_out(self, data: st.DataObject, late: int) -> None:
        running = {seat: time for seat, time in self.state.exchanges[-1].until.items() if time is not None}
        seat = data.draw(st.sampled_from(list(running)))
        at = max(self.state.now, running[seat] + late)
        known = self.state.paused is not None or seat in self.state.exchanges[-1].late
        answer = self.say(command("expire", TABLE, at, seat=seat))
        assert isinstance(answer, Rejection) == (known or at < running[seat])

    @rule(
        by=st.sampled_from(SPEAKERS),
        kind=st.sampled_from(KINDS),
        earlier=st.sampled_from([0, 0, 0, 5]),
        data=st.data(),
    )
    def anybody_says_anything(self, by: str, kind: str, earlier: int, data: st.DataObject) -> None:
        said = plausible(data.draw, kind)
        if "rationale" in said:
            said["rationale"] = f"secret-{by}-rationale"
        self.put(kind, by, later=-earlier, **said)

    @precondition(lambda self: len(self.kept) < 3)
    @rule(by=st.sampled_from(SPEAKERS))
    def nobody_begins_a_second_game(self, by: str) -> None:
        again = replace(self.kept[0].command, by=by, at=self.state.now)
        assert isinstance(self.say(again), Rejection)

    @precondition(lambda self: self.state.setup.facilitator and self.state.phase != "ended")
    @rule(data=st.data(), kind=st.sampled_from(["inject", "rule-number", "rule-outcome"]))
    def the_facilitator_meddles(self, data: st.DataObject, kind: str) -> None:
        told = plausible(data.draw, kind)
        known = chances_by_path(self.book, self.state)
        if kind == "rule-outcome" and known:
            told["path"] = data.draw(st.sampled_from(sorted(known)))
        self.put(kind, FACILITATOR, **told)

    @precondition(lambda self: self.state.phase in ("brief", "reveal"))
    @rule()
    def the_game_goes_on(self) -> None:
        assert isinstance(
            self.put("deal" if self.state.phase == "brief" else "proceed", self.leader()), Record
        )

    @deciding
    @rule(data=st.data())
    def the_envelopes_are_opened(self, data: st.DataObject) -> None:
        for seat in self.state.exchanges[-1].waiting():
            seen = sight(self.book, self.state, seat, "size")
            assert seen.ask is not None
            is_open = [option.id for option in seen.ask.options if option.shut is None]
            if not is_open:
                self.put("unpause", self.leader())
                assert isinstance(self.put("expire", TABLE, seat=seat), Record)
            elif self.state.setup.seats[seat].kind == "bot":
                assert isinstance(self.say(bots.decide(seen, b"key", BOT, self.state.now)), Record)
            else:
                assert isinstance(self.draft(seat, data.draw(st.sampled_from(is_open))), Record)
        assert isinstance(self.put("open", self.leader()), Record)

    @precondition(lambda self: self.state.phase == "brief")
    @rule(data=st.data())
    def a_turn_is_played(self, data: st.DataObject) -> None:
        turn = self.state.turn
        while self.state.phase != "ended" and self.state.turn == turn:
            if self.state.phase == "decide":
                self.the_envelopes_are_opened(data)
            else:
                self.the_game_goes_on()

    @invariant()
    def every_number_is_its_start_and_what_was_applied(self) -> None:
        sums = Counter[str]()
        for entry in entries(self.state):
            sums[entry.change.number] += entry.change.applied
            assert 0 <= entry.change.after <= 100
        now = [start + sums[name] for name, start in zip(self.book.numbers, self.book.starts, strict=True)]
        assert list(self.state.numbers) == now
        assert all(0 <= number <= 100 for number in now)

    @invariant()
    def no_card_is_lost_and_none_is_made(self) -> None:
        piles = self.state.piles
        written = Counter({card.id: card.copies for card in self.book.scenario.cards})
        assert Counter([*piles.draw, *piles.table, *piles.discard]) == written

    @invariant()
    def what_a_sight_offers_is_accepted_and_what_it_shuts_is_refused(self) -> None:
        for seat in SEATS:
            seen = sight(self.book, self.state, seat)  # type: ignore[arg-type]
            for option in seen.ask.options if seen.ask else ():
                said = command("commit", seat, self.state.now, option=option.id, rationale="Because.")
                answer = decide(self.book, self.state, said)
                if option.shut is None:
                    assert isinstance(answer, Record), answer
                else:
                    assert isinstance(answer, Rejection)
                    assert answer.sentence == option.shut

    @invariant()
    def nobody_sees_the_secrets_of_another(self) -> None:
        if self.state.phase == "ended":
            return
        for viewer in VIEWERS:
            self.assert_own(sight(self.book, self.state, viewer, "size"), viewer)  # type: ignore[arg-type]

    def assert_own(self, seen: Sight, viewer: str) -> None:
        text = repr(seen)
        assert_no_secrets(text, viewer)
        assert {owner(number.id) for number in seen.tracks} <= {viewer}
        assert {owner(change.number) for change in seen.changes} <= {None, viewer}
        for option in seen.ask.options if seen.ask else ():
            assert {owner(hint.number) for hint in option.hints} <= {None, viewer}
        if self.state.phase != "decide" or len(self.state.exchanges) != 1:
            return
        for other in set(self.state.exchanges[-1].asked) - {viewer}:
            asked = current_ask(self.book, self.state, other)
            assert asked is not None
            for key, ready in asked.options.items():
                assert key not in text and ready.option.label not in text

    @invariant()
    def every_explanation_adds_up_and_is_for_the_right_eyes(self) -> None:
        for viewer in ("south", "observer"):
            number = self.book.numbers[len(self.kept) % len(self.book.numbers)]
            found = explain(self.book, self.state, viewer, number)  # type: ignore[arg-type]
            assert all(sum(s for _, s in e.shares) == e.after - e.before for e in found if e.shares)
            if self.state.phase != "ended":
                assert_no_secrets(repr(found), viewer)
                assert not found or owner(number) in (None, viewer)

    def teardown(self) -> None:
        if hasattr(self, "kept"):
            assert fold(self.book, State(), self.kept) == self.state


def owner(number: str) -> str | None:
    """Return whose track a number is, None for a relation."""
    return number.split(".")[0] if "." in number else None


def assert_no_secrets(text: str, viewer: str) -> None:
    """Fail where a text holds what only another may know."""
    found = text.split("secret-")[1:]
    others = [part[:40] for part in found if not part.startswith(f"{viewer}-")]
    assert not others, f"{viewer} is told {others}"


TestAnything = Anything.TestCase
TestAnything.settings = settings(max_examples=3 * settings().max_examples)
