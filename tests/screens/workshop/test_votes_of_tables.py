"""Votes of tables from phones, from lines that are typed and from another computer, in every order and taken back.

Every vote is told apart by who gave it: each has an answer of its own, that gets two of the three votes.
"""

import re
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from sto_tui.domain.change import Change, NotSavedError, adding, edited, removing
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import AgendaItem, Answer, Meeting, Question
from sto_tui.phones import words
from sto_tui.phones.desk import Desk
from sto_tui.phones.server import Limits, PhoneServer
from sto_tui.planning.evaluation.workshop import Round, WorkshopPosition
from sto_tui.screens.workshop.moment import Moment
from sto_tui.screens.workshop.phones_in_room import PhonesInRoom
from sto_tui.screens.workshop.typed_lines import change_typed
from sto_tui.screens.workshop.voting_per_person import VotingPerPerson
from sto_tui.storage.store import DossierStore
from tests.conftest import clock
from tests.phones.meeting import AtTable
from tests.phones.meeting import Meeting as Room
from tests.screens.workshop.test_workshop import QUESTION, TODAY
from tests.support.evening import evening_dossier

TABLES, VOTES = 2, 3


def filled_in(seen: str, **fields: object) -> dict[str, object]:
    """The form of a page, with these fields."""
    return dict(re.findall(r'type=hidden name=(\w+) value="?(\w+)', seen)) | fields


def message_on(seen: str) -> str:
    found = re.search(r"<p id=m role=status>(.*?)</p>", seen)
    return found[1] if found else ""


PHONES = ("telefoon 1", "telefoon 2", "telefoon 3")
TYPED = ("getypt 1", "getypt 2", "elders 1", "elders 2")
EXTRA = ("nog een", "en nog een")


class Host:
    """The app without a screen: no other session is told of phones, and nothing waits to be let through."""

    def __init__(self, store: DossierStore) -> None:
        self._store = store
        self.changes = SimpleNamespace(apply=store.apply, waits=False)
        self.phones = SimpleNamespace(tell=lambda on: None)

    @property
    def dossier(self) -> Dossier:
        return self._store.dossier


class Wall:
    """A wall without a screen: the dossier, the moment of voting, and phones that are on."""

    def __init__(self, store: DossierStore, standing: WorkshopPosition, desk: Desk) -> None:
        self.store = store
        self.standing = standing
        self.persons = VotingPerPerson()
        self.said: list[str] = []
        self.is_current = True
        self.board: Any = SimpleNamespace(head=SimpleNamespace(note=lambda lines: None))
        self.host: Any = Host(store)
        self.phones = PhonesInRoom(self)  # type: ignore[arg-type]
        self.phones.begin(desk, PhoneServer(desk, Limits(), lambda error: None))

    @property
    def moment(self) -> Moment:
        return Moment(self.store.dossier, self.standing)

    def say(self, message: str, *, error: bool = False) -> None:
        self.said.append(message)

    def show(self) -> None:
        self.phones.follow()


def begun(folder: Path) -> tuple[DossierStore, WorkshopPosition]:
    path = evening_dossier(folder / "regio.sto.json")
    store = DossierStore.open(path, "jan", clock)
    question = next(one.id for one in store.dossier.of(Question).values() if one.text == QUESTION)
    agenda = (AgendaItem(question=question, minutes=10),)
    meeting = Meeting(title="Proefavond", date=TODAY, tables=TABLES, votes_per_table=VOTES, agenda=agenda, period=2)
    (session,) = (edit.ref.id for edit in store.apply(adding(store.dossier, meeting)).edits)
    answers = [Answer(question=question, text=text, session=session) for text in (*PHONES, *TYPED, *EXTRA)]
    store.apply(adding(store.dossier, *answers))
    return store, WorkshopPosition(session=session, round=Round.STEMMEN, question=question)


