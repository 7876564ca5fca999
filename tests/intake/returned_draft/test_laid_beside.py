"""The table of three: what was sent, what came back and what the dossier says now, worked out by hand."""

from dataclasses import replace
from datetime import date, datetime
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sto_tui.documents.word import DraftOptions, build, printed_fields
from sto_tui.domain.change import carried_out
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.evaluation import Action
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.parties import Body, Member, Party
from sto_tui.domain.plan import Act, Goal, Phase, Risk, Speerpunt, Theme
from sto_tui.domain.printed import FieldShape
from sto_tui.domain.record import Record
from sto_tui.intake.returned_draft.laid_beside import laid_beside
from sto_tui.intake.returned_draft.lines import DraftLine, LaidBeside, LineStanding
from sto_tui.intake.returned_draft.returned import (
    LooseKind,
    LooseText,
    ManifestHead,
    MissingRecord,
    NewRecord,
    ReturnedComment,
    ReturnedDraft,
    ReturnedField,
    ReturnedItem,
    Sureness,
    TrackedEdit,
)
from sto_tui.intake.returned_draft.taking_over import TakenOver, taking_over
from sto_tui.intake.returned_draft.wording import details
from sto_tui.storage.file.codec import decode, dossier_from
from tests.conftest import SAMPLES
from tests.support.by_hand import DAY, dossier_with

MEASURE, NOTE, IMPACT = "risks/1/measure", "risks/1/note", "risks/1/impact"
LONG = "Elke partner tekent vooraf een overeenkomst voor de hele periode."
ACTS = "speerpunten/1/phases#1/acts"


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    began = dossier_with(
        Theme(id=1, number=1, title="Kiezen", periods=(1,)),
        Speerpunt(
            id=1,
            theme=1,
            number="1.1",
            title="Lab",
            phases=(
                Phase(id=1, label="2027", acts=(Act(id=1, text="Werkgroep vormen"), Act(id=2, text="Ruimte zoeken"))),
            ),
        ),
        Goal(id=1, number=1, text="Meer leerlingen", target_year=2028, periods=(1,)),
        Milestone(id=1, number="1.1a", title="Lab open", speerpunt=1, due=date(2027, 2, 12)),
        Risk(id=1, text="Partner valt af", measure=LONG, note="Let op Noord.", periods=(1,)),
    )
    body = Body(id=1, name="Stuurgroep", members=(Member(id=1, role="voorzitter", person="Ans"),))
    return began.with_tables({"bodies": {1: body}}).seen_in(as_plan=True)


def edited(address: str, sent: str, text: str, sureness: Sureness = Sureness.SURE) -> ReturnedField:
    return ReturnedField(address, FieldShape.CELL, sent, text, sureness, is_changed=sent != text)


def draft(*fields: ReturnedField, name: str = "Anja.docx") -> ReturnedDraft:
    return ReturnedDraft(name, ManifestHead(), fields)


def printed(dossier: Dossier) -> dict[str, str]:
    fields = printed_fields(dossier, DraftOptions(DAY))
    return {field.address: field.text for field in fields if field.shape is not FieldShape.COPY}


def laid(dossier: Dossier, *drafts: ReturnedDraft) -> LaidBeside:
    return laid_beside(drafts, dossier, printed(dossier), DAY)


def only(dossier: Dossier, *fields: ReturnedField) -> DraftLine:
    (line,) = laid(dossier, draft(*fields)).lines
    return line


def taken(dossier: Dossier, beside: LaidBeside, chosen: dict[int, str] | None = None) -> tuple[Dossier, TakenOver]:
    result = taking_over(beside, beside.defaults if chosen is None else chosen, dossier, DAY, "Ans")
    return carried_out(dossier, result.change), result


def moved_on(dossier: Dossier, record: Record) -> Dossier:
    table = ref_of(record).table
    return dossier.with_tables({table: {**dossier.tables[table], record.id: record}})


OTHER = LONG.replace("hele periode", "eerste twee jaar")


