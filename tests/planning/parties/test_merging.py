"""Two parties that turn out to be one: what moves, what clashes, and that nothing is lost."""

from collections import Counter
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sto_tui.domain.change import with_references
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.evaluation import Score
from sto_tui.domain.milestones import Veri
from sto_tui.domain.parties import Body, Involvement, Member, Party, PartyKind, PartyStatus
from sto_tui.domain.plan import Partner, Speerpunt
from sto_tui.domain.record import Record, Ref
from sto_tui.planning.checks.finding import findings
from sto_tui.planning.parties.likeness import likely_pairs
from sto_tui.planning.parties.merging import merging
from tests.support.filled import filled_dossier
from tests.support.small_region import (
    MBO,
    NORTH,
    SIGNED,
    SOUTH,
    TODAY,
    done,
    gives,
    on,
    region,
    role,
    told,
    with_way,
)

AMERE = Party(id=7, name="mbo College Amere", kind=PartyKind.MBO, status=PartyStatus.TOEGEZEGD)


@pytest.mark.parametrize(
    ("first", "second", "are_alike"),
    [
        ("mbo College Almere", "mbo College Amere", True),
        ("mbo College Almere", "MBO-college Almere", True),
        ("Jansen", "Jansen B.V.", True),
        ("Jansen & Zn.", "Jansen en Zn", True),
        ("Almere mbo College", "mbo College Almere", True),
        ("Windesheim (Almere)", "Windesheim", True),
        ("Aeres vmbo Almere", "Aeres mbo Almere", False),
        ("gemeente Hazelmonde", "gemeente Terelst", False),
        ("School 1", "School 2", False),
        ("Noord College", "Noorder College", False),
        # Of four letters one may be wrong, of three it makes another word.
        ("Bakker Bouw", "Bakker Bouq", True),
        ("Bakker Bus", "Bakker Bux", False),
        ("(nog open)", "(volgt)", False),
    ],
)
def test_names_that_may_be_one(first: str, second: str, are_alike: bool) -> None:
    parties = {1: Party(id=1, name=first), 2: Party(id=2, name=second)}
    pairs = list(likely_pairs(region().with_tables({"parties": parties})))
    assert [(one.id, two.id) for one, two in pairs] == ([(1, 2)] if are_alike else [])


def test_a_likely_pair_is_a_finding() -> None:
    said = [str(finding.ref) for finding in findings(region(AMERE), TODAY) if "bijna hetzelfde" in finding.message]
    assert said == ["parties/7/name"]


def almere_twice() -> Dossier:
    """Amere stands beside Almere as a partner, a member, in two rows of the matrix, and with money of its own."""
    return region(
        AMERE.changed(involved_in=(Involvement.UITVOERING,), contact="de decaan", note="Volgens de lijst."),
        Speerpunt(
            id=3,
            theme=1,
            number="1.2",
            title="Route",
            partners=(Partner(id=1, party=3, role="docenten"), Partner(id=2, party=7, role="een lokaal")),
        ),
        Body(id=2, name="Werkgroep", members=(Member(id=1, party=3, role="lid"), Member(id=2, party=7, role="lid"))),
        role(6, "milestones/1", "parties/3", "R"),
        role(7, "milestones/1", "parties/7", "I"),
        role(8, "speerpunten/2", "parties/7", "E"),
        role(9, "milestones/2", "parties/7", "S"),
        Score(id=1, statement=1, value=3, party=3),
        Score(id=2, statement=1, value=5, party=7),
        gives(3, 7, 25, SIGNED, title="Uren van mbo College Amere"),
    )


@pytest.mark.parametrize(("name", "is_told"), [("mbo College", False), ("Amere College", True)])
def test_a_name_that_the_other_has_in_its_own_does_not_stay_behind(name: str, is_told: bool) -> None:
    dossier = region(AMERE.changed(name=name), gives(3, 7, 25, SIGNED, title=f"Uren van {name}"))
    notes = merging(MBO, dossier.of(Party)[7], on(dossier)).notes
    stays = f"De naam ‘{name}’ blijft staan in de tekst van 1 regel."
    assert (stays in notes, any("blijft staan" in note for note in notes)) == (is_told, is_told)


