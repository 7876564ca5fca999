"""The plan itself: goals, themes, speerpunten, risks, support and the written parts."""

from collections.abc import Collection
from datetime import date
from typing import Annotated, Any, Literal, Self

from sto_tui.domain.agreement import lapsed, lapsed_between
from sto_tui.domain.record import (
    Choice,
    EndDay,
    Line,
    Part,
    PastDay,
    Quantity,
    Record,
    StartDay,
    Text,
    Year,
    field,
    fields_of,
    refers_to,
)
from sto_tui.domain.targets import BaselineKind, TargetKind, read_baseline, read_target

ChapterPart = Literal["regiovisie", "activiteitenplan"]


class GoalOutcome(Choice):
    """Whether a goal was reached."""

    GEHAALD = "gehaald"
    DEELS = "deels"
    NIET = "niet"
    ONBEKEND = "onbekend"


class Goal(Record):
    """A main goal: number, start value, target and date. Source: Tips en tools, sections 2 and 4."""

    one_value = (("baseline", "baseline_year"), ("target", "target_year"))

    number: int = field("Nr", low=1, high=99)
    text: Text = field("Doel", "Wat wil de regio bereiken?")
    indicator: Line = field(
        "Indicator", "Waaraan is het te meten? Bijvoorbeeld leerlingen met een technisch profiel.", default=""
    )
    figure: Annotated[int | None, refers_to("indicators")] = field(
        "Cijfer", "Het cijfer bij 3 Regiovisie dat dit doel moet veranderen.", default=None
    )
    baseline: Line = field("Nulwaarde", "De waarde in het peiljaar, bijvoorbeeld 412 leerlingen.", default="")
    baseline_year: Year | None = field("Peiljaar", default=None)
    target: Line = field("Streefwaarde", "Een getal: 500 leerlingen, 25% meer, verdubbeld.", default="")
    target_year: Year | None = field("Streefjaar", default=None)
    baseline_value: Quantity | None = field(
        "Nulwaarde als getal",
        "Wordt uit de nulwaarde gelezen als die één getal noemt, en opnieuw als die verandert. Zonder getal telt het "
        "cijfer in het peiljaar.",
        default=None,
        follows="baseline",
    )
    baseline_kind: BaselineKind | None = field("Soort nulwaarde", default=None, hidden=True, follows="baseline")
    target_value: Quantity | None = field(
        "Streefgetal",
        "Wordt uit de streefwaarde gelezen als die één getal noemt, en opnieuw als die verandert; staat in de grafiek.",
        default=None,
        follows="target",
    )
    target_kind: TargetKind | None = field(
        "Soort streefgetal",
        "Wat het streefgetal is; minder dan de nulwaarde is een getal onder nul.",
        default=None,
        follows="target",
    )
    target_unit: Line = field(
        "Eenheid streefgetal", "Het woord achter het getal.", default="", hidden=True, follows="target"
    )
    target_of_part: bool = field(
        "Streefgetal van een deel", "Zoals per school.", default=False, hidden=True, follows="target"
    )
    target_since_year: Year | None = field(
        "Streefgetal vanaf",
        "Het jaar waarmee de streefwaarde vergelijkt, zonder peiljaar.",
        default=None,
        hidden=True,
        follows="target",
    )
    source: Line = field("Bron", "Waar komt het cijfer vandaan?", default="")
    deelregio: Line = field("Deelregio", "Alleen als het doel voor een deel van de regio is.", default="")
    periods: Annotated[tuple[int, ...], refers_to("periods")] = field(
        "Planperioden", "In welk plan dit doel staat.", default=()
    )
    continues: Annotated[int | None, refers_to("goals")] = field(
        "Voortgezet uit", "Het doel van de periode hiervoor.", default=None
    )
    reached: Line = field(
        "Bereikt",
        "De waarde aan het einde, bijvoorbeeld 431 leerlingen; het begin van een volgend doel.",
        default="",
    )
    reached_year: Year | None = field("Bereikt in", "Het jaar van die waarde.", default=None)
    outcome: GoalOutcome = field("Gehaald", default=GoalOutcome.ONBEKEND)
    why: Text = field("Waarom wel of niet", default="")
    agreed_on: PastDay | None = field(
        "Vastgesteld op",
        "Vervalt als doel, indicator, nulwaarde of streefwaarde verandert.",
        default=None,
        printed=False,
    )
    agreed_by: Annotated[int | None, refers_to("bodies")] = field(
        "Vastgesteld door", "Het orgaan; vervalt met de dag.", default=None, printed=False
    )
    still_ambition: bool | None = field("Nog steeds de ambitie", default=None)
    reformulated_as: Annotated[int | None, refers_to("goals")] = field("Geherformuleerd als", default=None)

    def settled_after(self, before: Self | None, day: date | None = None) -> Self:
        """Words have their numbers read, and again when something that they are read with changes.

        A number that someone gave stays until its own words change, unless that same edit gives another.
        """
        updates: dict[str, Any] = dict(lapsed(before, self, _AGREED_WORDS))
        for words, names in _NUMBERS.items():
            had = _values(before, names) if before else _empty(names)
            if any(getattr(self, name) != had[name] for name in _GIVEN[words]):
                updates |= _as_given(self, words)
            elif before is None or getattr(self, words) != getattr(before, words) or had == _read(before, names):
                updates |= _read(self, names)
        return self.model_copy(update=updates) if updates else self

    def settled_between(self, base: Self, mine: Self, theirs: Self) -> tuple[Self, tuple[str, ...]]:
        """A number that one side gave stays; otherwise the words of both are read together."""
        updates: dict[str, Any] = {}
        clashes: list[str] = []
        for words, names in _NUMBERS.items():
            told = (*_SAID, *names)
            was, my_own, their_own = (_values(side, names) for side in (base, mine, theirs))
            given = [
                values
                for side, values in ((mine, my_own), (theirs, their_own))
                if values not in (was, _read(side, names))
            ]
            if _values(mine, told) in (_values(base, told), _values(theirs, told)):
                updates |= their_own
            elif _values(theirs, told) == _values(base, told):
                updates |= my_own
            elif given:
                updates |= given[-1]
                clashes += [name for name in _GIVEN[words] if given[0][name] != given[-1][name]]
            elif was == my_own == their_own != _read(base, names) and getattr(self, words) == getattr(base, words):
                updates |= was
            else:
                updates |= _read(self, names)
        updates |= lapsed_between(self, (mine, theirs), _AGREED_WORDS)
        return self.model_copy(update=updates), tuple(clashes)


