"""Two sessions on one dossier, in any order of doing: no accepted field is ever lost, nothing happens in silence.

In a file and on a server alike: the same machine, with the same plain model of what has to come of it.
"""

import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from sto_tui.domain.change import Change, ConflictError, adding, changing, removing
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Milestone, MilestoneKind
from sto_tui.domain.parties import Party
from sto_tui.domain.plan import Partner, Speerpunt, Theme
from sto_tui.domain.record import Record, Ref, fields_of
from sto_tui.domain.tables import TABLES
from sto_tui.planning.new_dossier import new_dossier
from sto_tui.storage.store import DossierStore
from tests.support.kept import Kept, KeptInFile, KeptOnServer, check_chain, raw_of
from tests.support.postgres import LONGER, on_postgres

pytestmark = pytest.mark.slow

USERS = ("jan", "anja")
WATCHED = ("milestones", "speerpunten", "parties", "themes")

Fields = Mapping[str, Any]
State = dict[Ref, Fields]
Delta = tuple[Ref, Fields | None, Fields | None]
Partners = tuple[Partner, ...]

users = st.sampled_from(USERS)
choice = st.integers(0, 3)
words = st.sampled_from(["Een", "Twee", "Drie"])
milestone_values = st.fixed_dictionaries(
    {},
    optional={
        "title": words,
        "quick_win": st.booleans(),
        "tangible_result": st.sampled_from(["", "Een verslag", "Twee\nregels"]),
        "due": st.sampled_from([None, date(2027, 6, 30), date(2028, 6, 30)]),
        "kind": st.sampled_from(MilestoneKind),
    },
)


class NotPossibleError(Exception):
    """By the rules of the model this change has to be refused."""


def start() -> Dossier:
    """Small, with a speerpunt whose partners are parties."""
    partners = (Partner(id=1, party=1, role="docent"), Partner(id=2, party=2), Partner(id=3, role="gastles"))
    tables: dict[str, dict[int, Record]] = {
        "parties": {1: Party(id=1, name="School"), 2: Party(id=2, name="Bedrijf")},
        "themes": {1: Theme(id=1, number=1, title="Thema")},
        "speerpunten": {1: Speerpunt(id=1, theme=1, number="1.1", title="Lab", partners=partners)},
        "milestones": {
            number: Milestone(id=number, number=f"1.{number}", title="Een", theme=1) for number in range(1, 3)
        },
    }
    return new_dossier("Proef", "2027-2028").with_tables(tables)


def fields(record: Record | None) -> Fields | None:
    return {name: getattr(record, name) for name in fields_of(type(record))} if record else None


def state_of(dossier: Dossier) -> State:
    records = {Ref(name, number): record for name in WATCHED for number, record in dossier.tables[name].items()}
    return {ref: fields(record) or {} for ref, record in records.items()}


def state_in(raw: Mapping[str, Any]) -> State:
    """What is kept, read without the store."""
    found: State = {}
    for name in WATCHED:
        for key, document in raw[name].items():
            record = TABLES[name].model.model_validate({**document, "id": int(key)})
            found[Ref(name, int(key))] = fields(record) or {}
    return found


def part_ids(state: State) -> set[int]:
    """The ids of the partners of the only speerpunt."""
    return {part.id for part in state[Ref("speerpunten", 1)]["partners"]}


def delta_of(change: Change) -> list[Delta]:
    return [(edit.ref, fields(edit.before), fields(edit.after)) for edit in change.edits]


def settled(base: Any, new: Any, now: Any) -> Any:
    """One value: who did not touch it follows who did. Raises NotPossibleError when both did, differently."""
    if new in (base, now):
        return now
    if now != base:
        raise NotPossibleError
    return new


