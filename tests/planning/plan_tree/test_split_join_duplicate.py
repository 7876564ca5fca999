"""A speerpunt in two, two speerpunten as one, and a row once more: what goes where, worked out on paper."""

from dataclasses import replace

import pytest

from sto_tui.domain.change import Change, Edit, NotSavedError, carried_out, changing
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Answer, Decision, Question, QuestionPart
from sto_tui.domain.milestones import Milestone, Veri, VeriCode
from sto_tui.domain.money import BudgetLine, Cofinancing
from sto_tui.domain.plan import Goal, Risk, Speerpunt, Tag, Theme
from sto_tui.domain.record import LINE_LIMIT, TEXT_LIMIT, Ref
from sto_tui.planning.plan_tree.duplicating import duplicated
from sto_tui.planning.plan_tree.joining import joining, second_candidates
from sto_tui.planning.plan_tree.numbering import renumbered
from sto_tui.planning.plan_tree.splitting import SECOND, splitting
from sto_tui.planning.proposal import Proposal
from tests.support.small_tree import occasion, small_tree

EVALUATION = (
    Question(id=1, part=QuestionPart.SUCCESSEN, order=1, text="Wat ging goed?"),
    Answer(id=1, question=1, text="De bus", about=Ref("speerpunten", 2)),
    Decision(id=1, text="De bus blijft", becomes=(Ref("speerpunten", 1), Ref("speerpunten", 2))),
)


def speerpunt(dossier: Dossier, number: int) -> Speerpunt:
    return dossier.of(Speerpunt)[number]


def chosen(proposal: Proposal, **ways: int) -> list[int]:
    """The proposed way of each line, with another one where `about` begins with these words (blanks as `_`)."""
    wanted = {words.replace("_", " "): way for words, way in ways.items()}
    return [
        next((way for words, way in wanted.items() if line.about.startswith(words)), line.start)
        for line in proposal.lines
    ]


def after(proposal: Proposal, ways: list[int]) -> Dossier:
    return carried_out(proposal.occasion.dossier, proposal.change(ways))


def split(dossier: Dossier, **ways: int) -> Dossier:
    proposal = splitting(occasion(dossier), speerpunt(dossier, 1), "Lab met bedrijven")
    return after(proposal, chosen(proposal, **ways))


def test_what_a_split_asks() -> None:
    dossier = small_tree()
    proposal = splitting(occasion(dossier), speerpunt(dossier, 1), "Lab met bedrijven")
    assert proposal.heading == "1.1 Lab op school splitsen in 1.1 en 1.3"
    assert [(line.group, line.about) for line in proposal.lines] == [
        ("Partners", "Noord College · lokaal"),
        ("Partners", "Jansen bv · machines"),
        ("Activiteiten in 2027", "Lokaal kiezen"),
        ("Activiteiten in 2027", "Lab inrichten"),
        ("Activiteiten in 2028", "Lab openen"),
        ("Mijlpalen", "1.1a Lokaal gekozen"),
        ("Mijlpalen", "1.1b Lab open"),
        ("Begroting", "Docenturen 2027: €\u00a0500"),
        ("Cofinanciering", "Machines 2027: €\u00a01.000"),
        ("Rollen", "V Noord College"),
    ]


def test_a_split_gives_what_was_chosen() -> None:
    now = split(small_tree(), Jansen=1, Noord=2, Lab_openen=1, Lokaal_kiezen=1, **{"1.1b": 1}, Machines=1, V_Noord=2)
    first, second = speerpunt(now, 1), speerpunt(now, SECOND.id)
    assert (second.theme, second.number, second.title, second.result) == (1, "1.3", "Lab met bedrijven", "")
    assert (second.goals, second.tags) == ((1, 2), (Tag.PO,))
    assert [partner.party for partner in first.partners] == [1]
    assert [partner.party for partner in second.partners] == [1, 2]
    assert [(phase.label, [act.text for act in phase.acts]) for phase in first.phases] == [("2027", ["Lab inrichten"])]
    assert [(phase.label, [act.text for act in phase.acts]) for phase in second.phases] == [
        ("2027", ["Lokaal kiezen"]),
        ("2028", ["Lab openen"]),
    ]
    assert [milestone.number for milestone in now.milestones_of_speerpunt(1)] == ["1.1a"]
    assert [milestone.number for milestone in now.milestones_of_speerpunt(SECOND.id)] == ["1.3b"]
    assert (now.of(BudgetLine)[1].speerpunt, now.of(Cofinancing)[1].speerpunt) == (1, SECOND.id)
    assert [role.row for role in now.of(Veri).values() if role.party == Ref("parties", 1)] == [
        Ref("speerpunten", 1),
        Ref("speerpunten", 2),
        SECOND,
    ]


def test_texts_that_name_a_milestone_go_along_or_stay() -> None:
    dossier = small_tree(Risk(id=2, text="Geen lokaal", measure="Zie 1.1a"))
    assert split(dossier, **{"1.1a": 1}).of(Risk)[2].measure == "Zie 1.3a"
    assert split(dossier, **{"1.1a": 2}).of(Risk)[2].measure == "Zie 1.1a"
    for way in (1, 2):
        milestone = split(dossier, **{"1.1a": way}).of(Milestone)[1]
        assert (milestone.number, milestone.speerpunt) == ("1.3a", SECOND.id)


