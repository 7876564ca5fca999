"""The budget and the contributions of companies, as price times quantity in euros."""

from collections.abc import Iterable, Mapping

from voorbeeldregio_partijen import PARTY_IDS

from sto_tui.domain.money import BudgetLine, Cofinancing, CofinancingForm, CofinancingStatus, CostKind

_INT, _EXT = CostKind.INTERN_PERSONEEL, CostKind.EXTERN_PERSONEEL
_MAT, _DEP = CostKind.MATERIEEL, CostKind.AFSCHRIJVING
_EDU, _OTH, _OVH = CostKind.SCHOLING, CostKind.OVERIG, CostKind.OVERHEAD

# Where (speerpunt, theme or ""), what, kind, unit, price in euros, quantity in 2027 and in 2028, note.
_BUDGET: tuple[tuple[str, str, CostKind, str, float, float, float, str], ...] = (
    ("", "Programmamanager", _OVH, "uur", 98, 1_360, 1_360, "Onafhankelijk ingehuurd, gemiddeld 0,7 fte."),
    ("", "Controller, urenverantwoording en accountant", _OVH, "uur", 71, 340, 370,
     "Iets meer in 2028 vanwege de eindafrekening."),
    ("1", "Trekker werkgroep Ontdekken", _EXT, "uur", 68, 300, 300, "Coördinator educatie van De Uitvindloods."),
    ("1.1", "Materiaal en bouw van kasten", _MAT, "kast", 2_950, 10, 4,
     "Inhoud voor acht lessen, panelen apart geleverd."),
    ("1.1", "Techniekcoaches op basisscholen", _INT, "uur", 58, 420, 560, "Veertig uur per school per jaar."),
    ("1.2", "Schrijfuren opdrachten onderbouw", _INT, "uur", 62, 620, 340, "Tweetallen van twee scholen."),
    ("1.3", "Bussen voor bliksembezoeken", _OTH, "rit", 410, 26, 34, "Gemiddeld twintig leerlingen per rit."),
    ("1.4", "Onderzoek met leerlingen", _EXT, "uur", 92, 160, 40, "Gesprekken en verslag in 2027, herhaling in 2028."),
    ("1.4", "Rolmodellen en techniekmiddagen", _OTH, "middag", 1_150, 6, 8,
     "Reiskosten, materiaal en een vergoeding voor studentes."),
    ("1.4", "Aanpassing van twee lokalen", _MAT, "lokaal", 11_800, 1, 1, "Kleedruimte, werkkleding en inrichting."),
    ("1.5", "Keuzeavonden met ouders", _OTH, "avond", 980, 6, 6, "Zaal, tolken, oppas en iets te eten."),
    ("2", "Trekker werkgroep Leerroutes", _INT, "uur", 68, 360, 360, "Projectleider van mbo Veenderwaard."),
    ("2.1", "Vervoer tussen scholen", _OTH, "rit", 195, 120, 220, "Bus op donderdagmiddag, ook langs Lagerveer."),
    ("2.1", "Docenten keuzevakken buiten eigen school", _INT, "uur", 62, 340, 520, "Alleen de extra uren."),
    ("2.2", "Opstelling warmtepomp", _DEP, "maand", 720, 8, 12,
     "Aanschaf € 51.800, zes jaar, in gebruik vanaf mei 2027."),
    ("2.2", "Tweede opstelling in Terelst", _DEP, "maand", 690, 0, 11, "Vanaf februari 2028."),
    ("2.2", "Lessen schrijven en geven", _INT, "uur", 62, 210, 180, "Docent PIE, met de gastdocenten van Koster."),
    ("2.3", "Ontwikkeling programma gl en tl", _INT, "uur", 62, 640, 600, "Zes docenten op twee scholen."),
    ("2.4", "Nieuwe praktijkopdrachten", _INT, "uur", 62, 700, 800,
     "Docent en vakman in tweetallen; uren van bedrijven zijn cofinanciering."),
    ("2.5", "Blokken techniek ontwerpen", _INT, "uur", 62, 300, 280, "Docenten van Groen, Z&W en D&P."),
    ("2.5", "Sensoren en leerrobots", _DEP, "maand", 410, 9, 12,
     "Aanschaf € 24.600, vijf jaar, gedeeld door drie scholen."),
    ("3", "Projectleider labs", _INT, "uur", 68, 480, 480, "Vakcollege De Steiger, 0,3 fte."),
    ("3.1", "Installatie en meetmuur", _DEP, "maand", 1_380, 3, 12,
     "Aanschaf € 148.000, negen jaar, vanaf oktober 2027."),
    ("3.1", "Sanering en bouwbegeleiding", _OTH, "keer", 31_400, 1, 0,
     "Inclusief € 6.400 voor asbest, zie mijlpaal 3.1b."),
    ("3.1", "Beheerder energielab", _INT, "uur", 54, 180, 640, "Vanaf september 2027."),
    ("3.1", "Feestelijke opening", _OTH, "keer", 2_600, 1, 0, "Niet subsidiabel; het Kompas College betaalt zelf."),
    ("3.2", "Lesbus en ombouw", _DEP, "maand", 1_590, 6, 12, "Aanschaf en ombouw € 133.500, zeven jaar."),
    ("3.2", "Bemanning en rijden", _EXT, "uur", 61, 380, 900, "De Uitvindloods, twee mensen per rit."),
    ("3.3", "Hekwerk en veiligheid", _MAT, "stuk", 18_700, 1, 0, "Eis van de verzekeraar bij de robotarm."),
    ("3.3", "Beheer van de productielijn", _INT, "uur", 66, 200, 420, "mbo De Zijlen."),
    ("3.4", "Drie labbeheerders", _INT, "uur", 54, 90, 1_540, "Start in december 2027."),
    ("3.5", "Leerkeet", _DEP, "maand", 470, 7, 12, "Aanschaf € 33.800, zes jaar."),
    ("3.5", "Leermeester op de bouwplaats", _EXT, "uur", 66, 260, 400,
     "Van Ommeren-Dijk; de andere helft is eigen bijdrage."),
    ("4", "Trekker werkgroep Mensen", _INT, "uur", 68, 320, 320, "Coördinator opleiden in de school."),
    ("4.1", "Hybride docenten en hun begeleiding", _EXT, "uur", 62, 980, 2_420,
     "Zes mensen in 2027, achttien eind 2028; twintig uur begeleiding per persoon."),
    ("4.1", "Korte opleiding", _EDU, "deelnemer", 1_450, 6, 12, "Zes avonden bij Hogeschool Delta-Noord."),
    ("4.2", "Vervanging bij docentstages en scholing", _INT, "dag", 420, 110, 116,
     "Drie dagen voor 24 docenten, de rest voor de labcursussen."),
    ("4.3", "Cursussen voor de labs", _EDU, "deelnemer", 690, 32, 34, "Vier soorten, met erkend bewijs."),
    ("4.4", "Maatjes voor starters", _INT, "uur", 62, 220, 240,
     "Twintig uur per maatje; verdeling volgt in juni 2027."),
    ("4.4", "Intervisie en startpakket", _EDU, "bijeenkomst", 1_250, 4, 8, "Begeleid door de lerarenopleiding."),
    ("4.5", "Training praktijkbegeleiders", _EDU, "groep", 3_300, 4, 3,
     "Twee middagen per groep, de rest betaalt het opleidingsfonds."),
    ("5", "Projectleider leerroutes en doorstroom", _INT, "uur", 68, 420, 420,
     "mbo Veenderwaard; thema 2 staat apart."),
    ("5.1", "Extra begeleiding eerste groep", _INT, "uur", 64, 260, 620, "Eén mentor voor vmbo en mbo."),
    ("5.2", "Voorbereiding tweede route", _INT, "uur", 64, 190, 480,
     "In 2027 alleen het onderzoek; de rest na het besluit van november."),
    ("5.3", "Begeleiders pro en vso op de werkvloer", _INT, "uur", 56, 460, 680, "De Reünie en De Lichtboei."),
    ("5.3", "Rustige werkruimte", _MAT, "ruimte", 14_900, 1, 0, "Inrichting bij De Lichtboei."),
    ("5.4", "Stagecoördinatoren", _INT, "uur", 58, 800, 780, "Vanaf 2028 draagt de gemeente bij."),
    ("5.5", "Cijfers en interviews", _EXT, "uur", 88, 190, 160, "Hogeschool Delta-Noord en mbo Veenderwaard."),
    ("5.6", "Rekenwerk en gesprekken over na 2028", _EXT, "uur", 96, 140, 220,
     "Onafhankelijke begeleider, op verzoek van de besturen."),
)  # fmt: skip


