"""Numbers that change: what follows, what makes room, and which texts name them. Worked out on paper."""

from datetime import date

import pytest

from sto_tui.domain.change import carried_out
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Milestone, Progress, Stoplicht
from sto_tui.domain.plan import Risk, Theme
from sto_tui.domain.record import Ref
from sto_tui.domain.region import Region
from sto_tui.planning.plan_tree.mentions import Rewriting
from sto_tui.planning.plan_tree.moving import moved
from sto_tui.planning.plan_tree.numbering import (
    Renumbering,
    in_order,
    letters,
    next_after,
    place_of_letters,
    renumbered,
)
from tests.support.small_tree import occasion, small_tree

THEME, OTHER = Ref("themes", 1), Ref("themes", 2)
LAB, WIJK, STAGE, EMPTY = (Ref("speerpunten", number) for number in (1, 2, 3, 4))


def told(proposal: Renumbering) -> list[str]:
    return sorted(f"{number.before}→{number.after}" for number in proposal.numbers)


def after(proposal: Renumbering) -> Dossier:
    return carried_out(proposal.occasion.dossier, proposal.change(range(len(proposal.mentions))))


@pytest.mark.parametrize(
    ("text", "rewritten"),
    [
        ("zie 1.2", "zie 1.3"),
        ("Zie 1.2.", "Zie 1.3."),
        ("(1.2, 1.3 en 1.2a)", "(1.3, 1.2 en 1.3a)"),
        ("1.1-1.3", "1.1-1.2"),
        ("€ 1.2 mln, 1.2%, 1.2 miljoen, 1.2 uur", "€ 1.2 mln, 1.2%, 1.2 miljoen, 1.2 uur"),
        (
            "1.20, 11.2, 1.2.2027, 1.2ab, paragraaf 1.2, versie 1.2",
            "1.20, 11.2, 1.2.2027, 1.2ab, paragraaf 1.2, versie 1.2",
        ),
        # A theme and a goal by their word only.
        ("thema 1 heeft 1 lab", "thema 3 heeft 1 lab"),
        ("Thema’s 1, 2 en 4", "Thema’s 3, 2 en 4"),
        ("thema's 1 en 4; doel 1", "thema's 3 en 4; doel 2"),
        ("actielijn 1, doelen 1 en 5, thema 10", "actielijn 3, doelen 2 en 5, thema 10"),
    ],
)
def test_a_text_with_other_numbers(text: str, rewritten: str) -> None:
    numbers = {
        LAB: ("1.2", "1.3"),
        WIJK: ("1.3", "1.2"),
        Ref("milestones", 1): ("1.2a", "1.3a"),
        THEME: ("1", "3"),
        Ref("goals", 1): ("1", "2"),
    }
    assert Rewriting(Region(name="Regio", theme_name="Actielijn"), numbers).text(text) == rewritten


def test_letters_go_on_after_z() -> None:
    assert [letters(place) for place in (0, 25, 26, 51, 52)] == ["a", "z", "za", "zz", "zza"]
    assert [place_of_letters(text) for text in ("a", "z", "za", "zz", "zza")] == [0, 25, 26, 51, 52]
    assert [next_after(number) for number in ("4", "1.9", "1.2a", "1.2z")] == ["5", "1.10", "1.2b", "1.2za"]
    for number in ("", "M-", "1.2ab"):
        with pytest.raises(ValueError, match="eerst zelf een ander nummer"):
            next_after(number)


def test_a_theme_gets_another_number_and_all_under_it_follows() -> None:
    proposal = renumbered(occasion(small_tree()), OTHER, "4")
    assert told(proposal) == ["2.1a→4.1a", "2.1→4.1", "2.2→4.2", "2a→4a", "2→4"]
    assert proposal.label == "Thema 2 Mensen heeft nu nummer 4"
    # The theme is told, the four numbers under it are counted.
    assert [(each.before, each.after, each.followed_by) for each in proposal.heads] == [("2", "4", 4)]