@pytest.mark.parametrize(
    ("sent", "word", "now", "standing"),
    [
        (LONG, LONG, LONG, None),
        (LONG, LONG.replace(" ", "\u00a0"), LONG, None),
        (LONG, OTHER, LONG, LineStanding.EDITED),
        (LONG, OTHER, OTHER, None),
        (LONG, OTHER, LONG + " Ook scholen.", LineStanding.CONFLICT),
        (LONG, "", LONG, LineStanding.EMPTIED),
        (LONG, "Partners tekenen.", LONG, LineStanding.EMPTIED),
        (LONG, LONG.replace(" ", "\n", 1), LONG, LineStanding.EDITED),
        (f"{LONG}\n\n{LONG * 3}", f"{LONG}\n\nElke partner tekent.", f"{LONG}\n\n{LONG * 3}", LineStanding.EMPTIED),
        (f"{LONG * 3}\n\n{LONG}", f"{LONG}\n\n{LONG * 3}", f"{LONG * 3}\n\n{LONG}", LineStanding.EDITED),
        (LONG, "", "", None),
        (LONG, LONG[:40], LONG, LineStanding.EDITED),
        ("", "Nieuw geschreven.", "", LineStanding.EDITED),
        ("", "Nieuw geschreven.", "Ook geschreven.", LineStanding.CONFLICT),
    ],
)
def test_the_table_of_three(dossier: Dossier, sent: str, word: str, now: str, standing: LineStanding | None) -> None:
    risk = dossier.of(Risk)[1].changed(measure=now)
    beside = laid(moved_on(dossier, risk), draft(edited(MEASURE, sent, word)))
    assert [line.standing for line in beside.lines] == ([standing] if standing else [])
    assert beside.defaults == ({1: word} if standing is LineStanding.EDITED else {})


@pytest.mark.parametrize(
    ("address", "sent", "word", "standing", "value"),
    [
        (IMPACT, "middel", "groot", LineStanding.EDITED, "groot"),
        (IMPACT, "middel", "heel groot", LineStanding.NOT_UNDERSTOOD, "middel"),
        ("milestones/1/due", "feb 2027", "mrt 2027", LineStanding.EDITED, date(2027, 3, 31)),
        ("milestones/1/due", "feb 2027", "ergens in het voorjaar", LineStanding.NOT_UNDERSTOOD, date(2027, 2, 12)),
        ("milestones/1/due", "feb 2027", "", LineStanding.EMPTIED, date(2027, 2, 12)),
        ("goals/1/target_year", "2028", "2027", LineStanding.EDITED, 2027),
        ("goals/1/target_year", "2028", "2029", LineStanding.OUTSIDE_PLAN, 2028),
        ("milestones/1/due", "feb 2027", "mrt 2072", LineStanding.OUTSIDE_PLAN, date(2027, 2, 12)),
        ("goals/1/target_year", "2028", "2028 of later", LineStanding.NOT_UNDERSTOOD, 2028),
        ("goals/1/target_year", "2028", "–", LineStanding.EMPTIED, 2028),
    ],
)
def test_a_number_a_day_or_a_word_that_is_not_understood_is_asked(
    dossier: Dossier, address: str, sent: str, word: str, standing: LineStanding, value: object
) -> None:
    risk = dossier.of(Risk)[1].changed(impact="middel")
    dossier = moved_on(dossier, risk)
    beside = laid(dossier, draft(edited(address, sent, word)))
    assert [line.standing for line in beside.lines] == [standing]
    assert bool(beside.lines[0].wordings[0].problem) is (standing is LineStanding.NOT_UNDERSTOOD)
    after, _ = taken(dossier, beside)
    table, number, name = address.split("/")
    assert getattr(after.tables[table][int(number)], name) == value


@pytest.mark.parametrize("word", ["februari 2027", "Feb. 2027", "02-2027"])
def test_a_date_written_otherwise_is_no_change(dossier: Dossier, word: str) -> None:
    """It went to the last day of the month, of a milestone that is ready on the twelfth."""
    beside = laid(dossier, draft(edited("milestones/1/due", "feb 2027", word)))
    assert (beside.lines, beside.untouched) == ((), 1)
    beside = laid(dossier, draft(edited("milestones/1/due", "feb 2027", "28-2-2027")))
    assert [line.standing for line in beside.lines] == [LineStanding.EDITED]


