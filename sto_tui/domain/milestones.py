"""Milestones, the VERI roles on them, and their progress. Source: the STO pages on milestone plans of 2020 and 2022."""

from datetime import date
from typing import Annotated, Self

from sto_tui.domain.record import (
    Choice,
    EndDay,
    Line,
    Part,
    PastDay,
    Record,
    Ref,
    StartDay,
    Text,
    Unit,
    field,
    refers_to,
)


class Stoplicht(Choice):
    """How a milestone is doing. Source: the monitoring page of 2022."""

    NIET_GESTART = "niet_gestart", "niet gestart"
    GROEN = "groen"
    ORANJE = "oranje"
    ROOD = "rood"
    GEREED = "gereed"


class MilestoneKind(Choice):
    """A result, or a moment at which to go on or stop."""

    RESULTAAT = "resultaat"
    GO_NO_GO = "go_no_go", "go/no-gomoment"


class Smart(Choice):
    """The five ticks of SMART."""

    SPECIFIEK = "specifiek"
    MEETBAAR = "meetbaar"
    ACCEPTABEL = "acceptabel"
    REALISTISCH = "realistisch"
    TIJDGEBONDEN = "tijdgebonden"


class Dependency(Part):
    """A milestone that must be due, plus `lag_days` calendar days, before the one that holds this may start."""

    milestone: Annotated[int, refers_to("milestones")] = field("Mijlpaal", printed=False)
    lag_days: Annotated[int, Unit("dag", "dagen")] = field(
        "Tussentijd in dagen", default=0, low=-3650, high=3650, printed=False
    )


class Milestone(Record):
    """A result on the way: tangible, with a start and a due date."""

    one_value = (("light", "done_on"),)
    moved_together = ("start", "due")

    number: Line = field("Nr", "Bijvoorbeeld 1.3a.")
    title: Line = field("Mijlpaal", "Wat is er dan af? Bijvoorbeeld: Discoverylabs ingericht.")
    speerpunt: Annotated[int | None, refers_to("speerpunten")] = field("Speerpunt", default=None)
    theme: Annotated[int | None, refers_to("themes")] = field(
        "Thema", "Alleen als er geen speerpunt bij hoort.", default=None
    )
    deelproject: Line = field("Deelproject", default="", printed=False)
    tangible_result: Text = field("Tastbaar resultaat", "Wat kun je vastpakken als het klaar is?", default="")
    start: StartDay | None = field("Begin", "Bijvoorbeeld 1-2-2027, mrt 2027 of Q127.", default=None)
    due: EndDay | None = field(
        "Klaar op", "Bijvoorbeeld 30-6-2027, Q227 of +6w (zes weken na het begin).", default=None
    )
    fixed_date: bool = field("Datum staat vast", "Komt van buiten en kan niet schuiven.", default=False)
    after: tuple[Dependency, ...] = field("Wacht op", default=(), printed=False)
    kind: MilestoneKind = field("Soort", default=MilestoneKind.RESULTAAT)
    quick_win: bool = field("Snel resultaat", default=False)
    smart: tuple[Smart, ...] = field("SMART", default=(), printed=False)
    goal: Annotated[int | None, refers_to("goals")] = field("Werkt aan doel", default=None)
    continues: Annotated[int | None, refers_to("milestones")] = field(
        "Voortgezet uit", "De mijlpaal van de periode hiervoor.", default=None, printed=False
    )
    light: Stoplicht = field("Stoplicht", default=Stoplicht.NIET_GESTART)
    done_on: PastDay | None = field("Gereed op", "Leeg bij gereed: de dag waarop het logboek dat meldt.", default=None)
    derived: bool = field(
        "Afgeleid", "Gemaakt uit de tekst van het plan; nog niet met de werkgroep besproken.", default=False
    )

    def settled_after(self, before: Self | None, day: date | None = None) -> Self:
        """Only what is gereed has a day on which it was; a day that is filled in makes it gereed."""
        was = before.light if before else Stoplicht.NIET_GESTART
        if self.light is Stoplicht.GEREED:
            is_new = was is not Stoplicht.GEREED and self.done_on is None
            return self.model_copy(update={"done_on": day}) if is_new else self
        if self.done_on is None:
            return self
        if self.light is was and self.done_on != (before.done_on if before else None):
            return self.model_copy(update={"light": Stoplicht.GEREED})
        return self.model_copy(update={"done_on": None})

    def settled_between(self, base: Self, mine: Self, theirs: Self) -> tuple[Self, tuple[str, ...]]:
        """A day on which it was ready and a stoplicht that says it is not cannot both stay.

        Nor can a begin of one side and an end of the other, when together they are the wrong way round.
        """
        clashes: tuple[str, ...] = () if self.light is Stoplicht.GEREED or self.done_on is None else ("done_on",)
        if self.ends_before_it_begins and not (mine.ends_before_it_begins or theirs.ends_before_it_begins):
            clashes += ("start", "due")
        return self, clashes

    @property
    def ends_before_it_begins(self) -> bool:
        """Whether the days of begin and end are the wrong way round."""
        return self.start is not None and self.due is not None and self.due < self.start


class VeriCode(Choice):
    """The roles of a VERI matrix. Source: the STO page on roles of 2020; `VE` is one party that does and decides."""

    VERANTWOORDELIJK = "V", "Verantwoordelijk"
    EINDVERANTWOORDELIJK = "E", "Eindverantwoordelijk"
    RAADPLEGEN = "R", "Raadplegen"
    INFORMEREN = "I", "Informeren"
    OUT_OF_THE_LOOP = "O", "out of the loop"
    SUPPORT = "S", "Support"
    BEIDE = "VE", "Verantwoordelijk en eindverantwoordelijk"

    @property
    def does(self) -> bool:
        """Whether this role does the work."""
        return "V" in self.value

    @property
    def decides(self) -> bool:
        """Whether this role decides and signs off."""
        return "E" in self.value


class Veri(Record):
    """The role of one party (or body) in one row of the VERI matrix."""

    row: Annotated[Ref, refers_to("themes", "speerpunten", "milestones")] = field(
        "Waarover", "Thema, speerpunt of mijlpaal."
    )
    party: Annotated[Ref, refers_to("parties", "bodies")] = field("Wie", "Partij of orgaan.")
    code: VeriCode = field("Rol")
    derived: bool = field(
        "Afgeleid", "Gemaakt uit de tekst van het plan; nog niet met de partijen besproken.", default=False
    )


class Progress(Record):
    """A line of the log: how a milestone stood on a day."""

    milestone: Annotated[int, refers_to("milestones")] = field("Mijlpaal")
    date: PastDay = field("Datum")
    light: Stoplicht = field("Stoplicht")
    note: Text = field("Toelichting", "Hoe gaat het?", default="")
    obstacle: Text = field("Knelpunt", default="")
    measure: Text = field("Maatregel", "Wat doen we eraan?", default="")
    by: Line = field("Door", default="", printed=False)
    since_unknown: bool = field(
        "Sinds wanneer is onbekend",
        "Zo is het op die dag aangetroffen, bijvoorbeeld in een blad.",
        default=False,
        hidden=True,
        printed=False,
    )
    before_unknown: bool = field(
        "Hoe het daarvoor was is onbekend",
        "Zo begon het logboek, terwijl de mijlpaal al liep.",
        default=False,
        hidden=True,
        printed=False,
    )

    @property
    def speaks(self) -> bool:
        """Whether it has words with its stoplicht."""
        return bool(self.note or self.obstacle or self.measure)
