"""The tables of a dossier: stored name, model, and what people call them."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sto_tui.domain.evaluation import Action, Answer, Decision, Question, Score, Session
from sto_tui.domain.milestones import Milestone, Progress, Veri
from sto_tui.domain.money import BudgetLine, Cofinancing
from sto_tui.domain.parties import Body, Party
from sto_tui.domain.plan import ChapterText, Goal, Risk, Speerpunt, Support, Theme
from sto_tui.domain.record import Record
from sto_tui.domain.region import Deadline, PlanPeriod, Region
from sto_tui.domain.vision import Indicator, VisionSection


@dataclass(frozen=True)
class Table:
    """A table. `caption` names the fields that together call a record by its name.

    `single` names fields in which no record may be added that is the same as one that is there.
    """

    name: str
    model: type[Record]
    dutch: str
    singular: str
    plural: str
    caption: tuple[str, ...]
    new: str = "Nieuwe"
    single: tuple[str, ...] = ()


_ALL = (
    Table("region", Region, "regio", "regioprofiel", "regioprofiel", ("name",), "Nieuw"),
    Table("periods", PlanPeriod, "perioden", "planperiode", "planperioden", ("label",)),
    Table("deadlines", Deadline, "termijnen", "termijn", "termijnen", ("title",)),
    Table("parties", Party, "partijen", "partij", "partijen", ("name",)),
    Table("bodies", Body, "organen", "orgaan", "organen", ("name",), "Nieuw"),
    Table("goals", Goal, "doelen", "doel", "doelen", ("number", "text"), "Nieuw"),
    Table("themes", Theme, "themas", "thema", "thema’s", ("number", "title"), "Nieuw"),
    Table("speerpunten", Speerpunt, "speerpunten", "speerpunt", "speerpunten", ("number", "title"), "Nieuw"),
    Table("milestones", Milestone, "mijlpalen", "mijlpaal", "mijlpalen", ("number", "title")),
    Table("veri", Veri, "veri", "VERI-rol", "VERI-rollen", ("row", "party", "code"), single=("row", "party")),
    Table("progress", Progress, "voortgang", "voortgangsregel", "voortgangsregels", ("milestone", "date")),
    Table("questions", Question, "vragen", "vraag", "vragen", ("text",)),
    Table("answers", Answer, "antwoorden", "antwoord", "antwoorden", ("text",), "Nieuw"),
    Table("scores", Score, "scores", "score", "scores", ("statement", "value")),
    Table("sessions", Session, "bijeenkomsten", "bijeenkomst", "bijeenkomsten", ("title",)),
    Table("decisions", Decision, "besluiten", "besluit", "besluiten", ("text",), "Nieuw"),
    Table("actions", Action, "acties", "actie", "acties", ("text",)),
    Table("vision", VisionSection, "visie", "onderdeel van de visie", "onderdelen van de visie", ("section",), "Nieuw"),
    Table(
        "indicators",
        Indicator,
        "cijfers",
        "cijfer",
        "cijfers",
        ("title",),
        "Nieuw",
        single=("title", "unit", "kind"),
    ),
    Table("risks", Risk, "risicos", "risico", "risico’s", ("text",), "Nieuw"),
    Table("budget", BudgetLine, "begroting", "begrotingsregel", "begrotingsregels", ("title", "year")),
    Table("cofinancing", Cofinancing, "cofinanciering", "bijdrage", "bijdragen", ("title", "year")),
    Table("support", Support, "ondersteuning", "ondersteuningsvraag", "ondersteuningsvragen", ("question",)),
    Table("texts", ChapterText, "teksten", "tekst", "teksten", ("chapter", "heading")),
)

TABLES: Mapping[str, Table] = MappingProxyType({table.name: table for table in _ALL})
BY_DUTCH_NAME: Mapping[str, Table] = MappingProxyType({table.dutch: table for table in _ALL})
BY_MODEL: Mapping[type[Record], Table] = MappingProxyType({table.model: table for table in _ALL})