def test_enter_inside_a_name_is_told(dossier: Dossier) -> None:
    assert only(dossier, edited("milestones/1/title", "Lab open", "La\nb open")).standing is LineStanding.ONLY_TOLD
    assert only(dossier, edited("milestones/1/title", "Lab open", "La b open")).standing is LineStanding.EDITED
    line = only(dossier, edited("milestones/1/title", "Lab open", "Lab\nopen"))
    assert (line.standing, line.note) == (
        LineStanding.ONLY_TOLD,
        "Er is alleen een Enter in gezet. Dit veld heeft één regel.",
    )


def test_a_party_is_found_by_its_name_or_proposed(dossier: Dossier) -> None:
    """By its whole name or its abbreviation; a part of a name is asked, and a new one is a party of its own."""
    koster = Party(id=1, name="Installatiebedrijf Koster", short="IK")
    dossier = dossier.with_tables({"parties": {1: koster}})

    def row(name: str) -> NewRecord:
        return NewRecord("speerpunten/1/partners", (("party", name), ("role", "geeft les")))

    def beside(*names: str) -> LaidBeside:
        return laid(dossier, replace(draft(), new_records=tuple(map(row, names))))

    for name in ("installatiebedrijf koster", "IK"):
        after, _ = taken(dossier, beside(name))
        assert [partner.party for partner in after.of(Speerpunt)[1].partners] == [1]
    for name, reason in (("Koster", "‘Koster’ is misschien"), ("1", "‘1’ is misschien")):
        (line,) = beside(name).lines
        assert (line.standing, line.note[: len(reason)]) == (LineStanding.NEW_IN_PART, reason)
    fresh = beside("Zilversmid Van Dam")
    assert [(line.standing, line.address) for line in fresh.lines] == [
        (LineStanding.NEW_IN_PART, "speerpunten/1/partners"),
        (LineStanding.NEW_IN_PART, "parties"),
    ]
    assert fresh.defaults == {}
    after, result = taken(dossier, fresh, {1: "", 2: ""})
    assert not result.refused
    made = after.of(Party)[after.of(Speerpunt)[1].partners[0].party or 0]
    assert made.name == "Zilversmid Van Dam"
    assert laid(after, replace(draft(), new_records=(row("Zilversmid Van Dam"),))).already == 1


def test_two_drafts_beside_each_other(dossier: Dossier) -> None:
    """The same edit is one, of two people; two edits are a choice that nobody makes for them."""
    same = laid(dossier, draft(edited(MEASURE, LONG, OTHER)), draft(edited(MEASURE, LONG, OTHER), name="Bo.docx"))
    assert [(line.standing, line.people) for line in same.lines] == [(LineStanding.EDITED, ("Anja", "Bo"))]
    more = LONG + " Ook scholen."
    differ = laid(dossier, draft(edited(MEASURE, LONG, OTHER)), draft(edited(MEASURE, LONG, more), name="Bo.docx"))
    (line,) = differ.lines
    assert (line.standing, [each.text for each in line.wordings]) == (LineStanding.SEVERAL, [OTHER, more])
    assert differ.defaults == {}
    after, result = taken(dossier, differ, {1: line.wordings[1].to_take})
    assert after.of(Risk)[1].measure == more
    assert result.change.label == "Concept terug van Bo: 1 wijziging"


def test_names_of_tracked_changes_come_before_that_of_the_file(dossier: Dossier) -> None:
    day = datetime(2027, 5, 12, 16, 40)
    tracked = (
        TrackedEdit("eerste twee jaar", False, "M. de Boer", day),
        TrackedEdit("hele periode", True, "M. de Boer", day.replace(hour=17)),
        TrackedEdit(" samen", True, "K. Bos"),
    )
    line = only(dossier, replace(edited(MEASURE, LONG, OTHER), tracked=tracked))
    assert line.people == ("M. de Boer", "K. Bos")
    assert line.note == "Nog niet geaccepteerd, gelezen als geaccepteerd: 3 wijzigingen (M. de Boer, 12 mei; K. Bos)."


