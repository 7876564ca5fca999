"""The one registry of acts: key, label, help. Footer, help screen, palette and manual are made from it."""

from collections.abc import Iterator
from dataclasses import dataclass

from sto_tui.places import Place

EVERYWHERE = "overal"
FORM = "formulier"
DIALOG = "venster"
START = "start"
CONFLICT = "botsing"
HISTORY = "geschiedenis"
UNFINISHED = "onafgemaakt"
RECOVERY = "herstel"
WORKSHOP = "bijeenkomst"
PROPOSAL = "voorstel"
ENTRY = "regel"
TAKE_IN = "overnemen"
VERI_WALL = "rollen"
PARTY = "partij"
WRITING = "schrijven"
VISION_WALL = "visie"
DOSSIER_FILE = "bestand"
WAITING = "wachten"


@dataclass(frozen=True)
class KeyAct:
    """An act. `id` is the name of the method that carries it out: `act_<id>` on the screen.

    `where` is the word of a place, or one of the words above; a place's own key wins over one that works everywhere.
    `footer` is the order in the footer, lower is earlier; 0 keeps it out. What `writes` can't be done in a dossier that
    is only read.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    where: tuple[str, ...] = (EVERYWHERE,)
    footer: int = 0
    shown: str = ""
    writes: bool = False

    @property
    def key(self) -> str:
        """The key as people read it."""
        return self.shown or KEY_NAMES.get(self.keys[0], self.keys[0])


WINDOWS = (
    FORM,
    DIALOG,
    START,
    CONFLICT,
    HISTORY,
    UNFINISHED,
    RECOVERY,
    WORKSHOP,
    PROPOSAL,
    ENTRY,
    TAKE_IN,
    VERI_WALL,
    PARTY,
    WRITING,
    VISION_WALL,
    DOSSIER_FILE,
    WAITING,
)
KEY_NAMES = {
    "question_mark": "?",
    "slash": "/",
    "escape": "esc",
    "delete": "del",
    "left": "←",
    "right": "→",
    "space": "spatie",
    "plus": "+",
    "minus": "-",
    "equals_sign": "=",
    "comma": ",",
    "full_stop": ".",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "pageup": "pgup",
    "pagedown": "pgdn",
    "backspace": "backsp",
    "shift+left": "⇧←",
    "shift+right": "⇧→",
    "shift+up": "⇧↑",
    "shift+down": "⇧↓",
}
# The acts that every place has without a method of its own, and where they lead.
PLACE_ACTS = {f"place_{place.number}": place for place in Place}
_WALLS = (WORKSHOP, VERI_WALL, VISION_WALL)
_LISTS = tuple(place.word for place in Place)
_SEVERAL_LISTS = tuple(word for word in _LISTS if word not in ("mijlpalen", "veri"))
_WITH_RECORDS = tuple(word for word in _LISTS if word != "veri")

ACTS: tuple[KeyAct, ...] = (
    KeyAct("add", ("a",), "Toevoegen", "Voegt iets toe aan deze lijst.", _WITH_RECORDS, 2, writes=True),
    KeyAct("edit", ("enter", "e"), "Bewerken", "Opent het formulier van de gekozen regel.", _WITH_RECORDS, 3, "enter"),
    KeyAct(
        "delete",
        ("delete", "x"),
        "Verwijderen",
        "Verwijdert de gekozen regel; z haalt die terug.",
        _WITH_RECORDS,
        7,
        "x",
        writes=True,
    ),
    KeyAct("next_list", ("tab",), "Volgende lijst", "Gaat naar de volgende lijst van deze plaats.", _SEVERAL_LISTS, 4),
    KeyAct("previous_list", ("shift+tab",), "Vorige lijst", "Gaat naar de lijst daarvoor.", _SEVERAL_LISTS),
    KeyAct("region", ("r",), "Regioprofiel", "Naam, penvoerder, namen van de niveaus.", ("overzicht",), 5),
    KeyAct("into", ("right",), "Antwoorden", "Gaat van de vragen naar de antwoorden.", ("evaluatie",), 1),
    KeyAct("out", ("left",), "Vragen", "Gaat van de antwoorden terug naar de vragen.", ("evaluatie",)),
    KeyAct("new_question", ("n",), "Vraag toevoegen", "Voegt een eigen vraag toe.", ("evaluatie",), 6, writes=True),
    KeyAct(
        "decide", ("b",), "Besluiten", "Neemt een besluit over het gekozen antwoord.", ("evaluatie",), 3, writes=True
    ),
    KeyAct("vote", ("v",), "Stemmen", "Geeft het gekozen antwoord een stem.", ("evaluatie",), 4, writes=True),
    KeyAct(
        "unvote", ("V",), "Stem weghalen", "Haalt een stem van het gekozen antwoord weg.", ("evaluatie",), writes=True
    ),
    KeyAct("filter", ("f",), "Filteren", "Kiest welke antwoorden te zien zijn.", ("evaluatie",)),
    KeyAct("up", ("shift+up",), "Omhoog zetten", "Zet de gekozen vraag een plaats hoger.", ("evaluatie",), writes=True),
    KeyAct(
        "down", ("shift+down",), "Omlaag zetten", "Zet de gekozen vraag een plaats lager.", ("evaluatie",), writes=True
    ),
    KeyAct("hide", ("o",), "Verbergen", "Verbergt de vraag; antwoorden blijven bewaard.", ("evaluatie",), writes=True),
    KeyAct("differences", ("d",), "Verschillen tonen", "Toont waarover partijen verschillend denken.", ("evaluatie",)),
    KeyAct("write_list", ("l",), "Lijst maken", "Schrijft de besluiten- en actielijst.", ("evaluatie",)),
    KeyAct("present", ("p",), "Presenteren", "Begint de bijeenkomst op het grote scherm.", ("evaluatie",), 2),
    KeyAct(
        "write",
        ("w",),
        "Schrijven",
        "Schrijft de nieuwe tekst, of in het leesvenster de tekst met ›.",
        ("regiovisie",),
        1,
        writes=True,
    ),
    KeyAct("view", ("v",), "Andere tekst", "Toont vorige tekst, nu, goed, beter, nieuw, verschil.", ("regiovisie",), 1),
    KeyAct(
        "present", ("p",), "Presenteren", "Zet de onderdelen één voor één, groot op het scherm.", ("regiovisie",), 1
    ),
    KeyAct("into", ("right",), "Lezen", "Gaat naar het leesvenster; pijltjes schuiven de tekst.", ("regiovisie",), 1),
    KeyAct("out", ("left",), "Teruggaan", "Gaat van het leesvenster terug naar de lijst.", ("regiovisie",)),
    KeyAct(
        "agree",
        ("g",),
        "Vaststellen",
        "Legt vast dat dit onderdeel vandaag is vastgesteld, of haalt dat weg.",
        ("regiovisie",),
        4,
        writes=True,
    ),
    KeyAct(
        "outside",
        ("E",),
        "Editor openen",
        "Opent de tekst in je eigen editor ($VISUAL of $EDITOR).",
        ("regiovisie",),
        writes=True,
    ),
    KeyAct("up", ("shift+up",), "Omhoog zetten", "Zet het onderdeel een plaats hoger.", ("regiovisie",), writes=True),
    KeyAct(
        "down", ("shift+down",), "Omlaag zetten", "Zet het onderdeel een plaats lager.", ("regiovisie",), writes=True
    ),
    KeyAct(
        "later",
        ("shift+right", "right_square_bracket"),
        "Verschuiven",
        "Schuift de mijlpaal een kolom later; eerder is ⇧← of [.",
        ("mijlpalen",),
        1,
        "⇧←→",
        writes=True,
    ),
    KeyAct(
        "earlier",
        ("shift+left", "left_square_bracket"),
        "Eerder zetten",
        "Schuift de mijlpaal een kolom eerder.",
        ("mijlpalen",),
        0,
        "⇧←",
        writes=True,
    ),
    KeyAct(
        "longer",
        ("full_stop", "greater_than_sign"),
        "Langer maken",
        "Eindigt een kolom later, met hetzelfde begin.",
        ("mijlpalen",),
        writes=True,
    ),
    KeyAct(
        "shorter",
        ("comma", "less_than_sign"),
        "Korter maken",
        "Eindigt een kolom eerder, met hetzelfde begin.",
        ("mijlpalen",),
        writes=True,
    ),
    KeyAct(
        "after",
        ("d",),
        "Wachten op",
        "Kiest op welke mijlpalen deze wacht, bijvoorbeeld 1.1, 1.3+2w.",
        ("mijlpalen",),
        1,
        writes=True,
    ),
    KeyAct("go", ("g",), "Go/no-go", "Maakt er een go/no-gomoment van, of weer niet.", ("mijlpalen",), 1, writes=True),
    KeyAct(
        "quick", ("q",), "Snel resultaat", "Maakt er een snel resultaat van, of weer niet.", ("mijlpalen",), writes=True
    ),
    KeyAct(
        "backwards",
        ("T",),
        "Terugplannen",
        "Plant van achteren naar voren: alles zo laat mogelijk.",
        ("mijlpalen",),
        1,
        writes=True,
    ),
    KeyAct(
        "push", ("s",), "Meeschuiven", "Schuift wat op deze mijlpaal wacht zo nodig op.", ("mijlpalen",), writes=True
    ),
    KeyAct("to_veri", ("v",), "VERI", "Gaat naar de rollen bij deze mijlpaal.", ("mijlpalen",), 1),
    KeyAct(
        "zoom_in",
        ("plus", "equals_sign"),
        "Zoomen",
        "Toont kleinere perioden (+) of grotere (-).",
        ("mijlpalen",),
        1,
        "+/-",
    ),
    KeyAct("zoom_out", ("minus",), "Uitzoomen", "Toont grotere perioden.", ("mijlpalen",), 0, "-"),
    KeyAct("pan_right", ("right",), "Naar rechts", "Schuift het beeld een kolom op.", ("mijlpalen",)),
    KeyAct("pan_left", ("left",), "Naar links", "Schuift het beeld een kolom terug.", ("mijlpalen",)),
    KeyAct("today", ("t",), "Naar vandaag", "Brengt vandaag in beeld.", ("mijlpalen",)),
    KeyAct(
        "critical", ("K",), "Kritieke tonen", "Toont alleen wat geen speling heeft, of weer alles.", ("mijlpalen",), 8
    ),
    KeyAct("fold", ("space",), "Vouwen", "Vouwt de groep in of uit.", ("mijlpalen",)),
    KeyAct("fold_all", ("F",), "Alles vouwen", "Vouwt alle groepen in, of weer uit.", ("mijlpalen",)),
    KeyAct("group", ("o",), "Groeperen", "Groepeert per thema, deelproject of partij.", ("mijlpalen",)),
    KeyAct("codes", ("f2",), "Rol geven", "Zegt welke letters er zijn.", ("veri",), 1, "v e r i o s b"),
    KeyAct("code_v", ("v", "V"), "V", "V: verantwoordelijk, voert uit.", ("veri",), writes=True),
    KeyAct("code_e", ("e", "E"), "E", "E: eindverantwoordelijk, beslist en tekent af.", ("veri",), writes=True),
    KeyAct("code_r", ("r", "R"), "R", "R: raadplegen, vooraf, twee kanten op.", ("veri",), writes=True),
    KeyAct("code_i", ("i", "I"), "I", "I: informeren, tussentijds, één kant op.", ("veri",), writes=True),
    KeyAct("code_o", ("o", "O"), "O", "O: out of the loop, hoort er niet bij.", ("veri",), writes=True),
    KeyAct("code_s", ("s", "S"), "S", "S: support, ondersteunt.", ("veri",), writes=True),
    KeyAct("code_b", ("b", "B"), "V en E", "VE: voert uit en beslist.", ("veri",), writes=True),
    KeyAct("clear", ("space", "delete", "backspace"), "Wissen", "Haalt de rol weg.", ("veri",), 1, writes=True),
    KeyAct(
        "range_down",
        ("shift+down", "J"),
        "Bereik kiezen",
        "Kiest ook de cel eronder; een letter vult alles.",
        ("veri",),
        1,
        "⇧pijl",
    ),
    KeyAct("range_up", ("shift+up", "K"), "Bereik omhoog kiezen", "Kiest ook de cel erboven.", ("veri",)),
    KeyAct("range_right", ("shift+right", "L"), "Bereik rechts kiezen", "Kiest ook de cel rechts.", ("veri",)),
    KeyAct("range_left", ("shift+left", "G"), "Bereik links kiezen", "Kiest ook de cel links.", ("veri",)),
    KeyAct("fault", ("n",), "Volgende fout", "Gaat naar de volgende rij waarin iets ontbreekt.", ("veri",), 1),
    KeyAct("previous_fault", ("N",), "Vorige fout", "Gaat naar de rij daarvoor waarin iets ontbreekt.", ("veri",)),
    KeyAct("hints", ("w",), "Tips tonen", "Toont tips bij de rij en de partij, of niet meer.", ("veri",)),
    KeyAct("copy", ("c",), "Kopiëren", "Geeft deze rollen ook aan de rij eronder.", ("veri",), 1, writes=True),
    KeyAct("direction", ("d",), "Richting wisselen", "Gaat na een letter naar rechts, of naar beneden.", ("veri",)),
    KeyAct("party_view", ("f",), "Partij bekijken", "Toont wat er van deze partij wordt gevraagd.", ("veri",), 1),
    KeyAct("phase", ("t",), "Periode kiezen", "Toont alleen wat in een periode loopt.", ("veri",), 4),
    KeyAct("fold", ("minus",), "Vouwen", "Vouwt het gekozen thema of speerpunt dicht.", ("veri",)),
    KeyAct("unfold", ("plus", "equals_sign"), "Openen", "Vouwt open wat eronder staat.", ("veri",)),
    KeyAct("fold_all", ("F",), "Alles vouwen", "Toont alleen de thema’s, of weer alles.", ("veri",)),
    KeyAct(
        "column_left",
        ("left_square_bracket",),
        "Kolom naar links zetten",
        "Zet de kolom een plaats naar links.",
        ("veri",),
        writes=True,
    ),
    KeyAct(
        "column_right",
        ("right_square_bracket",),
        "Kolom naar rechts zetten",
        "Zet de kolom een plaats naar rechts.",
        ("veri",),
        writes=True,
    ),
    KeyAct("hide", ("H",), "Kolom verbergen", "Laat deze kolom weg; U toont de kolommen weer.", ("veri",), writes=True),
    KeyAct("unhide", ("U",), "Kolommen tonen", "Toont de verborgen kolommen weer.", ("veri",), writes=True),
    KeyAct("to_party", ("g",), "Naar partij", "Gaat naar een kolom, op afkorting of naam.", ("veri",)),
    KeyAct("first_column", ("less_than_sign", "comma"), "Naar eerste kolom", "Gaat naar de eerste kolom.", ("veri",)),
    KeyAct("last_column", ("greater_than_sign", "full_stop"), "Naar laatste kolom", "Gaat naar de laatste.", ("veri",)),
    KeyAct("edit", ("enter",), "Bewerken", "Opent het formulier van de rij.", ("veri",), 5),
    KeyAct("present", ("p",), "Presenteren", "Zet de rijen één voor één, groot op het scherm.", ("veri",), 1),
    KeyAct(
        "table",
        ("t",),
        "Tabel invullen",
        "Toont de waarden van dit cijfer als tabel, om te typen of te plakken.",
        ("regiovisie",),
        1,
        writes=True,
    ),
    KeyAct(
        "duo", ("i",), "Van DUO overnemen", "Neemt cijfers uit bestanden van DUO over.", ("regiovisie",), 1, writes=True
    ),
    KeyAct("groen", ("g",), "Groen", "Zet het stoplicht op groen: op schema.", ("voortgang",), 1, writes=True),
    KeyAct(
        "oranje", ("o",), "Oranje", "Zet het stoplicht op oranje: kleine obstakels.", ("voortgang",), 1, writes=True
    ),
    KeyAct("rood", ("r",), "Rood", "Zet het stoplicht op rood: loopt vast.", ("voortgang",), 1, writes=True),
    KeyAct("gereed", ("k",), "Gereed", "Zet het stoplicht op gereed.", ("voortgang",), 1, writes=True),
    KeyAct("explain", ("t",), "Toelichten", "Schrijft op waarom het zo staat.", ("voortgang",), 1, writes=True),
    KeyAct("filter", ("f",), "Filteren", "Kiest alles, te laat, of oranje en rood.", ("voortgang",), 1),
    KeyAct("report", ("w",), "Verslag maken", "Maakt uit het logboek een verslag.", ("voortgang",), 1, writes=True),
    KeyAct(
        "not_started", ("n",), "Niet gestart", "Zet het stoplicht terug op niet gestart.", ("voortgang",), writes=True
    ),
    KeyAct("draft", ("c",), "Concept maken", "Schrijft het Word-concept en toont waar het staat.", ("concept",), 1),
    KeyAct(
        "draft_part",
        ("d",),
        "Deel kiezen",
        "Wisselt tussen alles, regiovisie, activiteitenplan en voortgangsrapportage.",
        ("concept",),
        5,
    ),
    KeyAct("findings", ("m",), "Meldingen", "Toont wat er op deze plaats nog niet klopt.", footer=6),
    KeyAct("undo", ("z", "ctrl+z"), "Ongedaan maken", "Maakt de laatste wijziging ongedaan.", footer=5),
    KeyAct("redo", ("ctrl+y",), "Opnieuw", "Voert opnieuw uit wat ongedaan is gemaakt."),
    KeyAct(
        "search", ("slash", "ctrl+p"), "Zoeken", "Zoekt een opdracht, of iets in het dossier, en gaat erheen.", footer=8
    ),
    KeyAct("history", ("h",), "Geschiedenis", "Toont wie wat wanneer wijzigde; enter zet terug hoe het toen was."),
    KeyAct(
        "copies",
        ("C",),
        "Samenvoegen",
        "Voegt een kopie van dit dossier samen, of maakt open keuzes.",
        writes=True,
    ),
    KeyAct("plan_period", ("P",), "Planperiode wisselen", "Toont het dossier van een andere planperiode."),
    KeyAct("theme", ("ctrl+t",), "Kleuren wisselen", "Wisselt tussen licht, donker en de kleuren van de terminal."),
    KeyAct("help", ("question_mark", "f1"), "Toetsen", "Toont alle toetsen van deze plaats.", footer=9),
    KeyAct(
        "choose_version",
        ("ctrl+o",),
        "Versie kiezen",
        "Kiest welke versie geldt als er een andere over het dossier is gezet.",
        (EVERYWHERE, FORM, ENTRY, WRITING, *_WALLS),
    ),
    KeyAct("quit", ("ctrl+q",), "Sluiten", "Sluit sto-tui; alles is al opgeslagen."),
    *(KeyAct(f"place_{place.number}", (place.key,), place.title, f"Gaat naar {place.title}.") for place in Place),
    KeyAct("save", ("ctrl+s",), "Opslaan", "Slaat het formulier op.", (FORM,), 1),
    KeyAct("cancel", ("escape",), "Sluiten", "Sluit zonder opslaan; vraagt het eerst als je iets typte.", (FORM,), 2),
    KeyAct("next_field", ("tab",), "Volgend veld", "Gaat naar het volgende veld.", (FORM,), 3),
    KeyAct("previous_field", ("shift+tab",), "Vorig veld", "Gaat naar het vorige veld.", (FORM,)),
    KeyAct("pause", ("space",), "Pauzeren", "Zet de klok stil, of laat die weer lopen.", (WORKSHOP,), 1),
    KeyAct("minute", ("plus",), "Verlengen", "Geeft een minuut erbij.", (WORKSHOP,), 2),
    KeyAct("next", ("right", "pagedown"), "Volgende", "Gaat naar de volgende ronde.", (WORKSHOP,), 3),
    KeyAct("previous", ("left", "pageup"), "Vorige", "Gaat een ronde terug.", (WORKSHOP,)),
    KeyAct("skip", ("s",), "Overslaan", "Slaat stemmen of effect en moeite over.", (WORKSHOP,), 7),
    KeyAct("next_question", ("ctrl+n",), "Volgende vraag", "Gaat meteen naar de volgende vraag.", (WORKSHOP,)),
    KeyAct("typing", ("tab",), "Typen", "Wisselt tussen de typregel en de lijst.", (WORKSHOP,), 5),
    KeyAct("undo", ("z", "ctrl+z"), "Ongedaan maken", "Maakt de laatste invoer ongedaan.", (WORKSHOP,), 4),
    KeyAct("per_table", ("t",), "Per tafel tonen", "Toont hoe elke tafel stemde, of verbergt dat weer.", (WORKSHOP,)),
    KeyAct("hide", ("h",), "Verbergen", "Verbergt de antwoorden, of toont ze weer.", (WORKSHOP,)),
    KeyAct("notes", ("f",), "Aantekening tonen", "Toont de aantekening voor de begeleider.", (WORKSHOP,)),
    KeyAct("edit", ("enter", "e"), "Bewerken", "Opent het formulier van de gekozen regel.", (WORKSHOP,)),
    KeyAct("delete", ("x", "delete"), "Verwijderen", "Verwijdert de gekozen regel.", (WORKSHOP,)),
    KeyAct("decide", ("b",), "Besluiten", "Neemt een besluit over het gekozen antwoord.", (WORKSHOP,), 6),
    KeyAct("write_list", ("l",), "Lijst maken", "Schrijft de besluiten- en actielijst.", (WORKSHOP,)),
    KeyAct("stop", ("escape",), "Stoppen", "Stopt; de volgende keer ga je hier verder.", (WORKSHOP,), 8),
    KeyAct(
        "code_v", ("v",), "Rol geven", "V: verantwoordelijk, voert uit.", (VERI_WALL,), 1, "v e r i o s", writes=True
    ),
    KeyAct("code_e", ("e",), "E", "E: eindverantwoordelijk, beslist en tekent af.", (VERI_WALL,), writes=True),
    KeyAct("code_r", ("r",), "R", "R: raadplegen, vooraf, twee kanten op.", (VERI_WALL,), writes=True),
    KeyAct("code_i", ("i",), "I", "I: informeren, tussentijds, één kant op.", (VERI_WALL,), writes=True),
    KeyAct("code_o", ("o",), "O", "O: out of the loop, hoort er niet bij.", (VERI_WALL,), writes=True),
    KeyAct("code_s", ("s",), "S", "S: support, ondersteunt.", (VERI_WALL,), writes=True),
    KeyAct("code_b", ("b",), "V en E", "VE: voert uit en beslist.", (VERI_WALL,), writes=True),
    KeyAct("next", ("right", "pagedown", "enter"), "Volgende", "Gaat naar de volgende rij.", (VERI_WALL,), 2),
    KeyAct("clear", ("space", "delete", "backspace"), "Wissen", "Haalt de rol weg.", (VERI_WALL,), 4, writes=True),
    KeyAct("stop", ("escape",), "Stoppen", "Gaat terug naar deze rij in de matrix.", (VERI_WALL,), 3),
    KeyAct(
        "undo",
        ("z", "ctrl+z"),
        "Ongedaan maken",
        "Maakt de laatste wijziging ongedaan.",
        (VERI_WALL, VISION_WALL),
        6,
        writes=True,
    ),
    KeyAct("fault", ("n",), "Volgende fout", "Gaat naar de volgende rij met een fout.", (VERI_WALL,), 6),
    KeyAct("previous", ("left", "pageup"), "Vorige", "Gaat naar de rij ervoor.", (VERI_WALL,), 7),
    KeyAct("number", ("0",), "Partij kiezen", "Zet de cursor op de partij met dit nummer.", (VERI_WALL,), 8, "0-9"),
    KeyAct("help", ("question_mark", "f1"), "Toetsen", "Toont alle toetsen.", _WALLS, 9),
    KeyAct("save", ("ctrl+s",), "Opslaan", "Slaat op wat er getypt is.", (ENTRY,), 1, "enter"),
    KeyAct("cancel", ("escape",), "Sluiten", "Sluit zonder op te slaan.", (ENTRY,), 2),
    KeyAct("nowhere", ("tab", "shift+tab"), "Volgend veld", "Er is maar één veld.", (ENTRY, WRITING)),
    KeyAct("save", ("ctrl+s",), "Opslaan", "Bewaart de tekst en sluit.", (WRITING,), 1),
    KeyAct("cancel", ("escape",), "Sluiten", "Sluit; vraagt het eerst als er iets is getypt.", (WRITING,), 2),
    KeyAct("next", ("right",), "Volgende", "Gaat naar het volgende onderdeel.", (VISION_WALL,), 1),
    KeyAct("view", ("v",), "Andere tekst", "Toont vorige tekst, nu, goed, beter, nieuw, verschil.", (VISION_WALL,), 2),
    KeyAct("write", ("w",), "Schrijven", "Schrijft de tekst die er staat.", (VISION_WALL,), 3, writes=True),
    KeyAct(
        "agree",
        ("g",),
        "Vaststellen",
        "Legt vast dat dit onderdeel vandaag is vastgesteld, of haalt dat weg.",
        (VISION_WALL,),
        5,
        writes=True,
    ),
    KeyAct("stop", ("escape",), "Stoppen", "Gaat terug naar dit onderdeel in de lijst.", (VISION_WALL,), 4),
    KeyAct("previous", ("left",), "Vorige", "Gaat naar het onderdeel ervoor.", (VISION_WALL,), 7),
    KeyAct("choose", ("enter",), "Overnemen", "Zet dit in het dossier, als één wijziging.", (TAKE_IN,), 1),
    KeyAct("close", ("escape",), "Niet overnemen", "Sluit; er verandert niets.", (TAKE_IN,), 9),
    KeyAct("choose", ("enter",), "Verschuiven", "Voert uit wat gekozen is.", (PROPOSAL,), 1),
    KeyAct("toggle", ("space",), "Wel of niet kiezen", "Neemt deze verschuiving mee, of laat die weg.", (PROPOSAL,), 2),
    KeyAct("all", ("a",), "Alles of niets kiezen", "Kiest alle verschuivingen, of geen.", (PROPOSAL,), 3),
    KeyAct("close", ("escape",), "Niets doen", "Sluit; er verschuift niets.", (PROPOSAL,), 9),
    KeyAct("previous_party", ("left",), "Vorige", "Toont de partij van de kolom ervoor.", (PARTY,), 5),
    KeyAct("next_party", ("right",), "Volgende", "Toont de partij van de kolom erna.", (PARTY,), 2),
    KeyAct("choose", ("enter",), "Naar de rij", "Gaat naar deze rij in de matrix.", (PARTY,), 3),
    KeyAct("write_sheet", ("w",), "Blad maken", "Schrijft dit als Word-blad voor de partij.", (PARTY,), 4),
    KeyAct("open", ("enter",), "Openen", "Opent de gekozen regel.", (START,), 1),
    KeyAct("quit", ("ctrl+q", "q"), "Sluiten", "Sluit sto-tui.", (START,), 2),
    KeyAct("close", ("escape",), "Sluiten", "Sluit dit venster.", (DIALOG, HISTORY, PARTY), 9),
    KeyAct("choose", ("enter",), "Terugzetten", "Zet terug hoe het vóór deze wijziging was.", (HISTORY,), 1),
    KeyAct("choose", ("enter",), "Verder typen", "Opent het formulier met wat er was getypt.", (UNFINISHED,), 1),
    KeyAct("throw_away", ("x", "delete"), "Weggooien", "Gooit deze tekst weg.", (UNFINISHED,), 2),
    KeyAct("close", ("escape",), "Later", "Bewaart alles voor de volgende keer.", (UNFINISHED,), 9),
    KeyAct("choose", ("enter",), "Kiezen", "Voert de gekozen regel uit.", (DOSSIER_FILE,), 1),
    KeyAct("join", ("s",), "Samenvoegen", "Neemt alles uit beide versies; beide blijven.", (DOSSIER_FILE,), 2),
    KeyAct("put_back", ("n",), "Terugzetten", "Zet jouw versie terug; de andere wordt bewaard.", (DOSSIER_FILE,), 2),
    KeyAct("take", ("o",), "Overnemen", "Gaat verder met de andere versie; de jouwe blijft.", (DOSSIER_FILE,), 3),
    KeyAct("save_copy", ("b",), "Kopie bewaren", "Bewaart jouw versie onder een nieuwe naam.", (DOSSIER_FILE,), 4),
    KeyAct("close", ("escape",), "Later", "Sluit; er is nog niets gekozen.", (DOSSIER_FILE,), 9),
    KeyAct("close", ("escape",), "Niet opslaan", "Wacht niet langer; wat je typte staat er nog.", (WAITING,), 1),
    KeyAct("put_back", ("enter",), "Terugzetten", "Zet deze versie in de plaats van het bestand.", (RECOVERY,), 1),
    KeyAct("save_copy", ("k",), "Kopie bewaren", "Bewaart deze versie onder een nieuwe naam.", (RECOVERY,), 2),
    KeyAct("quit", ("ctrl+q", "q"), "Sluiten", "Sluit sto-tui; er verandert niets.", (RECOVERY,), 9),
    KeyAct("keep", ("enter", "space"), "Deze houden", "Houdt de gekozen versie.", (CONFLICT,), 1, "enter"),
    KeyAct("edit", ("e",), "Zelf bewerken", "Gaat terug naar het formulier, met beide versies.", (CONFLICT,), 2),
    KeyAct(
        "close", ("escape",), "Teruggaan", "Gaat terug naar het formulier; er is nog niets opgeslagen.", (CONFLICT,), 9
    ),
    KeyAct("choose", ("enter",), "Kiezen", "Kiest deze regel.", (DIALOG,), 1),
)


def acts_at(where: str) -> Iterator[KeyAct]:
    """The acts that work at a place (with those that work everywhere) or in a form or dialog."""
    places = where not in WINDOWS
    own = [act for act in ACTS if where in act.where]
    taken = {key for act in own for key in act.keys}
    yield from own
    if places:
        yield from (act for act in ACTS if EVERYWHERE in act.where and not taken.intersection(act.keys))


def writing_acts(where: str) -> frozenset[str]:
    """The acts of a place that change the dossier."""
    return frozenset(act.id for act in acts_at(where) if act.writes)


def footer_of(where: str) -> list[KeyAct]:
    """The acts in the footer of a place, in order."""
    return sorted((act for act in acts_at(where) if act.footer), key=lambda act: act.footer)