def test_what_has_the_number_makes_room() -> None:
    # 2 becomes 1, so 1 becomes 2: both with all under them, and the texts that name 1.1, 1.2 and 1.2a.
    dossier = small_tree()
    proposal = renumbered(occasion(dossier), OTHER, "1")
    assert told(proposal)[:3] == ["1.1a→2.1a", "1.1b→2.1b", "1.1→2.1"]
    assert [(str(mention.ref), mention.after) for mention in proposal.mentions] == [
        ("speerpunten/1/result", "Een lab dat draait, zie 2.2."),
        ("risks/1/text", "…e bus komt te laat (speerpunt 2.2, mijlpaal 2.2a)"),
        ("risks/1/measure", "Zie 2.1 en 1.10; kosten € 1.2 mln"),
    ]
    risk = after(proposal).of(Risk)[1]
    assert (risk.text, risk.measure) == (
        "De bus komt te laat (speerpunt 2.2, mijlpaal 2.2a)",
        "Zie 2.1 en 1.10; kosten € 1.2 mln",
    )
    kept = carried_out(dossier, proposal.change(())).of(Risk)[1]
    assert kept == dossier.of(Risk)[1]


@pytest.mark.parametrize(
    ("ref", "typed", "number"),
    [
        (WIJK, "4", "1.4"),
        (WIJK, "9.7", "9.7"),
        (WIJK, "A", "A"),
        (Ref("milestones", 3), "d", "1.2d"),
        (Ref("milestones", 3), "1.9b", "1.9b"),
        (Ref("milestones", 3), "4", "4"),
        (Ref("milestones", 6), "7", "7"),
    ],
)
def test_the_last_part_of_a_number_is_enough(ref: Ref, typed: str, number: str) -> None:
    assert {each.ref: each.after for each in renumbered(occasion(small_tree()), ref, typed).numbers}[ref] == number


@pytest.mark.parametrize("typed", ["", "0", "100", "2a", "-1"])
def test_a_number_that_cannot_be(typed: str) -> None:
    with pytest.raises(ValueError, match=r"Typ een nummer|van 1 tot en met 99"):
        renumbered(occasion(small_tree()), THEME, typed)


@pytest.mark.parametrize("typed", ["iets", "1.2 en 1.3", "1..2", "lab-1", "1.2abcd", ".2", "1234567890123"])
def test_a_text_is_no_number_of_a_speerpunt_or_a_milestone(typed: str) -> None:
    for ref in (WIJK, Ref("milestones", 3)):
        with pytest.raises(ValueError, match="is geen nummer voor een"):
            renumbered(occasion(small_tree()), ref, typed)
    assert told(renumbered(occasion(small_tree()), EMPTY, "M12")) == ["2.2→M12"]


def test_in_order_closes_gaps_and_leaves_numbers_of_another_kind() -> None:
    more = (
        Theme(id=3, number=7, title="Later"),
        Milestone(id=7, speerpunt=4, number="M4", title="Eigen nummer"),
        Milestone(id=8, speerpunt=4, number="2.2f", title="Zes"),
    )
    proposal = in_order(occasion(small_tree(*more)), "themes")
    assert told(proposal) == ["2.2f→2.2a", "7→3"]
    assert proposal.label == "Thema’s en mijlpalen doorgenummerd"
    below = in_order(occasion(small_tree(*more)), "themes", EMPTY)
    assert told(below) == ["2.2f→2.2a"]
    assert below.label == "Mijlpalen onder speerpunt 2.2 doorgenummerd", "what got another number, and nothing else"