def test_a_row_that_names_a_party_that_is_not_there_says_what_to_do(dossier: Dossier) -> None:
    dossier = dossier.with_tables({"parties": {1: Party(id=1, name="Kompas")}})
    body = Body(id=1, name="Stuurgroep", members=(Member(id=1, party=1, role="lid", person="Ans"),))
    dossier = dossier.with_tables({"bodies": {1: body}})
    beside = laid(dossier, draft(edited("bodies/1/members#1/party", "Kompas", "gemeente Terelst")))
    line, party = beside.lines
    assert (line.standing, line.wordings[0].problem) == (
        LineStanding.NOT_UNDERSTOOD,
        "De partij ‘gemeente Terelst’ staat niet in het dossier. Neem ook de nieuwe partij over.",
    )
    assert (party.wordings[0].text, beside.defaults) == ("Naam: gemeente Terelst", {})
    after, result = taken(dossier, beside, {1: "gemeente Terelst", 2: ""})
    assert not result.refused
    assert after.of(Party)[after.of(Body)[1].members[0].party or 0].name == "gemeente Terelst"


def test_enter_alone_is_an_edit_and_stays_beside_the_same_words(dossier: Dossier) -> None:
    """Of two people who changed the same word one also pressed Enter: that is another text."""
    cut = OTHER.replace(" de ", "\n\nde ", 1)
    differ = laid(dossier, draft(edited(MEASURE, LONG, OTHER)), draft(edited(MEASURE, LONG, cut), name="Bo.docx"))
    assert [each.text for each in differ.lines[0].wordings] == [OTHER, cut]
    shown = [text for text in details(differ.lines[0]) if text.startswith("1b Bo")]
    assert ["¶" in text for text in shown] == [True]


@pytest.mark.parametrize("sureness", [Sureness.LIKELY, Sureness.ASK])
def test_what_is_not_sure_is_not_taken_by_default(dossier: Dossier, sureness: Sureness) -> None:
    assert only(dossier, edited(MEASURE, LONG, OTHER, sureness)).standing is LineStanding.DOUBTFUL


def test_edits_of_other_paragraphs_go_together_when_a_conflict_is_taken(dossier: Dossier) -> None:
    sent, word, now = "Een.\n\nTwee.\n\nDrie.", "Een!\n\nTwee.\n\nDrie.", "Een.\n\nTwee.\n\nDrie, en vier."
    dossier = moved_on(dossier, dossier.of(Risk)[1].changed(note=now))
    beside = laid(dossier, draft(edited(NOTE, sent, word)))
    assert beside.lines[0].standing is LineStanding.CONFLICT
    after, _ = taken(dossier, beside, {1: beside.lines[0].wordings[0].to_take})
    assert after.of(Risk)[1].note == "Een!\n\nTwee.\n\nDrie, en vier."


def test_parts_of_a_list_keep_their_ids(dossier: Dossier) -> None:
    """Reworded, moved and new in Word, and one added in the dossier meanwhile that stays."""
    speerpunt = dossier.of(Speerpunt)[1]
    (phase,) = speerpunt.phases
    acts = (*phase.acts, Act(id=40, text="Bus huren"))
    now = moved_on(dossier, speerpunt.changed(phases=(phase.model_copy(update={"acts": acts}),)))
    sent = "Werkgroep vormen\nRuimte zoeken"
    word = "Ruimte zoeken in Noord\nWerkgroep vormen\nLeskist kopen"
    items = (
        ReturnedItem(f"{ACTS}#2/text", "Ruimte zoeken", "Ruimte zoeken in Noord"),
        ReturnedItem(f"{ACTS}#1/text", "Werkgroep vormen", "Werkgroep vormen"),
        ReturnedItem("", "", "Leskist kopen"),
    )
    field = replace(edited(ACTS, sent, word), shape=FieldShape.LIST, items=items)
    after, _ = taken(dossier, laid(dossier, draft(field)))
    made = after.of(Speerpunt)[1].phases[0].acts
    assert [(act.id if act.id < 100 else "nieuw", act.text) for act in made] == [
        (2, "Ruimte zoeken in Noord"),
        (1, "Werkgroep vormen"),
        ("nieuw", "Leskist kopen"),
    ]
    beside = laid(now, draft(field))
    assert beside.lines[0].standing is LineStanding.CONFLICT
    after, _ = taken(now, beside, {1: word})
    assert [act.text for act in after.of(Speerpunt)[1].phases[0].acts] == [
        "Ruimte zoeken in Noord",
        "Bus huren",
        "Werkgroep vormen",
        "Leskist kopen",
    ]


