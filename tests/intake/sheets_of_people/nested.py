"""Exports in which rows stand below other rows with heads of their own, or of which a column says what a row is."""

from tests.intake.sheets_of_people.made import made

_BOARD = """
    STO-planning
    Alles wat we in 2027 doen
    Groep 1: Voorbereiding
    Name | Subitems | Owner | Status | Date | Item ID (auto generated)
    Lab inrichten | Machines kiezen, Machines bestellen | Ann | Working on it | 2027-03-01 | 1001
    Subitems | Name | Owner | Status | Date | Item ID (auto generated)
     | Machines kiezen | Bob | Done | 2027-01-15 | 2001
     | Machines bestellen | Bob | | 2027-02-01 | 2002
    Folder maken | | Cas | Done | 2027-02-15 | 1002
     | | | | 2027-02-15 to 2027-03-01 |

    Groep 2: Uitvoering
    Name | Subitems | Owner | Status | Date | Item ID (auto generated)
    Open dag | | Ann | | 2027-06-01 | 1003
    Gastlessen | Docent zoeken | Dirk | Stuck | 2027-09-15 | 1004
    Subitems | Name | Owner | Status | Date | Item ID (auto generated)
     | Docent zoeken | Dirk | Done | 2027-08-30 | 2003
    """
_LIGHTS = {"stand:working on it": "groen", "stand:stuck": "rood"}

