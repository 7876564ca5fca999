"""Scores, votes, the four fields, what is typed in the workshop, and decisions that come back in the plan."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from sto_tui.content import library
from sto_tui.domain.change import Change, Edit, adding
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import (
    Action,
    AgendaItem,
    Answer,
    AnswerKind,
    Ballot,
    Decision,
    DecisionKind,
    Meeting,
    Question,
    QuestionKind,
    QuestionPart,
    Score,
)
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.parties import Party, PartyKind
from sto_tui.domain.plan import Goal, Speerpunt
from sto_tui.domain.record import Record, Ref
from sto_tui.domain.tables import BY_MODEL, TABLES
from sto_tui.domain.text import clean_text
from sto_tui.planning.evaluation.results import (
    AgendaPoint,
    Field,
    TallyLine,
    agenda_of,
    ballot_example,
    decide,
    disagreements,
    field_of,
    missing_tables,
    moved_in_fields,
    parse_ballot,
    parse_entry_line,
    proposal,
    score_summary,
    tally,
    undecided,
)
from sto_tui.planning.new_dossier import new_dossier
from sto_tui.storage.store import DossierStore
from tests.conftest import NASTY, clock

TODAY = date(2026, 9, 3)
STATEMENT = Question(id=1, part=QuestionPart.BORGING, kind=QuestionKind.SCALE, text="Wij gaan door")
VOTED = Question(id=9, part=QuestionPart.SUCCESSEN, text="Wat ging goed?")
VMBO, OTHER_VMBO, MBO = (
    Party(id=1, name="Noord", kind=PartyKind.VMBO),
    Party(id=2, name="Zuid", kind=PartyKind.VMBO),
    Party(id=3, name="College", kind=PartyKind.MBO),
)


def dossier_of(*records: Record) -> Dossier:
    tables: dict[str, dict[int, Record]] = {name: {} for name in TABLES}
    for record in records:
        table = tables[BY_MODEL[type(record)].name]
        number = record.id or len(table) + 1
        table[number] = record.model_copy(update={"id": number})
    return Dossier(tables)


def answer(number: int, *ballots: tuple[int, int], **values: object) -> Answer:
    parts = tuple(Ballot(id=place, table=table, votes=votes) for place, (table, votes) in enumerate(ballots, 1))
    return Answer.model_validate(
        {"id": number, "question": 9, "text": f"Antwoord {number}", "ballots": parts, **values}
    )


def test_a_new_dossier_has_the_success_factors_of_the_monitor() -> None:
    dossier = new_dossier("Proefland", "2027-2028")
    factors = [one for one in dossier.of(Question).values() if one.part is QuestionPart.SUCCESFACTOREN]
    assert len(factors) == 8
    assert list(dossier.of(Question).values())[-8:] == factors
    assert all(one.kind is QuestionKind.SCALE and not one.own for one in factors)
    texts = [one.text for one in library.questions()]
    assert len(texts) == len(set(texts))
    assert all(one.own for one in library.questions() if one.kind is QuestionKind.SCALE and "succes" not in one.part)


# Scores.


def test_scores_are_summed_up_as_a_whole_and_by_kind_of_party() -> None:
    given_scores = [(1, 5), (2, 4), (3, 1), (None, 2), (77, 3)]
    scores = (Score(statement=1, value=value, party=party) for party, value in given_scores)
    summary = score_summary(dossier_of(STATEMENT, VMBO, OTHER_VMBO, MBO, *scores), 1)
    assert summary is not None
    assert (summary.count, summary.mean, summary.lowest, summary.highest) == (5, 3.0, 1, 5)
    assert summary.spread == pytest.approx(2**0.5)
    assert summary.by_kind == (("vmbo", 2, 4.5, 0.5), ("mbo", 1, 1.0, 0.0))
    assert summary.distance == 3.5


def test_without_scores_there_is_no_summary() -> None:
    assert score_summary(dossier_of(STATEMENT), 1) is None


def test_statements_on_which_kinds_differ_stand_first() -> None:
    values = {1: (4, 4), 2: (5, 1), 3: (3, 4), 4: (1, 5), 5: (5,), 6: ()}
    statements = [STATEMENT.changed(id=number, order=number, hidden=number == 4) for number in values]
    scores = [
        Score(statement=number, value=value, party=party)
        for number, both in values.items()
        for party, value in zip((1, 3), both, strict=False)
    ]
    found = disagreements(dossier_of(*statements, VMBO, MBO, *scores))
    assert [number for number, _ in found] == [2, 3, 1]


@given(st.lists(st.tuples(st.sampled_from([None, 1, 2, 3]), st.integers(1, 5)), min_size=1, max_size=30))
def test_a_summary_stays_within_the_scale(found: list[tuple[int | None, int]]) -> None:
    scores = [Score(statement=1, value=value, party=party) for party, value in found]
    summary = score_summary(dossier_of(STATEMENT, VMBO, OTHER_VMBO, MBO, *scores), 1)
    assert summary is not None
    assert 1 <= summary.lowest <= summary.mean <= summary.highest <= 5
    assert 0 <= summary.spread <= 2
    assert 0 <= summary.distance <= 4
    assert sum(one.scores for one in summary.by_kind) == sum(party is not None for party, _ in found)


# Votes.


def test_ballots_are_counted_and_level_answers_stay_in_order() -> None:
    dossier = dossier_of(VOTED, answer(1, (1, 1)), answer(2, votes=50), answer(3, (2, 3), (1, 2)), answer(4, (3, 1)))
    assert tally(dossier, 9) == (
        TallyLine(3, 3, 5, ((1, 2), (2, 3))),
        TallyLine(1, 1, 1, ((1, 1),)),
        TallyLine(4, 4, 1, ((3, 1),)),
        TallyLine(2, 2, 0),
    )
    assert missing_tables(dossier, 9, 5) == (4, 5)
    assert missing_tables(dossier, 9, 2) == ()


def test_without_ballots_the_typed_votes_count() -> None:
    dossier = dossier_of(VOTED, answer(1, votes=2, session=1), answer(2, votes=7), answer(3, session=1))
    assert [(line.answer_id, line.votes) for line in tally(dossier, 9)] == [(2, 7), (1, 2), (3, 0)]
    assert [(line.answer_id, line.votes) for line in tally(dossier, 9, 1)] == [(1, 2), (3, 0)]
    assert missing_tables(dossier, 9, 2) == (1, 2)


def test_a_table_that_is_there_twice_counts_once() -> None:
    assert tally(dossier_of(VOTED, answer(1, (1, 3), (1, 2))), 9) == (TallyLine(1, 1, 2, ((1, 2),)),)


@given(st.lists(st.dictionaries(st.integers(1, 9), st.integers(0, 20), max_size=9), min_size=1, max_size=12))
def test_no_vote_is_lost(ballots: list[dict[int, int]]) -> None:
    dossier = dossier_of(VOTED, *(answer(place, *one.items()) for place, one in enumerate(ballots, 1)))
    lines = tally(dossier, 9)
    assert sum(line.votes for line in lines) == sum(sum(one.values()) for one in ballots)
    assert all(line.votes == sum(votes for _, votes in line.by_table) for line in lines)
    assert [line.votes for line in lines] == sorted((line.votes for line in lines), reverse=True)
    tables = {table for one in ballots for table in one}
    assert set(missing_tables(dossier, 9, 9)) == set(range(1, 10)) - tables


@pytest.mark.parametrize(
    ("votes", "sentence"),
    [
        ((), "Er zijn nog geen antwoorden om over te besluiten."),
        ((0, 0), "Er zijn nog geen stemmen; kies samen waarover je besluit."),
        ((1,), "Voorstel: besluit over het enige antwoord; het kreeg 1 stem."),
        ((9, 7, 4, 3, 1), "Voorstel: besluit over 1 en 2 (16 van 24 stemmen)."),
        ((14, 7, 3), "Voorstel: besluit over antwoord 1 (14 van 24 stemmen)."),
        ((24, 0), "Voorstel: besluit over antwoord 1 (24 van 24 stemmen)."),
        ((5, 2, 2, 2), "Voorstel: besluit over antwoord 1 (5 van 11 stemmen)."),
        ((6, 5, 5, 2), "Voorstel: besluit over 1, 2 en 3 (16 van 18 stemmen)."),
        # Half of eight is four.
        ((4, 2, 1, 1), "Voorstel: besluit over antwoord 1 (4 van 8 stemmen)."),
        ((3, 3, 0), "Voorstel: besluit over 1 en 2 (6 van 6 stemmen)."),
        ((4, 4), "Voorstel: stem opnieuw, want alle twee antwoorden kregen elk 4 stemmen."),
        ((1,) * 7 + (0,), "Voorstel: stem opnieuw, want zeven antwoorden kregen elk 1 stem."),
        ((4, 3) + (2,) * 7, "Voorstel: besluit over 1 en 2 (7 van 21 stemmen)."),
        ((800, 700, 500), "Voorstel: besluit over 1 en 2 (1.500 van 2.000 stemmen)."),
    ],
)
def test_what_the_votes_propose(votes: tuple[int, ...], sentence: str) -> None:
    assert proposal(tuple(TallyLine(place, place, one) for place, one in enumerate(votes, 1))) == sentence


@given(st.lists(st.integers(0, 30), max_size=40))
def test_a_proposal_is_always_one_sentence(votes: list[int]) -> None:
    said = proposal(tuple(TallyLine(1, 1, one) for one in sorted(votes, reverse=True)))
    assert said.endswith(".")
    assert said.count(". ") == 0
    assert len(said) <= 100


# The four fields.


@pytest.mark.parametrize(
    ("impact", "effort", "field"),
    [
        (6, 5, Field.SNEL_DOEN),
        (10, 0, Field.SNEL_DOEN),
        (6, 6, Field.PLANNEN),
        (5, 5, Field.ALS_HET_UITKOMT),
        (0, 0, Field.ALS_HET_UITKOMT),
        (5, 6, Field.NIET_DOEN),
        (None, 3, None),
        (3, None, None),
    ],
)
def test_the_field_of_an_answer(impact: int | None, effort: int | None, field: Field | None) -> None:
    assert field_of(answer(1, impact=impact, effort=effort)) is field


@pytest.mark.parametrize(
    ("stood", "up", "across", "stands"),
    [
        ((7, 3), 0, 1, (7, 7)),
        ((7, 7), 0, -1, (7, 3)),
        ((7, 5), 0, 1, (7, 6)),
        ((7, 6), 0, -1, (7, 4)),
        ((10, 0), -1, 0, (0, 0)),
        ((0, 0), 1, 0, (10, 0)),
        ((7, 3), 1, 0, (7, 3)),
        ((7, 3), 0, -1, (7, 3)),
        ((None, None), 0, 1, (2, 8)),
        ((None, None), 1, 0, (8, 2)),
        ((9, None), 0, 1, (9, 8)),
    ],
)
def test_an_arrow_takes_an_idea_as_far_behind_the_middle(
    stood: tuple[int | None, int | None], up: int, across: int, stands: tuple[int, int]
) -> None:
    before = answer(1, impact=stood[0], effort=stood[1])
    (after,) = [edit.after for edit in moved_in_fields(before, up, across).edits] or [before]
    assert isinstance(after, Answer)
    assert (after.impact, after.effort) == stands
    field = field_of(after)
    assert field is not None
    assert moved_in_fields(before, up, across).label == f"Antwoord ‘{before.text}’ staat nu bij {field.label}"


# What is typed in the workshop.


@pytest.mark.parametrize(
    ("typed", "tables", "parsed"),
    [
        ("3: Ouders kwamen mee", 6, (3, "Ouders kwamen mee")),
        ("3:Ouders kwamen mee", 6, (3, "Ouders kwamen mee")),
        ("  03:   Ouders  ", 6, (3, "Ouders")),
        ("99: Ver weg", None, (99, "Ver weg")),
        ("6: 14:00 uur was te laat", 6, (6, "14:00 uur was te laat")),
        ("14:00 uur was te laat", 6, (None, "14:00 uur was te laat")),
        ("1:1 begeleiding", 6, (None, "1:1 begeleiding")),
        ("2024: het jaar van de start", 6, (None, "2024: het jaar van de start")),
        ("3 ouders kwamen mee", 6, (None, "3 ouders kwamen mee")),
        ("Let op: 3: dat kan ook", 6, (None, "Let op: 3: dat kan ook")),
        ("²: geen tafel", 6, (None, "²: geen tafel")),
        ("", 6, (None, "")),
    ],
)
def test_a_line_with_or_without_a_table(typed: str, tables: int | None, parsed: tuple[int | None, str]) -> None:
    assert parse_entry_line(typed, tables) == parsed


@pytest.mark.parametrize(
    ("typed", "tables", "sentence"),
    [
        ("9: Te ver", 6, "Tafel 9 is er niet; kies tafel 1 tot en met 6."),
        ("0: Niemand", None, "Tafel 0 is er niet; kies tafel 1 tot en met 99."),
        ("2: Alleen", 1, "Tafel 2 is er niet; er is alleen tafel 1."),
        ("3:  ", 6, "Achter ‘3:’ staat nog geen antwoord; typ bijvoorbeeld 3: Ouders kwamen mee."),
    ],
)
def test_a_line_that_cannot_be_entered_is_explained(typed: str, tables: int | None, sentence: str) -> None:
    with pytest.raises(ValueError, match=r"\.$") as error:
        parse_entry_line(typed, tables)
    assert str(error.value) == sentence


@pytest.mark.parametrize("text", [*(one for one in NASTY), "w" * 600])
def test_awkward_answers_come_through(text: str) -> None:
    assert parse_entry_line(f"4: {text}", 6) == (4, text)
    assert parse_entry_line(text, 6) == (None, text)


@given(st.integers(1, 99), st.text().map(lambda text: clean_text(text).strip()).filter(bool))
def test_a_table_and_a_text_come_back(table: int, text: str) -> None:
    assert parse_entry_line(f"{table}: {text}", None) == (table, text)


@given(st.text() | st.from_regex(r"[0-9]{0,4}:.*"), st.none() | st.integers(1, 99))
def test_any_line_is_entered_or_explained(typed: str, tables: int | None) -> None:
    try:
        table, text = parse_entry_line(typed, tables)
    except ValueError as refused:
        said = str(refused)
    else:
        said = ""
        assert table is None or 1 <= table <= (tables or 99)
        assert table is None or text
    assert said == "" or (said[0] in "TA" and said[-1] == ".")


@pytest.mark.parametrize("typed", ["1 1 4", "1,1,4", " 4; 1  1 ", "1, 1, 4,", "01 1 4"])
def test_votes_of_a_table(typed: str) -> None:
    assert parse_ballot(typed, range(1, 7), 3) == {1: 2, 4: 1}


@pytest.mark.parametrize(
    ("typed", "answers", "votes", "sentence"),
    [
        ("1 1 7", 6, 3, "Antwoord 7 is er niet; kies 1 tot en met 6."),
        ("1 1 7", 2, 3, "Antwoord 7 is er niet; kies 1 en 2."),
        ("0", 1, 1, "Antwoord 0 is er niet; er is alleen antwoord 1."),
        ("1 2", 6, 3, "Dit zijn 2 stemmen; elke tafel verdeelt er 3."),
        ("1", 6, 3, "Dit is 1 stem; elke tafel verdeelt er 3."),
        ("1 2 3 4", 6, 3, "Dit zijn 4 stemmen; elke tafel verdeelt er 3."),
        ("", 6, 3, "Er zijn nog geen stemmen getypt; elke tafel verdeelt er 3."),
        ("1 x", 6, 2, "‘x’ is geen nummer van een antwoord; typ bijvoorbeeld 1 1."),
        ("-1", 6, 1, "‘-1’ is geen nummer van een antwoord; typ bijvoorbeeld 1."),
        ("9" * 5000, 6, 3, f"‘{'9' * 19}…’ is geen nummer van een antwoord; typ bijvoorbeeld 1 1 2."),
        ("x" * 20, 6, 1, f"‘{'x' * 20}’ is geen nummer van een antwoord; typ bijvoorbeeld 1."),
        ("1", 0, 1, "Er zijn nog geen antwoorden om op te stemmen."),
    ],
)
def test_votes_that_do_not_add_up_are_explained(typed: str, answers: int, votes: int, sentence: str) -> None:
    with pytest.raises(ValueError, match=r"\.$") as error:
        parse_ballot(typed, range(1, answers + 1), votes)
    assert str(error.value) == sentence


@pytest.mark.parametrize(
    ("votes", "numbers", "example"),
    [
        (1, range(1, 7), "1"),
        (3, range(1, 7), "1 1 2"),
        (3, range(5, 10), "5 5 6"),
        (4, [9, 2, 7], "2 2 7 9"),
        (5, [4, 8], "4 4 8 8 8"),
        (3, [6], "6 6 6"),
        (2, [], "1 1"),
    ],
)
def test_an_example_of_votes_can_be_typed(votes: int, numbers: list[int], example: str) -> None:
    """Answers of an earlier meeting on the same question have the lower numbers."""
    assert ballot_example(votes, numbers) == example
    if numbers:
        assert sum(parse_ballot(example, numbers, votes).values()) == votes


@given(st.lists(st.integers(1, 40), min_size=1, max_size=20), st.sampled_from([" ", ",", ", ", ";", "  "]))
def test_typed_votes_come_back(given_votes: list[int], between: str) -> None:
    found = parse_ballot(between.join(map(str, given_votes)), range(1, 41), len(given_votes))
    assert sum(found.values()) == len(given_votes)
    assert all(found[one] == given_votes.count(one) for one in given_votes)


# The agenda.


def test_the_agenda_of_a_meeting() -> None:
    hidden = VOTED.changed(id=8, hidden=True)
    agenda = (
        AgendaItem(id=1, title="Welkom", minutes=5),
        AgendaItem(id=2, question=9, minutes=25),
        AgendaItem(id=3, question=8),
        AgendaItem(id=4, question=77),
        AgendaItem(id=5),
    )
    dossier = dossier_of(STATEMENT, VOTED, hidden)
    assert agenda_of(dossier, Meeting(title="Terugblik", agenda=agenda)) == [
        AgendaPoint(None, "Welkom", 5),
        AgendaPoint(9, "Wat ging goed?", 25),
    ]
    everything = [AgendaPoint(9, "Wat ging goed?", 10), AgendaPoint(1, "Wij gaan door", 10)]
    assert agenda_of(dossier, Meeting(title="Terugblik")) == agenda_of(dossier, None) == everything
    assert agenda_of(dossier_of(), Meeting(title="Terugblik")) == []


# Decisions.


def test_what_still_asks_for_a_decision() -> None:
    dossier = dossier_of(
        STATEMENT,
        VOTED,
        VOTED.changed(id=8, hidden=True),
        answer(1),
        answer(2, votes=1),
        answer(3, (1, 2)),
        answer(4, kind=AnswerKind.SUCCES),
        answer(5, kind=AnswerKind.VERBETERPUNT, decision=1),
        answer(6, question=8, votes=4),
        answer(7, (1, 0)),
    )
    assert [one.id for one in undecided(dossier)] == [2, 4], "a vote that was not revealed yet is no secret told"


def opened(path: Path) -> DossierStore:
    return DossierStore.open(path, "jan", clock)


def taken(change: Change) -> tuple[Decision, Answer, Record | None]:
    """What a change made of the decision, the answer and the record it became."""
    made = {type(edit.after): edit.after for edit in change.edits}
    decision, decided = made.pop(Decision), made.pop(Answer)
    assert isinstance(decision, Decision)
    assert isinstance(decided, Answer)
    return decision, decided, next(iter(made.values()), None)


plain_texts = st.text(min_size=1, max_size=60).map(clean_text).filter(str.strip)
new_records = st.one_of(
    st.builds(Goal, number=st.integers(50, 99), text=plain_texts),
    st.builds(Milestone, number=st.just("9.1"), title=plain_texts),
    st.builds(Speerpunt, theme=st.just(1), number=st.just("9.1"), title=plain_texts),
    st.builds(Action, text=plain_texts),
)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(becomes=new_records, kind=st.sampled_from(DecisionKind), text=plain_texts, why=st.text(max_size=60))
def test_a_decision_and_what_it_becomes_are_linked_both_ways(
    small: Path, becomes: Record, kind: DecisionKind, text: str, why: str
) -> None:
    store = opened(small)
    one = next(iter(store.dossier.of(Answer).values()))
    before = store.dossier.tables
    applied = store.apply(decide(store.dossier, one, kind, text, why, TODAY, becomes))
    decision, decided, record = taken(applied)
    assert record is not None
    again = opened(small).dossier
    assert again.of(Decision)[decision.id] == decision
    assert (decision.date, decision.kind) == (TODAY, kind)
    assert again.of(Answer)[one.id].decision == decided.decision == decision.id > 0
    assert [again.get(ref) for ref in decision.becomes] == [record]
    assert not isinstance(record, Action) or record.decision == decision.id
    store.undo()
    assert {name: set(records) for name, records in store.dossier.tables.items()} == {
        name: set(records) for name, records in before.items()
    }
    assert store.dossier.of(Answer)[one.id].decision == one.decision


def test_a_decision_can_become_what_is_there(small: Path) -> None:
    store = opened(small)
    action = store.apply(adding(store.dossier, Action(text="Zaal boeken"))).edits[-1].after
    assert isinstance(action, Action)
    one = next(iter(store.dossier.of(Answer).values()))
    target = Ref("actions", action.id, "text")
    decision, _, record = taken(
        store.apply(decide(store.dossier, one, DecisionKind.AANPASSEN, "Anders", "", TODAY, target))
    )
    assert decision.becomes == (target.at(None),)
    assert isinstance(record, Action)
    assert record.decision == decision.id
    one = store.dossier.of(Answer)[one.id]
    other, _, record = taken(
        store.apply(decide(store.dossier, one, DecisionKind.STOPPEN, "Toch niet", "", TODAY, target))
    )
    assert other.becomes == (target.at(None),)
    assert record is None, "an action keeps the decision it follows from"
    assert store.dossier.of(Answer)[one.id].decision == other.id


def test_a_decision_can_say_why_it_comes_back_nowhere(small: Path) -> None:
    store = opened(small)
    one = next(iter(store.dossier.of(Answer).values()))
    change = decide(store.dossier, one, DecisionKind.STOPPEN, "Wij stoppen", "Te duur", TODAY, None, "Het is klaar")
    decision, _, record = taken(store.apply(change))
    assert (decision.becomes, decision.why_not, decision.why, record) == ((), "Het is klaar", "Te duur", None)
    assert change.label.startswith("Besluit Wij stoppen toegevoegd")


def test_a_decision_needs_words() -> None:
    with pytest.raises(ValidationError):
        decide(dossier_of(VOTED, answer(1)), answer(1), DecisionKind.STOPPEN, " ", "", TODAY)


def test_ballots_and_notes_are_kept(small: Path) -> None:
    store = opened(small)
    one = next(iter(store.dossier.of(Answer).values()))
    question = store.dossier.of(Question)[one.question]
    voted = one.changed(ballots=(Ballot(table=1, votes=2), Ballot(table=2, votes=0)))
    changes = [Edit(Ref("answers", one.id), one, voted)]
    changes.append(Edit(Ref("questions", question.id), question, question.changed(notes="Vraag door")))
    store.apply(Change("Stemmen", tuple(changes)))
    again = opened(small).dossier
    assert [(ballot.table, ballot.votes) for ballot in again.of(Answer)[one.id].ballots] == [(1, 2), (2, 0)]
    assert again.of(Question)[question.id].notes == "Vraag door"