def test_a_new_row_of_which_a_part_has_no_field_is_not_taken_by_itself(dossier: Dossier) -> None:
    row = NewRecord("speerpunten/1/partners", (("role", "Gastlessen"),), (("Speerpunt 1.1", "Koster & Zn."),))
    beside = laid(dossier, replace(draft(), new_records=(row,)))
    (line,) = beside.lines
    assert line.standing is LineStanding.NEW_IN_PART
    assert line.note == "Hoort bij geen veld en gaat niet mee: Speerpunt 1.1: Koster & Zn."
    assert beside.defaults == {}


def test_new_rows_that_differ_in_what_has_no_field_stay_apart(dossier: Dossier) -> None:
    """Three with the same part became one, two names were gone; so was the name beside a part that is there."""
    names = ("Koster & Zn.", "Bakker", "Smit")
    rows = tuple(
        NewRecord("bodies/1/members", (("role", "voorzitter"), ("person", "Ans")), (("Partij", name),))
        for name in names
    )
    again = replace(draft(name="Bo.docx"), new_records=rows[:1])
    lines = laid(dossier, replace(draft(), new_records=rows), again).lines
    assert [line.note.split(": ")[-1] for line in lines] == ["Koster & Zn.", "Bakker.", "Smit."]
    assert [line.people for line in lines] == [("Anja", "Bo"), ("Anja",), ("Anja",)]


def test_rows_comments_and_loose_text(dossier: Dossier) -> None:
    back = replace(
        draft(),
        new_records=(
            NewRecord("risks", (("text", "Bus is te laat"), ("probability", "groot"))),
            NewRecord("risks", (("measure", "Zonder naam"),)),
            NewRecord("bodies/1/members", (("person", "Bo"), ("role", "lid"))),
        ),
        missing_records=(MissingRecord("risks/1", (("text", "Partner valt af"),)),),
        loose=(LooseText(LooseKind.ADDED, "Zie ook de bijlage.", near=NOTE), LooseText(LooseKind.REMOVED, "", "Kop")),
        comments=(
            ReturnedComment("Wie doet dit?", "Piet", "tekent vooraf", MEASURE),
            ReturnedComment(" \n", "Piet", "tekent vooraf", MEASURE),
        ),
    )
    beside = laid(dossier, back)
    standings = [line.standing for line in beside.lines]
    # Without its name a row is none: that is told, and no tick promises it.
    assert (standings.count(LineStanding.NEW), standings.count(LineStanding.NEW_IN_PART)) == (2, 1)
    nameless = next(line for line in beside.lines if line.standing is LineStanding.NEW_IN_PART)
    assert nameless.note == "Nieuwe regel zonder ‘Risico’. Voeg die toe in sto-tui."
    assert set(beside.defaults) == {line.number for line in beside.lines if line.standing is LineStanding.NEW}
    after, result = taken(dossier, beside)
    assert [risk.text for risk in after.of(Risk).values()] == ["Partner valt af", "Bus is te laat"]
    assert [member.person for member in after.of(Body)[1].members] == ["Ans", "Bo"]
    assert not result.refused
    _, result = taken(dossier, beside, {nameless.number: ""})
    assert [refused.reason for refused in result.refused] == ["nieuwe regel zonder ‘Risico’. Voeg die toe in sto-tui."]
    chosen = {line.number: line.wordings[0].to_take for line in beside.lines if not line.standing.is_new}
    assert standings.count(LineStanding.COMMENT) == 1
    loose = [line for line in beside.lines if line.standing is LineStanding.LOOSE]
    del chosen[next(line.number for line in beside.lines if line.standing is LineStanding.REMOVED)]
    after, _ = taken(dossier, beside, chosen)
    assert len(loose) == 1
    assert after.of(Risk)[1].note == "Let op Noord.\n\nZie ook de bijlage."
    assert [action.text for action in after.of(Action).values()] == [
        "Wie doet dit? (Piet bij ‘tekent vooraf’, Risico Partner valt af, maatregel)"
    ]
    gone = next(line.number for line in beside.lines if line.standing is LineStanding.REMOVED)
    after, _ = taken(dossier, beside, {gone: ""})
    assert not after.of(Risk)