def _line(
    where: str, title: str, kind: CostKind, unit: str, price: float, year: int, quantity: float, note: str
) -> BudgetLine:
    return BudgetLine(
        title=title,
        theme=int(where[0]) if where else None,
        speerpunt=SPEERPUNT_IDS[where] if "." in where else None,
        year=year,
        cost_kind=kind,
        quantity=quantity,
        unit=unit,
        price=round(price * 100),
        eligible="Niet subsidiabel" not in note,
        note=note,
    )


_COUNTS = {1: 5, 2: 5, 3: 5, 4: 5, 5: 6}
SPEERPUNT_IDS = {
    f"{theme}.{place}": sum(_COUNTS[earlier] for earlier in range(1, theme)) + place
    for theme, count in _COUNTS.items()
    for place in range(1, count + 1)
}

BUDGET = tuple(
    _line(where, title, kind, unit, price, year, quantity, note)
    for year, place in ((2027, 0), (2028, 1))
    for where, title, kind, unit, price, *quantities, note in _BUDGET
    if (quantity := quantities[place])
)

_HOURS, _THINGS = CofinancingForm.UREN, CofinancingForm.MATERIAAL
_ROOM, _CASH = CofinancingForm.RUIMTE, CofinancingForm.GELD
_HOPED, _SAID = CofinancingStatus.BEOOGD, CofinancingStatus.TOEGEZEGD
_SIGNED, _DONE = CofinancingStatus.GETEKEND, CofinancingStatus.GEREALISEERD