class Parts:
    """What a list of partners has to hold after a change; where in it something new stands is free."""

    def __init__(self, base: Partners, new: Partners, now: Partners) -> None:
        old, mine, there = ({part.id: part for part in parts if part.id > 0} for parts in (base, new, now))
        self.kept = dict(there)
        self.added = [
            (part.party, part.role)
            for part in new
            if part.id <= 0 or (part.id not in old and there.get(part.id) != part)
        ]
        for number, part in old.items():
            if mine.get(number) == part:
                continue
            if number not in mine:
                if there.get(number, part) != part:
                    raise NotPossibleError
                self.kept.pop(number, None)
            elif number not in there:
                raise NotPossibleError
            else:
                values = {
                    name: settled(getattr(part, name), getattr(mine[number], name), getattr(there[number], name))
                    for name in ("party", "role")
                }
                self.kept[number] = Partner(id=number, **values)
        self._order(list(old), list(mine), list(there))

    def _order(self, old: list[int], mine: list[int], there: list[int]) -> None:
        i_moved, they_moved = moved(old, mine), moved(old, there)
        if i_moved and they_moved and moved(mine, there):
            raise NotPossibleError
        wanted = mine if i_moved and not they_moved else there
        self.order = [number for number in wanted if number in self.kept]

    def fit(self, found: Partners) -> bool:
        kept = [part for part in found if part.id in self.kept]
        added = [part for part in found if part.id not in self.kept]
        return (
            {part.id: part for part in kept} == self.kept
            and len(kept) == len(self.kept)
            and [part.id for part in kept if part.id in self.order] == self.order
            and [(part.party, part.role) for part in added] == self.added
            and len({part.id for part in found}) == len(found)
            and all(part.id > 0 for part in found)
        )


def moved(one: list[int], other: list[int]) -> bool:
    both = set(one) & set(other)
    return [number for number in one if number in both] != [number for number in other if number in both]


def expected(deltas: list[Delta], truth: State) -> State | None:
    """The state after a change; None when someone's work or a link would be lost, so that it is to be refused."""
    try:
        return outcome(deltas, truth)
    except NotPossibleError:
        return None


def outcome(deltas: list[Delta], truth: State) -> State:
    after = dict(truth)
    for ref, base, new in deltas:
        now = truth.get(ref)
        if base is None:
            if now is not None or new is None:
                raise NotPossibleError
            after[ref] = new
        elif new is None:
            if now not in (None, base):
                raise NotPossibleError
            after.pop(ref, None)
        elif now is None:
            raise NotPossibleError
        else:
            after[ref] = {
                name: Parts(base[name], new[name], now[name])
                if name == "partners"
                else settled(base[name], new[name], now[name])
                for name in now
            }
    check_links(after)
    return after


def check_links(state: State) -> None:
    for ref, values in state.items():
        if ref.table != "speerpunten":
            continue
        found = values["partners"]
        parties = (
            [part.party for part in found.kept.values()] + [party for party, _ in found.added]
            if isinstance(found, Parts)
            else [part.party for part in found]
        )
        if any(party is not None and Ref("parties", party) not in state for party in parties):
            raise NotPossibleError


def fits(found: State, wanted: State) -> bool:
    """Whether the file is as expected, apart from the ids and places of new parts."""
    return found.keys() == wanted.keys() and all(
        value.fit(found[ref][name]) if isinstance(value, Parts) else found[ref][name] == value
        for ref, values in wanted.items()
        for name, value in values.items()
    )


def replaced(parts: Partners, place: int, **values: Any) -> Partners:
    return tuple(part.model_copy(update=values) if at == place else part for at, part in enumerate(parts))


PARTNER_EDITS: Mapping[str, Callable[[Partners, int, int | None, str], Partners]] = {
    "add": lambda parts, place, party, role: (*parts, Partner(role=role)),
    "add with party": lambda parts, place, party, role: (*parts, Partner(party=party, role=role)),
    "role": lambda parts, place, party, role: replaced(parts, place, role=role),
    "party": lambda parts, place, party, role: replaced(parts, place, party=party),
    "remove": lambda parts, place, party, role: tuple(part for at, part in enumerate(parts) if at != place),
    "move": lambda parts, place, party, role: (*parts[place:], *parts[:place]),
    "all": lambda parts, place, party, role: (*replaced(parts[1:], place, role=role), Partner(party=party)),
}