def test_a_record_that_is_gone_meanwhile_is_told_and_never_taken(dossier: Dossier) -> None:
    without = dossier.with_tables({"risks": {}})
    beside = laid(without, draft(edited(MEASURE, LONG, OTHER)))
    assert [line.standing for line in beside.lines] == [LineStanding.ONLY_TOLD]
    _, result = taken(without, beside, {1: OTHER})
    assert not result.change.edits


def test_begin_and_end_go_together_and_what_cannot_be_is_refused_alone(dossier: Dossier) -> None:
    milestone = dossier.of(Milestone)[1].changed(start=date(2027, 2, 1))
    dossier = moved_on(dossier, milestone)
    both = draft(
        edited("milestones/1/start", "01-02-2027", "1-5-2027"), edited("milestones/1/due", "feb 2027", "jun 2027")
    )
    after, result = taken(dossier, laid(dossier, both))
    assert (after.of(Milestone)[1].start, after.of(Milestone)[1].due) == (date(2027, 5, 1), date(2027, 6, 30))
    assert not result.refused
    title = edited("milestones/1/title", "Lab open", "")
    beside = laid(dossier, draft(title))
    after, result = taken(dossier, beside, {1: ""})
    assert after.of(Milestone)[1].title == "Lab open"
    assert [each.reason for each in result.refused] == ["Vul ‘Mijlpaal’ in."]


# Over both samples: whatever people do to some of the fields, the others stay as they are.

SAMPLE = "voorbeeldregio-2027-2028"


@pytest.fixture(scope="module")
def sample() -> tuple[Dossier, tuple[ReturnedField, ...]]:
    dossier = dossier_from(decode((SAMPLES / f"{SAMPLE}.sto.json").read_bytes(), SAMPLE), SAMPLE).seen_in(as_plan=True)
    fields = build(dossier, DraftOptions(DAY)).fields
    homes = [field for field in fields if field.shape is not FieldShape.COPY]
    return dossier, tuple(edited(each.address, each.text, each.text) for each in homes)


texts = st.one_of(st.text(max_size=40), st.sampled_from(["", "–", "0", "morgen", "groen", "Een heel andere tekst."]))


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_no_conflict_is_taken_and_no_untouched_field_changes(
    sample: tuple[Dossier, tuple[ReturnedField, ...]], data: st.DataObject
) -> None:
    dossier, fields = sample
    now = {field.address: field.sent for field in fields}
    picked = data.draw(st.lists(st.sampled_from(range(len(fields))), min_size=1, max_size=6, unique=True))
    back = [edited(fields[place].address, fields[place].sent, text) for place in picked for text in [data.draw(texts)]]
    # Of some the dossier said something else when they were sent.
    moved = data.draw(st.sets(st.sampled_from([field.address for field in back])))
    back = [replace(field, sent="Zo was het") if field.address in moved else field for field in back]
    others = [field for place, field in enumerate(fields) if place not in picked]
    beside = laid_beside([draft(*back, *others)], dossier, now, DAY)
    conflicts = {line.number for line in beside.lines if line.address in moved}
    assert not conflicts & set(beside.defaults)
    result = taking_over(beside, beside.defaults, dossier, DAY, "Ans")
    refs = {"/".join(line.address.split("/")[:2]) for line in result.lines}
    settled = {str(ref) for ref in result.change.refs if ref.table not in ("progress", "milestones")}
    assert settled <= refs
    after = printed_of(carried_out(dossier, result.change), {field.address for field in others})
    assert after == printed_of(dossier, {field.address for field in others})


