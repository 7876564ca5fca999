"""What tables and parties answered in the two meetings of 2026.

The facts of an answer are divided by blanks: question, then what applies of `t:2` (table), `p:KZ` (party),
`over:3` (goal), `over:oud3` (goal of 2025-2026) or `over:2.1` (speerpunt), `st:7` (votes), `ef:8` (impact),
`mo:3` (effort), `b:4` (decision), `+` (success) or `-` (point to improve).
"""

# Facts, answer, and why it went that way.
ANSWERS: tuple[tuple[str, str, str], ...] = (
    (
        "1 t:1",
        "Ja voor de basisschool: kinderen laten maken. Nee voor wat er daarna komt, dat weten leerkrachten niet.",
        "",
    ),
    (
        "1 t:2 -",
        "Wij dachten aan beter onderwijs, de bedrijven aan meer stagiairs. Beide klopt, maar het stond nergens zo.",
        "",
    ),
    (
        "1 t:3",
        (
            "Het doel is voor ons helder: over vijf jaar nog mensen hebben. Of dat via een lab gaat of via een "
            "stage maakt ons niet uit."
        ),
        "",
    ),
    ("1 t:4 +", "De visie van 2019 staat nog. Alleen duurzaamheid is groter geworden dan we toen schreven.", ""),
    ("1 p:GH", "De gemeente keek vooral naar jongeren zonder diploma. Dat doel mist in het gesprek.", ""),
    (
        "2 t:1 + b:1",
        "De Uitvindloods beantwoordt een mail dezelfde dag. Daardoor durven scholen iets nieuws.",
        "Eén vaste persoon met drie dagen per week",
    ),
    (
        "2 t:2 - b:5 st:9",
        "Zes werkgroepen met steeds dezelfde mensen. Vergaderen kostte meer uren dan lessen maken.",
        "Bij elk idee kwam een groep erbij en er ging nooit een weg",
    ),
    (
        "2 t:3 - b:10 st:11",
        "Ik had in maart vijf scholen aan de lijn, allemaal aardig, allemaal met dezelfde vraag.",
        "Scholen hebben elk een eigen stagelijst",
    ),
    (
        "2 t:4 + st:4",
        "De bedrijvenavond bij Daniëls leverde in twee uur meer op dan een jaar mailen.",
        "Aan de machine praat je anders dan in een zaaltje",
    ),
    ("2 p:HE -", "Het Erf ligt 23 kilometer van de rest. Wie iets organiseert in Hazelmonde vergeet ons vaak.", ""),
    ("2 p:LB", "Voor onze leerlingen was een kleine groep genoeg. Dat kon, als we het maar op tijd zeiden.", ""),
    ("3 t:1", "Eén kalender voor de hele regio, vóór de zomer klaar.", ""),
    ("3 t:2 b:5", "Wie trekker is krijgt uren op papier. Zonder uren geen trekker.", ""),
    ("3 t:3 b:15", "Stuur ons elk half jaar twee pagina’s: wat ging goed, wat niet, wat heb je van ons nodig.", ""),
    ("3 t:4 b:15", "Slecht nieuws in de eerste vijf minuten van de vergadering.", ""),
    (
        "7 t:1 over:oud3 + st:8 b:1",
        "Ruim gehaald: 640 kinderen in plaats van 600. Kinderen vragen wanneer de kist weer komt.",
        "Leskisten waren makkelijk te lenen",
    ),
    (
        "7 t:2 over:oud1 st:3",
        "Voor de helft. PIE groeide, BWI bleef gelijk en M&T kromp van 34 naar 27.",
        "Een kleine jaarlaag in Terelst",
    ),
    (
        "7 t:2 over:oud2 - st:7 b:6",
        "Niet gelukt. Onze leerlingen gaan wel door, maar vaak buiten de regio of niet in techniek.",
        "Het mbo voelt ver weg en de eerste weken zijn vooral theorie",
    ),
    (
        "7 t:3 over:oud2 -",
        "We zien wel leerlingen op open dagen, maar niet terug als leerling-monteur.",
        "Veel jongens kiezen meteen voor werk, omdat dat goed betaalt",
    ),
    (
        "7 t:4 over:oud4 st:5 b:3",
        "Deels. Zes hybride docenten bleven, vier zijn gestopt.",
        "Verschil in vergoeding en begeleiding",
    ),
    (
        "7 t:4 over:oud5 - st:9 b:9",
        "Over geld na 2028 is vier keer gepraat. Er staat geen bedrag op papier.",
        "Niemand weet wat een lab per jaar kost",
    ),
    (
        "7 p:SBV over:oud3 +",
        "Op onze scholen is het doel bijna verdubbeld, op twee scholen is niets gebeurd.",
        "Twee directeuren wisselden in hetzelfde jaar",
    ),
    ("8 t:1 over:oud3 +", "Het doel voor groep 7 en 8, een half jaar te vroeg.", ""),
    (
        "8 t:2 + over:2.1",
        "Zestien keuzevakken die op meer dan één school te volgen zijn. Het plan was twaalf.",
        "Docenten schreven in tweetallen",
    ),
    ("8 t:3 +", "Cofinanciering: 11,4% toegezegd, terwijl 10% genoeg was.", "De Techniekkring hield zelf de lijst bij"),
    ("8 t:4 +", "Alle scholen zijn gebleven en er kwam er één bij, de Noordkade.", ""),
    (
        "9 t:1 + st:10 ef:9 mo:3 b:1",
        "Leerkrachten die zeiden ‘ik ben niet technisch’ en nu zelf de soldeerbout uitdelen.",
        "Ze oefenden eerst zonder kinderen erbij",
    ),
    (
        "9 t:2 + st:6 ef:7 mo:6",
        "De gezamenlijke examentraining PIE: 94% geslaagd, vijf punten meer dan het jaar ervoor.",
        "Twee scholen legden hun fouten naast elkaar",
    ),
    (
        "9 t:3 + st:8 ef:8 mo:4 b:13",
        "Zes leerlingen van De Reünie met een contract, bij bedrijven die eerst ‘nee, te ingewikkeld’ zeiden.",
        "Een begeleider ging de eerste week mee",
    ),
    ("9 t:4 + st:3", "Een wethouder die zelf een warmtepomp aansloot en daarna geld vrijmaakte voor vervoer.", ""),
    (
        "9 p:FM + b:3",
        "Onze man voor de klas. Hij is er twee ochtenden per week weg en komt vrolijker terug.",
        "Hij mocht zelf zijn les maken",
    ),
    (
        "10 t:1 + st:9 b:4",
        "Het bliksembezoek aan de scheepswerf, in de regen. Iedereen had modder tot de knieën en niemand wilde weg.",
        "Leerlingen mochten een plaat lassen",
    ),
    (
        "10 t:2 st:5",
        "De dag dat de robotarm precies op tijd stilviel en de leerlingen hem zelf weer aan de praat kregen.",
        "",
    ),
    (
        "10 t:3 +",
        "Drie meisjes uit klas 2 die na een uur draaien vroegen of ze zaterdag terug mochten komen.",
        "Een vrouwelijke vakkracht gaf de uitleg",
    ),
    (
        "10 t:4 - b:8",
        "Het techniekfestival, eerlijk gezegd om de verkeerde reden: 900 bezoekers en nul nieuwe aanmeldingen.",
        "Wie komt, had al gekozen",
    ),
    ("11 t:1 + b:1", "Klein beginnen. Drie scholen, één kist, één les.", ""),
    (
        "11 t:2 + st:4 b:2",
        (
            "Waar de roosters op elkaar pasten, lukte het. Dat was op twee scholen zo, door twee roostermakers "
            "die bevriend zijn."
        ),
        "",
    ),
    (
        "11 t:3 +",
        (
            "Bedrijven die vanaf het begin meeschreven, in plaats van aan het eind om een handtekening "
            "gevraagd te worden."
        ),
        "",
    ),
    ("11 t:4 +", "Een programmamanager die van geen van de scholen is.", ""),
    (
        "12 t:1 ef:9 mo:5 b:1 st:7",
        "Geef elke basisschool een eigen kast en laat het bestuur het bijvullen betalen.",
        "",
    ),
    (
        "12 t:1 ef:6 mo:2 over:1.2",
        "Zet techniek in de lessentabel. Wat in de tabel staat, verdwijnt niet als iemand met pensioen gaat.",
        "",
    ),
    ("12 t:2 ef:8 mo:7 b:2 st:9", "Donderdagmiddag vrij in alle roosters, ook bij ons als het slecht uitkomt.", ""),
    ("12 t:3 ef:7 mo:4 b:10 st:6", "Eén loket voor stages, bij ons in het pand. De telefoon staat er al.", ""),
    (
        "12 t:4 ef:9 mo:8 b:9 st:8",
        "Laat een controller uitrekenen wat het kost en neem het dan op in de meerjarenbegroting.",
        "",
    ),
    (
        "12 p:MV ef:8 mo:6 b:6",
        "Een vakmanschapsroute maakt samenwerken verplicht: één groep, één mentor, één rooster.",
        "",
    ),
    ("13 t:1 - over:5", "Meer meisjes in de techniek. Dat was overigens geen doel, alleen een zin.", ""),
    ("13 t:2 - over:oud2", "Doorstroom naar het mbo. Het percentage beweegt al vier jaar niet.", ""),
    (
        "13 t:3 - over:4.2 b:11",
        "Docentstages: 7 van de 24. Wij hadden de werkkleding klaarliggen.",
        "Twee weken weg van school is niet te regelen",
    ),
    ("13 t:4 - over:oud5 b:9", "Borging. Iedereen vindt het belangrijk en niemand heeft het in zijn taak.", ""),
    (
        "14 t:1 - st:5 b:7",
        "De voorlichting wordt gemaakt door mensen die zelf voor techniek kozen. Kijk naar de foto’s.",
        "Niemand vroeg het aan de meisjes",
    ),
    (
        "14 t:2 - st:8 b:2 over:2.1",
        "Als je keuzevak op dinsdag het derde uur valt en de bus om tien over gaat, houdt het op.",
        "Vijf roosters, vijf lestijden",
    ),
    (
        "14 t:2 - st:6 b:6 over:oud2",
        (
            "We hebben lang gepraat over de overstap naar het mbo en het komt hierop neer. Een leerling van "
            "zestien die twee jaar met zijn handen heeft gewerkt, begint op het mbo met een periode van negen "
            "weken waarin hij vooral zit: kennismaken, taaltoets, rekentoets, regels over veiligheid die hij "
            "al kent. In week vier belt de eerste vader dat zijn zoon kan beginnen bij een oom in de bouw, met "
            "loon. Dan kun je als mentor nog zo’n mooi verhaal hebben over kansen op de lange termijn, maar "
            "dat verlies je. Wat wel werkte: de groep die al in klas 4 een dag per week op het mbo was, bleef "
            "bijna helemaal."
        ),
        "De eerste periode op het mbo is gelijk voor iedereen",
    ),
    ("14 t:3 - st:4", "De mensen die het bedachten hadden geen tijd en de mensen met tijd hadden geen mandaat.", ""),
    (
        "14 t:4 - st:6 b:3",
        "Elke school regelde de vergoeding voor hybride docenten zelf. Daar krijg je scheve gezichten van.",
        "Geen afspraak tussen besturen",
    ),
    (
        "14 p:KZ - b:11",
        "Als ik een docent twee weken moet begeleiden, ligt mijn eigen werk stil. Drie dagen kan ik plannen.",
        "",
    ),
    ("14 p:TC -", "We begonnen met dure spullen en dachten daarna pas na over de les.", ""),
    ("15 t:1 - ef:5 mo:2", "De kisten kwamen soms terug zonder batterijen. Een lijstje in het deksel is genoeg.", ""),
    (
        "15 t:1 - ef:7 mo:4 b:7",
        "Vraag ouders erbij, ook de ouders die nooit komen. Die beslissen mee over het profiel.",
        "",
    ),
    ("15 t:2 - ef:6 mo:5 over:2.4", "Onze opdrachten zijn van 2014. Goed onderhouden, maar van 2014.", ""),
    (
        "15 t:3 - ef:6 mo:3 b:4",
        (
            "Bij een bliksembezoek staan ze twintig minuten naar een presentatie te kijken. Geef ze een "
            "schroevendraaier."
        ),
        "",
    ),
    (
        "15 t:3 - ef:4 mo:1 over:4.5",
        "Vertel onze begeleiders hoe je een leerling corrigeert zonder dat hij dichtklapt.",
        "",
    ),
    (
        "15 t:4 - ef:7 mo:6 b:15",
        "Het verslag voor de stuurgroep is te dik. Ik lees de stoplichten en bel dan iemand.",
        "",
    ),
    ("15 t:4 - ef:3 mo:8 b:12", "De app. Veel geld, weinig gebruikers, en elke zomer iets stuk.", ""),
    ("15 p:UL -", "Wij zijn nu kwetsbaar: als onze coördinator ziek is, staat alles stil.", ""),
    ("15 p:NK", "Een nieuwe school heeft een maatje nodig, niet alleen een map.", ""),
    ("16 t:1 over:5 b:7 st:6", "Ja, maar met een getal. Van 9 naar 15% lijkt ons spannend en haalbaar.", ""),
    (
        "16 t:2 over:oud2 b:6 st:5",
        "Het doel blijft. Noem het ‘overstap naar technisch mbo’ en niet ‘doorstroom’, dan begrijpt iedereen het.",
        "",
    ),
    ("16 t:3 over:oud5 b:9", "Schrijf op wat we willen betalen en waarvoor. ‘Borgen’ is geen doel.", ""),
    (
        "16 t:4 over:oud4 b:3",
        "Tien hybride docenten was te laag gedacht. Achttien past bij het aantal lesuren in de labs.",
        "",
    ),
    (
        "16 p:LK b:14",
        "Voor de havo zou een eigen doel nodig zijn; in dit plan past dat niet.",
        "Regeling is voor het vmbo",
    ),
    (
        "16 p:PR b:13",
        "Zet pro en vso erbij als partner. Dan hoeven we niet elk jaar opnieuw te vragen of we mogen meedoen.",
        "",
    ),
)
