"""The one registry of papers: all that goes out as a file. A new one is a module that writes it, and a line here."""

from collections.abc import Mapping
from enum import Enum, auto
from typing import NamedTuple

PaperPart = str
"""The key of a draft in Word: what `--deel` takes."""


class PaperKind(Enum):
    """How a paper is made up; what is no draft in Word is a file of its own kind."""

    PLAN = auto()
    REPORT = auto()
    FINAL = auto()
    WHOLE = auto()
    FILE = auto()


class AboutParty(Enum):
    """Whether a paper is about one party or body."""

    NEVER = auto()
    IF_CHOSEN = auto()
    ALWAYS = auto()


class Paper(NamedTuple):
    """Something that goes out as a file: its key, its title, and what it is in a sentence.

    `writer` is the module of the Word papers of which `build` makes it. `name` is what it calls itself on its cover,
    and `stem` how its file name begins; by default the title and the key.
    """

    key: PaperPart
    title: str
    about: str
    kind: PaperKind
    writer: str = ""
    party: AboutParty = AboutParty.NEVER
    name: str = ""
    stem: str = ""

    @property
    def is_draft(self) -> bool:
        """Whether it is a draft in Word, which `sto concept` writes."""
        return self.kind is not PaperKind.FILE

    @property
    def reports(self) -> bool:
        """Whether it tells how things stood at the end of a period."""
        return self.kind in (PaperKind.REPORT, PaperKind.FINAL)

    @property
    def has_span(self) -> bool:
        """Whether the period that it reports on can be chosen; that of a final report is the plan period."""
        return self.kind is PaperKind.REPORT

    @property
    def is_final(self) -> bool:
        """Whether it reports on a whole plan period."""
        return self.kind is PaperKind.FINAL

    @property
    def cover_name(self) -> str:
        """What it calls itself."""
        return self.name or self.title

    @property
    def file_stem(self) -> str:
        """How the name of its file begins."""
        return self.stem or self.key


_PLAN, _REPORT, _FINAL, _WHOLE, _FILE = PaperKind
_WHOLE_PLAN = "Regiovisie en activiteitenplan"
PAPERS = (
    Paper(
        "alles",
        "Het hele plan",
        f"{_WHOLE_PLAN} in één Word-document, voor wie alles leest.",
        _PLAN,
        "assembly",
        name=_WHOLE_PLAN,
        stem="plan",
    ),
    Paper("regiovisie", "Regiovisie", "Alleen de regiovisie, in Word.", _PLAN, "assembly"),
    Paper("activiteitenplan", "Activiteitenplan", "Het plan zonder de regiovisie, in Word.", _PLAN, "assembly"),
    Paper(
        "voortgangsrapportage",
        "Voortgangsrapportage",
        "Hoe het in de laatste periode ging, voor DUS-I.",
        _REPORT,
        "assembly",
    ),
    Paper("eindverslag", "Eindverslag", "Wat de hele planperiode opleverde, voor DUS-I.", _FINAL, "assembly"),
    Paper(
        "stuurgroep",
        "Notitie voor de stuurgroep",
        "Twee pagina’s: stand, rood, te besluiten, geld.",
        _WHOLE,
        "steering_note",
    ),
    Paper(
        "partijblad",
        "Blad voor de partij",
        "Wat er van de partij wordt gevraagd, per rol, op één pagina.",
        _FILE,
        party=AboutParty.ALWAYS,
    ),
    Paper(
        "jaarplanning",
        "Jaarplanning",
        "Eén pagina per schooljaar: wat wanneer klaar is, met de vakanties.",
        _WHOLE,
        "year_plan",
        AboutParty.IF_CHOSEN,
    ),
    Paper(
        "scholingsplan",
        "Scholingsplan",
        "Wie leert wat, wanneer en in hoeveel dagen, per jaar.",
        _WHOLE,
        "training_plan",
    ),
    Paper(
        "verklaring",
        "Cofinancieringsverklaring",
        "Wat een bedrijf of school bijdraagt, om te tekenen.",
        _WHOLE,
        "cofinancing_statement",
        AboutParty.ALWAYS,
    ),
    Paper(
        "handtekeningen",
        "Handtekeningen",
        "Wie meedoet, wat elk bijdraagt, wie getekend heeft, en ruimte ervoor.",
        _WHOLE,
        "signature_list",
    ),
    Paper("besluiten", "Besluiten en acties", "De lijst van de evaluatie, in Word en als tekst.", _FILE),
    Paper("werkmap", "Werkmap", "Mijlpalen, voortgang, VERI, begroting en cijfers, voor Excel.", _FILE),
    Paper("agenda", "Agenda", "Mijlpalen, termijnen en bijeenkomsten, om in een agenda in te lezen.", _FILE),
)
"""All that a dossier writes as a whole, in the order in which it is offered."""

_BY_KEY: Mapping[PaperPart, Paper] = {paper.key: paper for paper in PAPERS}
ABOUT_PARTY = tuple(paper for paper in PAPERS if paper.party is not AboutParty.NEVER)
PARTS = tuple(paper.key for paper in PAPERS if paper.is_draft)


def paper_of(part: PaperPart) -> Paper:
    """The paper with this key. Raises KeyError."""
    return _BY_KEY[part]
