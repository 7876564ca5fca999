import contextlib
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from sto_tui.domain.change import (
    Change,
    Edit,
    NotSavedError,
    Occasion,
    adding,
    carried_out,
    changing,
    fresh_part_id,
    removing,
    renumbered,
    with_part_ids,
)
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.evaluation import Action, Answer, Decision, Question, QuestionPart
from sto_tui.domain.merging.records import merged
from sto_tui.domain.milestones import Dependency, Milestone, Progress, Stoplicht, Veri, VeriCode
from sto_tui.domain.money import BudgetLine
from sto_tui.domain.parties import Body, Member, Party
from sto_tui.domain.plan import Act, Facility, Goal, Partner, Phase, Speerpunt, Theme
from sto_tui.domain.record import Part, Record, Ref, fields_of
from sto_tui.domain.tables import BY_MODEL, TABLES
from sto_tui.domain.text import clean_line, clean_text, count_unwanted, plain
from sto_tui.domain.typed_dates import Beside
from sto_tui.domain.typed_value import entry_text, line_of, parse_entry, parse_lines
from sto_tui.domain.vision import VisionSection
from sto_tui.planning.new_dossier import new_dossier

modest = settings(max_examples=50)
whole_dossiers = settings(max_examples=25)


def dossier_of(*records: Record) -> Dossier:
    tables: dict[str, dict[int, Record]] = {name: {} for name in TABLES}
    for record in records:
        tables[BY_MODEL[type(record)].name][record.id] = record
    return Dossier(tables)


def applied(dossier: Dossier, change: Change) -> Dossier:
    """What a store does with a change, without its file: the check on `before`, and the new tables."""
    tables = {name: dict(records) for name, records in dossier.tables.items()}
    for edit in change.edits:
        assert tables[edit.ref.table].get(edit.ref.id) == edit.before
        if edit.after is None:
            del tables[edit.ref.table][edit.ref.id]
        else:
            assert ref_of(edit.after) == edit.ref
            tables[edit.ref.table][edit.ref.id] = edit.after
    return Dossier(tables)


def lost(dossier: Dossier) -> list[str]:
    return [f"{ref} -> {target}" for ref, target in dossier.references() if dossier.get(target) is None]


# Small dossiers in which everything refers to everything else.

FEW = 2
some = st.integers(1, FEW)
perhaps = st.none() | some
lines = st.sampled_from(["a", "b", "één", "lab 2"])
spellings = st.text("abc é-\u0301", min_size=1, max_size=6).filter(lambda text: clean_line(text) != "")


def numbered(parts: st.SearchStrategy[Part]) -> st.SearchStrategy[tuple[Part, ...]]:
    return st.lists(parts, max_size=3).map(
        lambda found: tuple(part.model_copy(update={"id": place}) for place, part in enumerate(found, 1))
    )


partners = numbered(st.builds(Partner, party=perhaps, role=lines))
phases = numbered(st.builds(Phase, label=lines, acts=numbered(st.builds(Act, text=lines))))
MAKERS: dict[type[Record], Callable[[], st.SearchStrategy[Record]]] = {
    Party: lambda: st.builds(Party, name=lines),
    Body: lambda: st.builds(Body, name=lines, members=numbered(st.builds(Member, party=perhaps, person=lines))),
    Goal: lambda: st.builds(Goal, number=some, text=lines, reformulated_as=perhaps),
    Theme: lambda: st.builds(Theme, number=some, title=lines, lead=perhaps),
    Speerpunt: lambda: st.builds(
        Speerpunt,
        theme=some,
        number=lines,
        title=lines,
        partners=partners,
        phases=phases,
        goals=st.lists(some, max_size=2, unique=True).map(tuple),
    ),
    Milestone: lambda: st.builds(
        Milestone,
        number=lines,
        title=lines,
        speerpunt=perhaps,
        theme=perhaps,
        after=numbered(st.builds(Dependency, milestone=some, lag_days=st.integers(0, 9))),
        goal=perhaps,
    ),
    Veri: lambda: st.builds(
        Veri,
        row=st.builds(Ref, st.sampled_from(["themes", "speerpunten", "milestones"]), some),
        party=st.builds(Ref, st.sampled_from(["parties", "bodies"]), some),
        code=st.sampled_from(VeriCode),
    ),
    Progress: lambda: st.builds(
        Progress, milestone=some, date=st.just(date(2027, 1, 1)), light=st.just(Stoplicht.GROEN)
    ),
    Question: lambda: st.builds(Question, part=st.sampled_from(QuestionPart), text=lines),
    Answer: lambda: st.builds(
        Answer,
        question=some,
        text=lines,
        party=perhaps,
        decision=perhaps,
        about=st.none() | st.builds(Ref, st.sampled_from(["goals", "speerpunten"]), some),
    ),
    Decision: lambda: st.builds(
        Decision,
        text=lines,
        becomes=st.lists(st.builds(Ref, st.sampled_from(["goals", "milestones", "actions"]), some), max_size=2).map(
            tuple
        ),
    ),
    Action: lambda: st.builds(Action, text=lines, decision=perhaps),
}


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    records = [
        draw(make()).model_copy(update={"id": number}) for make in MAKERS.values() for number in range(1, FEW + 1)
    ]
    return dossier_of(*records)


