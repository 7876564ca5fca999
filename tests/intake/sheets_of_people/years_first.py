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
    made(
        "Maandkoppen op de laatste dag, getoond als maand",
        """
        Taak | @31-1-2027 | @28-2-2027 | @31-3-2027 | @30-4-2027
        Sloop | x | | |
        Bouw | | x | x |
        Verf | | | | x
        """,
        """
        Sloop | 1-1-27 | 31-1-27
        Bouw | 1-2-27 | 31-3-27
        Verf | 1-4-27 | 30-4-27
        """,
        month_heads=True,
    ),
    made(
        "Maandkoppen op ongelijke dagen, getoond als maand",
        """
        Taak | @5-1-2027 | @9-2-2027 | @3-3-2027 | @28-4-2027
        Sloop | x | | |
        Bouw | | x | x |
        Verf | | | | x
        """,
        """
        Sloop | 1-1-27 | 31-1-27
        Bouw | 1-2-27 | 31-3-27
        Verf | 1-4-27 | 30-4-27
        """,
        month_heads=True,
    ),
    made(
        "Laatste dagen van maanden in een tekstbestand",
        """
        Taak | 31-1-2027 | 28-2-2027 | 31-3-2027 | 30-4-2027
        Sloop | x | | |
        Bouw | | x | x |
        """,
        """
        Sloop | 1-1-27 | 31-1-27
        Bouw | 1-2-27 | 31-3-27
        """,
        kind="csv",
        told=["hele maanden"],
    ),
    made(
        "Week eindigend op vrijdag",
        """
        Taak | Week t/m | @5-3-2027 | @12-3-2027 | @19-3-2027
        Sloop | | x | |
        Bouw | | | x | x
        """,
        """
        Sloop | 1-3-27 | 5-3-27
        Bouw | 8-3-27 | 19-3-27
        """,
    ),
    made(
        "Zondagen boven weken, zonder woord",
        """
        Taak | @7-3-2027 | @14-3-2027 | @21-3-2027
        Sloop | x | |
        Bouw | | x | x
        """,
        """
        Sloop | 1-3-27 | 5-3-27
        Bouw | 8-3-27 | 19-3-27
        """,
        answers={"weekdag": "eind"},
    ),
    made(
        "Begin getoond als maand, op de laatste dag",
        """
        Taak | Begin | Eind
        Sloop | @31-1-2027 | @31-3-2027
        Bouw | @30-4-2027 | @30-6-2027
        """,
        """
        Sloop | 1-1-27 | 31-3-27
        Bouw | 1-4-27 | 30-6-27
        """,
        month_heads=True,
    ),
    made(
        "Weken met twee cijfers van hun jaar",
        """
        Taak | Van | Tot
        Werving | wk 05-27 | wk 09-27
        Scholing | week 48-27 | w5-28
        Inzet | wk 20-27 | wk 24-27
        """,
        """
        Werving | 1-2-27 | 5-3-27
        Scholing | 29-11-27 | 4-2-28
        Inzet | 17-5-27 | 18-6-27
        """,
    ),
    made(
        "Een week met haar jaar of twee weken",
        """
        Taak | Wanneer
        Werving | wk 20-27
        Scholing | wk 24-27
        """,
        """
        Werving | 17-5-27 | 21-5-27
        Scholing | 14-6-27 | 18-6-27
        """,
        answers={"weekjaar": "jaar"},
        told=["weekjaar"],
    ),
    made(
        "Weken van de eerste tot de laatste",
        """
        Taak | Wanneer
        Werving | wk 20-27
        Scholing | wk 3-5
        """,
        """
        Werving | 17-5-27 | 9-7-27
        Scholing | 18-1-27 | 5-2-27
        """,
        answers={"weekjaar": "weken", "jaar": "2027"},
    ),
    made(
        "Koppen van weken met twee cijfers van hun jaar",
        """
        Taak | wk 51-27 | wk 52-27 | wk 1-28 | wk 2-28
        Werving | x | x | |
        Scholing | | | x | x
        """,
        """
        Werving | 20-12-27 | 31-12-27
        Scholing | 3-1-28 | 14-1-28
        """,
    ),
)
