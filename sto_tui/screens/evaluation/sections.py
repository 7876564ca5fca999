"""The lists of place 2 and their columns."""

from sto_tui.screens.evaluation.rows import (
    action_rows,
    decision_rows,
    new_question,
    question_rows,
    score_rows,
    session_rows,
)
from sto_tui.screens.frame.section import Section
from sto_tui.widgets.record_list import Column

SECTIONS = (
    Section(
        "Vragen",
        "questions",
        (Column("", 2, align="right"), Column("", wrap=True), Column("", 3, align="right")),
        question_rows,
        new_question,
    ),
    Section("Besluiten", "decisions", (Column("Soort", 17), Column("Besluit", wrap=True)), decision_rows),
    Section(
        "Acties",
        "actions",
        (
            Column("Actie", share=2, wrap=True),
            Column("Eigenaar", 20, drop=1),
            Column("Klaar op", 10),
            Column("", 9),
        ),
        action_rows,
    ),
    Section(
        "Bijeenkomsten",
        "sessions",
        (Column("Bijeenkomst"), Column("Datum", 10), Column("Agenda", 30, drop=1)),
        session_rows,
    ),
    Section("Scores", "scores", (Column("", 2), Column("")), score_rows),
)
