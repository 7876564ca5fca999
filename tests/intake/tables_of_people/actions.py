"""Lists of actions: from minutes, from programs, from a mail."""

from tests.intake.tables_of_people.made_table import table

TABLES = [
    table(
        "acties",
        "Actielijst van een verslag",
        """
        Actielijst stuurgroep 12 november 2026

        Nr. | Actie | Wie | Wanneer | Status
        1 | Offerte lab opvragen | Anja | 1-12-2026 | loopt
        2 | Ouderavond voorbereiden | Jan | z.s.m. | open
        3 | Contact houden met bedrijven | Eva | doorlopend | open
        4 | Jaarplan rondsturen | Anja | 15-12-2026 | afgehandeld
        """,
        """
        text | owner | due | status
        Offerte lab opvragen | Anja | 01-12-2026 | bezig
        Ouderavond voorbereiden | Jan | | open
        Contact houden met bedrijven | Eva | | open
        Jaarplan rondsturen | Anja | 15-12-2026 | gereed
        """,
    ),
    table(
        "acties",
        "Planner export",
        """
        Task ID,Task Name,Bucket Name,Progress,Priority,Assigned To,Created Date,Due Date,Completed Date
        a1,Book room,To do,Not started,Medium,Anja,10/1/2026,12/15/2026,
        a2,Invite partners,Doing,In progress,Important,Jan,10/2/2026,12/1/2026,
        a3,Send minutes,Done,Completed,Low,Anja,10/3/2026,10/20/2026,10/19/2026
        """.replace(",", "|"),
        """
        text | owner | due | status
        Book room | Anja | 15-12-2026 | open
        Invite partners | Jan | 01-12-2026 | bezig
        Send minutes | Anja | 20-10-2026 | gereed
        """,
        kind="comma",
    ),
    table(
        "acties",
        "Besluiten en acties door elkaar",
        """
        Nr | Soort | Omschrijving | Wie | Deadline
        B1 | besluit | Begroting vastgesteld | |
        A1 | actie | Begroting versturen | Anja | 1-2-2027
        A2 | actie | Accountant bellen | Jan | 13-2-2027
        """,
        """
        text | owner | due
        Begroting vastgesteld | |
        Begroting versturen | Anja | 01-02-2027
        Accountant bellen | Jan | 13-02-2027
        """,
        told=("Soort",),
    ),
    table(
        "acties",
        "Weken en vinkjes",
        """
        Taak | Trekker | Klaar in | Gedaan?
        Poster maken | Jan | week 50 2026 | ✓
        Zaal huren | Eva | week 3 2027 |
        Sprekers vragen | Eva | week 4 2027 | x
        """,
        """
        text | owner | due | status
        Poster maken | Jan | 11-12-2026 | gereed
        Zaal huren | Eva | 22-01-2027 | open
        Sprekers vragen | Eva | 29-01-2027 | gereed
        """,
    ),
    table(
        "acties",
        "Twee kolommen met dagen",
        """
        Datum | Actiepunt | Actiehouder | Deadline | Opmerkingen
        @2-11-2026 | Flyer ontwerpen | Eva | @4-12-2026 | drukker bellen
        @2-11-2026 | Scholen mailen | Jan | @11-12-2026 |
        """,
        """
        text | owner | due
        Flyer ontwerpen | Eva | 04-12-2026
        Scholen mailen | Jan | 11-12-2026
        """,
        told=("Opmerkingen",),
    ),
    table(
        "acties",
        "Lijstje uit een mail",
        """
        - Anja belt Koster over de gastlessen
        - Jan stuurt de begroting rond
        - Eva regelt de zaal
        """,
        """
        text
        Anja belt Koster over de gastlessen
        Jan stuurt de begroting rond
        Eva regelt de zaal
        """,
        is_pasted=True,
    ),
    table(
        "acties",
        "Deels verborgen",
        """
        Actie | Eigenaar | Klaar op | Status
        Contract tekenen | PM | @15-1-2027 | open
        !h Oude site sluiten | PM | @1-9-2026 | gereed
        Nieuwsbrief | Eva | @22-1-2027 | bezig
        """,
        """
        text | owner | due | status
        Contract tekenen | PM | 15-01-2027 | open
        Oude site sluiten | PM | 01-09-2026 | gereed
        Nieuwsbrief | Eva | 22-01-2027 | bezig
        """,
    ),
    table(
        "acties",
        "Geplakt uit Word",
        """
        Wat | Wie | Wanneer gereed
        Rooster afstemmen met het roc | decanen | 1 februari 2027
        Leskisten nakijken | TOA | eind maart 2027
        """,
        """
        text | owner | due
        Rooster afstemmen met het roc | decanen | 01-02-2027
        Leskisten nakijken | TOA | 31-03-2027
        """,
        is_pasted=True,
    ),
    table(
        "acties",
        "Voortgang in procenten",
        """
        Activiteit | Verantwoordelijk | Einddatum | % gereed
        Website bouwen | bureau | @1-3-2027 | #50%
        Logo kiezen | stuurgroep | @1-12-2026 | #100%
        Brochure | bureau | @1-4-2027 | #0%
        """,
        """
        text | owner | due | status
        Website bouwen | bureau | 01-03-2027 | bezig
        Logo kiezen | stuurgroep | 01-12-2026 | gereed
        Brochure | bureau | 01-04-2027 | open
        """,
        answers={"kolom:actie": "A"},
    ),
    table(
        "acties",
        "Acties per overleg",
        """
        Actie | Wie | Gereed
        Overleg 1 oktober | |
        Notulen sturen | Jan | 5-10-2026
        Overleg 5 november | |
        Locatie kiezen | Eva | 20-11-2026
        Offertes vergelijken | Anja | 27-11-2026
        """,
        """
        text | owner | due
        Notulen sturen | Jan | 05-10-2026
        Locatie kiezen | Eva | 20-11-2026
        Offertes vergelijken | Anja | 27-11-2026
        """,
        answers={"groepen": "over"},
    ),
    table(
        "acties",
        "Meer dan een persoon",
        """
        Actie | Door wie | Voor wanneer | Stand
        Rondleiding regelen | Jan / Eva | 12-1-2027 | in behandeling
        Persbericht | Eva en Anja | 26-1-2027 | nog niet gestart
        """,
        """
        text | owner | due | status
        Rondleiding regelen | Jan / Eva | 12-01-2027 | bezig
        Persbericht | Eva en Anja | 26-01-2027 | open
        """,
    ),
    table(
        "acties",
        "Van december naar januari zonder jaar",
        """
        Actie | Wie | Deadline
        Brief sturen | Eva | 1-12
        Zaal huren | Jan | 15-1
        """,
        """
        text | owner | due
        Brief sturen | Eva | 01-12-2026
        Zaal huren | Jan | 15-01-2027
        """,
        kind="csv",
    ),
    table(
        "acties",
        "Schooljaar in de titel, en dagen zonder jaar",
        """
        Actielijst 2027-2028
        Actie | Wie | Deadline
        Zaal huren | Jan | 5-2
        Brief sturen | Eva | 1-12
        """,
        """
        text | owner | due
        Zaal huren | Jan | 05-02-2028
        Brief sturen | Eva | 01-12-2027
        """,
        kind="csv",
    ),
    table(
        "acties",
        "Een nieuwe deadline die nog niet bekend is",
        """
        Actie | Wie | Deadline | Nieuwe deadline
        Brief sturen | Eva | 1-2-2027 | onbekend
        Zaal huren | Jan | 15-1-2027 | 20-1-2027
        """,
        """
        text | owner | due
        Brief sturen | Eva |
        Zaal huren | Jan | 20-01-2027
        """,
        told=("regel 2 ‘onbekend’ (eerst 1-2-2027)",),
    ),
]
