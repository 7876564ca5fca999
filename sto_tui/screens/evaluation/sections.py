"""The lists of place 2."""

from sto_tui.screens.evaluation.rows import (
    ACTIONS,
    DECISIONS,
    MEETINGS,
    QUESTIONS,
    SCORES,
    action_rows,
    new_question,
    question_rows,
    score_rows,
)

SECTIONS = (
    QUESTIONS.section("Vragen", question_rows, new_question),
    DECISIONS.section("Besluiten"),
    ACTIONS.section("Acties", action_rows),
    MEETINGS.section("Bijeenkomsten"),
    SCORES.section("Scores", score_rows),
)