@pytest.mark.parametrize(
    ("ref", "step", "numbers"),
    [
        # Within what it stands under: it changes numbers with its neighbour.
        (WIJK, -1, ["1.1a→1.2a", "1.1b→1.2b", "1.1→1.2", "1.2a→1.1a", "1.2→1.1"]),
        (Ref("milestones", 1), 1, ["1.1a→1.1b", "1.1b→1.1a"]),
        (Ref("goals", 2), -1, ["1→2", "2→1"]),
        # Over the border down: it comes first, and the others make room.
        (WIJK, 1, ["1.2a→2.1a", "1.2→2.1", "2.1a→2.2a", "2.1→2.2", "2.2→2.3"]),
        (Ref("milestones", 2), 1, ["1.1b→1.2a", "1.2a→1.2b"]),
        (Ref("milestones", 4), 1, ["2.1a→2.1b", "2a→2.1a"]),
        # Over the border up: it comes last, and nothing else changes.
        (STAGE, -1, ["2.1a→1.3a", "2.1→1.3"]),
        (Ref("milestones", 3), -1, ["1.2a→1.1c"]),
        (Ref("milestones", 4), -1, ["2a→1.2b"]),
        (Ref("milestones", 6), -1, ["9→2.2a"]),
    ],
)
def test_a_row_moves(ref: Ref, step: int, numbers: list[str]) -> None:
    assert told(moved(occasion(small_tree()), ref, None, step)) == numbers


def test_what_moves_over_a_border_belongs_there() -> None:
    dossier = after(moved(occasion(small_tree()), STAGE, None, -1))
    assert [speerpunt.number for speerpunt in dossier.speerpunten_of(1)] == ["1.1", "1.2", "1.3"]
    assert dossier.of(Milestone)[5].number == "1.3a"
    direct = after(moved(occasion(small_tree()), Ref("milestones", 4), None, 1)).of(Milestone)[4]
    assert (direct.speerpunt, direct.theme, direct.number) == (3, None, "2.1a")


def test_under_a_goal_a_speerpunt_goes_to_the_next() -> None:
    dossier = small_tree()
    proposal = moved(occasion(dossier), WIJK, Ref("goals", 1), 1)
    assert (told(proposal), proposal.label) == ([], "Speerpunt 1.2 Lab in de wijk verplaatst: nu bij doel 2")
    assert dossier.whole.get(WIJK) != after(proposal).get(WIJK)
    with pytest.raises(ValueError, match="werkt al aan doel 2"):
        moved(occasion(dossier), LAB, Ref("goals", 1), 1)


@pytest.mark.parametrize(("ref", "step"), [(THEME, -1), (OTHER, 1), (LAB, -1), (EMPTY, 1), (Ref("milestones", 1), -1)])
def test_at_the_end_there_is_nowhere_to_go(ref: Ref, step: int) -> None:
    with pytest.raises(ValueError, match=r"Dit staat al (onder|boven)aan\."):
        moved(occasion(small_tree()), ref, None, step)


def test_the_log_and_texts_of_a_list_follow_too() -> None:
    line = Progress(id=1, milestone=3, date=date(2027, 1, 1), light=Stoplicht.GROEN, obstacle="wacht op 1.1b")
    proposal = renumbered(occasion(small_tree(line)), LAB, "1.5")
    assert [str(mention.ref) for mention in proposal.mentions] == ["progress/1/obstacle", "risks/1/measure"]


@pytest.mark.parametrize(
    ("ref", "typed", "said"),
    [
        (LAB, "2.9", "2.9 hoort bij thema 2, en dit staat onder thema 1. Verplaats het met"),
        (Ref("milestones", 1), "1.2c", "1.2c hoort bij speerpunt 1.2, en dit staat onder speerpunt 1.1."),
        (Ref("milestones", 4), "1b", "1b hoort bij thema 1, en dit staat onder thema 2."),
    ],
)
def test_a_number_under_another_theme_or_speerpunt_is_a_move_and_refused(ref: Ref, typed: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        renumbered(occasion(small_tree()), ref, typed)


@pytest.mark.parametrize("typed", ["1.9", "9.1", "M4"])
def test_a_number_of_the_own_theme_or_of_none_is_taken(typed: str) -> None:
    assert renumbered(occasion(small_tree()), LAB, typed).numbers[0].after == typed