class TwoSessions(RuleBasedStateMachine):
    """Jan and Anja work in turns, each from what they saw last; a plain model says what has to come of it."""

    def __init__(self) -> None:
        super().__init__()
        self.kept = self.keep()
        self.stores = {user: self.kept.open(user) for user in USERS}
        self.truth = state_in(self.kept.tables())
        self.given = set(self.truth)
        self.given_parts = part_ids(self.truth)
        self.done: dict[str, list[list[Delta]]] = {user: [] for user in USERS}
        self.undone: dict[str, list[list[Delta]]] = {user: [] for user in USERS}
        self.forms: list[Record] = []
        self.known = dict.fromkeys(USERS, self.truth)
        self.touched: dict[str, set[Ref]] = {user: set() for user in USERS}
        self.must_tell: dict[str, set[Ref]] = {user: set() for user in USERS}
        self.may_tell: dict[str, set[Ref]] = {user: set() for user in USERS}

    def keep(self) -> Kept:
        """The dossier at its start."""
        raise NotImplementedError

    # What both kinds of steps do: try it, and see that the outcome is the model's.

    def attempt(self, user: str, deltas: list[Delta], act: Callable[[], Change | None]) -> list[Delta] | None:
        """Carries a change out; returns what came of it, or None when it was refused with reason."""
        before = self.kept.writes()
        self.look(user)
        try:
            change = act()
        except ConflictError:
            assert expected(deltas, self.truth) is None, "refused without reason"
            assert self.kept.writes() == before, "a refused change wrote"
            return None
        assert change is not None
        deltas = self.with_ids(deltas, change)
        found = state_in(self.kept.tables())
        wanted = expected(deltas, self.truth)
        assert wanted is not None, "accepted, though a field of another or a link is lost"
        assert fits(found, wanted), "what is kept is not what was accepted"
        effect = [(ref, self.truth.get(ref), found.get(ref)) for ref, _, _ in deltas]
        effect = [(ref, old, new) for ref, old, new in effect if old != new]
        assert effect or self.kept.writes() == before, "a change of nothing wrote"
        self.truth = found
        self.known[user] = found
        for other in USERS:
            if other != user:
                self.touched[other] |= {ref for ref, _, _ in effect}
        return effect

    def with_ids(self, deltas: list[Delta], change: Change) -> list[Delta]:
        """New records by the ids that the store gave, none of which was ever given before."""
        numbered = []
        for delta in deltas:
            ref, base, new = delta
            if ref.id < 0:
                ref = change.edits[0].ref
                assert ref not in self.given, "an id was used again"
                self.given.add(ref)
            numbered.append((ref, base, new))
        return numbered

    def look(self, user: str) -> None:
        """From here the session knows what stands on disk; what others did is to be told at its next poll."""
        others = self.touched[user]
        self.must_tell[user] |= {ref for ref in others if self.known[user].get(ref) != self.truth.get(ref)}
        self.may_tell[user] |= others
        self.touched[user] = set()
        self.known[user] = self.truth

    def apply(self, user: str, change: Change) -> None:
        before = part_ids(self.truth)
        effect = self.attempt(user, delta_of(change), lambda: self.stores[user].apply(change))
        if effect:
            self.done[user].append(effect)
            self.undone[user].clear()
        fresh = part_ids(self.truth) - before
        assert not fresh & self.given_parts, "the id of a part was used again"
        self.given_parts |= fresh
        assert state_of(self.stores[user].dossier) == self.truth

    def swap(self, user: str, source: list[list[Delta]], target: list[list[Delta]], act: Callable[[], Any]) -> None:
        if not source:
            assert act() is None
            return
        back = [(ref, new, old) for ref, old, new in reversed(source.pop())]
        effect = self.attempt(user, back, act)
        if effect:
            target.append(effect)
            self.given_parts |= part_ids(self.truth)
        assert state_of(self.stores[user].dossier) == self.truth

    def seen(self, user: str, table: str, place: int) -> Any:
        """A record as this session saw it last; None when it sees none."""
        records = list(self.stores[user].dossier.tables[table].values())
        return records[place % len(records)] if records else None

    # The steps.

    @rule(user=users, place=choice, values=milestone_values)
    def edit_milestone(self, user: str, place: int, values: dict[str, Any]) -> None:
        record = self.seen(user, "milestones", place)
        if record:
            self.apply(user, changing(self.stores[user].dossier, record, record.changed(**values)))

    @rule(user=users, kind=st.sampled_from(list(PARTNER_EDITS)), place=choice, whose=choice, role=words)
    def edit_partners(self, user: str, kind: str, place: int, whose: int, role: str) -> None:
        record, party = self.seen(user, "speerpunten", 0), self.seen(user, "parties", whose)
        partners = PARTNER_EDITS[kind](record.partners, place, party and party.id, role)
        self.apply(user, changing(self.stores[user].dossier, record, record.changed(partners=partners)))

    @rule(user=users, milestone=st.booleans(), name=words)
    def add(self, user: str, milestone: bool, name: str) -> None:
        record = Milestone(number="9", title=name) if milestone else Party(name=name)
        self.apply(user, adding(self.stores[user].dossier, record))

    @rule(user=users, table=st.sampled_from(["milestones", "parties"]), place=choice)
    def remove(self, user: str, table: str, place: int) -> None:
        record = self.seen(user, table, place)
        if record:
            self.apply(user, removing(self.stores[user].dossier, record))

    @rule(user=users, table=st.sampled_from(["milestones", "speerpunten"]), place=choice)
    def leave_a_form_open(self, user: str, table: str, place: int) -> None:
        record = self.seen(user, table, place)
        if record:
            self.forms.append(record)

    @precondition(lambda self: self.forms)
    @rule(user=users, which=choice, place=choice, title=words)
    def save_an_old_form(self, user: str, which: int, place: int, title: str) -> None:
        record = self.forms[which % len(self.forms)]
        values: dict[str, Any] = {"title": title}
        if isinstance(record, Speerpunt):
            values["partners"] = replaced(record.partners, place, role=title)
        self.apply(user, changing(self.stores[user].dossier, record, record.changed(**values)))

    @rule(user=users)
    def undo(self, user: str) -> None:
        self.swap(user, self.done[user], self.undone[user], self.stores[user].undo)

    @rule(user=users)
    def redo(self, user: str) -> None:
        self.swap(user, self.undone[user], self.done[user], self.stores[user].redo)

    @rule(user=users)
    def poll(self, user: str) -> None:
        self.look(user)
        told = set(self.stores[user].poll())
        assert self.must_tell[user] <= told, "another's change was not told"
        assert {ref for ref in told if ref.table in WATCHED} <= self.may_tell[user]
        self.must_tell[user], self.may_tell[user] = set(), set()
        assert state_of(self.stores[user].dossier) == self.truth

    @invariant()
    def all_that_was_accepted_is_kept(self) -> None:
        assert state_in(self.kept.tables()) == self.truth

    @invariant()
    def what_can_be_undone_is_known(self) -> None:
        for user, store in self.stores.items():
            can = (bool(store.next_undo), bool(store.next_redo))
            assert can == (bool(self.done[user]), bool(self.undone[user]))


