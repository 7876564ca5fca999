"""Lists of parties: of schools, companies and others, as regions keep them."""

from tests.intake.tables_of_people.made_table import table

TABLES = [
    table(
        "partijen",
        "Adreslijst van scholen",
        """
        Naam school | Adres | Plaats | Contactpersoon | E-mail
        Almere College | Kruislaan 1 | Almere | teamleider techniek | tl@voorbeeld.nl
        Het Baken | Lagekant 2 | Almere | directeur | dir@voorbeeld.nl
        De Meergronden | Markt 3 | Almere | decaan | dec@voorbeeld.nl
        """,
        """
        name | contact
        Almere College | teamleider techniek
        Het Baken | directeur
        De Meergronden | decaan
        """,
    ),
    table(
        "partijen",
        "Stakeholders",
        """
        Overzicht stakeholders STO Midden

        Stakeholder | Type | Invloed | Belang | Stand van zaken
        ROC Midden | ROC | groot | groot | getekend
        Bouwmensen | brancheorganisatie | middel | groot | toegezegd
        Gemeente Midden | gemeente | klein | middel | beoogd
        """,
        """
        name | kind | status
        ROC Midden | mbo | getekend
        Bouwmensen | brancheorganisatie | toegezegd
        Gemeente Midden | gemeente | beoogd
        """,
    ),
    table(
        "partijen",
        "Partners onder tussenkoppen",
        """
        Partner | Contactpersoon | Telefoon
        Vmbo-scholen | |
        Almere College | teamleider | 036-1
        Het Baken | decaan | 036-2
        Bedrijven | |
        Bouw & Co | directeur | 036-3
        Installatie Jansen | bedrijfsleider | 036-4
        """,
        """
        name | contact
        Almere College | teamleider
        Het Baken | decaan
        Bouw & Co | directeur
        Installatie Jansen | bedrijfsleider
        """,
        answers={"groepen": "over"},
    ),
    table(
        "partijen",
        "English list of partners",
        """
        Organization,Category,Contact,Commitment,Remarks
        Tech Valley College,vmbo,dean,Signed,
        Steel Works,Company,HR manager,Committed,wants two trainees
        City of Midden,Municipality,policy officer,Intended,
        """.replace(",", "|"),
        """
        name | kind | contact | status | note
        Tech Valley College | vmbo | dean | getekend |
        Steel Works | bedrijf | HR manager | toegezegd | wants two trainees
        City of Midden | gemeente | policy officer | beoogd |
        """,
        kind="comma",
    ),
    table(
        "partijen",
        "Scholen met BRIN",
        """
        BRIN | Instellingsnaam | Bevoegd gezag | Leerlingen | Schoolsoort
        01AB | Almere College | Stichting Oost | #812 | vmbo
        02CD | Praktijkschool Zuid | Stichting Zuid | #140 | praktijkonderwijs
        03EF | ROC Midden | ROC Midden | #4200 | mbo
        """,
        """
        name | kind
        Almere College | vmbo
        Praktijkschool Zuid | pro
        ROC Midden | mbo
        """,
    ),
    table(
        "partijen",
        "Mensen van organisaties",
        """
        Voornaam | Achternaam | Organisatie | Functie | E-mail
        Jan | de Boer | Almere College | decaan | j@voorbeeld.nl
        Eva | Smit | Almere College | docent | e@voorbeeld.nl
        Kees | Vos | Bouw & Co | directeur | k@voorbeeld.nl
        """,
        """
        name | contact
        Almere College |
        Bouw & Co |
        """,
        told=("staat ook op regel 2", "‘Functie’"),
    ),
    table(
        "partijen",
        "Kruisjes per soort",
        """
        Partij | PO | VMBO | MBO | Bedrijf
        Basisschool De Brug | x | | |
        Almere College | | x | |
        ROC Midden | | | x |
        Bouw & Co | | | | x
        """,
        """
        name | kind
        Basisschool De Brug | po
        Almere College | vmbo
        ROC Midden | mbo
        Bouw & Co | bedrijf
        """,
    ),
    table(
        "partijen",
        "Namen zonder kop",
        """
        Almere College
        Het Baken
        ROC Midden
        Bouw & Co
        """,
        """
        name
        Almere College
        Het Baken
        ROC Midden
        Bouw & Co
        """,
        is_pasted=True,
    ),
    table(
        "partijen",
        "Tekenlijst",
        """
        Ondertekening samenwerkingsovereenkomst
        Nr. | Organisatie | Naam ondertekenaar | Datum ondertekening | Getekend?
        1 | Almere College | J. de Boer | @1-10-2026 | ja
        2 | ROC Midden | P. Jansen | @8-10-2026 | ja
        3 | Bouw & Co | K. Vos | | nee
        Opgesteld door: projectbureau
        """,
        """
        name | agreed_on
        Almere College | 01-10-2026
        ROC Midden | 08-10-2026
        Bouw & Co |
        """,
    ),
    table(
        "partijen",
        "Bedrijven met status in vinkjes",
        """
        Bedrijfsnaam | Sector | Intentie | Toezegging | Overeenkomst
        Bouw & Co | bouw | ja | ja | ja
        Installatie Jansen | techniek | ja | ja | nee
        Metaal BV | metaal | ja | nee | nee
        """,
        """
        name | status
        Bouw & Co | getekend
        Installatie Jansen | toegezegd
        Metaal BV | beoogd
        """,
        may_be_refused=True,
    ),
    table(
        "partijen",
        "Idem en aanhalingstekens",
        """
        Organisatie | Contact
        Lek College | J. Bos
        idem | A. Vis
        ,, | K. Pol
        " | L. Wit
        zie boven | M. Dam
        n.v.t. | N. Smit
        ROC Rivor | P. Berg
        """,
        """
        name | contact
        Lek College | J. Bos
        ROC Rivor | P. Berg
        """,
        told=("de regels 3, 4, 5 en 6", "staat ook op regel 2", "is leeg"),
    ),
    table(
        "partijen",
        "Idem zonder iets erboven",
        """
        Organisatie | Contact
        idem | A. Vis
        ROC Rivor | P. Berg
        """,
        """
        name | contact
        ROC Rivor | P. Berg
        """,
        told=("is leeg",),
    ),
    table(
        "partijen",
        "Namen met een streepje of bolletje",
        """
        Partner | Contact
        • Kompas College | J. Bos
        - gemeente Hazelmonde | A. Vis
        * ROC Zuid | K. Pol
        ·Smid De Haan | L. Wit
        """,
        """
        name | contact
        Kompas College | J. Bos
        gemeente Hazelmonde | A. Vis
        ROC Zuid | K. Pol
        Smid De Haan | L. Wit
        """,
        is_pasted=True,
    ),
]