def test_a_join_unites_everything() -> None:
    dossier = small_tree(*EVALUATION)
    proposal = joining(occasion(dossier), speerpunt(dossier, 1), speerpunt(dossier, 2))
    assert [(line.group, line.about, [way.label for way in line.ways]) for line in proposal.lines[:2]] == [
        ("Wat blijft", "Naam", ["Lab op school", "Lab in de wijk", "Lab op school / Lab in de wijk"]),
        ("Rollen", "Noord College", ["V", "R"]),
    ]
    now = after(proposal, list(proposal.proposed))
    both = speerpunt(now, 1)
    assert 2 not in now.of(Speerpunt)
    assert (both.number, both.title) == ("1.1", "Lab op school / Lab in de wijk")
    assert [(partner.party, partner.role) for partner in both.partners] == [(1, "lokaal"), (2, "machines; bus")]
    assert [act.text for act in both.phases[0].acts] == ["Lokaal kiezen", "Lab inrichten", "Bus kopen"]
    assert (both.goals, both.tags) == ((1, 2), (Tag.PO, Tag.MBO))
    assert [milestone.number for milestone in now.milestones_of_speerpunt(1)] == ["1.1a", "1.1b", "1.1c"]
    assert [(role.row, role.code.value) for role in now.of(Veri).values()] == [
        (Ref("speerpunten", 1), "V"),
        (Ref("milestones", 3), "E"),
    ]
    assert now.of(Answer)[1].about == Ref("speerpunten", 1)
    assert now.of(Decision)[1].becomes == (Ref("speerpunten", 1),)
    assert now.of(Risk)[1].text == "De bus komt te laat (speerpunt 1.1, mijlpaal 1.1c)"
    assert both.result == "Een lab dat draait, zie 1.1."


def test_a_partner_stands_twice_where_its_words_do_not_fit_in_one_line() -> None:
    """Jansen bv brings machines to the one and something of a whole line to the other."""
    dossier = small_tree(*EVALUATION)
    first, second = speerpunt(dossier, 1), speerpunt(dossier, 2)
    (partner,) = second.partners
    long = "b" * (LINE_LIMIT - len("machines; ") + 1)
    second = second.changed(partners=(partner.model_copy(update={"role": long}),))
    dossier = dossier.with_tables({"speerpunten": {**dossier.of(Speerpunt), 2: second}})
    proposal = joining(occasion(dossier), first, second)
    both = speerpunt(after(proposal, list(proposal.proposed)), 1)
    assert [(each.party, each.role) for each in both.partners] == [(1, "lokaal"), (2, "machines"), (2, long)]


@pytest.mark.parametrize(("first", "second", "expected"), [(8, 9, 8), (None, 9, 9), (8, None, 8), (None, None, None)])
def test_a_joined_speerpunt_goes_on_from_where_the_first_did(
    first: int | None, second: int | None, expected: int | None
) -> None:
    dossier = small_tree()
    points = {
        number: speerpunt(dossier, number).changed(continues=origin) for number, origin in ((1, first), (2, second))
    }
    dossier = dossier.with_tables({"speerpunten": {**dossier.tables["speerpunten"], **points}})
    proposal = joining(occasion(dossier), speerpunt(dossier, 1), speerpunt(dossier, 2))
    assert speerpunt(after(proposal, list(proposal.proposed)), 1).continues == expected


def test_what_a_join_leaves_when_that_is_chosen() -> None:
    dossier = small_tree()
    proposal = joining(occasion(dossier), speerpunt(dossier, 2), speerpunt(dossier, 1))
    texts = {line.about: 1 for line in proposal.lines if line.group.startswith("Teksten")}
    ways = [1 if line.about in texts else 0 for line in proposal.lines]
    now = after(proposal, ways)
    assert speerpunt(now, 2).title == "Lab in de wijk"
    assert now.of(Risk)[1] == dossier.of(Risk)[1]
    assert [milestone.number for milestone in now.milestones_of_speerpunt(2)] == ["1.2a", "1.2b", "1.2c"]


def test_v_and_e_come_to_both() -> None:
    dossier = small_tree(
        Veri(id=9, row=Ref("speerpunten", 2), party=Ref("parties", 2), code=VeriCode.VERANTWOORDELIJK),
        Veri(id=10, row=Ref("speerpunten", 1), party=Ref("parties", 2), code=VeriCode.EINDVERANTWOORDELIJK),
    )
    proposal = joining(occasion(dossier), speerpunt(dossier, 1), speerpunt(dossier, 2))
    assert [way.label for line in proposal.lines if line.about == "Jansen bv" for way in line.ways] == ["VE", "E", "V"]


