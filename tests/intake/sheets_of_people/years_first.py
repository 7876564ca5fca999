"""Years beside periods and weeks, and months that a day stands for."""

from tests.intake.sheets_of_people.made import made

SHEETS = (
    made(
        "Jaar, streepje, periode",
        """
        Mijlpaal | Wanneer
        Lab openen | 2027 - mei
        Bedrijven werven | 2027 - week 20
        Leerlingen meten | 2027 – Q4
        Docenten scholen | 2027-3e kwartaal
        Slotdag houden | 2027 - H2
        Verslag maken | 2028 - sept
        """,
        """
        Lab openen | 1-5-27 | 31-5-27
        Bedrijven werven | 17-5-27 | 21-5-27
        Leerlingen meten | 1-10-27 | 31-12-27
        Docenten scholen | 1-7-27 | 30-9-27
        Slotdag houden | 1-7-27 | 31-12-27
        Verslag maken | 1-9-28 | 30-9-28
        """,
    ),
    made(
        "Koppen met het jaar voor het halfjaar",
        """
        Activiteit | 2027-1e halfjaar | 2027-2e halfjaar | 2028-1e halfjaar | 2028-2e halfjaar
        Lab openen | x | | |
        Leerlingen meten | | x | x |
        """,
        """
        Lab openen | 1-1-27 | 30-6-27
        Leerlingen meten | 1-7-27 | 30-6-28
        """,
    ),
    made(
        "Koppen met jaar – kwartaal",
        """
        Activiteit | 2027 – Q3 | 2027 – Q4 | 2028 – Q1
        Lab openen | x | |
        Leerlingen meten | | x | x
        """,
        """
        Lab openen | 1-7-27 | 30-9-27
        Leerlingen meten | 1-10-27 | 31-3-28
        """,
    ),
)
