"""What people offer that is no plan with dates: it has to be refused in words, and nothing of it taken."""

from tests.intake.sheets_of_people.made import made

SHEETS = [
    made(
        "Begroting met jaren naast elkaar",
        """
        Post | 2027 | 2028 | 2029 | Totaal
        Personeel | #80000 | #82000 | #84000 | #246000
        Machines | #120000 | #20000 | #5000 | #145000
        Scholing | #15000 | #15000 | #15000 | #45000
        Totaal | #215000 | #117000 | #104000 | #436000
        """,
    ),
    made(
        "Kostensoorten per schooljaar in tekst",
        """
        Begroting techniekhavo
        Kostensoort | 2026-2027 | 2027-2028
        Personele lasten | € 12.500,- | € 13.000,-
        Materieel | € 4.000,- | € 900,-
        """,
        kind="csv",
    ),
    made(
        "Risicolog",
        """
        Risicoregister STO
        Nr | Risico | Kans | Impact | Maatregel | Eigenaar | Datum toegevoegd
        1 | Te weinig docenten | hoog | hoog | zij-instroom werven | Anja | 1-9-2026
        2 | Bedrijf haakt af | midden | hoog | tweede partner zoeken | Bob | 8-9-2026
        3 | Subsidie later | laag | hoog | voorfinancieren | Cas | 15-9-2026
        """,
    ),
    made(
        "RACI zonder datums",
        """
        RACI-matrix
        Activiteit | Projectleider | Schoolleider | Docent | Bedrijf
        Plan schrijven | R | A | C | I
        Lessen geven | I | A | R | C
        Machines kopen | A | C | R | I
        """,
        """
        Plan schrijven | |
        Lessen geven | |
        Machines kopen | |
        """,
        may_be_refused=True,
    ),
    made(
        "Stakeholders",
        """
        Stakeholder | Belang | Invloed | Strategie | Contactpersoon
        Gemeente | hoog | hoog | samenwerken | wethouder
        Ouders | midden | laag | informeren | mr
        Bedrijven | hoog | midden | betrekken | ondernemersclub
        """,
    ),
    made(
        "Communicatieplan zonder datums",
        """
        Doelgroep | Kanaal | Frequentie | Boodschap
        Leerlingen | Instagram | wekelijks | techniek is leuk
        Ouders | nieuwsbrief | maandelijks | kansen in techniek
        Bedrijven | bijeenkomst | per kwartaal | doe mee
        """,
    ),
    made(
        "Leeg sjabloon",
        """
        Projectplanning
        Project: | <naam van het project>

        Taak | Verantwoordelijke | Begindatum | Einddatum | Status
        <Taaknaam> | <naam> | | |
        <Taaknaam> | <naam> | | |
         | | | |
        """,
    ),
    made(
        "Begroting",
        """
        Begroting 2027
        Post | Aantal | Prijs | Totaal
        Draaibank | #2 | #12500 | #25000
        Lasapparaat | #4 | #1800 | #7200
        Scholing | #10 | #450 | #4500
        Totaal | | | #36700
        """,
    ),
    made(
        "Urenregistratie",
        """
        Medewerker | Week | ma | di | wo | do | vr | Totaal
        Anja | #36 | #8 | #8 | #0 | #8 | #4 | #28
        Bob | #36 | #8 | #8 | #8 | #8 | #8 | #40
        Cas | #36 | #0 | #8 | #8 | #0 | #8 | #24
        """,
    ),
    made(
        "Adressenlijst",
        """
        Naam | School | Functie | E-mail | Telefoon
        Anja Bakker | De Brug | teamleider | a@brug.nl | 06-12345678
        Bob de Wit | Het Anker | docent PIE | b@anker.nl | 06-23456789
        Cas Mol | roc Zuid | opleidingsmanager | c@roc.nl | 06-34567890
        """,
        kind="csv",
    ),
    made(
        "Uitslag van een enquête",
        """
        Tijdstempel | Hoe tevreden ben je? | Wat kan beter? | Rol
        2026-06-01 09:12:00 | #8 | meer praktijk | leerling
        2026-06-01 09:15:00 | #7 | langere lessen | leerling
        2026-06-02 11:40:00 | #9 | niets | docent
        """,
        kind="comma",
    ),
    made(
        "Leerlingaantallen",
        """
        Vestiging | 2023 | 2024 | 2025
        De Brug | #120 | #131 | #128
        Het Anker | #88 | #90 | #97
        Groenhorst | #64 | #61 | #70
        """,
    ),
    made(
        "Leeslijst met datum van toevoegen",
        """
        Title | Author | Date added | Rating
        Teaching STEM | Smith | 2026-01-05 | 4
        Workshop safety | Jones | 2026-02-11 | 5
        Girls in tech | Brown | 2026-03-20 | 3
        """,
        kind="comma",
    ),
    made(
        "Productbacklog zonder datums",
        """
        User story | Prioriteit | Story points | Status
        Als docent wil ik een rooster zien | hoog | #5 | to do
        Als leerling wil ik mij inschrijven | midden | #3 | in progress
        Als bedrijf wil ik een les aanbieden | laag | #8 | done
        """,
    ),
]
