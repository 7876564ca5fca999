"""Who does it: the names in columns such as Wie and Trekker, as a role of a party or body that the dossier has.

A name is never made a party: it may be a person, and a person may work anywhere.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.milestones import Milestone, VeriCode
from sto_tui.domain.parties import Body, Party
from sto_tui.domain.record import Ref
from sto_tui.domain.text import cut, plain, shortened
from sto_tui.intake.milestones.answers import NONE, WHO, SheetAnswers
from sto_tui.intake.proposal import Refusal
from sto_tui.intake.questions import IntakeChoice, IntakeQuestion
from sto_tui.intake.sheets.heads import head_key
from sto_tui.intake.tables.spelled_out import spelled_out
from sto_tui.intake.telling import first_of

_BETWEEN = re.compile(r"\s*(?:[,;/+\n|()]|\ben\b|\band\b)\s*", re.IGNORECASE)
# It stands in names too: `sectie O&O`.
_AND_SIGN = re.compile(r"\s*&\s*")
_MOST_NAMED = 6
_MOST_EXAMPLES = 3
_LONGEST_NAME = 30
_ROLES = {"v": VeriCode.VERANTWOORDELIJK, "e": VeriCode.EINDVERANTWOORDELIJK, "ve": VeriCode.BEIDE}
# Who is called so decides; anybody else carries out.
_DECIDING = ("eigenaar", "owner", "eindverantwoordelijk", "eindverantwoordelijke", "opdrachtgever", "accountable")


@dataclass(frozen=True)
class WhoRow:
    """A row that is taken in: its milestone, as it was when there is one, and the names by the head of their column."""

    row: int
    before: Milestone | None
    names: tuple[tuple[str, str], ...]


@dataclass
class WhoRead:
    """The roles by row, and what there is to ask and to tell; `heads` are the columns that this tells of."""

    by_row: dict[int, dict[Ref, VeriCode]] = field(default_factory=lambda: defaultdict(dict))
    questions: list[IntakeQuestion] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    heads: set[str] = field(default_factory=set)


def who_read(rows: Sequence[WhoRow], dossier: Dossier, answers: SheetAnswers) -> WhoRead:
    """The roles that the names in these columns give, as far as a person has said which role it is."""
    by_head: dict[str, list[tuple[WhoRow, str]]] = defaultdict(list)
    for row in rows:
        for head, text in row.names:
            by_head[head].append((row, text))
    read = WhoRead(heads={*by_head})
    names = _Names(dossier)
    columns = [_Column(head, of_head, names) for head, of_head in by_head.items()]
    are_more = sum(column.is_known for column in columns) > 1
    for column in columns:
        key = f"{WHO}:{head_key(column.head)}" if are_more else WHO
        answer = answers.get(f"{WHO}:{head_key(column.head)}") or answers.get(WHO)
        if not column.is_known:
            read.remarks.append(column.all_strangers)
        elif answer in _ROLES:
            column.give(_ROLES[answer], dossier, read)
            read.remarks += column.strangers
        elif answer == NONE:
            read.remarks.append(f"De namen bij ‘{cut(column.head, 40)}’ zijn niet overgenomen.")
        else:
            read.questions.append(column.question(key, dossier))
    return read


def joined_role(held: VeriCode, said: VeriCode) -> VeriCode:
    """The role of who has one and is named as having another: doing and deciding go together, all else gives way."""
    codes = {held, said}
    both = {VeriCode.VERANTWOORDELIJK, VeriCode.EINDVERANTWOORDELIJK}
    return VeriCode.BEIDE if VeriCode.BEIDE in codes or codes == both else said


def keeps_role(held: VeriCode | None, said: VeriCode) -> bool:
    """Whether one name in one column would make two roles of one: then the role stays, and that is told."""
    return held is not None and {held, said} == {VeriCode.VERANTWOORDELIJK, VeriCode.EINDVERANTWOORDELIJK}


class _Names:
    """The parties and bodies of a dossier by their name, abbreviation and people; a name of two of them is none."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._by_level = [_by_name(pairs) for pairs in (_named(dossier), _abbreviated(dossier), _people(dossier))]

    def refs(self, text: str) -> tuple[list[Ref], list[str]]:
        """Who is meant in a cell, whole or in parts, and the names that nobody has."""
        whole = self._ref(text)
        if whole:
            return [whole], []
        refs, strangers = [], []
        for part in self._parts(text):
            ref = self._ref(part)
            if ref and ref not in refs:
                refs.append(ref)
            elif not ref:
                strangers.append(part)
        return refs, strangers

    def _parts(self, text: str) -> Iterator[str]:
        """The names in a cell; `&` stands between two of them only when each is somebody of the dossier."""
        for part in filter(None, _BETWEEN.split(text)):
            around = [*filter(None, _AND_SIGN.split(part))]
            yield from around if not self._ref(part) and all(map(self._ref, around)) else (part,)

    def caption(self, ref: Ref) -> str:
        """What it is called."""
        return self._dossier.caption(ref)

    def _ref(self, name: str) -> Ref | None:
        key = spelled_out(name)
        return next((by_name[key] for by_name in self._by_level if key in by_name), None)


def _by_name(pairs: Iterable[tuple[str, Ref]]) -> Mapping[str, Ref | None]:
    refs: dict[str, set[Ref]] = defaultdict(set)
    for name, ref in pairs:
        if name.strip():
            refs[spelled_out(name)].add(ref)
    return {name: next(iter(of_name)) if len(of_name) == 1 else None for name, of_name in refs.items()}


def _named(dossier: Dossier) -> Iterator[tuple[str, Ref]]:
    yield from ((party.name, ref_of(party)) for party in dossier.of(Party).values())
    yield from ((body.name, ref_of(body)) for body in dossier.of(Body).values())