_AGREED_WORDS = ("text", "indicator", "baseline", "baseline_year", "target", "target_year")
_SAID = ("baseline", "baseline_year", "target", "target_year")
_NUMBERS = {
    "baseline": ("baseline_value", "baseline_kind"),
    "target": ("target_value", "target_kind", "target_unit", "target_of_part", "target_since_year"),
}
# What people see of a number, and can give.
_GIVEN = {"baseline": ("baseline_value",), "target": ("target_value", "target_kind")}


def _values(goal: Goal, names: Collection[str]) -> dict[str, Any]:
    return {name: getattr(goal, name) for name in names}


def _read(goal: Goal, names: Collection[str]) -> dict[str, Any]:
    numbers = numbers_of(goal.baseline, goal.baseline_year, goal.target, goal.target_year)
    return {name: numbers[name] for name in names}


def numbers_of(baseline: str, baseline_year: int | None, target: str, target_year: int | None) -> dict[str, Any]:
    """What the words of a goal say in numbers, per field of the goal; what does not fit in its field is no number."""
    begin, aim = read_baseline(baseline, baseline_year), read_target(target, target_year, baseline, baseline_year)
    numbers = {
        "baseline_value": begin.value,
        "baseline_kind": begin.kind,
        "target_value": aim.value,
        "target_kind": aim.kind,
        "target_unit": aim.unit,
        "target_of_part": aim.of_part,
        "target_since_year": aim.since,
    }
    if not all(_fits(name, numbers[name]) for name in _NUMBERS["baseline"]):
        numbers |= {"baseline_value": None, "baseline_kind": BaselineKind.ONDUIDELIJK}
    if not all(_fits(name, numbers[name]) for name in _NUMBERS["target"]):
        numbers |= _empty(_NUMBERS["target"])
    return numbers


def _fits(name: str, value: Any) -> bool:
    """Whether a value is within the limits of its field."""
    spec = fields_of(Goal)[name]
    if isinstance(value, str):
        return len(value) <= spec.limit
    return value is None or spec.low is None or spec.high is None or spec.low <= value <= spec.high


def _empty(names: Collection[str]) -> dict[str, Any]:
    return {name: fields_of(Goal)[name].default for name in names}


def _as_given(goal: Goal, words: str) -> dict[str, Any]:
    """The fields of a number that someone gave: it is in the unit of the figure."""
    names = _NUMBERS[words]
    value, kind = getattr(goal, names[0]), getattr(goal, names[1])
    is_clear = value is not None and kind is not BaselineKind.ONDUIDELIJK
    return _empty(names) | {names[0]: value, names[1]: kind if is_clear else None}


class Facility(Part):
    """A lab, room or other provision that belongs to a theme."""

    name: Line = field("Voorziening")


