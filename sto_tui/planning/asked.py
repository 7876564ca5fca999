"""What is asked of one party, grouped by role: the answer to "wat wordt er van ons gevraagd?"."""

from collections.abc import Sequence
from dataclasses import dataclass

from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Milestone, Stoplicht, VeriCode
from sto_tui.domain.plan import Speerpunt
from sto_tui.domain.record import Ref
from sto_tui.domain.tables import TABLES
from sto_tui.planning.veri import about, matrix_row
from sto_tui.planning.veri_views import Asked, asked_of


@dataclass(frozen=True)
class Role:
    """A role as its party reads it: the letter, what the party does, and what that means."""

    code: VeriCode
    name: str
    meaning: str


ROLES = (
    Role(VeriCode.EINDVERANTWOORDELIJK, "beslist", "hakt de knoop door, tekent af en legt verantwoording af"),
    Role(VeriCode.VERANTWOORDELIJK, "voert uit", "doet het werk en zorgt dat het op tijd klaar is"),
    Role(VeriCode.RAADPLEGEN, "wordt geraadpleegd", "geeft vooraf advies"),
    Role(VeriCode.INFORMEREN, "wordt geïnformeerd", "hoort tussentijds hoe het gaat"),
    Role(VeriCode.SUPPORT, "ondersteunt", "helpt met mensen, ruimte of kennis"),
)


@dataclass(frozen=True)
class AskedLine:
    """One thing that is asked, in words: when, its number, title and theme, and what there is to say about it."""

    ref: Ref
    period: str
    number: str
    title: str
    theme: str
    remark: str


@dataclass(frozen=True)
class PartyView:
    """All that is asked of a party, by role in the order of `ROLES`, and what it is out of the loop for."""

    name: str
    groups: tuple[tuple[Role, tuple[AskedLine, ...]], ...]
    out_of_the_loop: tuple[str, ...]

    @property
    def counts(self) -> str:
        """How many of each role: `beslist 3 · voert uit 12`; roles that it does not have are left out."""
        return " · ".join(f"{role.name} {len(lines)}" for role, lines in self.groups)

    @property
    def nothing(self) -> str:
        """The sentence for a party of which nothing is asked; empty for any other."""
        if self.groups:
            return ""
        if self.out_of_the_loop:
            return f"Van {self.name} wordt niets gevraagd."
        return f"{self.name[:1].upper()}{self.name[1:]} heeft nog geen rol in de VERI-matrix."

    @property
    def outside(self) -> str:
        """What it is out of the loop for, in one line; empty when there is nothing."""
        what = dutch.enumerate_words(list(self.out_of_the_loop))
        return f"Hoort er niet bij (O, out of the loop): {what}." if what else ""


def party_view(dossier: Dossier, party: Ref) -> PartyView:
    """What is asked of a party; one that does and decides stands under both."""
    asked = asked_of(dossier, party)
    groups = []
    for role in ROLES:
        lines = tuple(_line(dossier, one) for one in asked if role.code.value in one.code.value)
        if lines:
            groups.append((role, lines))
    return PartyView(dossier.caption(party), tuple(groups), tuple(_outside(dossier, asked)))


def _outside(dossier: Dossier, asked: Sequence[Asked]) -> list[str]:
    return [about(dossier, one.ref) for one in asked if one.code is VeriCode.OUT_OF_THE_LOOP]


def _line(dossier: Dossier, asked: Asked) -> AskedLine:
    record = dossier.get(asked.ref)
    theme = dossier.theme_of(record) if isinstance(record, Milestone) else None
    if isinstance(record, Speerpunt):
        theme = dossier.themes.get(record.theme)
    row = matrix_row(dossier, asked.ref)
    source = row.inherited_from if row and asked.inherited else None
    remarks = [f"van {about(dossier, source)}"] if source else []
    if isinstance(record, Milestone) and record.light is Stoplicht.GEREED:
        remarks.append(record.light.label)
    return AskedLine(
        asked.ref,
        _period(asked),
        row.number if row else "",
        row.title if row else "",
        f"{theme.number} {theme.title}" if theme else "",
        f"({', '.join(remarks)})" if remarks else "",
    )


def _period(asked: Asked) -> str:
    if asked.ref.table != "milestones":
        return f"heel {TABLES[asked.ref.table].singular}"
    if asked.start and asked.due:
        return f"{dutch.brief_date(asked.start)} t/m {dutch.brief_date(asked.due)}"
    if asked.start:
        return f"begint {dutch.brief_date(asked.start)}"
    return f"klaar {dutch.brief_date(asked.due)}" if asked.due else "zonder datums"
