"""What a file leaves in doubt, as questions: the same ones on the screen, on the command line, and remembered.

Reading a file is a pure function of the file, the dossier, today and the answers; what hangs on an open question is
not taken in.
"""

from collections.abc import Mapping

from sto_tui.frozen import frozen

Answers = Mapping[str, str]
"""What was answered: the key of a choice, by the key of its question."""


@frozen
class IntakeChoice:
    """One answer: a key that can be typed, its label in Dutch, and what cells of the sheet become when it is chosen."""

    key: str
    label: str
    examples: tuple[str, ...] = ()
    column: int | None = None
    """The column of the question's table that this choice points at, from zero."""


def told_place(number: int, left: int) -> str:
    """`Vraag 2, hierna nog 1`: how many follow is what is known now, as an answer may bring new questions."""
    return f"Vraag {number}, hierna nog {left}" if left else f"Vraag {number}"


@frozen
class IntakeQuestion:
    """A doubt, as a Dutch question: `proposed` is the key of the choice that is most likely right.

    `shown` are rows of the sheet that help to choose, a line of text each.
    """

    key: str
    text: str
    choices: tuple[IntakeChoice, ...]
    proposed: str
    shown: tuple[str, ...] = ()
    table: tuple[tuple[str, ...], ...] = ()
    """The same rows as cells, where the choices point at columns."""

    def choice(self, key: str) -> IntakeChoice | None:
        """The choice with this key, in upper or lower case; None when it is no choice here."""
        return next((choice for choice in self.choices if choice.key.casefold() == key.casefold()), None)


@frozen
class SettledColumn:
    """In which column a field is read, without an open question: what can be asked to have it otherwise.

    `label` is that of the field, and `taken` the head of the column it is read from; empty when it is in none.
    """

    label: str
    taken: str
    question: IntakeQuestion