class Voting(RuleBasedStateMachine):
    """Two tables, three phones, a facilitator who types, and one who types at another computer."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        made, self.standing = begun(Path(self.folder.name))
        self.store = DossierStore.open(made.path, "jan", clock)
        self.other = DossierStore.open(self.store.path, "anja", clock)
        self.muted: set[str] = set()
        self.turn_on()

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.folder.cleanup()

    def turn_on(self) -> None:
        self.room = Room()
        self.wall = Wall(self.store, self.standing, self.room.desk)
        self.given: set[tuple[str, int]] = set()
        self.phones = {name: AtTable(self.room) for name in PHONES}
        for phone in self.phones.values():
            assert phone.page
        self.numbers = {name: number for number, name in enumerate(PHONES, 1)}

    def answer(self, text: str) -> Answer | None:
        return next((one for one in self.wall.moment.answers if one.text == text), None)

    def of_table(self, table: int) -> Counter[str]:
        answers = self.wall.moment.answers
        return Counter({one.text: b.votes for one in answers for b in one.ballots if b.table == table})

    def whose(self, table: int) -> list[str]:
        return [text for text, votes in self.of_table(table).items() if votes >= 2]

    def pick(self, name: str, extra: int) -> dict[str, int]:
        second = EXTRA[extra] if self.answer(EXTRA[extra]) else name
        return dict(Counter({name: 2}) + Counter({second: 1}))

    @rule(name=st.sampled_from(PHONES), table=st.integers(1, TABLES), extra=st.integers(0, 1), over=st.booleans())
    def a_phone_votes(self, name: str, table: int, extra: int, over: bool) -> None:
        phone = self.phones[name]
        votes = {f"n{one.id}": many for text, many in self.pick(name, extra).items() if (one := self.answer(text))}
        self.room.now += 60
        seen = phone.page
        for _ in range(2):
            assert phone.ask("/stem", filled_in(seen, t=table, **votes)).status == 303
            self.seconds_pass()
            seen = phone.page
            if not over or message_on(seen) != words.already_given(table, votes=True):
                break
        said = message_on(seen)
        if name not in self.muted:
            assert said in (words.RECEIVED_CHANGEABLE, *[words.already_given(table, votes=True)] * (not over))
        # What a muted phone sends is taken for nothing: what stands may still be of before a kill.
        if said == words.RECEIVED_CHANGEABLE and name not in self.muted:
            self.given.add((name, table))
            assert self.whose(table) == [name]

    @rule(table=st.integers(1, TABLES), extra=st.integers(0, 1), elsewhere=st.booleans())
    def someone_types(self, table: int, extra: int, elsewhere: bool) -> None:
        name = f"{'elders' if elsewhere else 'getypt'} {table}"
        store = self.other if elsewhere else self.store
        if elsewhere:
            store.poll()
        else:
            self.wall.phones.write_out()
        moment = Moment(store.dossier, self.standing)
        numbers = {one.text: moment.numbers[one.id] for one in moment.answers}
        line = " ".join(str(numbers[text]) for text, many in self.pick(name, extra).items() for _ in range(many))
        try:
            store.apply(change_typed(moment, f"{table}: {line}", TODAY))
        except NotSavedError:
            return
        self.look()
        assert self.whose(table) == [name]

    @rule(back=st.booleans(), elsewhere=st.booleans())
    def taken_back_or_done_again(self, back: bool, elsewhere: bool) -> None:
        store = self.other if elsewhere else self.store
        before = [self.of_table(table) for table in range(1, TABLES + 1)]
        try:
            store.undo() if back else store.redo()
        except NotSavedError:
            self.look()
            assert [self.of_table(table) for table in range(1, TABLES + 1)] == before
        self.look()

    @rule(name=st.sampled_from(PHONES))
    def a_phone_is_muted_or_counts_again(self, name: str) -> None:
        self.muted ^= {name}
        self.room.desk.mute(self.numbers[name], muted=name in self.muted)

    @rule(extra=st.integers(0, 1))
    def an_answer_goes(self, extra: int) -> None:
        if answer := self.answer(EXTRA[extra]):
            self.store.apply(removing(self.store.dossier, answer))
            self.look()

    @rule()
    def it_is_killed_and_goes_on(self) -> None:
        self.store = DossierStore.open(self.store.path, "jan", clock)
        self.muted = set()
        self.turn_on()

    @rule()
    def a_second_passes(self) -> None:
        self.seconds_pass()

    def look(self) -> None:
        """Each computer sees what the other did."""
        self.store.poll()
        self.other.poll()
        self.wall.phones.follow(swapped=True)

    def seconds_pass(self) -> None:
        for _ in range(3):
            self.look()
            self.wall.phones.tick()

    @invariant()
    def a_table_votes_once(self) -> None:
        if not hasattr(self, "wall"):
            return
        for table in range(1, TABLES + 1):
            votes = self.of_table(table)
            assert sum(votes.values()) <= VOTES, (table, votes)
            assert len(self.whose(table)) <= 1
        for answer in self.wall.moment.answers:
            tables = [ballot.table for ballot in answer.ballots]
            assert len(tables) == len(set(tables))

    @invariant()
    def what_stands_is_in_the_file_and_of_phones_that_count(self) -> None:
        if not hasattr(self, "wall"):
            return
        self.seconds_pass()
        in_file = DossierStore.open(self.store.path, "", clock).dossier
        assert Moment(in_file, self.standing).votes == self.wall.moment.votes
        owners = [(name, table) for table in range(1, TABLES + 1) for name in self.whose(table)]
        # Whose a vote of before a kill is, is stored nowhere.
        assert not [one for one in owners if one[0] in self.muted and one in self.given], (self.muted, owners)


class Evening:
    """One phone beside a facilitator who types; what stands is read as `text: votes` of table 2."""

    def __init__(self, folder: Path, *, scores: bool = False) -> None:
        self.store, standing = begun(folder)
        if scores:
            scale = next(one.id for one in self.store.dossier.of(Question).values() if one.kind == "scale")
            meeting = self.store.dossier.of(Meeting)[standing.session or 0]
            self.store.apply(Change("", edited(meeting, agenda=(AgendaItem(question=scale, minutes=5),))))
            standing = replace(standing, round=Round.OPHALEN, question=scale)
        self.room = Room()
        self.wall = Wall(self.store, standing, self.room.desk)
        self.phone = AtTable(self.room)
        assert self.phone.page

    def gives(self, **fields: int) -> str:
        """The phone gives something for table 2, and takes over when it is asked to."""
        path = "/score" if "w" in fields else "/stem"
        ids = {one.text: one.id for one in self.wall.moment.answers}
        given = {name if name == "w" else f"n{ids[name.replace('_', ' ')]}": many for name, many in fields.items()}
        self.room.now += 60
        seen = self.phone.page
        for _ in range(2):
            assert self.phone.ask(path, filled_in(seen, t=2, **given)).status == 303
            self.second()
            seen = self.phone.page
            if "overnemen" not in message_on(seen):
                break
        return message_on(seen)

    def says(self) -> str:
        self.second()
        return message_on(self.phone.page)

    def types(self, line: str) -> None:
        self.wall.phones.write_out()
        numbers = {text: str(number) for text, number in self.numbers.items()}
        words_of_line = [numbers.get(word.replace("_", " "), word) for word in line.split()]
        self.store.apply(change_typed(self.wall.moment, " ".join(words_of_line), TODAY))
        self.wall.phones.follow()

    @property
    def numbers(self) -> dict[str, int]:
        return {one.text: self.wall.moment.numbers[one.id] for one in self.wall.moment.answers}

    def second(self) -> None:
        self.wall.phones.follow(swapped=True)
        self.wall.phones.tick()

    def takes_back(self) -> str:
        """What `z` says when it does not do it."""
        return self.swap(self.store.undo)

    def swap(self, act: Callable[[], object]) -> str:
        try:
            act()
        except NotSavedError as error:
            return str(error)
        finally:
            self.second()
            self.second()
        return ""

    @property
    def stands(self) -> object:
        moment = Moment(DossierStore.open(self.store.path, "", clock).dossier, self.wall.standing)
        if scores := moment.dossier.scores_of(moment.standing.question or 0):
            return [one.value for one in scores if (one.session, one.table) == (moment.standing.session, 2)]
        return {one.text: b.votes for one in moment.answers for b in one.ballots if b.table == 2}


CHANGED = "Wat tafel 2 gaf is intussen veranderd, en blijft zoals het nu is. Er is niets opgeslagen."


def test_what_a_phone_gave_after_a_typed_vote_is_not_mixed_with_what_was_there_before_it(tmp_path: Path) -> None:
    evening = Evening(tmp_path)
    assert evening.gives(telefoon_1=1, telefoon_2=1, telefoon_3=1) == words.RECEIVED_CHANGEABLE
    evening.types("2: nog_een nog_een nog_een")
    assert evening.gives(telefoon_1=3) == words.RECEIVED_CHANGEABLE
    assert evening.takes_back() == CHANGED
    assert evening.stands == {"telefoon 1": 3}


def test_what_was_typed_is_not_done_again_beside_what_a_phone_gave_since(tmp_path: Path) -> None:
    evening = Evening(tmp_path)
    evening.types("2: nog_een nog_een nog_een")
    assert evening.takes_back() == ""
    assert evening.gives(telefoon_1=3) == words.RECEIVED_CHANGEABLE
    assert evening.swap(evening.store.redo) == CHANGED
    assert evening.stands == {"telefoon 1": 3}


def test_a_phone_that_counts_gets_its_votes_back_and_is_told(tmp_path: Path) -> None:
    evening = Evening(tmp_path)
    evening.gives(telefoon_1=3)
    evening.types("2: nog_een nog_een nog_een")
    assert evening.says() == words.given_since(2)
    assert evening.takes_back() == ""
    assert evening.stands == {"telefoon 1": 3}
    assert evening.says() == words.stands_again(2)
    assert "value=3 checked" in evening.phone.page
    assert evening.gives(telefoon_2=3) == words.RECEIVED_CHANGEABLE, "its table is its own again"
    assert evening.stands == {"telefoon 2": 3}


def test_a_muted_phone_gets_nothing_back(tmp_path: Path) -> None:
    evening = Evening(tmp_path)
    evening.gives(telefoon_1=3)
    evening.types("2: nog_een nog_een nog_een")
    evening.room.desk.mute(1, muted=True)
    assert evening.takes_back() == ""
    assert evening.stands == {}


def test_an_answer_that_comes_back_brings_no_votes_of_a_table_that_voted_again(tmp_path: Path) -> None:
    evening = Evening(tmp_path)
    evening.gives(telefoon_1=2, nog_een=1)
    gone = next(one for one in evening.wall.moment.answers if one.text == "nog een")
    evening.store.apply(removing(evening.store.dossier, gone))
    assert evening.stands == {"telefoon 1": 2}
    assert evening.says() == words.CHANGED
    evening.gives(telefoon_1=3)
    assert evening.takes_back() == ""
    assert "nog een" in evening.numbers
    assert evening.stands == {"telefoon 1": 3}


@pytest.mark.parametrize("last", [5, 1], ids=["another", "as typed"])
def test_a_score_that_a_phone_gave_last_stays_and_is_not_told(tmp_path: Path, last: int) -> None:
    evening = Evening(tmp_path, scores=True)
    assert evening.gives(w=2) == words.RECEIVED_CHANGEABLE
    evening.types("2: 1")
    assert evening.gives(w=last) == words.RECEIVED_CHANGEABLE
    said = evening.takes_back()
    assert "is intussen verwijderd" in said
    assert not re.search(r"\d", said), "no score is read from the wall"
    assert evening.stands == [last]


def test_a_score_that_was_typed_is_taken_back_once_and_not_done_again_beside_another(tmp_path: Path) -> None:
    evening = Evening(tmp_path, scores=True)
    evening.types("2: 1")
    assert evening.takes_back() == ""
    assert evening.stands == []
    evening.gives(w=4)
    assert evening.swap(evening.store.redo) == CHANGED
    assert evening.stands == [4]


def test_scores_of_persons_of_before_are_told_from_those_of_now(tmp_path: Path) -> None:
    wall = Evening(tmp_path, scores=True).wall
    wall.standing = replace(wall.standing, per_person=True)
    for value in ("4", "2"):
        wall.persons.take(wall.moment, value)
    assert wall.persons.stands_of_before(wall.moment) == ""
    wall.store.apply(wall.phones.result())
    wall.persons.remember(wall.moment)
    assert wall.persons.stands_of_before(wall.moment) == ""
    assert VotingPerPerson().stands_of_before(wall.moment) == "2 scores", "after a kill"
    wall.store.undo()
    assert VotingPerPerson().stands_of_before(wall.moment) == ""


Voting.TestCase.settings = settings(
    max_examples=15, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
)
TestVoting = pytest.mark.slow(Voting.TestCase)