def test_what_moves_and_what_clashes() -> None:
    dossier = almere_twice()
    proposal = merging(MBO, dossier.of(Party)[7], on(dossier))
    assert [told(line) for line in proposal.lines] == [
        "Wat blijft: Naam → mbo College Almere",
        "Wat blijft: Status → getekend",
        "Twee rollen in één rij: speerpunt 2.1 Stage → VE, van beide samen",
        "Twee rollen in één rij: mijlpaal 1.1a Lab open → R, van mbo College Almere",
    ]
    assert proposal.notes == (
        "Gaat over van mbo College Amere naar mbo College Almere: 1 orgaan, 1 speerpunt, 3 VERI-rollen, 1 score en "
        "1 bijdrage.",
        "1 stelling heeft daarna twee scores van deze partij.",
        "De naam ‘mbo College Amere’ blijft staan in de tekst van 1 regel.",
    )
    change = proposal.change(with_way(proposal, "1.1a", "I, van mbo College Amere"))
    after = done(dossier, change)
    party = after.of(Party)[3]
    assert 7 not in after.of(Party)
    assert (party.name, party.status, party.contact, party.note) == (
        "mbo College Almere",
        PartyStatus.GETEKEND,
        "de decaan",
        "Volgens de lijst.",
    )
    assert party.involved_in == (Involvement.UITVOERING,)
    assert [(one.party, one.role) for one in after.of(Speerpunt)[3].partners] == [(3, "docenten; een lokaal")]
    assert [member.party for member in after.of(Body)[2].members] == [3]
    assert {str(one.row): one.code.value for one in after.of(Veri).values() if one.party == ref_of(MBO)} == {
        "speerpunten/2": "VE",
        "milestones/1": "I",
        "milestones/2": "S",
    }
    assert done(after, change.reversed()).tables == dossier.tables


def test_the_other_name_and_status_can_be_chosen() -> None:
    dossier = almere_twice()
    proposal = merging(dossier.of(Party)[7], MBO, on(dossier))
    after = done(dossier, proposal.change(with_way(proposal, "Naam", "mbo College Almere")))
    party = after.of(Party)[7]
    assert (party.name, party.status, party.short) == ("mbo College Almere", PartyStatus.GETEKEND, "MCA")
    assert 3 not in after.of(Party)


def references(dossier: Dossier, gone: int, kept: int) -> Counter[tuple[Any, Any]]:
    """Every field that refers, and what to, with the kept party in the place of the other; a pair counts once."""
    moved = {Ref("parties", gone): Ref("parties", kept)}
    return Counter({(ref, moved.get(target, target)) for ref, target in dossier.references()})


PAIRS = st.sampled_from([(3, 7), (7, 3), (1, 2), (2, 1), (4, 5)])
CODES = st.sampled_from(("V", "E", "R", "I", "S", "O", "VE"))
ROWS = ("themes/1", "speerpunten/1", "speerpunten/2", "milestones/1", "milestones/2")


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """The small region with other partners, seats, roles and money."""
    parties = st.sampled_from((1, 2, 3, 4, 5, 7, None))
    words = st.sampled_from(("", "een docent", "een lokaal", "x" * 290))
    partners = draw(st.lists(st.builds(Partner, party=parties, role=words), max_size=5))
    seats = draw(st.lists(st.builds(Member, party=parties, person=words, role=words), max_size=5))
    cells = draw(
        st.lists(
            st.tuples(st.sampled_from(ROWS), st.sampled_from((1, 2, 3, 7)), CODES), unique_by=lambda cell: cell[:2]
        )
    )
    more: list[Record] = [
        AMERE,
        Speerpunt(
            id=4,
            theme=1,
            number="1.4",
            title="Anders",
            partners=tuple(one.model_copy(update={"id": place}) for place, one in enumerate(partners, 1)),
        ),
        Body(
            id=3,
            name="Anders",
            members=tuple(one.model_copy(update={"id": place}) for place, one in enumerate(seats, 1)),
        ),
        *(gives(10 + place, draw(parties), place, SIGNED) for place in range(3)),
    ]
    roles = {place: role(place, row, f"parties/{party}", code) for place, (row, party, code) in enumerate(cells, 1)}
    return region(*more).with_tables({"veri": roles})