def _abbreviated(dossier: Dossier) -> Iterator[tuple[str, Ref]]:
    yield from ((party.short, ref_of(party)) for party in dossier.of(Party).values())
    yield from ((body.short, ref_of(body)) for body in dossier.of(Body).values())


def _people(dossier: Dossier) -> Iterator[tuple[str, Ref]]:
    """People of parties: who sits in a body for one, and who is its contact."""
    for party in dossier.of(Party).values():
        yield party.contact, ref_of(party)
    for body in dossier.of(Body).values():
        yield from ((member.person, Ref("parties", member.party)) for member in body.members if member.party)


class _Column:
    """The names under one head, row by row, with whom they mean."""

    def __init__(self, head: str, rows: Sequence[tuple[WhoRow, str]], names: _Names) -> None:
        self.head = head
        self._names = names
        self._rows = [(row, text, *names.refs(text)) for row, text in rows]

    @property
    def is_known(self) -> bool:
        """Whether any name is somebody of the dossier."""
        return any(refs for _, _, refs, _ in self._rows)

    @property
    def all_strangers(self) -> str:
        """Why nothing of this column is taken in."""
        return (
            f"‘{cut(self.head, 40)}’ is niet overgenomen: geen partij, orgaan of persoon van een partij heet "
            f"{_quoted(self._unknown, 'of')}."
        )

    @property
    def strangers(self) -> list[str]:
        """The names that are nobody of the dossier, in a sentence."""
        if not self._unknown:
            return []
        verb = "is geen partij, orgaan of persoon" if len(self._unknown) == 1 else "zijn geen partij, orgaan of persoon"
        return [f"Bij ‘{cut(self.head, 40)}’ {verb} van het dossier, en niet overgenomen: {_quoted(self._unknown)}."]

    @property
    def _unknown(self) -> list[str]:
        return [*dict.fromkeys(name for *_, strangers in self._rows for name in strangers)]

    def question(self, key: str, dossier: Dossier) -> IntakeQuestion:
        """Which role these names have; proposed is the one that they have in the dossier for the same milestones."""
        known = dict.fromkeys(self._known(text, refs) for _, text, refs, _ in self._rows if refs)
        examples = tuple(known)[:_MOST_EXAMPLES]
        choices = (
            IntakeChoice("v", "V, verantwoordelijk (voert het uit)", examples),
            IntakeChoice("e", "E, eindverantwoordelijk (beslist)", examples),
            *([IntakeChoice("ve", "VE, allebei", examples)] if self._are_held(dossier) else ()),
            IntakeChoice(NONE, "niet overnemen"),
        )
        rows = sum(bool(refs) for _, _, refs, _ in self._rows)
        unknown = f" Niet in het dossier, en dus niet overgenomen: {_quoted(self._unknown)}." if self._unknown else ""
        text = (
            f"Welke rol krijgt wie bij ‘{shortened(self.head, _LONGEST_NAME)}’ staat? Het dossier kent de naam in "
            f"{dutch.count(rows, 'rij', 'rijen')}.{unknown}"
        )
        return IntakeQuestion(key, text, choices, self._proposed(dossier))

    def _proposed(self, dossier: Dossier) -> str:
        held = Counter(
            role.code
            for row, _, refs, _ in self._rows
            for role in (dossier.veri_row(ref_of(row.before)) if row.before else ())
            if role.party in refs
        )
        decides, does = held[VeriCode.EINDVERANTWOORDELIJK], held[VeriCode.VERANTWOORDELIJK]
        is_deciding = not decides and not does and head_key(self.head) in _DECIDING
        return "e" if decides > does or is_deciding else "v"

    def _are_held(self, dossier: Dossier) -> bool:
        """Whether somebody named here has such a role in the dossier already."""
        return any(
            role.party in refs and role.code in _ROLES.values()
            for row, _, refs, _ in self._rows
            for role in (dossier.veri_row(ref_of(row.before)) if row.before else ())
        )

    def give(self, code: VeriCode, dossier: Dossier, read: WhoRead) -> None:
        """Gives everybody that is known the role; in one row one only decides."""
        for row, _, refs, _ in self._rows:
            here = read.by_row[row.row]
            before = dossier.veri_row(ref_of(row.before)) if row.before else ()
            deciding = {ref for ref, held in here.items() if held.decides}
            deciding |= {role.party for role in before if role.code.decides}
            if code.decides and refs and len({*refs, *deciding}) > 1:
                read.refused.append(Refusal(row.row, self._too_many(dict.fromkeys((*refs, *deciding)))))
                continue
            for ref in refs:
                here[ref] = joined_role(here[ref], code) if ref in here else code

    def _too_many(self, refs: Iterable[Ref]) -> str:
        names = dutch.enumerate_words([f"‘{cut(self._names.caption(ref), 40)}’" for ref in refs])
        return f"E bij ‘{cut(self.head, 40)}’ is niet overgenomen: er kan er één beslissen, en nu zijn het {names}."

    def _known(self, text: str, refs: Sequence[Ref]) -> str:
        """What the sheet says and whom that is, unless these are the same words."""
        called, said = self._called(refs), shortened(text, _LONGEST_NAME)
        return called if plain(called) == plain(said) else f"{said} → {called}"

    def _called(self, refs: Sequence[Ref]) -> str:
        return " en ".join(shortened(self._names.caption(ref), _LONGEST_NAME) for ref in refs)


def _quoted(names: Sequence[str], last: str = "en") -> str:
    return dutch.enumerate_words(first_of([f"‘{shortened(name, _LONGEST_NAME)}’" for name in names], _MOST_NAMED), last)
