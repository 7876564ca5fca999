"""Letters below heads that may be no roles: the legend says something else, or nobody does it."""

import re
from collections.abc import Collection, Mapping, Sequence

from sto_tui.domain import dutch
from sto_tui.domain.text import clean_line, plain, shortened
from sto_tui.intake.milestones.answers import LETTERS, NONE
from sto_tui.intake.milestones.columns import NOTHING, Block
from sto_tui.intake.milestones.veri_cells import letters_of
from sto_tui.intake.questions import IntakeChoice, IntakeQuestion
from sto_tui.intake.tables.sheet_legends import Meaning, meaning_of

# How people write what the letters of VERI, VEORI and RASCI mean.
_SAID = {
    "V": r"\b(?:verantw|uitvoer|voert|doet|trek|veri)", "E": r"\b(?:eind|besl|eigena|accord)",
    "R": r"\b(?:raad|geraad|advi|consul|respon|uitvoer)", "I": r"\b(?:inform|geinform|op de hoogte|weet)",
    "S": r"\b(?:support|steun|onderst)", "O": r"\b(?:out|onderst|niet|buiten)", "A": r"", "C": r"",
}  # fmt: skip
_MOST_HEADS = 4
_LONGEST = 40


def letters_question(
    blocks: Sequence[Block], letters: Collection[str], meanings: Mapping[str, Meaning]
) -> IntakeQuestion | None:
    """Whether the letters are roles; None when nothing speaks against it."""
    if not letters:
        return None
    for letter in sorted(letters):
        meaning = meaning_of(letter, meanings)
        if meaning and not re.search(_SAID.get(letter, ""), plain(meaning.text)):
            said = f"Het blad zegt (regel {meaning.row}): ‘{letter} = {shortened(meaning.text, _LONGEST)}’."
            return _question(f"{said} Zijn de letters toch de rollen van VERI?")
    strangers = [head for block in blocks for head in _strange_heads(block)]
    if not strangers:
        return None
    shown = dutch.enumerate_words([f"‘{shortened(clean_line(head), _LONGEST)}’" for head in strangers[:_MOST_HEADS]])
    return _question(
        f"Onder {shown} staan alleen letters ({', '.join(sorted(letters))}). Zijn dat rollen (VERI) van partijen?"
    )


def _strange_heads(block: Block) -> list[str]:
    """Heads of nobody that is known, in a table without one that is, and whose letters make no matrix.

    In a matrix of roles somebody does it (V), and others do something else.
    """
    if any(ref for _, ref in block.columns.parties.values()):
        return []
    cells = [row.text(at) for row, _ in block.rows for at in block.columns.parties if row.cell(at) not in NOTHING]
    used = {letter for cell in cells for letter in letters_of(cell)}
    is_matrix = len(used) > 1 and bool(used & {"V", "A", "R"})
    return [] if is_matrix else [head for head, _ in block.columns.parties.values()]


def _question(text: str) -> IntakeQuestion:
    choices = (
        IntakeChoice("veri", "ja, wie boven de kolom staat heeft die rol"),
        IntakeChoice(NONE, "nee, de letters niet overnemen"),
    )
    return IntakeQuestion(LETTERS, text, choices, NONE)