@given(dossiers(), PAIRS, st.data())
@settings(max_examples=60)
def test_nothing_refers_to_who_is_gone_and_nothing_else_is_lost(
    dossier: Dossier, pair: tuple[int, int], data: st.DataObject
) -> None:
    kept, gone = (dossier.of(Party)[number] for number in pair)
    proposal = merging(kept, gone, on(dossier))
    chosen = [data.draw(st.integers(0, len(line.ways) - 1)) for line in proposal.lines]
    change = proposal.change(chosen)
    after = done(dossier, change)
    assert ref_of(gone) not in {target for _, target in after.references()}
    clashes = [edit.ref for edit in change.edits if edit.after is None and edit.ref.table == "veri"]
    lost = Counter(dict(references(dossier, gone.id, kept.id))) - references(after, gone.id, kept.id)
    assert {ref.at(None) for ref, _ in lost} <= set(clashes)
    rows = [(one.row, one.party) for one in after.of(Veri).values()]
    assert len(rows) == len(set(rows)) == len({(one.row, _one(one, pair)) for one in dossier.of(Veri).values()})
    words = [partner.role for partner in dossier.of(Speerpunt)[4].partners]
    assert set("; ".join(words).split("; ")) == set(
        "; ".join(partner.role for partner in after.of(Speerpunt)[4].partners).split("; ")
    ) | ({""} & set(words))
    touched = {edit.ref for edit in change.edits}
    moved = {Ref("parties", gone.id): kept.id}
    for table, records in dossier.tables.items():
        for number, record in records.items():
            if Ref(table, number) not in touched:
                assert with_references(record, moved) == after.tables[table][number] == record
    assert done(after, change.reversed()).tables == dossier.tables


def _one(veri: Veri, pair: tuple[int, int]) -> Ref:
    kept, gone = pair
    return Ref("parties", kept) if veri.party == Ref("parties", gone) else veri.party


def test_no_field_that_refers_to_a_party_is_passed_over() -> None:
    """In a dossier in which everything is filled in."""
    dossier = filled_dossier()
    kept, gone = dossier.of(Party)[2], dossier.of(Party)[1]
    proposal = merging(kept, gone, on(dossier))
    after = done(dossier, proposal.change(proposal.proposed))
    assert len(dossier.referrers(ref_of(gone))) > 8
    assert after.referrers(ref_of(gone)) == []


@pytest.mark.parametrize(("status", "agreed"), [(PartyStatus.GETEKEND, date(2026, 5, 1)), (PartyStatus.BEOOGD, None)])
def test_the_day_of_an_agreement_comes_along_with_the_same_status_only(
    status: PartyStatus, agreed: date | None
) -> None:
    """North has signed, on no day that is known."""
    first = NORTH.changed(status=PartyStatus.GETEKEND, agreed_on=None)
    second = SOUTH.changed(status=status, agreed_on=date(2026, 5, 1))
    dossier = region(first, second)
    proposal = merging(first, second, on(dossier))
    after = done(dossier, proposal.change(proposal.proposed))
    assert (after.of(Party)[first.id].status, after.of(Party)[first.id].agreed_on) == (PartyStatus.GETEKEND, agreed)


def test_two_that_differ_only_in_name_ask_only_that() -> None:
    dossier = region()
    proposal = merging(NORTH, SOUTH.changed(short=""), on(dossier))
    assert [line.about for line in proposal.lines] == ["Naam", "mijlpaal 1.1a Lab open"]
