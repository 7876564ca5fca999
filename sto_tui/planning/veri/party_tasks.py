"""What is asked of one party, grouped by role: the answer to "wat wordt er van ons gevraagd?"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.level_words import word_of_table
from sto_tui.domain.milestones import Milestone, Stoplicht, VeriCode
from sto_tui.domain.plan import Speerpunt, Theme
from sto_tui.domain.record import Ref
from sto_tui.planning.veri.matrix import about, rows_by_ref
from sto_tui.planning.veri.summary import Asked, asked_of, span_of

# How a function or a kind of body ends, by its article; a plural has `de`.
_WITH_HET = (
    *("team", "bestuur", "overleg", "bureau", "platform", "netwerk", "comité", "college", "consortium", "forum"),
    *("secretariaat", "orgaan", "project", "panel", "verband"),
)
_WITH_DE = (
    *("groep", "groepen", "raad", "raden", "commissie", "commissies", "tafel", "tafels", "kring", "directie", "teams"),
    *("leider", "leiders", "manager", "managers", "coördinator", "coördinatoren", "coordinator", "regisseur"),
    *("directeur", "secretaris", "voorzitter", "penvoerder"),
)
_ARTICLES = ("de", "het", "een", "'t", "’t")
_END_OF_HEAD = re.compile(r" (?:van|voor|per|in|met|en|op|bij|uit|&)\b| &|[(,]")


@dataclass(frozen=True)
class Role:
    """A role as its party reads it: the letter, what the party does, and what that means."""

    code: VeriCode
    name: str
    meaning: str


ROLES = (
    Role(
        VeriCode.EINDVERANTWOORDELIJK,
        "beslist",
        "keurt het werk goed en tekent af; wie uitvoert (V) verantwoordt zich hier",
    ),
    Role(VeriCode.VERANTWOORDELIJK, "voert uit", "doet het werk en legt verantwoording af aan wie beslist (E)"),
    Role(VeriCode.RAADPLEGEN, "wordt geraadpleegd", "geeft vooraf advies en helpt mee"),
    Role(VeriCode.INFORMEREN, "wordt geïnformeerd", "hoort tussentijds hoe het gaat"),
    Role(VeriCode.SUPPORT, "ondersteunt", "verleent steun bij het werk"),
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
    """All that is asked of a party, by role in the order of `ROLES`, and what it is out of the loop for.

    `called` is its name inside a sentence.
    """

    name: str
    called: str
    groups: tuple[tuple[Role, tuple[AskedLine, ...]], ...]
    out_of_the_loop: tuple[str, ...]

    @property
    def question(self) -> str:
        """The question that all of this answers."""
        return f"Wat wordt er van {self.called} gevraagd?"

    @property
    def counts(self) -> str:
        """How often it has each role: `beslist 3 keer · voert 12 keer uit`; others are left out."""
        return " · ".join(_how_often(role.name, len(lines)) for role, lines in self.groups)

    @property
    def nothing(self) -> str:
        """The sentence for a party of which nothing is asked; empty for any other."""
        if self.groups:
            return ""
        if self.out_of_the_loop:
            return f"Van {self.called} wordt niets gevraagd."
        return f"{dutch.capital(self.called)} heeft geen rol in de VERI-matrix."

    @property
    def outside(self) -> str:
        """What it is out of the loop for, in one line; empty when there is nothing."""
        listed = dutch.enumerate_words(list(self.out_of_the_loop))
        return f"Hoort er niet bij (O, out of the loop): {listed}." if listed else ""


def _how_often(role: str, times: int) -> str:
    verb, _, rest = role.partition(" ")
    return f"{verb} {times} keer {rest}".rstrip()


def party_view(dossier: Dossier, party: Ref) -> PartyView:
    """What is asked of a party; one that does and decides stands under both."""
    asked = asked_of(dossier, party)
    groups = []
    for role in ROLES:
        # A cell can hold V and VE; what is asked stands once under a role.
        once = {task.ref: task for task in asked if role.code.value in task.code.value}
        if once:
            groups.append((role, tuple(_line(dossier, task) for task in once.values())))
    name = dossier.caption(party)
    called = body_in_sentence(name) if party.table == "bodies" else name
    return PartyView(name, called, tuple(groups), tuple(_outside(dossier, asked)))


def body_in_sentence(name: str) -> str:
    """`de stuurgroep`, `het programmateam`; a body with a name of its own, `Vrienden van techniek`, keeps it."""
    words = _END_OF_HEAD.split(name)[0].split()
    article = next(filter(None, map(_article, words)), "de" if name[:1].islower() else "")
    return _with_article(name, article)


def person_in_sentence(name: str) -> str:
    """`de programmamanager van de regio` for who is called by a function; a person keeps the name."""
    return _with_article(name, _article(name.partition(" ")[0]))


def _article(word: str) -> str:
    """The article of a function or kind of body; empty for any other word."""
    word = word.lower()
    return "het" if word.endswith(_WITH_HET) else "de" if word.endswith(_WITH_DE) else ""


def _with_article(name: str, article: str) -> str:
    first = name.partition(" ")[0]
    if not article or first.lower() in _ARTICLES:
        return name
    # `STO-team` keeps its capitals.
    return f"{article} {name[:1].lower()}{name[1:]}" if first[1:].islower() else f"{article} {name}"


def _outside(dossier: Dossier, asked: Sequence[Asked]) -> list[str]:
    return [about(dossier, task.ref) for task in asked if task.code is VeriCode.OUT_OF_THE_LOOP]


def _line(dossier: Dossier, asked: Asked) -> AskedLine:
    record = dossier.get(asked.ref)
    theme = dossier.theme_of(record) if isinstance(record, Milestone) else None
    if isinstance(record, Speerpunt):
        theme = dossier.of(Theme).get(record.theme)
    row = rows_by_ref(dossier)[asked.ref]
    remarks = [f"van {about(dossier, row.inherited_from)}"] if row.inherited_from else []
    if asked.ref.table != "milestones":
        remarks.append(f"{word_of_table(dossier.region, asked.ref.table).singular} als geheel")
    if isinstance(record, Milestone) and record.light is Stoplicht.GEREED:
        remarks.append(record.light.label)
    return AskedLine(
        asked.ref,
        _period(dossier, asked),
        row.number,
        row.title,
        f"{theme.number} {theme.title}" if theme else "",
        f"({', '.join(remarks)})" if remarks else "",
    )


def _period(dossier: Dossier, asked: Asked) -> str:
    """When it runs; of a theme or speerpunt when its milestones run."""
    start, due = asked.start, asked.due
    if asked.ref.table != "milestones":
        start, due = span_of(dossier, asked.ref) or (None, None)
    if start and due:
        return f"{dutch.brief_date(start)} t/m {dutch.brief_date(due)}"
    if start:
        return f"begint {dutch.brief_date(start)}"
    return f"klaar op {dutch.brief_date(due)}" if due else "zonder datums"
