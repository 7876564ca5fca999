"""What the wall tells of its keys: at the bottom and in the window with all keys, only what they do at that moment."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from sto_tui.domain.evaluation import Answer, Question, QuestionKind
from sto_tui.domain.record import Ref
from sto_tui.planning.evaluation.workshop import Round, WorkshopPosition
from sto_tui.screens.workshop.keys_now import FIRST_EMPTY, groups_of_keys
from sto_tui.screens.workshop.line_tasks import Correcting, DecidingAbout, LineTask, stored, task_of
from sto_tui.screens.workshop.moment import Moment
from sto_tui.screens.workshop.round_keys import keys_at
from sto_tui.storage.file.codec import decode, dossier_from
from sto_tui.widgets.shell import KeyBar
from tests.conftest import SAMPLES

SAMPLE = SAMPLES / "voorbeeldregio-2027-2028.sto.json"
BACK = ("beh", "Zo gaan we door", "Het werkt")


@pytest.fixture(scope="module")
def open_question() -> Moment:
    """The example without a meeting, at an open question of which the answers have votes and a place."""
    dossier = dossier_from(decode(SAMPLE.read_bytes(), SAMPLE.name), SAMPLE.name)
    walk = Moment(dossier, WorkshopPosition()).walk
    questions = dossier.of(Question)
    point, question = next(
        (place, at.question)
        for place, at in enumerate(walk.agenda)
        if at.question and questions[at.question].kind is QuestionKind.OPEN and dossier.answers_of(at.question)
    )
    answers = {answer.id: answer.changed(decision=None) for answer in dossier.of(Answer).values()}
    return Moment(
        dossier.with_tables({"answers": answers}), WorkshopPosition(point=point, round=Round.OPHALEN, question=question)
    )


def at(moment: Moment, round: Round, task: LineTask | None = None) -> Moment:
    standing = replace(moment.standing, round=round, task=stored(task) if task else None)
    return replace(moment, standing=standing)


def told(keys: Sequence[tuple[str, str]]) -> str:
    return ", ".join(f"{key} {label}" for key, label in keys)


@pytest.mark.parametrize(
    ("round", "in_list", "typed", "keys"),
    [
        (Round.OPHALEN, False, "", "f1 Toetsen"),
        (Round.OPHALEN, False, "Wat dan", "enter Vastleggen, esc Regel legen, f1 Toetsen"),
        (Round.OPHALEN, True, "Wat dan", "? Toetsen"),
        (Round.STEMMEN, False, "", "? Toetsen"),
        (Round.STEMMEN, False, "10 1", "enter Vastleggen, esc Regel legen, ? Toetsen"),
        (Round.EFFECT, False, "7", "enter Vastleggen, esc Regel legen, ? Toetsen"),
        (Round.ACTIES, False, "", "f1 Toetsen"),
        (Round.ACTIES, False, "Bel", "enter Vastleggen, esc Regel legen, f1 Toetsen"),
        (Round.VIERVELD, True, "", "pgdn Volgende, b Besluiten, esc Stoppen, pijlen Verplaatsen"),
    ],
)
def test_the_footer_of_a_round(open_question: Moment, round: Round, in_list: bool, typed: str, keys: str) -> None:
    """A line that takes letters takes `?`, space and plus too, and with something on it arrows stay on it."""
    shown = told(keys_at(at(open_question, round), in_list=in_list, typed=typed))
    assert shown.startswith(keys) or shown.endswith(keys)
    if typed and not in_list:
        assert shown == keys


def test_on_the_row_of_earlier_actions_enter_folds(open_question: Moment) -> None:
    actions = at(open_question, Round.ACTIES)
    assert ("enter", "Vouwen") in keys_at(actions, in_list=True, on_a_fold=True)
    assert ("enter", "Bewerken") in keys_at(actions, in_list=True)


@pytest.mark.parametrize(
    ("lines", "typed", "enter", "esc"),
    [
        ((), "", "Volgende regel", "Teruggaan"),
        ((), "beh", "Volgende regel", "Regel legen"),
        (BACK, "", "Volgende regel", "Teruggaan"),
        (BACK, "later", "Vastleggen", "Regel legen"),
        (BACK, "doel", "Volgende regel", "Regel legen"),
        ((*BACK, "actie", "Bellen"), "", "Volgende regel", "Teruggaan"),
        ((*BACK, "actie", "Bellen", "Anja"), "", "Vastleggen", "Teruggaan"),
        ((*BACK, "niet"), "", "Vastleggen", "Teruggaan"),
    ],
)
def test_the_footer_of_a_decision(
    open_question: Moment, lines: tuple[str, ...], typed: str, enter: str, esc: str
) -> None:
    """Enter goes on to a next line until the last, and esc takes what is typed before it goes back."""
    task = DecidingAbout(Ref("answers", open_question.answers[0].id), lines)
    shown = told(keys_at(at(open_question, Round.BESLUIT, task), in_list=False, typed=typed))
    assert shown == f"enter {enter}, esc {esc}, f1 Toetsen"


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ((), "1 van 4–7"),
        (BACK, "4 van 4–7"),
        ((*BACK, "doel"), "5 van 5"),
        ((*BACK, "mijlpaal"), "5 van 7"),
        ((*BACK, "actie", "Bellen", "Anja"), "7 van 7"),
    ],
)
def test_a_line_of_a_decision_says_which_it_is(open_question: Moment, lines: tuple[str, ...], place: str) -> None:
    task = DecidingAbout(Ref("answers", open_question.answers[0].id), lines)
    assert task.asked(open_question.dossier, open_question.today)[0].startswith(f"{place} · ")


def test_a_text_that_is_corrected_goes_back_until_it_is_changed(open_question: Moment) -> None:
    answer = open_question.answers[0]
    task = Correcting(Ref("answers", answer.id))
    moment = at(open_question, Round.OPHALEN, task)
    begins = task.begins_with(moment.dossier)
    assert ("esc", "Teruggaan") in keys_at(moment, in_list=False, typed=begins)
    assert ("esc", "Regel legen") in keys_at(moment, in_list=False, typed=f"{begins}?")


@pytest.mark.parametrize(
    ("round", "in_list", "typed", "present", "absent"),
    [
        (Round.VIERVELD, True, "", {"next": "pgdn", "previous": "pgup", "arrows": "pijlen"}, {"row_down", "row_up"}),
        (Round.OPHALEN, False, "", {"help": "f1", "undo": "ctrl+z", "pause": "spatie", "phones": "f2"}, {"edit"}),
        (Round.OPHALEN, False, "Wat", {"help": "f1", "stop": "esc"}, {"pause", "minute", "undo", "hide"}),
        (Round.OPHALEN, True, "", {"help": "?", "undo": "z", "edit": "enter", "next": "→"}, {"arrows", "row_up"}),
        (Round.STEMMEN, False, "10", {"help": "?", "undo": "z", "hide": "H"}, {"pause", "minute", "next"}),
    ],
)
def test_the_window_with_all_keys_tells_those_of_the_moment(
    open_question: Moment, round: Round, in_list: bool, typed: str, present: dict[str, str], absent: set[str]
) -> None:
    groups = dict(groups_of_keys(at(open_question, round), lambda act: "", in_list=in_list, typed=typed))
    now = {act.id: act.key for act in groups["Nu"]}
    assert {id: now.get(id) for id in present} == present
    assert not absent & now.keys()
    others = [act for heading, acts in groups.items() if heading != "Nu" for act in acts]
    if typed:
        assert "pause" in {act.id for act in others if act.help == FIRST_EMPTY}


def test_an_act_of_another_round_says_when_it_can_be_done(open_question: Moment) -> None:
    groups = dict(groups_of_keys(open_question, lambda act: "Later." * (act == "skip"), in_list=True))
    assert [(act.id, act.help) for act in groups["Op een ander moment"]] == [("skip", "Later.")]


def test_how_to_go_on_decide_and_stop_fit_in_the_narrowest_window(open_question: Moment) -> None:
    """58 cells: `pgdn Volgende` 13, `b Besluiten` 11, `esc Stoppen` 11, `? Toetsen` 9, with two between them."""
    placed = KeyBar(keys_at(at(open_question, Round.VIERVELD), in_list=True))._placed(60)
    assert [key for _, key, _ in placed] == ["pgdn", "b", "esc", "?"]


ABOUT_NOTHING: tuple[Any, ...] = (None, 5, ["answers/1"], {}, "answers", "answers/99999", "nergens/1", "answers/x")
NO_TASKS: tuple[Any, ...] = (
    *({"kind": "join", "about": about, "lines": ["1"]} for about in ABOUT_NOTHING),
    *("join", 5, [], {"kind": ["join"], "about": "answers/1", "lines": []}, {"kind": "join", "about": "answers/1"}),
)


@pytest.mark.parametrize("kept", NO_TASKS)
def test_what_was_being_typed_and_cannot_be_read_is_nothing(open_question: Moment, kept: Any) -> None:
    """It stands in a file beside the dossier, which anybody may have written in."""
    assert task_of(kept, open_question.dossier) is None
