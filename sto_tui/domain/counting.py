"""Over which vestigingen the years of a figure from DUO were counted, and the sentences under it that say so."""

from collections.abc import Collection, Iterator, Sequence

from sto_tui.domain.record import Choice, Line, Part, Text, Year, field

BRIN = "BRIN"
CHOICE_SEPARATOR = "; "
_NOBODY = "geen met leerlingen"


class CountedVestiging(Part):
    """A vestiging that was counted, as it is called in the newest of its years."""

    key: Line = field("Nummer")
    name: Text = field("Naam", default="")

    @property
    def shown(self) -> str:
        """`Kompas College (01AB00)`."""
        return f"{self.name} ({self.key})" if self.name else self.key


class CountedYear(Part):
    """A year that was counted; its points may be gone."""

    year: Year = field("Jaar")
    provisional: bool = field("Voorlopig", "Nog zonder accountantsverklaring.", default=False)


class Counting(Part):
    """Years that were counted over the same vestigingen; without vestigingen there were none with pupils.

    Years of one choice may be over other vestigingen: a school closes, or has pupils for the first time.
    """

    years: tuple[CountedYear, ...] = field("Jaren", default=())
    vestigingen: tuple[CountedVestiging, ...] = field("Vestigingen", default=())
    choice: Text = field("Keuze", "Waarop de vestigingen zijn gekozen.", default="")

    @property
    def areas(self) -> str:
        """The areas by which the vestigingen were chosen; a BRIN says no more than the vestigingen do."""
        return ", ".join(part for part in self.choice.split(CHOICE_SEPARATOR) if not part.startswith(BRIN))


class CountingRule(Choice):
    """What has to be known of counts of DUO, in the order in which it is said."""

    VOCATIONAL = "beroepsgericht", "Telt bb, kb en gl; tl heeft geen profiel."
    SECTOR = "sector", "Alleen de sector techniek: dit bestand van DUO verdeelt examens naar sector, niet naar profiel."
    EXAM_YEAR = "examenjaar", "Het jaar is dat van het examen: 2025 is schooljaar 2024-2025."
    UNDIVIDED = (
        "onverdeeld",
        "Zonder getal: DUO verdeelde die leerweg toen niet naar sector; hoeveel daarvan techniek is, is onbekend.",
    )
    MASKED = (
        "afgeschermd",
        "Een afgeschermd aantal (minder dan vijf) telt als 1 tot en met 4; een som is dan een bereik.",
    )
    EMPTY = "leeg", "Een lege cel telt als 0 tot en met 4: leeg kan hier afgeschermd zijn."
    FORECAST = "duo-prognose", "Prognose van DUO, afgerond op hele leerlingen."
    PROGNOSIS = "prognose", "De prognose komt niet van DUO."
    OPEN = "open", "Open data van DUO (CC0)."

    @property
    def is_about_all(self) -> bool:
        """Whether it is said last, after which years are provisional."""
        return self in (CountingRule.PROGNOSIS, CountingRule.OPEN)


def counting_sentences(countings: Sequence[Counting], rules: Collection[CountingRule]) -> Iterator[str]:
    """What stands under a figure: which years over what, what was counted how, and what is not final."""
    for counting in countings:
        if counting.years:
            years = ", ".join(str(one.year) for one in counting.years)
            areas = f" ({counting.areas})" if counting.areas else ""
            yield f"Vestigingen {years}{areas}: {'; '.join(one.shown for one in counting.vestigingen) or _NOBODY}."
    ordered = sorted(rules, key=lambda rule: rule.position)
    yield from (rule.label for rule in ordered if not rule.is_about_all)
    for year in (one.year for counting in countings for one in counting.years if one.provisional):
        shown = f"schooljaar {year - 1}-{year}" if CountingRule.EXAM_YEAR in rules else f"1 oktober {year}"
        yield f"Voorlopig: {shown} is nog zonder accountantsverklaring."
    yield from (rule.label for rule in ordered if rule.is_about_all)
