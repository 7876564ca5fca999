"""Lists of risks, with chances in words, letters, figures and colours."""

from tests.intake.tables_of_people.made_table import table

TABLES = [
    table(
        "risicos",
        "Risico's met cijfers en een score",
        """
        Nr | Risico | Kans (1-5) | Impact (1-5) | Score | Maatregel | Eigenaar
        #1 | Te weinig docenten | #4 | #5 | #20 | Zij-instroom werven | schoolleiding
        #2 | Bedrijven haken af | #2 | #3 | #6 | Elk kwartaal bellen | programmamanager
        #3 | Lab komt te laat | #3 | #3 | #9 | Tijdelijke ruimte | gemeente
        """,
        """
        text | probability | impact | measure | owner
        Te weinig docenten | groot | groot | Zij-instroom werven | schoolleiding
        Bedrijven haken af | klein | middel | Elk kwartaal bellen | programmamanager
        Lab komt te laat | middel | middel | Tijdelijke ruimte | gemeente
        """,
        answers={"schaal": "5"},
    ),
    table(
        "risicos",
        "Cijfers tot tien met koppen als vragen",
        """
        Risico | Kans | Gevolg | Wat doen we eraan? | Wie doet het
        Te weinig docenten | #8 | #10 | Werven | Jan
        Lab te laat | #5 | #3 | Bufferen | Docenten M&T
        Geen partners | #1 | #7 | Bellen | Kees
        """,
        """
        text | probability | impact | measure | owner
        Te weinig docenten | groot | groot | Werven | Jan
        Lab te laat | middel | klein | Bufferen | Docenten M&T
        Geen partners | klein | groot | Bellen | Kees
        """,
        answers={"schaal": "10"},
    ),
    table(
        "risicos",
        "Oorzaak en gevolg in zinnen",
        """
        Omschrijving risico | Oorzaak | Gevolg | Kans | Impact | Beheersmaatregel
        Leerlingen kiezen geen techniek | Beeld bij ouders | Lege lokalen | hoog | hoog | Ouderavonden
        Docenten vertrekken | Krapte | Lessen vallen uit | midden | hoog | Loopbaanpad
        """,
        """
        text | probability | impact | measure
        Leerlingen kiezen geen techniek | groot | groot | Ouderavonden
        Docenten vertrekken | middel | groot | Loopbaanpad
        """,
    ),
    table(
        "risicos",
        "Gevolg is de enige kolom van dat soort",
        """
        Risico | Gevolg | Waarschijnlijkheid | Maatregel
        Uitval van docenten | Geen lessen in het lab | laag | Poule van invallers
        Te duur materiaal | Minder leskisten | hoog | Samen inkopen
        Verhuizing van school | Lab een half jaar dicht | laag | Planning afstemmen
        """,
        """
        text | probability | impact | measure
        Uitval van docenten | klein | middel | Poule van invallers
        Te duur materiaal | groot | middel | Samen inkopen
        Verhuizing van school | klein | middel | Planning afstemmen
        """,
    ),
    table(
        "risicos",
        "RAID log in English",
        """
        Risk ID | Description | Likelihood | Impact | Mitigation | Risk Owner | Status
        R1 | Not enough teachers | High | High | Hire from industry | HR | Open
        R2 | Lab delayed | Low | Medium | Rent a room | PM | Closed
        """,
        """
        text | probability | impact | measure | owner
        Not enough teachers | groot | groot | Hire from industry | HR
        Lab delayed | klein | middel | Rent a room | PM
        """,
    ),
    table(
        "risicos",
        "Risico's per rubriek",
        """
        Risico | Kans | Effect | Actie | Wie
        ORGANISATIE | | | |
        Stuurgroep besluit laat | laag | hoog | Vaste data | voorzitter
        Partner valt weg | midden | midden | Reservelijst | PM
        FINANCIEEL | | | |
        Prijzen stijgen | hoog | midden | Buffer | controller
        """,
        """
        text | probability | impact | measure | owner
        Stuurgroep besluit laat | klein | groot | Vaste data | voorzitter
        Partner valt weg | middel | middel | Reservelijst | PM
        Prijzen stijgen | groot | middel | Buffer | controller
        """,
        answers={"groepen": "over"},
    ),
    table(
        "risicos",
        "Letters L M H",
        """
        Risico;K;I;Beheersing
        Geen stageplaatsen;H;M;Bedrijven werven
        Te weinig animo;M;L;Voorlichting
        """.replace(";", "|"),
        """
        text | probability | impact | measure
        Geen stageplaatsen | groot | middel | Bedrijven werven
        Te weinig animo | middel | klein | Voorlichting
        """,
        kind="csv",
        answers={"kolom:kans": "B", "kolom:impact": "C"},
        may_be_refused=True,
    ),
    table(
        "risicos",
        "Matrix van kans en impact",
        """
        | Impact klein | Impact middel | Impact groot
        Kans groot | 2 | 5 | 1, 3
        Kans middel | | 4 | 6
        Kans klein | 7 | | 8
        """,
    ),
    table(
        "risicos",
        "Twee maatregelen bij een risico",
        """
        Risico | Kans | Impact | Maatregel | Verantwoordelijke
        Te weinig docenten | hoog | hoog | Werven | HR
        ^^ | ^^ | ^^ | Scholen | teamleider
        Lab te laat | laag | midden | Ruimte huren | gemeente
        """,
        """
        text | probability | impact | owner
        Te weinig docenten | groot | groot | HR
        Lab te laat | klein | middel | gemeente
        """,
        told=("staat ook op regel 2",),
    ),
    table(
        "risicos",
        "Vijf trappen in woorden",
        """
        Risico's en beheersmaatregelen (versie 3, september 2026)

        Omschrijving | Kans | Ernst | Beheersmaatregelen
        Samenwerking stokt | zeer klein | groot | Gesprek met bestuurders
        Subsidie wordt gekort | klein | zeer groot | Plan in fasen
        """,
        """
        text | probability | impact | measure
        Samenwerking stokt | klein | groot | Gesprek met bestuurders
        Subsidie wordt gekort | klein | groot | Plan in fasen
        """,
        answers={"keuze:probability:zeer klein": "klein", "keuze:impact:zeer groot": "groot"},
    ),
    table(
        "risicos",
        "Kans in procenten",
        """
        Risico | Kans | Impact | Reactie
        Lekkage in het lab | 10% | groot | Verzekering
        Ziekte | 60% | klein | Invallers
        """,
        """
        text | probability | impact | measure
        Lekkage in het lab | klein | groot | Verzekering
        Ziekte | groot | klein | Invallers
        """,
        answers={"keuze:probability:10%": "klein", "keuze:probability:60%": "groot"},
    ),
    table(
        "risicos",
        "Inschatting boven kans en effect",
        """
        Risico-inventarisatie 2027-2028
        Wat kan er misgaan? | Inschatting | | Wat doen we eraan? | Trekker
        | Kans | Effect | |
        Organisatie | | | |
        Projectleider valt uit | M | H | Vervanger aanwijzen | bestuur
        Overleg stokt | L | L | Vaste data | secretaris
        Financiën | | | |
        Cofinanciering blijft achter | H | H | Kwartaalmonitor | controller
        """,
        """
        text | probability | impact | measure | owner
        Projectleider valt uit | middel | groot | Vervanger aanwijzen | bestuur
        Overleg stokt | klein | klein | Vaste data | secretaris
        Cofinanciering blijft achter | groot | groot | Kwartaalmonitor | controller
        """,
    ),
    table(
        "risicos",
        "Eén is het hoogst",
        """
        Risico | Kans (1 = hoog) | Impact (1 = hoog) | Maatregel
        Brand | 1 | 3 | Blussers
        Diefstal | 2 | 1 | Sloten
        """,
        """
        text | probability | impact | measure
        Brand | groot | klein | Blussers
        Diefstal | middel | groot | Sloten
        """,
        told=("schaal",),
    ),
    table(
        "risicos",
        "Eén is zeer groot, volgens de titel",
        """
        Risico’s (1: zeer groot … 5: zeer klein)
        Risico | Kans | Impact
        Brand | 2 | 3
        Diefstal | 5 | 1
        """,
        """
        text | probability | impact
        Brand | groot | middel
        Diefstal | klein | groot
        """,
        told=("schaal",),
    ),
]