class ResultMeasure(Part):
    """One thing by which a result is measured; a result can have several. Source: plans of other regions."""

    indicator: Line = field("Indicator", "Bijvoorbeeld leerlingen met een technisch keuzevak.")
    baseline: Line = field("Nulwaarde", "Bijvoorbeeld 120 leerlingen.", default="")
    baseline_year: Year | None = field("Peiljaar", default=None)
    target: Line = field("Streefwaarde", "Bijvoorbeeld 200 leerlingen.", default="")
    target_year: Year | None = field("Streefjaar", default=None)

    @property
    def in_words(self) -> str:
        """`keuzevak: van 120 leerlingen (2026) naar 200 leerlingen (2028)`, with what is filled in of it."""
        ends = (("van", self.baseline, self.baseline_year), ("naar", self.target, self.target_year))
        told = [f"{word} {words}{f' ({year})' if year else ''}" for word, words, year in ends if words]
        return f"{self.indicator}: {' '.join(told)}" if told else self.indicator


class Theme(Record):
    """A theme (some regions say actielijn) that groups speerpunten."""

    number: int = field("Nr", low=1, high=99)
    title: Line = field("Thema")
    above: Line = field(
        "Valt onder", "Alleen als de regio een niveau boven een thema heeft, zoals een pijler.", default=""
    )
    deelregio: Line = field("Deelregio", "Alleen als dit voor een deel van de regio is.", default="")
    result: Text = field("Beoogd resultaat", default="")
    measures: tuple[ResultMeasure, ...] = field("Te meten aan", "Een of meer indicatoren.", default=())
    goals: Annotated[tuple[int, ...], refers_to("goals")] = field(
        "Werkt aan doel", "Geldt voor elk onderdeel dat zelf geen doel heeft.", default=()
    )
    lead: Annotated[int | None, refers_to("parties")] = field("Trekker", default=None)
    facilities: tuple[Facility, ...] = field("Voorzieningen", "Labs, ruimtes en machines; één per regel.", default=())
    periods: Annotated[tuple[int, ...], refers_to("periods")] = field(
        "Planperioden", "In welk plan dit staat.", default=()
    )
    continues: Annotated[int | None, refers_to("themes")] = field(
        "Voortgezet uit", "Waarop dit voortbouwt, in de periode hiervoor.", default=None
    )


class Partner(Part):
    """A party that takes part in a speerpunt, as the plan words it."""

    party: Annotated[int | None, refers_to("parties")] = field("Partij", default=None)
    role: Line = field("Inbreng", "Bijvoorbeeld één docent per school.", default="")


class Act(Part):
    """One thing that is done in a phase."""

    text: Line = field("Activiteit")


class Phase(Part):
    """What is done in one period of a speerpunt."""

    label: Line = field("Periode", "Zoals het in het plan staat: 2027, jan–juli 2027, H128.")
    start: StartDay | None = field("Begin", default=None)
    end: EndDay | None = field("Einde", default=None)
    acts: tuple[Act, ...] = field("Activiteiten", "Eén per regel.", default=())


class Tag(Choice):
    """What a speerpunt touches. Source: the three focus points of Tips en tools, section 7."""

    PO = "po"
    MBO = "mbo"
    BEDRIJVEN = "bedrijven"
    KLIMAAT = "klimaat", "klimaat en duurzaamheid"
    GELIJKE_KANSEN = "gelijke_kansen", "gelijke kansen"
    ONDERWIJSPERSONEEL = "onderwijspersoneel"
    LOB = "lob", "loopbaanoriëntatie (lob)"
    KEUZEVAKKEN = "keuzevakken"
    ONDERBOUW = "onderbouw"
    PRAKTIJKGERICHT = "praktijkgericht", "praktijkgericht programma"
    LEERROUTE = "leerroute", "doorlopende leerroute"
    PROFESSIONALISERING = "professionalisering"
    FACILITEITEN = "faciliteiten"
    BORGING = "borging"


class Speerpunt(Record):
    """An activity of the plan: result, partners, and what is done per period."""

    theme: Annotated[int, refers_to("themes")] = field("Thema")
    number: Line = field("Nr", "Bijvoorbeeld 1.3: speerpunt 3 van thema 1.")
    title: Line = field("Speerpunt")
    result: Text = field("Beoogd resultaat", "Wat ligt er als dit klaar is, en wanneer?", default="")
    measures: tuple[ResultMeasure, ...] = field("Te meten aan", "Een of meer indicatoren.", default=())
    partners: tuple[Partner, ...] = field("Betrokken partners", default=())
    phases: tuple[Phase, ...] = field("Activiteiten per periode", default=())
    goals: Annotated[tuple[int, ...], refers_to("goals")] = field(
        "Werkt aan doel", "Leeg: de doelen van het niveau erboven.", default=()
    )
    tags: tuple[Tag, ...] = field("Onderwerpen van de regeling", "Waar het over gaat.", default=())
    periods: Annotated[tuple[int, ...], refers_to("periods")] = field(
        "Planperioden", "Leeg: die van het niveau erboven.", default=()
    )
    continues: Annotated[int | None, refers_to("speerpunten")] = field(
        "Voortgezet uit", "Waarop dit voortbouwt, in de periode hiervoor.", default=None
    )
    carried_over_from: Line = field("Bouwt voort op", "In woorden, als dat niet in dit dossier staat.", default="")