def any_record(dossier: Dossier) -> st.SearchStrategy[Record]:
    return st.sampled_from([record for records in dossier.tables.values() for record in records.values()])


@st.composite
def dossiers_with_a_change(draw: st.DrawFn) -> tuple[Dossier, Change]:
    dossier = draw(dossiers())
    record = draw(any_record(dossier))
    other = draw(MAKERS[type(record)]())
    kind = draw(st.sampled_from(["add", "change", "remove"]))
    occasion = Occasion(dossier, date(2026, 9, 3), "jan")
    if kind == "add":
        return dossier, adding(dossier, other.model_copy(update={"id": 0}), occasion=occasion)
    if kind == "remove":
        return dossier, removing(dossier, record)
    try:
        return dossier, changing(dossier, record, other.model_copy(update={"id": record.id}), occasion)
    except NotSavedError:
        # What goes against the log is refused.
        reject()


@pytest.mark.slow
@whole_dossiers
@given(dossiers_with_a_change())
def test_a_change_and_its_reverse_give_the_same_records(found: tuple[Dossier, Change]) -> None:
    dossier, change = found
    after = applied(dossier, change)
    assert applied(after, change.reversed()).tables == dossier.tables
    assert change.reversed().reversed() == change
    assert change.label
    assert change.label[0].upper() == change.label[0]


@pytest.mark.slow
@whole_dossiers
@given(st.data())
def test_removing_leaves_no_reference_to_what_is_gone(data: st.DataObject) -> None:
    dossier = data.draw(dossiers())
    assert lost(dossier) == []
    record = data.draw(any_record(dossier))
    after = applied(dossier, removing(dossier, record))
    assert after.get(ref_of(record)) is None
    assert lost(after) == []


def test_removing_takes_along_what_cannot_stand_alone_and_empties_the_rest() -> None:
    dossier = dossier_of(
        Theme(id=1, number=1, title="Kiezen"),
        Speerpunt(id=1, theme=1, number="1.1", title="Lab"),
        Milestone(id=1, number="1.1a", title="Plan", speerpunt=1),
        Milestone(id=2, number="1.1b", title="Lab open", after=(Dependency(id=1, milestone=1, lag_days=3),)),
        Veri(id=1, row=Ref("milestones", 1), party=Ref("parties", 1), code=VeriCode.RAADPLEGEN),
        Party(id=1, name="Noord College"),
        Decision(id=1, text="Doorgaan", becomes=(Ref("speerpunten", 1), Ref("milestones", 2))),
    )
    after = applied(dossier, removing(dossier, dossier.of(Theme)[1]))
    assert not after.of(Theme)
    assert not after.of(Speerpunt)
    assert after.of(Milestone)[1].speerpunt is None
    assert after.of(Decision)[1].becomes == (Ref("milestones", 2),)
    after = applied(dossier, removing(dossier, dossier.of(Milestone)[1]))
    assert after.of(Milestone)[2].after == ()
    assert not after.of(Veri)