SHEETS = [
    made(
        "Monday met subitems als mijlpalen",
        _BOARD,
        """
        Lab inrichten | | 1-3-27 | groen | | Groep 1: Voorbereiding
        Machines kiezen | | 15-1-27 | gereed | | Groep 1: Voorbereiding
        Machines bestellen | | 1-2-27 | | | Groep 1: Voorbereiding
        Folder maken | | 15-2-27 | gereed | | Groep 1: Voorbereiding
        Open dag | | 1-6-27 | | | Groep 2: Uitvoering
        Gastlessen | | 15-9-27 | rood | | Groep 2: Uitvoering
        Docent zoeken | | 30-8-27 | gereed | | Groep 2: Uitvoering
        """,
        answers={"onderdelen": "mijlpaal", **_LIGHTS},
        told=["telt een groep op"],
    ),
    made(
        "Monday met subitems die vervallen",
        _BOARD,
        """
        Lab inrichten | | 1-3-27 | groen | | Groep 1: Voorbereiding
        Folder maken | | 15-2-27 | gereed | | Groep 1: Voorbereiding
        Open dag | | 1-6-27 | | | Groep 2: Uitvoering
        Gastlessen | | 15-9-27 | rood | | Groep 2: Uitvoering
        """,
        answers={"onderdelen": "overslaan", **_LIGHTS},
        told=["Machines kiezen"],
    ),
    made(
        "Monday zonder itemnummers, subitems met eigen kolommen",
        """
        STO-planning
        Labs
        Name | Person | Status | Timeline - Start | Timeline - End
        Lab inrichten | Ann | Done | 2027-01-04 | 2027-03-01
        Subitems | Name | Due Date | Status
         | Machines kiezen | 2027-01-15 | Done
        Lab openen | Bob | | 2027-03-02 | 2027-03-05

        Lessen
        Name | Person | Status | Timeline - Start | Timeline - End
        Lessen maken | Cas | | 2027-04-01 | 2027-04-30
        Subitems | Name | Owner | Timeline - Start | Timeline - End
         | Opzet | Cas | 2027-04-01 | 2027-04-09
         | Uitwerking | Cas | 2027-04-12 | 2027-04-30
        Lessen geven | Cas | | 2027-05-03 | 2027-06-30
        """,
        """
        Lab inrichten | 4-1-27 | 1-3-27 | gereed | | Labs
        Machines kiezen | | 15-1-27 | gereed | | Labs
        Lab openen | 2-3-27 | 5-3-27 | | | Labs
        Lessen maken | 1-4-27 | 30-4-27 | | | Lessen
        Opzet | 1-4-27 | 9-4-27 | | | Lessen
        Uitwerking | 12-4-27 | 30-4-27 | | | Lessen
        Lessen geven | 3-5-27 | 30-6-27 | | | Lessen
        """,
        kind="comma",
        answers={"onderdelen": "mijlpaal"},
    ),
    made(
        "Monday met de koppen een keer en groepen als rijen",
        """
        Naam | Subitems | Eigenaar | Status | Datum
        Voorbereiding
        Plan schrijven | Opzet, Bijlagen | Ann | Klaar | 2027-01-15
        Subitems | Naam | Eigenaar | Status | Datum
         | Opzet | Ann | Klaar | 2027-01-08
         | Bijlagen | Bob | | 2027-01-12
        Plan vaststellen | | Cas | | 2027-02-10
        Uitvoering
        Lab bouwen | | Bob | | 2027-05-21
        """,
        """
        Plan schrijven | * | 15-1-27 | gereed | | Voorbereiding
        Opzet | * | 8-1-27 | gereed | | Voorbereiding
        Bijlagen | * | 12-1-27 | | | Voorbereiding
        Plan vaststellen | * | 10-2-27 | | | Voorbereiding
        Lab bouwen | * | 21-5-27 | | | Uitvoering
        """,
        answers={"onderdelen": "mijlpaal"},
    ),
    made(
        "Todoist",
        """
        TYPE | CONTENT | DESCRIPTION | PRIORITY | INDENT | AUTHOR | RESPONSIBLE | DATE | DATE_LANG | TIMEZONE
        meta | view_style=list | | | | | | | |
        task | Regiegroep plannen | Met alle scholen | 1 | 1 | Ann (123) | Bob (456) | 2027-02-01 | nl | Europe/Brussels
        note | Vorige keer kwam de helft niet. | | | | Ann (123) | | | |
        section | Labs | | | | | | | |
        task | Lab inrichten | | 2 | 1 | Ann (123) | | 1 mrt 2027 | nl | Europe/Amsterdam
        task | Machines kiezen | | 4 | 2 | Ann (123) | Bob (456) | 15 jan 2027 | nl | Europe/Amsterdam
        note | Offerte van twee leveranciers vragen | | | | Ann (123) | | | |
        section | Lessen | | | | | | | |
        task | Gastles geven | | 4 | 1 | Ann (123) | | 15 sep 2027 | nl | Europe/Amsterdam
        """,
        """
        Regiegroep plannen | * | 1-2-27 | | |
        Lab inrichten | * | 1-3-27 | | | Labs
        Machines kiezen | * | 15-1-27 | | | Labs
        Gastles geven | * | 15-9-27 | | | Lessen
        """,
        kind="comma",
        answers={"onderdelen": "mijlpaal"},
    ),
    made(
        "Todoist met herhaling en deadline",
        """
        TYPE | CONTENT | PRIORITY | INDENT | AUTHOR | RESPONSIBLE | DATE | DATE_LANG | TIMEZONE | DEADLINE | \
        DEADLINE_LANG
        section | Overleg | | | | | | | | |
        task | Nieuwsbrief maken | 4 | 1 | Ann (1) | | elke maandag | nl | Europe/Amsterdam | |
        task | Subsidie aanvragen | 1 | 1 | Ann (1) | | 2027-03-01 | nl | Europe/Amsterdam | 2027-03-31 | nl
        task | Lab kiezen | 1 | 1 | Ann (1) | | 2027-04-12 | nl | Europe/Amsterdam | |
         | | | | | | | | | |
        section | Leeg | | | | | | | | |
        """,
        """
        Nieuwsbrief maken | * | | | | Overleg
        Subsidie aanvragen | 1-3-27 | 31-3-27 | | | Overleg
        Lab kiezen | * | 12-4-27 | | | Overleg
        """,
        kind="comma",
        told=["elke maandag"],
    ),
]