# Party, speerpunt, what, year, form, quantity, unit, rate in euros, status, evidence.
_COFINANCING = (
    ("KZ", "2.2", "Gastdocenten en bouw van de opstelling", 2027, _HOURS, 190, "uur", 65, _DONE,
     "Urenlijst januari tot en met april"),
    ("KZ", "2.2", "Warmtepomp en leenvat", 2027, _THINGS, 1, "set", 8_600, _SIGNED, "Overeenkomst 17-09-2026, foto’s"),
    ("KZ", "5.1", "Leermeesters voor de eerste groep", 2028, _HOURS, 320, "uur", 65, _SIGNED,
     "Overeenkomst 17-09-2026"),
    ("DM", "1.3", "Bliksembezoeken", 2027, _HOURS, 96, "uur", 62, _DONE, "Presentielijsten met handtekening"),
    ("DM", "2.4", "Meeschrijven aan opdrachten", 2027, _HOURS, 140, "uur", 62, _SIGNED, "Overeenkomst 17-09-2026"),
    ("DM", "3.3", "Staal en proefmateriaal", 2028, _THINGS, 40, "pakket", 165, _SAID,
     "Mail van de bedrijfsleider, 4 maart 2026"),
    ("DM", "5.2", "Leerplaatsen verspanen", 2028, _HOURS, 260, "uur", 62, _SAID,
     "Mail van de bedrijfsleider, 4 maart 2026"),
    ("BO", "3.5", "Leerkeet: ruimte op de bouwplaats", 2027, _ROOM, 34, "week", 290, _SIGNED,
     "Overeenkomst met plattegrond"),
    ("BO", "3.5", "Leerkeet: ruimte op de bouwplaats", 2028, _ROOM, 44, "week", 290, _SIGNED,
     "Overeenkomst met plattegrond"),
    ("BO", "3.5", "Leermeester, eigen helft", 2027, _HOURS, 260, "uur", 66, _SIGNED, "Overeenkomst 17-09-2026"),
    ("BO", "3.5", "Leermeester, eigen helft", 2028, _HOURS, 360, "uur", 66, _SIGNED, "Overeenkomst 17-09-2026"),
    ("BO", "5.3", "Begeleiding van zes werkplekken", 2028, _HOURS, 190, "uur", 60, _SAID,
     "Gespreksverslag 13 april 2026"),
    ("TH", "3.2", "Ombouw en keuring van de bus", 2027, _HOURS, 210, "uur", 71, _SIGNED,
     "Offerte met korting, 5-11-2026"),
    ("TH", "5.2", "Leerplaatsen in de werkplaats", 2028, _HOURS, 220, "uur", 63, _HOPED, ""),
    ("ZE", "3.1", "Aanleg laadpalen en batterij", 2027, _HOURS, 230, "uur", 72, _SAID,
     "Toezegging in de stuurgroep van 22-04-2026"),
    ("ZE", "3.1", "Zonnepanelen van een proefproject", 2027, _THINGS, 46, "paneel", 118, _SAID,
     "Leverlijst, nog niet getekend"),
    ("ZE", "3.1", "Gastlessen in het energielab", 2028, _HOURS, 120, "uur", 68, _HOPED, ""),
    ("FM", "3.3", "Robotarm in bruikleen", 2027, _ROOM, 4, "maand", 1_150, _SIGNED,
     "Bruikleencontract, getekend op hoofdlijnen"),
    ("FM", "3.3", "Robotarm in bruikleen", 2028, _ROOM, 12, "maand", 1_150, _SIGNED,
     "Bruikleencontract, getekend op hoofdlijnen"),
    ("FM", "4.1", "Drie medewerkers voor de klas", 2027, _HOURS, 150, "uur", 68, _SIGNED, "Detacheringsbrief"),
    ("FM", "4.1", "Drie medewerkers voor de klas", 2028, _HOURS, 420, "uur", 68, _SAID,
     "Brief van de directie, februari 2026"),
    ("FM", "1.1", "Frezen van panelen", 2027, _HOURS, 48, "uur", 60, _DONE, "Werkbon 2027-0311"),
    ("BI", "2.2", "Toetsing en certificaten", 2027, _HOURS, 70, "uur", 75, _SIGNED, "Brief van de regioadviseur"),
    ("BI", "4.3", "Bijdrage aan de cursus warmtepompen", 2028, _CASH, 1, "bijdrage", 9_500, _SAID,
     "Besluit volgt in het najaar"),
    ("OM", "4.5", "Helft van de training voor metaalbedrijven", 2027, _CASH, 2, "groep", 3_300, _SIGNED,
     "Beschikking van het fonds"),
    ("OM", "3.3", "Lesmateriaal slimme productie", 2028, _CASH, 1, "bijdrage", 12_000, _HOPED, ""),
    ("TV", "1.3", "Planning en werving van bedrijven", 2027, _HOURS, 180, "uur", 58, _SIGNED,
     "Overeenkomst 17-09-2026"),
    ("TV", "4.1", "Bedrijvenavonden", 2028, _HOURS, 160, "uur", 58, _SIGNED, "Overeenkomst 17-09-2026"),
    ("TV", "5.4", "Ruimte en telefoon van het stagepunt", 2027, _ROOM, 3, "maand", 640, _SIGNED, "Huurafspraak"),
    ("TV", "5.4", "Ruimte en telefoon van het stagepunt", 2028, _ROOM, 12, "maand", 640, _SIGNED, "Huurafspraak"),
)  # fmt: skip

Written = tuple[str, str, str, int, CofinancingForm, float, str, float, CofinancingStatus, str]


def contributions(
    written: Iterable[Written], themes: Mapping[int, int], speerpunten: Mapping[str, int]
) -> tuple[Cofinancing, ...]:
    """What companies put in, given the ids of themes and speerpunten by their number."""
    return tuple(
        Cofinancing(
            party=PARTY_IDS[short],
            title=title,
            theme=themes[int(where[0])],
            speerpunt=speerpunten[where],
            year=year,
            form=form,
            quantity=quantity,
            unit=unit,
            rate=round(rate * 100),
            status=status,
            evidence=evidence,
        )
        for short, where, title, year, form, quantity, unit, rate, status, evidence in written
    )


COFINANCING = contributions(_COFINANCING, {theme: theme for theme in _COUNTS}, SPEERPUNT_IDS)