def test_the_label_says_what_was_done() -> None:
    before = Milestone(id=1, number="1.2", title="Programma vastgesteld")
    dossier = dossier_of(before)
    assert adding(dossier, Goal(number=3, text="Meer leerlingen")).label == "Doel 3 Meer leerlingen toegevoegd"
    assert removing(dossier, before).label == "Mijlpaal 1.2 Programma vastgesteld verwijderd"
    after = before.changed(start="2027-01-01", due="2027-03-31")
    assert changing(dossier, before, after).label == "Mijlpaal 1.2 Programma vastgesteld gewijzigd: begin, klaar op"
    long = changing(dossier, before, before.changed(title="w" * 300)).label
    assert long.startswith("Mijlpaal 1.2 www")
    assert "…" in long
    assert len(long) < 90


# Numbers for what is new.


@pytest.mark.slow
@whole_dossiers
@given(st.data())
def test_renumbering_keeps_every_reference(data: st.DataObject) -> None:
    """A whole dossier of new records, which refer to each other by negative ids."""
    dossier = data.draw(dossiers())
    given = {ref_of(record): record.id + 40 for records in dossier.tables.values() for record in records.values()}
    negative = {ref: Ref(ref.table, -ref.id) for ref in given}
    edits = [Edit(ref, None, dossier.get(ref)) for ref in given]
    typed = renumbered(Change("Nieuw", tuple(edits)), {ref: one.id for ref, one in negative.items()})
    back = renumbered(typed, {negative[ref]: number for ref, number in given.items()})
    stored = applied(dossier_of(), back)
    assert lost(stored) == []

    def moved(ref: Ref) -> tuple[str, int, str | None]:
        return ref.table, ref.id - 40, ref.field

    links = [(moved(ref), moved(target)) for ref, target in stored.references()]
    assert links == [
        ((ref.table, ref.id, ref.field), (target.table, target.id, None)) for ref, target in dossier.references()
    ]


def test_what_exists_keeps_its_number() -> None:
    theme = Theme(id=4, number=1, title="Kiezen")
    change = adding(
        dossier_of(theme),
        Speerpunt(id=-1, theme=4, number="1.1", title="Lab"),
        Milestone(id=-1, number="1.1a", title="Plan", speerpunt=-1),
        Milestone(id=-2, number="1.1b", title="Lab open", after=(Dependency(id=1, milestone=-1),)),
    )
    ids = {Ref("speerpunten", -1): 7, Ref("milestones", -1): 20, Ref("milestones", -2): 21}
    stored = applied(dossier_of(theme), renumbered(change, ids))
    assert stored.of(Speerpunt)[7].theme == 4
    assert stored.of(Milestone)[20].speerpunt == 7
    assert stored.of(Milestone)[21].after[0].milestone == 20
    assert renumbered(change, {}) is change


def test_a_change_that_is_made_from_another_keeps_what_it_rests_on() -> None:
    """Only where it is taken back are its new records none any more."""
    lab = Milestone(id=1, number="1.1a", title="Lab", due=date(2027, 3, 31))
    new = Milestone(id=-1, number="1.1b", title="Bus")
    edits = (
        Edit(Ref("milestones", 1), lab, lab.changed(due=date(2027, 6, 30))),
        Edit(Ref("milestones", -1), None, new),
    )
    change = Change("Langer", edits, begun=(Ref("milestones", -1),), follows=("start", "due"))
    given = renumbered(change, {Ref("milestones", -1): 7})
    assert (given.begun, given.follows) == ((Ref("milestones", 7),), ("start", "due"))
    back = given.reversed()
    assert (back.begun, back.follows, back.reversed().edits) == ((), ("start", "due"), given.edits)


# Merging two sessions.

SIMPLE = ("number", "title", "carried_over_from")