def printed_of(dossier: Dossier, addresses: set[str]) -> dict[str, object]:
    from sto_tui.intake.returned_draft.field_addresses import field_at

    return {address: place.value for address in addresses if (place := field_at(dossier, address))}


# Whatever drafts come: what the dossier says by now goes only when somebody asks for it.

SAYINGS = ("", LONG, OTHER, LONG + " Ook scholen.", "Een heel andere tekst.", LONG[:30], LONG.replace(" ", "\n", 1))


@cache
def saying(dossier: Dossier, now: str) -> tuple[Dossier, dict[str, str]]:
    """The dossier that says this by now, and what it prints."""
    moved = moved_on(dossier, dossier.of(Risk)[1].changed(measure=now))
    return moved, printed(moved)


@settings(max_examples=300, deadline=None)
@given(
    now=st.sampled_from(SAYINGS),
    back=st.lists(
        st.tuples(
            st.sampled_from(SAYINGS),
            st.sampled_from(SAYINGS),
            st.lists(st.sampled_from(SAYINGS), max_size=2),
            st.sampled_from(Sureness),
        ),
        min_size=1,
        max_size=3,
    ),
)
def test_what_the_dossier_says_by_now_is_never_overwritten_by_default(
    dossier: Dossier, now: str, back: list[tuple[str, str, list[str], Sureness]]
) -> None:
    fields = [
        replace(edited(MEASURE, sent, word, sureness), readings=tuple(readings))
        for sent, word, readings, sureness in back
    ]
    dossier, prints = saying(dossier, now)
    drafts = [draft(field, name=f"{number}.docx") for number, field in enumerate(fields)]
    beside = laid_beside(drafts, dossier, prints, DAY)
    # Whoever says what the dossier says, says nothing that is to be decided.
    edits = [field for field in fields if field.is_changed and {field.edited, *field.readings} != {now}]
    if any(field.sent != now for field in edits):
        assert beside.defaults == {}
        for line in beside.lines:
            assert "dossier:" in "\n".join(details(line))
            assert (len(line.wordings) == 1) or line.has_to_be_read
    after, _ = taken(dossier, beside)
    assert after.of(Risk)[1].measure in {now} | ({edits[0].edited} if edits and edits[0].sent == now else set())


def test_two_edits_beside_one_of_the_dossier_are_a_conflict(dossier: Dossier) -> None:
    """It was told as two texts to choose from, and the choice took the edit of the dossier away unseen."""
    mine, more = LONG + " Voor 1 mei.", LONG + " Ook scholen."
    moved = moved_on(dossier, dossier.of(Risk)[1].changed(measure=mine))
    (line,) = laid(moved, draft(edited(MEASURE, LONG, OTHER)), draft(edited(MEASURE, LONG, more), name="Bo.docx")).lines
    assert (line.standing, line.has_to_be_read) == (LineStanding.CONFLICT, True)
    assert next(details(line)).startswith("dossier: ")
    assert "[+Voor 1 mei.+]" in next(details(line))


def test_a_conflict_keeps_the_paragraph_beside_it_or_says_what_is_lost(dossier: Dossier) -> None:
    sent, word = "Een.\n\nTwee.", "EEN.\n\nTwee."
    for now, both, note in (("Een.\n\nTWEE.", "EEN.\n\nTWEE.", "Beide"), ("Eén.\n\nTwee.", word, "Overnemen vervangt")):
        (line,) = laid(moved_on(dossier, dossier.of(Risk)[1].changed(note=now)), draft(edited(NOTE, sent, word))).lines
        assert (line.standing, line.wordings[0].to_take) == (LineStanding.CONFLICT, both)
        assert line.note.startswith(note)