class Size(Choice):
    """Size of a risk's probability or impact."""

    KLEIN = "klein"
    MIDDEL = "middel"
    GROOT = "groot"


class Risk(Record):
    """A risk with what is done about it."""

    text: Line = field("Risico")
    probability: Size = field("Kans", default=Size.MIDDEL)
    impact: Size = field("Impact", default=Size.MIDDEL)
    measure: Text = field("Maatregel", default="")
    note: Text = field("Toelichting", default="")
    owner: Line = field("Eigenaar", "Wie let hierop?", default="")
    periods: Annotated[tuple[int, ...], refers_to("periods")] = field(
        "Planperioden", "In welk plan dit risico staat.", default=()
    )
    continues: Annotated[int | None, refers_to("risks")] = field(
        "Voortgezet uit", "Het risico van de periode hiervoor.", default=None, printed=False
    )


class SupportKind(Choice):
    """Kinds of free support for a region. Source: the support page of STO."""

    INHOUDELIJK = "inhoudelijk"
    PROCES = "proces"
    STRATEGISCH = "strategisch"
    THEMA = "thema", "thematisch"


class SupportState(Choice):
    """Where a question for support stands."""

    OPEN = "open", "nog niet gevraagd"
    ASKED = "asked", "aangevraagd"
    RUNNING = "running", "loopt"
    DONE = "done", "afgerond"


class Visit(Part):
    """A visit of the supporter; at most five half-days are free."""

    date: EndDay | None = field("Datum", default=None, printed=False)
    half_days: int = field("Dagdelen", default=1, low=0, high=10, printed=False)
    outcome: Line = field("Uitkomst", default="", printed=False)


class Support(Record):
    """A question to the national support team."""

    kind: SupportKind = field("Soort", default=SupportKind.INHOUDELIJK, printed=False)
    question: Text = field("Vraag", printed=False)
    supporter: Line = field("Ondersteuner", "Rol is genoeg, bijvoorbeeld critical friend.", default="", printed=False)
    visits: tuple[Visit, ...] = field("Bezoeken", default=(), printed=False)
    state: SupportState = field("Status", default=SupportState.OPEN, printed=False)


class Chapter(Choice):
    """The one list of the chapters of the draft, in order: key, heading, part, and whether its pages lie on their side.

    Its number is its place in the list; `label` is number and heading. What writes a chapter is the module of its key.
    """

    number: int
    heading: str
    part: ChapterPart
    landscape: bool

    def __new__(cls, key: str, heading: str, part: ChapterPart = "activiteitenplan", landscape: bool = False) -> Self:
        """`NAME = "key", "Heading", "part", landscape`."""
        member = str.__new__(cls, key)
        member._value_ = key
        member.number = len(cls.__members__) + 1
        member.heading, member.part, member.landscape = heading, part, landscape
        member.label = f"{member.number} {heading}"
        return member

    @property
    def names(self) -> tuple[str, ...]:
        """Also its number and its heading: who reads a draft types what stands there."""
        return *super().names, str(self.number), self.heading

    INLEIDING = "inleiding", "Inleiding"
    TERUGBLIK = "terugblik", "Terugblik"
    REGIOVISIE = "regiovisie", "Regiovisie", "regiovisie"
    DOELEN = "doelen", "Doelen"
    THEMAS = "themas", "Thema’s en speerpunten"
    VERPLICHT = "verplicht", "Verplichte onderwerpen"
    ORGANISATIE = "organisatie", "Organisatie en VERI"
    PLANNING = "planning", "Planning", "activiteitenplan", True
    MONITORING = "monitoring", "Monitoring, voortgang en communicatie"
    RISICOS = "risicos", "Risico’s"
    BEGROTING = "begroting", "Begroting en cofinanciering"


class ChapterText(Record):
    """A written part of the plan."""

    chapter: Chapter = field("Hoofdstuk")
    order: int = field("Volgorde", default=1, low=1, high=999)
    heading: Line = field("Kopje", "Leeg laten voor de opening van het hoofdstuk.", default="")
    text: Text = field("Tekst")
    period: Annotated[int | None, refers_to("periods")] = field(
        "Planperiode", "In welk plan deze tekst staat.", default=None
    )
