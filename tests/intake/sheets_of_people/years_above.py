"""Years in headings, in titles of tables below each other, and in heads: each holds for what it stands above."""

from tests.intake.sheets_of_people.made import made

SHEETS = (
    made(
        "Een jaar als kopje tussen rijen met balken",
        """
        Activiteit | jan | feb | mrt | apr | mei | jun
        2027
        Lab openen | x | x | | | |
        2028
        Leerlingen meten | | x | x | | |
        """,
        """
        Lab openen | 1-1-27 | 28-2-27
        Leerlingen meten | 1-2-28 | 31-3-28
        """,
        told=["het jaar komt uit"],
    ),
    made(
        "Een kopje met een jaar onder rijen zonder",
        """
        Activiteit | Datum
        Lab openen | 12 januari
        2028
        Leerlingen meten | 15 februari
        """,
        """
        Lab openen | | 12-1-27
        Leerlingen meten | | 15-2-28
        """,
        answers={"jaar": "2027"},
        told=["het jaar komt uit"],
    ),
    made(
        "Twee jaren met elk twee tabellen, en het jaar daarboven",
        """
        Jaarplanning 2027
        Onderwijs
        Activiteit | jan | feb | mrt
        Lab openen | x | x |

        Bedrijven
        Activiteit | jan | feb | mrt
        Leerlingen meten | | x | x

        Jaarplanning 2028
        Onderwijs
        Activiteit | jan | feb | mrt
        Bedrijven werven | x | x |

        Bedrijven
        Activiteit | jan | feb | mrt
        Docenten scholen | | x | x
        """,
        """
        Lab openen | 1-1-27 | 28-2-27
        Leerlingen meten | 1-2-27 | 31-3-27
        Bedrijven werven | 1-1-28 | 29-2-28
        Docenten scholen | 1-2-28 | 31-3-28
        """,
        told=["het jaar komt uit"],
    ),
    made(
        "Een jaar boven elke tabel met eigen maanden",
        """
        2027
        Activiteit | jan | feb | mrt | apr
        Lab openen | x | x | |

        2028
        Activiteit | sep | okt | nov | dec
        Leerlingen meten | | x | x |
        """,
        """
        Lab openen | 1-1-27 | 28-2-27
        Leerlingen meten | 1-10-28 | 30-11-28
        """,
        told=["het jaar komt uit"],
    ),
    made(
        "Een jaar in de kop van begin en einde",
        """
        Activiteit | Start (2027) | Einddatum 2028
        Lab openen | 1 maart | 1 februari
        Leerlingen meten | week 14 | Q2
        """,
        """
        Lab openen | 1-3-27 | 1-2-28
        Leerlingen meten | 5-4-27 | 30-6-28
        """,
        told=["het jaar komt uit"],
    ),
    made(
        "Schooljaren als kopjes boven weken",
        """
        Activiteit | Startweek | Eindweek
        Schooljaar 2026-2027
        Lab openen | week 36 | week 3
        Schooljaar 2027-2028
        Leerlingen meten | week 37 | week 4
        """,
        """
        Lab openen | 31-8-26 | 22-1-27
        Leerlingen meten | 13-9-27 | 28-1-28
        """,
        told=["het jaar komt uit"],
    ),
    made(
        "Een mijlpaal zonder datum met een jaar in zijn naam",
        """
        Activiteit | Datum
        Lab openen | 12 januari
        Jaarplan 2028
        Leerlingen meten | 15 februari
        """,
        """
        Lab openen | | 12-1-27
        Jaarplan 2028 | |
        Leerlingen meten | | 15-2-27
        """,
        answers={"jaar": "2027", "naamalleen": "mijlpaal"},
    ),
    made(
        "Een dag met een eigen jaar onder een kopje met een jaar",
        """
        Activiteit | Datum
        2027
        Lab openen | 12 januari
        Leerlingen meten | 15 februari 2028
        2028
        Bedrijven werven | 1 mei
        """,
        """
        Lab openen | | 12-1-27
        Leerlingen meten | | 15-2-28
        Bedrijven werven | | 1-5-28
        """,
        told=["het jaar komt uit"],
    ),
    made(
        "Een schooljaar in de titel van elke tabel",
        """
        Planning schooljaar 2026/2027
        Activiteit | Datum | Wie
        Lab openen | 12 oktober |

        Planning schooljaar 2027/2028
        Activiteit | Datum | Wie
        Leerlingen meten | 15 februari |
        """,
        """
        Lab openen | | 12-10-26
        Leerlingen meten | | 15-2-28
        """,
        told=["het jaar komt uit"],
    ),
    made(
        "Perioden onder kopjes met een jaar",
        """
        Activiteit | Periode
        Jaar 2027
        Lab openen | 12 januari t/m 3 februari
        Jaar 2028
        Leerlingen meten | dec - jan
        Bedrijven werven | maart t/m mei
        """,
        """
        Lab openen | 12-1-27 | 3-2-27
        Leerlingen meten | 1-12-28 | 31-1-29
        Bedrijven werven | 1-3-28 | 31-5-28
        """,
        told=["het jaar komt uit"],
    ),
    made(
        "Een jaar in de titel van elke tabel, met een lege rij eronder",
        """
        Planning 2027

        Activiteit | jan | feb | mrt
        Lab openen | x | x |

        Planning 2028

        Activiteit | jan | feb | mrt
        Leerlingen meten | | x | x
        """,
        """
        Lab openen | 1-1-27 | 28-2-27
        Leerlingen meten | 1-2-28 | 31-3-28
        """,
        told=["het jaar komt uit"],
    ),
    made(
        "Een naam met een jaar boven elke tabel",
        """
        Technieklab 2027
        Activiteit | jan | feb | mrt
        Lab openen | x | x |

        Technieklab 2028
        Activiteit | jan | feb | mrt
        Leerlingen meten | | x | x
        """,
        """
        Lab openen | 1-1-27 | 28-2-27
        Leerlingen meten | 1-2-28 | 31-3-28
        """,
        told=["het jaar komt uit"],
    ),
    made(
        "Kopjes van fasen met een jaar tussen haakjes",
        """
        Activiteit | Datum
        Fase 1 (2027)
        Lab openen | 3 maart
        Fase 2 (2028)
        Leerlingen meten | 4 april
        """,
        """
        Lab openen | | 3-3-27
        Leerlingen meten | | 4-4-28
        """,
        told=["het jaar komt uit"],
    ),
    made(
        "Kopjes van schooljaren tussen haakjes",
        """
        Activiteit | Datum
        Jaar 1 (2026-2027)
        Lab openen | 3 oktober
        Jaar 2 (2027-2028)
        Leerlingen meten | 4 april
        """,
        """
        Lab openen | | 3-10-26
        Leerlingen meten | | 4-4-28
        """,
        told=["het jaar komt uit"],
    ),
    made(
        "Kopjes met een naam en een jaar tussen balken",
        """
        Activiteit | jan | feb | mrt
        Doelen 2027
        Lab openen | x | x |
        Doelen 2028
        Leerlingen meten | | x | x
        """,
        """
        Lab openen | 1-1-27 | 28-2-27
        Leerlingen meten | 1-2-28 | 31-3-28
        """,
        answers={"naamalleen": "kopje"},
        told=["het jaar komt uit"],
    ),
    made(
        "Kwartalen met een jaar als kopjes boven dagen",
        """
        Activiteit | Datum
        Q1 2027
        Lab openen | 3 maart
        Q2 2028
        Leerlingen meten | 4 april
        """,
        """
        Lab openen | | 3-3-27
        Leerlingen meten | | 4-4-28
        """,
        told=["het jaar komt uit"],
    ),
    made(
        "Trimesters onder één schooljaar",
        """
        Activiteit | Schooljaar 2027-2028
        | Trim. 1 | Trim. 2 | Trim. 3
        Werven | x | |
        Scholen | | x | x
        """,
        """
        Werven | 1-8-27 | 30-11-27
        Scholen | 1-12-27 | 31-7-28
        """,
        answers={"jaardelen": "delen"},
    ),
    made(
        "Trimesters onder twee jaren",
        """
        Activiteit | 2027 | | | 2028 | |
        | Trim. 1 | Trim. 2 | Trim. 3 | Trim. 1 | Trim. 2 | Trim. 3
        Werven | x | x | | | |
        Scholen | | | x | x | |
        """,
        """
        Werven | 1-1-27 | 31-8-27
        Scholen | 1-9-27 | 30-4-28
        """,
        answers={"jaardelen": "delen"},
    ),
)