@pytest.mark.slow
@modest
@given(st.data())
def test_fields_that_one_side_changed_survive(data: st.DataObject) -> None:
    speerpunten = MAKERS[Speerpunt]()
    base, other, third = (data.draw(speerpunten) for _ in range(3))
    mine_fields = data.draw(st.sets(st.sampled_from(SIMPLE)))
    their_fields = data.draw(st.sets(st.sampled_from(SIMPLE)))
    mine = base.model_copy(update={name: getattr(other, name) for name in mine_fields})
    theirs = base.model_copy(update={name: getattr(third, name) for name in their_fields})
    result, clashes = merged(base, mine, theirs)
    for name in SIMPLE:
        old, new, now = (getattr(one, name) for one in (base, mine, theirs))
        both = new != old and now != old and new != now
        assert (name in clashes) == both
        assert getattr(result, name) == (now if both or new == old else new)


@modest
@given(st.data())
def test_merging_with_an_unchanged_side_is_the_other_side(data: st.DataObject) -> None:
    maker = data.draw(st.sampled_from(list(MAKERS.values())))()
    base, other = (data.draw(maker) for _ in range(2))
    assert merged(base, other, base) == (other, ())
    assert merged(base, base, other) == (other, ())
    assert merged(base, other, other) == (other, ())


PARTNERS = tuple(Partner(id=number, role=f"school {number}") for number in (1, 2, 3))


CHANGES: list[dict[str, object]] = [{}, {}, {"role": "mbo"}, {"role": "po"}, {"party": 1}]


@st.composite
def edited_partners(draw: st.DrawFn) -> tuple[Partner, ...]:
    """The three partners, some gone, some with another role or party, and perhaps a new one at the end."""
    kept = [
        partner.model_copy(update=draw(st.sampled_from(CHANGES)))
        for partner in PARTNERS
        if draw(st.booleans()) or draw(st.booleans())
    ]
    added = draw(st.sampled_from(["", "bedrijf", "gemeente"]))
    return (*kept, Partner(id=4, role=added)) if added else tuple(kept)


def by_id(parts: tuple[Partner, ...]) -> dict[int, Partner]:
    return {part.id: part for part in parts}


@modest
@given(edited_partners(), edited_partners())
def test_lists_merge_part_by_part(mine: tuple[Partner, ...], theirs: tuple[Partner, ...]) -> None:
    base = Speerpunt(id=1, theme=1, number="1.1", title="Lab", partners=PARTNERS)
    result, clashes = merged(
        base, base.model_copy(update={"partners": mine}), base.model_copy(update={"partners": theirs})
    )
    olds, news, nows, both = (by_id(parts) for parts in (PARTNERS, mine, theirs, result.partners))
    assert len(both) == len(result.partners)
    clash = False
    for number in (1, 2, 3):
        old, new, now = olds[number], news.get(number), nows.get(number)
        if now in (old, new):
            assert both.get(number) == new
        elif new == old:
            assert both.get(number) == now
        elif new is None or now is None:
            clash = True
        else:
            for name in ("role", "party"):
                values = [getattr(one, name) for one in (old, new, now)]
                clash = clash or (values[0] != values[1] != values[2] != values[0])
                expected = values[1] if values[2] == values[0] else values[2]
                assert getattr(both[number], name) == expected
    assert clashes == (("partners",) if clash else ())
    added = {part.role for parts in (mine, theirs) for part in parts if part.id == 4}
    assert added <= {part.role for part in result.partners if part.id > 3}


# Parts get ids that stay.


@modest
@given(phases, phases)
def test_new_parts_get_ids_of_their_own(before: tuple[Phase, ...], typed: tuple[Phase, ...]) -> None:
    old = Speerpunt(id=1, theme=1, number="1.1", title="Lab", phases=before)
    bare = tuple(phase.model_copy(update={"id": 0}) for phase in typed)
    result = with_part_ids(old.model_copy(update={"phases": (*before, *bare)}), fresh_part_id)
    assert isinstance(result, Speerpunt)
    ids = [phase.id for phase in result.phases]
    assert ids[: len(before)] == [phase.id for phase in before]
    assert len(set(ids)) == len(ids)
    assert all(number > 0 for number in ids)


def test_a_fresh_id_is_above_all_that_are_counted_and_fits_in_31_bits() -> None:
    assert all(10_000 <= fresh_part_id() < 2**31 for _ in range(50))