def in_any_order(examples: int) -> settings:
    return settings(
        max_examples=examples * LONGER,
        stateful_step_count=25,
        report_multiple_bugs=False,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )


def test_two_sessions_on_a_file(tmp_path: Path) -> None:
    begin = tmp_path / "begin.sto.json"
    DossierStore.create(begin, start())
    data, path = begin.read_bytes(), tmp_path / "proef.sto.json"

    class OnAFile(TwoSessions):
        def keep(self) -> Kept:
            shutil.rmtree(tmp_path / "proef.sto.json.d", ignore_errors=True)
            path.write_bytes(data)
            return KeptInFile(path)

    run_state_machine_as_test(OnAFile, settings=in_any_order(40))


@on_postgres
def test_two_sessions_on_a_server(served: KeptOnServer) -> None:
    raw = raw_of(start())

    class OnAServer(TwoSessions):
        def keep(self) -> Kept:
            served.close()
            served.put(raw)
            return served

        def teardown(self) -> None:
            check_chain(served.database)

    run_state_machine_as_test(OnAServer, settings=in_any_order(15))


@pytest.fixture
def begin() -> Dossier:
    return start()


def test_a_party_that_another_session_just_named_once_more_can_not_be_removed(kept: Kept) -> None:
    jan, anja = (kept.open(user) for user in USERS)
    record = anja.dossier.of(Speerpunt)[1]
    again = (*record.partners, Partner(party=1, role="nog eens"))
    anja.apply(changing(anja.dossier, record, record.changed(partners=again)))
    with pytest.raises(ConflictError):
        jan.apply(removing(jan.dossier, jan.dossier.of(Party)[1]))
    check_links(state_in(kept.tables()))
