"""A point of an agenda without a question and without a text is refused; one of an older file may stay."""

import pytest

from sto_tui.domain.change import NotSavedError, adding, changing, removing
from sto_tui.domain.evaluation import AgendaItem, Meeting, Question, QuestionPart
from sto_tui.planning.lacking_parts import refuse_lacking
from tests.support.by_hand import dossier_with

QUESTION = Question(id=1, part=QuestionPart.SUCCESSEN, text="Wat ging goed?")
EMPTY = AgendaItem(id=1)
FULL = (AgendaItem(id=2, question=1), AgendaItem(id=3, title="Welkom"))


def test_an_empty_point_is_refused_and_an_old_one_may_stay() -> None:
    older = Meeting(id=1, title="Avond", agenda=(EMPTY, *FULL))
    dossier = dossier_with(QUESTION, older)
    refuse_lacking(changing(dossier, older, older.changed(title="Middag")))
    refuse_lacking(adding(dossier, Meeting(title="Avond", agenda=FULL)))
    refuse_lacking(removing(dossier, QUESTION))
    with pytest.raises(NotSavedError, match="is een vraag of heeft een tekst") as refused:
        refuse_lacking(adding(dossier, Meeting(title="Avond", agenda=(EMPTY,))))
    assert refused.value.field == "agenda"
    with pytest.raises(NotSavedError):
        refuse_lacking(changing(dossier, older, older.changed(agenda=(EMPTY, FULL[0], AgendaItem(id=3)))))