def test_a_speerpunt_does_not_go_on_from_itself() -> None:
    dossier = small_tree()
    own = speerpunt(dossier, 1).changed(continues=2)
    dossier = replace(dossier, tables={**dossier.tables, "speerpunten": {**dossier.tables["speerpunten"], 1: own}})
    proposal = joining(occasion(dossier), own, speerpunt(dossier, 2))
    assert speerpunt(after(proposal, list(proposal.proposed)), 1).continues is None


def test_candidates_of_the_own_theme_come_first() -> None:
    dossier = small_tree()
    assert [each.number for each in second_candidates(dossier, speerpunt(dossier, 3))] == ["2.2", "1.1", "1.2"]


@pytest.mark.parametrize(
    ("ref", "label"),
    [
        (Ref("speerpunten", 1), "Speerpunt 1.1 Lab op school gedupliceerd: 1.3, met 2 regels eronder"),
        (Ref("themes", 1), "Thema 1 Labs gedupliceerd: 3, met 5 regels eronder"),
        (Ref("milestones", 2), "Mijlpaal 1.1b Lab open gedupliceerd: 1.1c"),
        (Ref("milestones", 4), "Mijlpaal 2a Teams gevraagd gedupliceerd: 2b"),
        (Ref("goals", 2), "Doel 2 Docenten kennen het werk gedupliceerd: 3"),
    ],
)
def test_a_row_once_more(ref: Ref, label: str) -> None:
    dossier = small_tree()
    change = duplicated(occasion(dossier), ref)
    assert change.label == label
    assert all(edit.before is None for edit in change.edits)
    now = carried_out(dossier, change)
    assert all(now.get(target) for _, target in now.references())


def test_a_copy_waits_on_its_own_milestones_and_has_no_money() -> None:
    dossier = small_tree()
    now = carried_out(dossier, duplicated(occasion(dossier), Ref("speerpunten", 1)))
    copy = speerpunt(now, -1)
    assert (copy.number, copy.title, copy.theme) == ("1.3", "Lab op school (kopie)", 1)
    first, second = now.milestones_of_speerpunt(-1)
    assert (first.number, second.number) == ("1.3a", "1.3b")
    assert [link.milestone for link in second.after] == [first.id]
    assert [role.code for role in now.veri_row(Ref("speerpunten", -1))] == [VeriCode.VERANTWOORDELIJK]
    assert {line.speerpunt for line in now.of(BudgetLine).values()} == {1}


def test_a_copied_theme_has_the_numbers_of_its_own() -> None:
    dossier = small_tree()
    now = carried_out(dossier, duplicated(occasion(dossier), Ref("themes", 1)))
    theme = next(theme for theme in now.of(Theme).values() if theme.id < 0)
    numbers = [each.number for each in now.speerpunten_of(theme.id)]
    assert (theme.number, numbers) == (3, ["3.1", "3.2"])
    assert [each.number for each in now.milestones_of(theme.id)] == ["3.1a", "3.1b", "3.2a"]
    assert [goal.number for goal in now.of(Goal).values()] == [1, 2]


def test_what_cannot_be_is_refused_in_dutch() -> None:
    """A text that gets too long and a number that is too high: one sentence, and nothing is half done."""
    dossier = small_tree()
    lab, wijk, last = speerpunt(dossier, 1), speerpunt(dossier, 2), dossier.of(Goal)[2].changed(number=99)
    title = f"{'x ' * LINE_LIMIT}"[: LINE_LIMIT - 4] + " 1.1"
    texts = {1: lab.changed(result="a" * TEXT_LIMIT), 2: wijk.changed(title=title, result="b" * TEXT_LIMIT)}
    full = dossier.with_tables({"speerpunten": {**dossier.of(Speerpunt), **texts}, "goals": {2: last}})
    joined = joining(occasion(full), texts[1], texts[2])
    with pytest.raises(NotSavedError, match=r"^Beoogd resultaat: de tekst is langer dan 60.000 tekens\."):
        joined.change(joined.proposed)
    numbered = renumbered(occasion(full), Ref("speerpunten", 1), "1.15")
    with pytest.raises(NotSavedError, match=r"^Speerpunt: de tekst is langer dan 300 tekens\."):
        numbered.change(range(len(numbered.mentions)))
    assert numbered.change([]).edits
    with pytest.raises(NotSavedError, match=r"^Nr: het getal is hoger dan 99\."):
        duplicated(occasion(full), Ref("goals", 2))


def test_a_copy_without_a_theme_gets_the_first_free_number() -> None:
    """2.1 and 2.2 are left without their theme: the copy of the first is 2.3; one called X has no next."""
    dossier = carried_out(small_tree(), Change("", (Edit(Ref("themes", 2), small_tree().of(Theme)[2], None),)))
    assert speerpunt(carried_out(dossier, duplicated(occasion(dossier), Ref("speerpunten", 3))), -1).number == "2.3"
    odd = carried_out(dossier, changing(dossier, speerpunt(dossier, 3), speerpunt(dossier, 3).changed(number="X")))
    copied = carried_out(odd, duplicated(occasion(odd), Ref("speerpunten", 3)))
    assert speerpunt(copied, -1).number == "X (kopie)"