@modest
@given(st.lists(spellings, max_size=6, unique_by=clean_line), st.data())
def test_lines_that_stayed_keep_their_id(typed: list[str], data: st.DataObject) -> None:
    texts = [clean_line(line) for line in typed]
    before = tuple(Facility(id=place, name=text) for place, text in enumerate(texts, 1))
    assert parse_lines(Facility, "\n".join(texts), before) == before
    place = data.draw(st.integers(0, len(texts)))
    added = parse_lines(Facility, "\n".join([*texts[:place], "NIEUW", *texts[place:]]), before)
    assert [part.id for part in added if line_of(part) != "NIEUW"] == [part.id for part in before]
    assert [part.id for part in added if line_of(part) == "NIEUW"] == [0]
    if before:
        gone = data.draw(st.integers(0, len(before) - 1))
        left = parse_lines(Facility, "\n".join(texts[:gone] + texts[gone + 1 :]), before)
        assert left == before[:gone] + before[gone + 1 :]
        reworded = parse_lines(Facility, "\n".join([*texts[:gone], "ANDERS", *texts[gone + 1 :]]), before)
        assert [part.id for part in reworded] == [part.id for part in before]


def test_empty_lines_are_no_parts() -> None:
    assert parse_lines(Facility, " \n\nLab\r\n  \n", ()) == (Facility(name="Lab"),)


# Text is inert.

UNWANTED = [*map(chr, range(9)), *map(chr, range(0xE, 0x20)), *map(chr, range(0x7F, 0xA0))]
UNWANTED += [*"\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\ufffe\uffff\xad"]
hostile = st.text(st.one_of(st.characters(), st.sampled_from([*UNWANTED, "\r", "\n", "\t", "\u2028", "\u0301", "e"])))


@modest
@given(hostile)
def test_clean_text_is_inert_and_stays_as_it_is(text: str) -> None:
    cleaned = clean_text(text)
    assert not set(cleaned) & set(UNWANTED)
    assert not set(cleaned) & set("\r\v\f\x85\u2028\u2029\t")
    assert clean_text(cleaned) == cleaned
    assert count_unwanted(cleaned) == 0
    cleaned.encode()


@modest
@given(hostile)
def test_a_clean_line_is_one_line(text: str) -> None:
    cleaned = clean_line(text)
    assert "\n" not in cleaned
    assert cleaned == cleaned.strip()
    assert clean_line(cleaned) == cleaned


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("voor\x1b]0;x\x07na", "voor]0;xna"),
        ("een\r\ntwee\rdrie\x0bvier\u2028vijf", "een\ntwee\ndrie\nvier\nvijf"),
        ("Reu\u0308nie", "Re\u00fcnie"),
        ("a\tb", "a b"),
        ("zacht\u00adkoppel\u200bteken", "zachtkoppelteken"),
    ],
)
def test_what_programs_leave_behind(typed: str, expected: str) -> None:
    assert clean_text(typed) == expected


def test_comparing_ignores_case_accents_and_blanks() -> None:
    assert plain("  De  REÜNIE\n") == plain("de reunie") == "de reunie"
    assert {plain(f"thema{mark}s") for mark in "'’‘ʼ`´"} == {"thema's"}


# Addresses.


@given(st.sampled_from(list(TABLES)), st.integers(-99, 99), st.none() | st.sampled_from(["title", "after"]))
def test_an_address_reads_as_it_is_written(table: str, number: int, field: str | None) -> None:
    ref = Ref(table, number, field)
    assert Ref.parse(str(ref)) == ref
    assert ref.at(None).at(field) == ref


@pytest.mark.parametrize("table", TABLES)
def test_every_field_has_a_label(table: str) -> None:
    assert all(spec.label for spec in fields_of(TABLES[table].model).values())


def test_my_new_order_survives_another_sides_edit_and_two_orders_clash() -> None:
    parts = tuple(Facility(id=number, name=f"lab {number}") for number in (1, 2, 3))
    base = Theme(id=1, number=1, title="Lab", facilities=parts)
    mine = base.changed(facilities=(parts[2], parts[0], parts[1]))
    theirs = base.changed(facilities=(parts[0], parts[1].model_copy(update={"name": "anders"}), parts[2]))
    both, clashes = merged(base, mine, theirs)
    assert [part.name for part in both.facilities] == ["lab 3", "lab 1", "anders"]
    assert clashes == ()
    other = base.changed(facilities=(parts[1], parts[0], parts[2]))
    assert merged(base, mine, other)[1] == ("facilities",)


