"""Tables below each other in one tab: each has its own heads, and a row of heads is no milestone."""

from tests.intake.sheets_of_people.made import made

SHEETS = (
    made(
        "Een tweede tabel met andere maanden, zonder lege rij",
        """
        Activiteit | jan 2027 | feb 2027 | mrt 2027 | apr 2027
        Lab openen | x | x | x |
        Leerlingen meten | | x | |
        Activiteit | jul 2027 | aug 2027 | sep 2027 | okt 2027 | nov 2027 | dec 2027
        Bedrijven werven | x | x | | | |
        Docenten scholen | | | | x | x | x
        """,
        """
        Lab openen | 1-1-27 | 31-3-27
        Leerlingen meten | 1-2-27 | 28-2-27
        Bedrijven werven | 1-7-27 | 31-8-27
        Docenten scholen | 1-10-27 | 31-12-27
        """,
    ),
    made(
        "Een tweede tabel met andere maanden, zonder kop boven de namen",
        """
        Activiteit | jan 2027 | feb 2027 | mrt 2027 | apr 2027
        Lab openen | x | x | x |
        Leerlingen meten | | x | |

         | jul 2027 | aug 2027 | sep 2027 | okt 2027 | nov 2027 | dec 2027
        Bedrijven werven | x | x | | | |
        Docenten scholen | | | | x | x | x
        """,
        """
        Lab openen | 1-1-27 | 31-3-27
        Leerlingen meten | 1-2-27 | 28-2-27
        Bedrijven werven | 1-7-27 | 31-8-27
        Docenten scholen | 1-10-27 | 31-12-27
        """,
        told=["kolom:mijlpaal"],
    ),
    made(
        "Onder de maanden een tabel met kwartalen",
        """
        Activiteit | jan 2027 | feb 2027 | mrt 2027 | apr 2027
        Lab openen | x | x | x |
        Leerlingen meten | | x | |

        Taak | Q3 2027 | Q4 2027
        Bedrijven werven | x |
        Docenten scholen | | x
        """,
        """
        Lab openen | 1-1-27 | 31-3-27
        Leerlingen meten | 1-2-27 | 28-2-27
        Bedrijven werven | 1-7-27 | 30-9-27
        Docenten scholen | 1-10-27 | 31-12-27
        """,
    ),
    made(
        "Een tweede tabel met een kop van twee rijen",
        """
        Activiteit | Planning 1e helft | << | << | <<
         | jan 2027 | feb 2027 | mrt 2027 | apr 2027
        Lab openen | x | x | x |
        Leerlingen meten | | x | |

        Activiteit | Planning 2e helft | << | << | << | << | <<
         | jul 2027 | aug 2027 | sep 2027 | okt 2027 | nov 2027 | dec 2027
        Bedrijven werven | x | x | | | |
        Docenten scholen | | | | x | x | x
        """,
        """
        Lab openen | 1-1-27 | 31-3-27
        Leerlingen meten | 1-2-27 | 28-2-27
        Bedrijven werven | 1-7-27 | 31-8-27
        Docenten scholen | 1-10-27 | 31-12-27
        """,
    ),
    made(
        "Een tweede tabel met meer kolommen voor de maanden",
        """
        Activiteit | jan 2027 | feb 2027 | mrt 2027 | apr 2027
        Lab openen | x | x | x |
        Leerlingen meten | | x | |

        Nr | Activiteit | Wie | jul 2027 | aug 2027 | sep 2027 | okt 2027 | nov 2027 | dec 2027
        #3 | Bedrijven werven | Jan | x | x | | | |
        #4 | Docenten scholen | Piet | | | | x | x | x
        """,
        """
        Lab openen | 1-1-27 | 31-3-27
        Leerlingen meten | 1-2-27 | 28-2-27
        Bedrijven werven | 1-7-27 | 31-8-27
        Docenten scholen | 1-10-27 | 31-12-27
        """,
    ),
    made(
        "Een tweede tabel met weken onder een ander jaar",
        """
        Activiteit | 2027 | << | << | <<
         | wk 48 | wk 49 | wk 50 | wk 51
        Lab openen | x | x | |

        Activiteit | 2028 | << | << | <<
         | wk 2 | wk 3 | wk 4 | wk 5
        Leerlingen meten | x | | |
        """,
        """
        Lab openen | 29-11-27 | 10-12-27
        Leerlingen meten | 10-1-28 | 14-1-28
        """,
    ),
    made(
        "Onder de balken een lijst met nummers",
        """
        Activiteit | jan 2027 | feb 2027 | mrt 2027 | apr 2027
        Lab openen | x | x | x |
        Leerlingen meten | | x | |

        Nr | Mijlpaal | Begin | Klaar | Wie
        #3 | Bedrijven werven | 1-7-2027 | 31-8-2027 | Jan
        #4 | Docenten scholen | 1-10-2027 | 31-12-2027 | Piet
        """,
        """
        Lab openen | 1-1-27 | 31-3-27
        Leerlingen meten | 1-2-27 | 28-2-27
        Bedrijven werven | 1-7-27 | 31-8-27
        Docenten scholen | 1-10-27 | 31-12-27
        """,
    ),
    made(
        "Onder de balken een lijst met deadlines",
        """
        Activiteit | jan 2027 | feb 2027 | mrt 2027 | apr 2027
        Lab openen | x | x | x |
        Leerlingen meten | | x | |

        Mijlpaal | Deadline
        Bedrijven werven | 31-8-2027
        Docenten scholen | 31-12-2027
        """,
        """
        Lab openen | 1-1-27 | 31-3-27
        Leerlingen meten | 1-2-27 | 28-2-27
        Bedrijven werven | | 31-8-27
        Docenten scholen | | 31-12-27
        """,
    ),
    made(
        "Onder een lijst een lijst met een titel en alleen een datum",
        """
        Activiteit | Start | Eind
        Lab openen | 1-1-2027 | 31-3-2027
        Leerlingen meten | 1-2-2027 | 28-2-2027

        Mijlpalen
        Mijlpaal | Datum
        Bedrijven werven | 31-8-2027
        Docenten scholen | 31-12-2027
        """,
        """
        Lab openen | 1-1-27 | 31-3-27
        Leerlingen meten | 1-2-27 | 28-2-27
        Bedrijven werven | | 31-8-27
        Docenten scholen | | 31-12-27
        """,
    ),
    made(
        "Onder een lijst een lijst met de datum voorop",
        """
        Activiteit | Start | Eind
        Lab openen | 1-1-2027 | 31-3-2027
        Leerlingen meten | 1-2-2027 | 28-2-2027

        Datum | Mijlpaal
        31-8-2027 | Bedrijven werven
        31-12-2027 | Docenten scholen
        """,
        """
        Lab openen | 1-1-27 | 31-3-27
        Leerlingen meten | 1-2-27 | 28-2-27
        Bedrijven werven | | 31-8-27
        Docenten scholen | | 31-12-27
        """,
    ),
    made(
        "Onder een lijst een andere lijst, zonder lege rij",
        """
        Activiteit | Start | Eind
        Lab openen | 1-1-2027 | 31-3-2027
        Leerlingen meten | 1-2-2027 | 28-2-2027
        Mijlpaal | Datum
        Bedrijven werven | 31-8-2027
        Docenten scholen | 31-12-2027
        """,
        """
        Lab openen | 1-1-27 | 31-3-27
        Leerlingen meten | 1-2-27 | 28-2-27
        Bedrijven werven | | 31-8-27
        Docenten scholen | | 31-12-27
        """,
    ),
    made(
        "Een tweede tabel met het andere halfjaar, met het jaar in de titel",
        """
        Planning 2027
        Activiteit | jan | feb | mrt | apr | mei | jun
        Lab openen | x | x | x | | |
        Leerlingen meten | | x | | | |

        Activiteit | jul | aug | sep | okt | nov | dec
        Bedrijven werven | x | x | | | |
        Docenten scholen | | | | x | x | x
        """,
        """
        Lab openen | 1-1-27 | 31-3-27
        Leerlingen meten | 1-2-27 | 28-2-27
        Bedrijven werven | 1-7-27 | 31-8-27
        Docenten scholen | 1-10-27 | 31-12-27
        """,
    ),
    made(
        "Drie tabellen met elk andere maanden",
        """
        Onderwijs
        Activiteit | jan 2027 | feb 2027 | mrt 2027 | apr 2027
        Lab openen | x | x | x |
        Bedrijven
        Activiteit | feb 2027 | mrt 2027 | apr 2027
        Leerlingen meten | x | |
        Scholen
        Activiteit | jul 2027 | aug 2027 | sep 2027 | okt 2027 | nov 2027 | dec 2027
        Bedrijven werven | x | x | | | |
        Docenten scholen | | | | x | x | x
        """,
        """
        Lab openen | 1-1-27 | 31-3-27
        Leerlingen meten | 1-2-27 | 28-2-27
        Bedrijven werven | 1-7-27 | 31-8-27
        Docenten scholen | 1-10-27 | 31-12-27
        """,
    ),
    made(
        "Een tweede tabel met andere weken, in kleur",
        """
        Activiteit | wk 1 2027 | wk 2 2027 | wk 3 2027
        Lab openen | {groen} | {groen} |

        Activiteit | wk 20 2027 | wk 21 2027 | wk 22 2027
        Leerlingen meten | | {groen} | {groen}
        """,
        """
        Lab openen | 4-1-27 | 15-1-27
        Leerlingen meten | 24-5-27 | 4-6-27
        """,
    ),
    made(
        "Onder een lijst een tabel met balken",
        """
        Activiteit | Start | Eind
        Lab openen | @11-1-2027 | @26-2-2027

        Activiteit | jan 2027 | feb 2027 | mrt 2027 | apr 2027 | mei 2027 | jun 2027
        Leerlingen meten | | x | x | | |
        """,
        """
        Lab openen | 11-1-27 | 26-2-27
        Leerlingen meten | 1-2-27 | 31-3-27
        """,
    ),
    made(
        "Twee jaren met echte datums als koppen, onder elkaar",
        """
        Jaar 1
        Activiteit | @1-1-2027 | @1-2-2027 | @1-3-2027 | @1-4-2027
        Lab openen | x | x | x |

        Jaar 2
        Activiteit | @1-1-2028 | @1-2-2028 | @1-3-2028 | @1-4-2028
        Leerlingen meten | | x | x |
        """,
        """
        Lab openen | 1-1-27 | 31-3-27
        Leerlingen meten | 1-2-28 | 31-3-28
        """,
        month_heads=True,
    ),
    made(
        "Twee tabellen naast elkaar met elk een titel, de rechter gelezen",
        """
        Planning 2027
        Vmbo | | | Mbo |
        Actie | Klaar | | Actie | Klaar
        LOB-dag | @3-3-2027 | | Meeloopweek | @16-4-2027
        Stagemarkt | @12-5-2027 | | Diploma-uitreiking | @8-7-2027
        """,
        """
        Meeloopweek | | 16-4-27 | * | * | Mbo
        Diploma-uitreiking | | 8-7-27 | * | * | Mbo
        """,
        answers={"tabel": "rechts"},
        told=["onder ‘Mbo’", "niet die onder ‘Vmbo’"],
    ),
    made(
        "Drie tabellen naast elkaar met hun titel een regel hoger",
        """
        Vmbo | | | Mbo | | | Havo |

        Actie | Klaar | | Actie | Klaar | | Actie | Klaar
        LOB-dag | 3-3-2027 | | Meeloopweek | 16-4-2027 | | Open dag | 1-2-2027
        Stagemarkt | 12-5-2027 | | Diploma | 8-7-2027 | | Examen | 5-7-2027
        """,
        """
        Meeloopweek | | 16-4-27 | * | * | Mbo
        Diploma | | 8-7-27 | * | * | Mbo
        """,
        answers={"tabel": "2"},
        told=["niet die onder ‘Vmbo’ en ‘Havo’"],
    ),
    made(
        "Twee maal twee tabellen, elk met een eigen titel",
        """
        Vmbo | | | Mbo |
        Actie | Klaar | | Actie | Klaar
        LOB-dag | 3-3-2027 | | Meeloopweek | 16-4-2027

        Havo | | | Vwo |
        Actie | Klaar | | Actie | Klaar
        Profielkeuze | 3-2-2027 | | Open dag | 16-1-2027
        """,
        """
        LOB-dag | | 3-3-27 | * | * | Vmbo
        Profielkeuze | | 3-2-27 | * | * | Havo
        """,
        answers={"tabel": "links"},
    ),
    made(
        "Twee tabellen naast elkaar onder een jaar",
        """
        2027 | | | 2028 |
        Actie | Klaar | | Actie | Klaar
        LOB-dag | 3 maart | | Meeloopweek | 16 april
        Stagemarkt | 12 mei | | Diploma | 8 juli
        """,
        """
        Meeloopweek | | 16-4-28
        Diploma | | 8-7-28
        """,
        answers={"tabel": "rechts", "jaar": "2028"},
    ),
)
