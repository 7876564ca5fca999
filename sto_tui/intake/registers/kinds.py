"""Which tables come in from a sheet, and what their columns may be called; a table is a line, and so is a field."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

from sto_tui.domain.evaluation import Action
from sto_tui.domain.money import BudgetLine, Cofinancing
from sto_tui.domain.parties import Party
from sto_tui.domain.plan import Risk
from sto_tui.domain.record import FieldSpec, Record, fields_of
from sto_tui.domain.tables import BY_MODEL, Table
from sto_tui.domain.text import plain

TOTAL = "total"
"""The amount of a row as a whole: what the record computes from how many and what one costs."""
_LEAST_WORD = 4
"""A shorter word says too little to know a longer head by."""


@dataclass(frozen=True)
class Register:
    """A table that comes in: a row without `name` is nothing, and `key` tells which record it is about.

    Of rows with the same key, `apart` tells them from one another. `amount` names how many, what one is called and
    what one costs, where the record has an amount. A row of which a field of `needs` cannot be read is not taken in;
    what is `guessed` where the sheet is silent is told. Where no head says a field of `looked_for`, and a column may
    hold it, it is asked. Rows of a group may have a field of `grouping` in their first one only. Heads of
    `beside` are no field, and known to stand in such a table.
    """

    word: str
    model: type[Record]
    name: str
    key: tuple[str, ...]
    apart: tuple[str, ...] = ()
    amount: tuple[str, str, str] | None = None
    needs: tuple[str, ...] = ()
    guessed: tuple[str, ...] = ()
    looked_for: tuple[str, ...] = ()
    grouping: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()

    @property
    def table(self) -> Table:
        """The table of the dossier."""
        return BY_MODEL[self.model]

    @property
    def price(self) -> str:
        """The field of what one costs; empty without amounts."""
        return self.amount[2] if self.amount else ""


REGISTERS: Mapping[str, Register] = {
    register.word: register
    for register in (
        Register(
            "partijen",
            Party,
            "name",
            ("name",),
            guessed=("kind",),
            grouping=("kind", "deelregio"),
            beside=(
                "email",
                "emailadres",
                "mail",
                "mailadres",
                "telefoon",
                "telefoonnummer",
                "tel",
                "telnr",
                "mobiel",
                "website",
                "adres",
                "postcode",
                "plaats",
                "woonplaats",
                "voornaam",
                "achternaam",
                "phone",
                "address",
            ),
        ),
        Register(
            "risicos", Risk, "text", ("text",), guessed=("probability", "impact"), looked_for=("probability", "impact")
        ),
        Register(
            "begroting",
            BudgetLine,
            "title",
            ("title", "year"),
            ("theme", "speerpunt", "cost_kind", "equipment"),
            ("quantity", "unit", "price"),
            grouping=("theme", "speerpunt", "cost_kind", "year"),
        ),
        Register(
            "cofinanciering",
            Cofinancing,
            "party",
            ("party", "title", "year"),
            ("theme", "speerpunt", "form"),
            ("quantity", "unit", "rate"),
            grouping=("party", "theme", "speerpunt", "form", "year"),
        ),
        Register("acties", Action, "text", ("text",), ("owner", "due"), looked_for=("due",), grouping=("owner",)),
    )
}

_AMOUNT = (
    "totaal, totaalbedrag, jaartotaal, totale kosten, kosten, begroot, begroot bedrag, begroting, budget, raming, "
    "total, amount, cost, costs, bedrag in euro, waarde in euro, ~loonkosten"
)
_WORDS: Mapping[tuple[type[Record], str], str] = {
    (
        Party,
        "name",
    ): "partij, organisatie, organisatienaam, instelling, instellingsnaam, school, schoolnaam, naam school, "
    "naam organisatie, naam instelling, naam bedrijf, naam partij, naam partner, bedrijf, bedrijfsnaam, partner, "
    "samenwerkingspartner, stakeholder, deelnemer, organisation, organization, company, partner name, ~wie, "
    "~vestiging",
    (Party, "short"): "afk, code, abbreviation",
    (
        Party,
        "kind",
    ): "type, soort partij, soort organisatie, type organisatie, schoolsoort, soort school, onderwijssoort, "
    "categorie, kind, category, ~sector, ~onderwijs",
    (Party, "status"): "stand, stand van zaken, toezegging, toegezegd, convenant, convenant getekend, getekend, "
    "ondertekend, overeenkomst getekend, commitment",
    (
        Party,
        "agreed_on",
    ): "akkoord, datum akkoord, getekend op, datum getekend, datum ondertekening, ondertekend op, agreed on, "
    "~getekend, ~ondertekend, ~convenant getekend",
    (Party, "contact"): "contactpersoon, aanspreekpunt, contact person",
    (Party, "note"): "opmerking, opmerkingen, rol, notes, remarks, ~omschrijving",
    (
        Risk,
        "text",
    ): "risicos, risico-omschrijving, omschrijving risico, omschrijving van het risico, gevaar, bedreiging, dreiging, "
    "risk, "
    "risk description, wat kan er misgaan, wat kan er mis gaan, wat kan misgaan, ~omschrijving, ~beschrijving, ~titel, "
    "~naam, ~wat, ~description",
    (Risk, "probability"): "waarschijnlijkheid, kans op, probability, likelihood, ~k, ~p, ~w",
    (Risk, "impact"): "ernst, severity, ~gevolg, ~gevolgen, ~effect, ~consequence, ~i, ~e",
    (
        Risk,
        "measure",
    ): "maatregelen, wat doen we eraan, wat doen wij eraan, wat doen we, wat gaan we doen, "
    "beheersmaatregel, beheersmaatregelen, beheersing, tegenmaatregel, mitigatie, "
    "mitigerende maatregel, mitigerende maatregelen, actie, acties, aanpak, reactie, mitigation, response, measure, "
    "measures",
    (Risk, "note"): "opmerking, opmerkingen, oorzaak, notes, remarks, ~omschrijving, ~beschrijving",
    (
        Risk,
        "owner",
    ): "wie, door, wie doet het, wie doet wat, actie door, verantwoordelijk, "
    "verantwoordelijke, risico-eigenaar, risicohouder, actiehouder, trekker, "
    "door wie, owner, risk owner, responsible",
    (BudgetLine, "number"): "nr, nummer, regel, regelnr, volgnr, volgnummer, postnr, postnummer, code, kostenplaats, "
    "number, id",
    (
        BudgetLine,
        "title",
    ): "kostenpost, begrotingspost, activiteit, onderwerp, item, ~omschrijving, ~beschrijving, ~naam, ~wat, ~functie",
    (BudgetLine, "year"): "begrotingsjaar, kalenderjaar, schooljaar, year",
    (BudgetLine, "cost_kind"): "soort kosten, soort, categorie, kostencategorie, cost type, category",
    (BudgetLine, "quantity"): "hoeveelheid, aantal uren, uren, stuks, quantity, qty, hours",
    (BudgetLine, "unit"): "per, unit",
    (
        BudgetLine,
        "price",
    ): "prijs, stukprijs, tarief, uurtarief, dagtarief, kosten per eenheid, unit price, price, rate",
    (BudgetLine, TOTAL): f"bedrag, {_AMOUNT}",
    (BudgetLine, "granted"): "toegekend bedrag, beschikt, granted",
    (BudgetLine, "eligible"): "subsidie, eligible",
    (BudgetLine, "note"): "opmerking, opmerkingen, onderbouwing, notes, remarks, ~omschrijving, ~beschrijving",
    (Cofinancing, "party"): "bedrijf, partner, organisatie, cofinancier, bijdrager, naam, party, company",
    (
        Cofinancing,
        "title",
    ): "omschrijving bijdrage, wat, contribution, ~soort bijdrage, ~omschrijving, ~beschrijving, ~activiteit, "
    "~activiteiten, ~inzet",
    (Cofinancing, "year"): "kalenderjaar, schooljaar, year",
    (Cofinancing, "form"): "soort, type, geld of natura, form, ~soort bijdrage, ~type bijdrage",
    (Cofinancing, "quantity"): "hoeveelheid, aantal uren, uren, quantity, qty, hours",
    (Cofinancing, "unit"): "per, unit",
    (Cofinancing, "rate"): "tarief, uurtarief, dagtarief, prijs, prijs per eenheid, rate",
    (Cofinancing, TOTAL): f"bedrag, bijdrage, waarde, {_AMOUNT}, value",
    (Cofinancing, "status"): "stand, toezegging, toegezegd, getekend, commitment",
    (Cofinancing, "evidence"): "onderbouwing, bewijsstuk, evidence",
    (
        Action,
        "text",
    ): "acties, actiepunt, actiepunten, taak, taaknaam, wat, action, action item, task, task name, to do, "
    "~omschrijving, ~beschrijving, ~titel, ~onderwerp, ~activiteit, ~afspraak, ~besluit, ~description, ~title, "
    "~summary",
    (
        Action,
        "owner",
    ): "wie, door, door wie, wie doet het, wie doet wat, actie door, verantwoordelijk, "
    "verantwoordelijke, actiehouder, actienemer, "
    "uitvoerder, trekker, owner, assignee, assigned to, toegewezen aan, responsible, who",
    (
        Action,
        "due",
    ): "klaar, klaar in, wanneer, voor wanneer, wanneer gereed, deadline, einddatum, uiterlijk, datum gereed, "
    "gereed op, gereed voor, klaar voor, af voor, streefdatum, vervaldatum, opleverdatum, due, due date, by when, "
    "when, ~gereed, ~einde, ~eind, ~realisatie eind, ~realisatie, ~oplevering",
    (Action, "status"): "stand, stand van zaken, voortgang, gedaan, af, afgehandeld, afgerond, voltooid, "
    "state, progress, done, ~gereed, ~klaar",
}
"""By field what else its column is called, with commas between; `~` stands before what may mean something else too."""


@dataclass(frozen=True)
class RegisterField:
    """A field that a column may hold: what it is called, in words that are sure and words that are not."""

    spec: FieldSpec
    sure: tuple[str, ...]
    unsure: tuple[str, ...]

    @property
    def name(self) -> str:
        """The name of the field, or `total`."""
        return self.spec.name

    @cached_property
    def beginnings(self) -> tuple[str, ...]:
        """What a longer head may begin with: a word for the field, and a blank."""
        return tuple(f"{plain(word)} " for word in (self.spec.label, *self.sure) if len(word) >= _LEAST_WORD)


@cache
def fields_of_register(word: str) -> Mapping[str, RegisterField]:
    """The fields of a table that its columns may hold, in the order of the form; last its amount as a whole."""
    register = REGISTERS[word]
    specs = [
        spec
        for spec in fields_of(register.model).values()
        # Of two plan periods that have a record of the same name, the name does not tell from which it goes on.
        if not spec.hidden and spec.part is None and register.table.name not in spec.tables
    ]
    if register.amount:
        specs.append(_total(fields_of(register.model)[register.price]))
    return {spec.name: _field(register.model, spec) for spec in specs}


def _total(price: FieldSpec) -> FieldSpec:
    return replace(price, name=TOTAL, label="Bedrag", help="", example="")


def _field(model: type[Record], spec: FieldSpec) -> RegisterField:
    words: Sequence[str] = [word.strip() for word in _WORDS.get((model, spec.name), "").split(",") if word.strip()]
    sure = tuple(word for word in words if not word.startswith("~"))
    return RegisterField(spec, sure, tuple(word.removeprefix("~") for word in words if word.startswith("~")))