@pytest.mark.parametrize("swapped", [False, True])
def test_a_stoplicht_and_a_day_of_gereed_of_two_people_do_not_both_stay(swapped: bool) -> None:
    """One turned it to rood, the other says since when it was gereed."""
    base = Milestone(id=1, number="1.1", title="Klaar", light=Stoplicht.GEREED)
    mine, theirs = base.changed(light=Stoplicht.ROOD), base.changed(done_on=date(2027, 4, 5))
    assert merged(base, *((theirs, mine) if swapped else (mine, theirs)))[1] == ("done_on",)


def test_a_field_is_explained_as_its_model_does() -> None:
    assert fields_of(Milestone)["done_on"].help.startswith("Leeg bij gereed: ")
    assert fields_of(Milestone)["light"].help == ""


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" Bob ", "Bob"),
        ("  - een\n    - twee\n\n", "  - een\n    - twee"),
        ("\n \n  een\n", "een"),
        (" \n\n  een\ntwee  ", "  een\ntwee"),
        ("\n  \n", ""),
    ],
)
def test_blanks_around_a_text_go_and_the_indent_of_a_list_stays(typed: str, kept: str) -> None:
    assert parse_entry(fields_of(Speerpunt)["result"], typed) == kept


@modest
@given(st.floats(min_value=-1e9, max_value=1e9, allow_nan=False))
def test_opening_and_saving_a_form_keeps_a_number_as_it_is(value: float) -> None:
    spec = fields_of(BudgetLine)["quantity"]
    assert parse_entry(spec, entry_text(spec, value)) == value


@modest
@given(st.integers(-(10**12), 10**12))
def test_opening_and_saving_a_form_keeps_an_amount_as_it_is(cents: int) -> None:
    spec = fields_of(BudgetLine)["price"]
    assert parse_entry(spec, entry_text(spec, cents)) == cents


@modest
@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_opening_and_saving_a_form_keeps_a_date_as_it_is(day: date) -> None:
    spec = fields_of(Milestone)["due"]
    assert parse_entry(spec, entry_text(spec, day)) == day


@pytest.mark.parametrize("typed", ["+1w", "+9999m", "1-1-0000", "31-12-9999"])
def test_dates_at_the_edge_of_the_calendar_are_explained_not_crashed_on(typed: str) -> None:
    spec = fields_of(Milestone)["due"]
    with contextlib.suppress(ValueError):
        parse_entry(spec, typed, Beside(date(9999, 12, 31)))


def test_a_text_that_changes_is_no_longer_agreed() -> None:
    dossier = new_dossier("Test", "2027-2028")
    section = next(iter(dossier.of(VisionSection).values())).changed(text="Oud", agreed_on=date(2026, 9, 17))
    edit = changing(dossier, section, section.changed(text="Nieuw")).edits[0]
    assert isinstance(edit.after, VisionSection)
    assert edit.after.agreed_on is None
    kept = changing(dossier, section, section.changed(text="Nieuw", agreed_on=date(2026, 11, 22))).edits[0].after
    assert isinstance(kept, VisionSection)
    assert kept.agreed_on == date(2026, 11, 22), "agreed again in the same step"


def test_what_comes_back_stands_where_it_stood() -> None:
    """Of three parties the first goes, a fourth comes, and the first is brought back: it is the first again."""
    parties = {number: Party(id=number, name=f"Partij {number}") for number in (1, 2, 3)}
    plan = Dossier({"parties": dict(parties)})
    without = carried_out(plan, Change("", (Edit(Ref("parties", 1), parties[1], None),)))
    more = carried_out(without, Change("", (Edit(Ref("parties", 4), None, Party(id=4, name="Nieuw")),)))
    back = carried_out(more, Change("", (Edit(Ref("parties", 1), None, parties[1]),)))
    assert list(more.of(Party)) == [2, 3, 4]
    assert list(back.of(Party)) == [1, 2, 3, 4]
