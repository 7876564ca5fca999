"""The one registry of acts: key, label, help. Footer, help screen, palette and manual are made from it."""

from collections.abc import Iterator
from dataclasses import dataclass

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


@dataclass(frozen=True)
class Action:
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
_LISTS = ("overzicht", "evaluatie", "regiovisie", "plan", "mijlpalen", "veri", "voortgang", "concept")
_SEVERAL_LISTS = tuple(word for word in _LISTS if word not in ("mijlpalen", "veri"))
_WITH_RECORDS = tuple(word for word in _LISTS if word != "veri")

ACTIONS: tuple[Action, ...] = (
    Action("add", ("a",), "Toevoegen", "Voegt iets toe aan deze lijst.", _WITH_RECORDS, 2, writes=True),
    Action("edit", ("enter", "e"), "Bewerken", "Opent het formulier van de gekozen regel.", _WITH_RECORDS, 3, "enter"),
    Action(
        "delete",
        ("delete", "x"),
        "Verwijderen",
        "Verwijdert de gekozen regel; z haalt hem terug.",
        _WITH_RECORDS,
        7,
        "x",
        writes=True,
    ),
    Action("next_list", ("tab",), "Volgende lijst", "Gaat naar de volgende lijst van deze plaats.", _SEVERAL_LISTS, 4),
    Action("previous_list", ("shift+tab",), "Vorige lijst", "Gaat naar de lijst daarvoor.", _SEVERAL_LISTS),
    Action("region", ("r",), "Regioprofiel", "Naam, penvoerder, namen van de niveaus.", ("overzicht",), 5),
    Action("into", ("right",), "Antwoorden", "Gaat van de vragen naar de antwoorden.", ("evaluatie",), 1),
    Action("out", ("left",), "Vragen", "Gaat van de antwoorden terug naar de vragen.", ("evaluatie",)),
    Action(
        "new_question", ("n",), "Nieuwe vraag", "Voegt een vraag van de regio zelf toe.", ("evaluatie",), 6, writes=True
    ),
    Action("decide", ("b",), "Besluit", "Neemt een besluit over het gekozen antwoord.", ("evaluatie",), 3, writes=True),
    Action("vote", ("v",), "Stem", "Geeft het gekozen antwoord een stem.", ("evaluatie",), 4, writes=True),
    Action(
        "unvote", ("V",), "Stem terug", "Neemt een stem van het gekozen antwoord terug.", ("evaluatie",), writes=True
    ),
    Action("filter", ("f",), "Filter", "Kiest welke antwoorden te zien zijn.", ("evaluatie",)),
    Action("up", ("shift+up",), "Omhoog", "Zet de gekozen vraag een plaats hoger.", ("evaluatie",), writes=True),
    Action("down", ("shift+down",), "Omlaag", "Zet de gekozen vraag een plaats lager.", ("evaluatie",), writes=True),
    Action("hide", ("o",), "Verbergen", "Verbergt de vraag; antwoorden blijven bewaard.", ("evaluatie",), writes=True),
    Action("differences", ("d",), "Verschillen", "Toont waar partijen verschillend over denken.", ("evaluatie",)),
    Action("write_list", ("l",), "Lijst maken", "Schrijft de besluiten- en actielijst.", ("evaluatie",)),
    Action("present", ("p",), "Presenteren", "Begint de bijeenkomst op het grote scherm.", ("evaluatie",), 2),
    Action(
        "write",
        ("w",),
        "Schrijven",
        "Schrijft de nieuwe tekst, of in het leesvenster de tekst met ›.",
        ("regiovisie",),
        1,
        writes=True,
    ),
    Action("view", ("v",), "Wissel", "Toont vorige tekst, nu, goed, beter, nieuw, verschil.", ("regiovisie",), 1),
    Action("present", ("p",), "Presenteren", "Zet de onderdelen een voor een groot op het scherm.", ("regiovisie",), 1),
    Action("into", ("right",), "Lezen", "Gaat naar het leesvenster; pijltjes schuiven de tekst.", ("regiovisie",), 1),
    Action("out", ("left",), "Terug", "Gaat van het leesvenster terug naar de lijst.", ("regiovisie",)),
    Action(
        "agree", ("g",), "Vaststellen", "Merkt als vandaag vastgesteld, of weer niet.", ("regiovisie",), 4, writes=True
    ),
    Action(
        "outside",
        ("E",),
        "Editor",
        "Opent de tekst in je eigen editor ($VISUAL of $EDITOR).",
        ("regiovisie",),
        writes=True,
    ),
    Action("up", ("shift+up",), "Omhoog", "Zet het onderdeel een plaats hoger.", ("regiovisie",), writes=True),
    Action("down", ("shift+down",), "Omlaag", "Zet het onderdeel een plaats lager.", ("regiovisie",), writes=True),
    Action(
        "later",
        ("shift+right", "right_square_bracket"),
        "Schuif",
        "Schuift de mijlpaal een kolom later; eerder is ⇧← of [.",
        ("mijlpalen",),
        1,
        "⇧←→",
        writes=True,
    ),
    Action(
        "earlier",
        ("shift+left", "left_square_bracket"),
        "Eerder",
        "Schuift de mijlpaal een kolom eerder.",
        ("mijlpalen",),
        0,
        "⇧←",
        writes=True,
    ),
    Action(
        "longer",
        ("full_stop", "greater_than_sign"),
        "Langer",
        "Is een kolom later klaar, met hetzelfde begin.",
        ("mijlpalen",),
        writes=True,
    ),
    Action(
        "shorter",
        ("comma", "less_than_sign"),
        "Korter",
        "Is een kolom eerder klaar, met hetzelfde begin.",
        ("mijlpalen",),
        writes=True,
    ),
    Action(
        "after",
        ("d",),
        "Na",
        "Op welke mijlpalen deze wacht, bijvoorbeeld 1.1, 1.3+2w.",
        ("mijlpalen",),
        1,
        writes=True,
    ),
    Action("go", ("g",), "Go/no-go", "Maakt er een go/no-gomoment van, of weer niet.", ("mijlpalen",), 1, writes=True),
    Action("quick", ("q",), "Snel", "Merkt de mijlpaal als snel resultaat, of weer niet.", ("mijlpalen",), writes=True),
    Action(
        "backwards",
        ("T",),
        "Achterwaarts",
        "Plant vanaf het eind terug: alles zo laat als kan.",
        ("mijlpalen",),
        1,
        writes=True,
    ),
    Action(
        "push", ("s",), "Schuif mee", "Schuift wat op deze mijlpaal wacht zo nodig op.", ("mijlpalen",), writes=True
    ),
    Action("to_veri", ("v",), "VERI", "Gaat naar de rollen bij deze mijlpaal.", ("mijlpalen",), 1),
    Action(
        "zoom_in", ("plus", "equals_sign"), "Zoom", "Kleinere perioden (+) of grotere (-).", ("mijlpalen",), 1, "+/-"
    ),
    Action("zoom_out", ("minus",), "Verder weg", "Grotere perioden.", ("mijlpalen",), 0, "-"),
    Action("pan_right", ("right",), "Naar rechts", "Schuift het beeld een kolom op.", ("mijlpalen",)),
    Action("pan_left", ("left",), "Naar links", "Schuift het beeld een kolom terug.", ("mijlpalen",)),
    Action("today", ("t",), "Vandaag", "Brengt vandaag in beeld.", ("mijlpalen",)),
    Action("critical", ("K",), "Kritiek", "Toont alleen wat geen ruimte heeft, of weer alles.", ("mijlpalen",), 8),
    Action("fold", ("space",), "Vouwen", "Vouwt de groep in of uit.", ("mijlpalen",)),
    Action("fold_all", ("F",), "Alles vouwen", "Vouwt alle groepen in, of weer uit.", ("mijlpalen",)),
    Action("group", ("o",), "Groeperen", "Groepeert per thema, deelproject of partij.", ("mijlpalen",)),
    Action("codes", ("f2",), "Rol", "Zegt welke letters er zijn.", ("veri",), 1, "v e r i o s b"),
    Action("code_v", ("v", "V"), "V", "V: verantwoordelijk, voert uit.", ("veri",), writes=True),
    Action("code_e", ("e", "E"), "E", "E: eindverantwoordelijk, beslist en tekent af.", ("veri",), writes=True),
    Action("code_r", ("r", "R"), "R", "R: raadplegen, vooraf, twee kanten op.", ("veri",), writes=True),
    Action("code_i", ("i", "I"), "I", "I: informeren, tussentijds, één kant op.", ("veri",), writes=True),
    Action("code_o", ("o", "O"), "O", "O: out of the loop, hoort er niet bij.", ("veri",), writes=True),
    Action("code_s", ("s", "S"), "S", "S: support, ondersteunt.", ("veri",), writes=True),
    Action("code_b", ("b", "B"), "V en E", "VE: voert uit en beslist.", ("veri",), writes=True),
    Action("clear", ("space", "delete", "backspace"), "Wis", "Haalt de rol weg.", ("veri",), 1, writes=True),
    Action(
        "range_down",
        ("shift+down", "J"),
        "Bereik",
        "Kiest ook de cel eronder; een letter vult alles.",
        ("veri",),
        1,
        "⇧pijl",
    ),
    Action("range_up", ("shift+up", "K"), "Bereik omhoog", "Kiest ook de cel erboven.", ("veri",)),
    Action("range_right", ("shift+right", "L"), "Bereik rechts", "Kiest ook de cel rechts.", ("veri",)),
    Action("range_left", ("shift+left", "G"), "Bereik links", "Kiest ook de cel links.", ("veri",)),
    Action("fault", ("n",), "Fout", "Gaat naar de volgende rij waarin iets ontbreekt.", ("veri",), 1),
    Action("previous_fault", ("N",), "Vorige fout", "Gaat naar de rij daarvoor waarin iets ontbreekt.", ("veri",)),
    Action("hints", ("w",), "Tips", "Toont tips bij de rij en de partij, of niet meer.", ("veri",)),
    Action(
        "copy",
        ("c",),
        "Kopieer",
        "Geeft deze rollen ook aan de rij eronder.",
        ("veri",),
        1,
        writes=True,
    ),
    Action("direction", ("d",), "Richting", "Na een letter naar rechts of naar beneden.", ("veri",)),
    Action("party_view", ("f",), "Partij", "Toont wat er van deze partij wordt gevraagd.", ("veri",), 1),
    Action("phase", ("t",), "Periode", "Toont alleen wat in een periode loopt.", ("veri",), 4),
    Action("fold", ("minus",), "Vouwen", "Vouwt het thema of speerpunt van de cursor dicht.", ("veri",)),
    Action("unfold", ("plus", "equals_sign"), "Openen", "Vouwt open wat eronder staat.", ("veri",)),
    Action("fold_all", ("F",), "Alles vouwen", "Toont alleen de thema's, of weer alles.", ("veri",)),
    Action(
        "column_left",
        ("left_square_bracket",),
        "Kolom links",
        "Zet de kolom een plaats naar links.",
        ("veri",),
        writes=True,
    ),
    Action(
        "column_right",
        ("right_square_bracket",),
        "Kolom rechts",
        "Zet de kolom een plaats naar rechts.",
        ("veri",),
        writes=True,
    ),
    Action(
        "hide",
        ("H",),
        "Verberg kolom",
        "Laat deze kolom weg; terug in het formulier bij 4 Plan.",
        ("veri",),
        writes=True,
    ),
    Action("unhide", ("U",), "Kolommen terug", "Toont de verborgen kolommen weer.", ("veri",), writes=True),
    Action("to_party", ("g",), "Ga naar partij", "Gaat naar een kolom, op afkorting of naam.", ("veri",)),
    Action("first_column", ("less_than_sign", "comma"), "Eerste kolom", "Gaat naar de eerste kolom.", ("veri",)),
    Action("last_column", ("greater_than_sign", "full_stop"), "Laatste kolom", "Gaat naar de laatste.", ("veri",)),
    Action("edit", ("enter",), "Bewerken", "Opent het formulier van de rij.", ("veri",), 5),
    Action("present", ("p",), "Presenteren", "Zet de rijen een voor een groot op het scherm.", ("veri",), 1),
    Action("table", ("t",), "Tabel", "De waarden van dit cijfer als tabel.", ("regiovisie",), 1, writes=True),
    Action("duo", ("i",), "Van DUO", "Neemt cijfers uit bestanden van DUO over.", ("regiovisie",), 1, writes=True),
    Action("groen", ("g",), "Groen", "Zet het stoplicht op groen: op schema.", ("voortgang",), 1, writes=True),
    Action(
        "oranje", ("o",), "Oranje", "Zet het stoplicht op oranje: kleine obstakels.", ("voortgang",), 1, writes=True
    ),
    Action("rood", ("r",), "Rood", "Zet het stoplicht op rood: loopt vast.", ("voortgang",), 1, writes=True),
    Action("klaar", ("k",), "Klaar", "Zet het stoplicht op gereed.", ("voortgang",), 1, writes=True),
    Action("explain", ("t",), "Toelichting", "Schrijft op waarom het zo staat.", ("voortgang",), 1, writes=True),
    Action("filter", ("f",), "Filter", "Kiest alles, te laat, of oranje en rood.", ("voortgang",), 1),
    Action(
        "report", ("w",), "Verslag", "Maakt uit het logboek de tekst over een periode.", ("voortgang",), 1, writes=True
    ),
    Action(
        "not_started", ("n",), "Niet gestart", "Zet het stoplicht terug op niet gestart.", ("voortgang",), writes=True
    ),
    Action("draft", ("c",), "Concept maken", "Schrijft het Word-concept en toont waar het staat.", ("concept",), 1),
    Action(
        "draft_part",
        ("d",),
        "Deel kiezen",
        "Wisselt tussen alles, regiovisie, activiteitenplan en voortgangsrapportage.",
        ("concept",),
        5,
    ),
    Action("findings", ("m",), "Meldingen", "Toont wat er op deze plaats nog niet klopt.", footer=6),
    Action("undo", ("z", "ctrl+z"), "Ongedaan", "Maakt de laatste wijziging ongedaan.", footer=5),
    Action("redo", ("ctrl+y",), "Opnieuw", "Voert opnieuw uit wat ongedaan is gemaakt."),
    Action(
        "search",
        ("slash", "ctrl+p"),
        "Zoeken",
        "Zoekt een opdracht, of gaat naar een onderdeel van het dossier.",
        footer=8,
    ),
    Action("history", ("h",), "Geschiedenis", "Toont wie wat wanneer wijzigde; enter zet de stand van toen terug."),
    Action("theme", ("ctrl+t",), "Licht of donker", "Wisselt tussen de lichte en de donkere kleuren."),
    Action("help", ("question_mark", "f1"), "Toetsen", "Toont alle toetsen van deze plaats.", footer=9),
    Action("quit", ("ctrl+q",), "Sluiten", "Sluit sto-tui; alles is al opgeslagen."),
    *(
        Action(f"place_{number}", (str(number),), name, f"Gaat naar {name}.")
        for number, name in enumerate(
            ("Overzicht", "Evaluatie", "Regiovisie", "Plan", "Mijlpalen", "VERI", "Voortgang", "Concept"), 1
        )
    ),
    Action("save", ("ctrl+s",), "Opslaan", "Slaat het formulier op.", (FORM,), 1),
    Action(
        "cancel",
        ("escape",),
        "Sluiten",
        "Sluit zonder op te slaan; vraagt het eerst als er iets is getypt.",
        (FORM,),
        2,
    ),
    Action("next_field", ("tab",), "Volgend veld", "Gaat naar het volgende veld.", (FORM,), 3),
    Action("previous_field", ("shift+tab",), "Vorig veld", "Gaat naar het vorige veld.", (FORM,)),
    Action("pause", ("space",), "Pauze", "Zet de klok stil, of laat hem lopen.", (WORKSHOP,), 1),
    Action("minute", ("plus",), "Minuut", "Geeft een minuut erbij.", (WORKSHOP,), 2),
    Action("next", ("right", "pagedown"), "Volgende", "Gaat naar de volgende ronde.", (WORKSHOP,), 3),
    Action("previous", ("left", "pageup"), "Vorige", "Gaat een ronde terug.", (WORKSHOP,)),
    Action("skip", ("s",), "Overslaan", "Slaat stemmen of effect en moeite over.", (WORKSHOP,), 7),
    Action("next_question", ("ctrl+n",), "Volgende vraag", "Gaat meteen naar de volgende vraag.", (WORKSHOP,)),
    Action("typing", ("tab",), "Typen", "Wisselt tussen de typregel en de lijst.", (WORKSHOP,), 5),
    Action("undo", ("z", "ctrl+z"), "Ongedaan", "Maakt de laatste invoer ongedaan.", (WORKSHOP,), 4),
    Action("per_table", ("t",), "Per tafel", "Toont hoe elke tafel stemde, of verbergt het weer.", (WORKSHOP,)),
    Action("hide", ("h",), "Verberg", "Verbergt de antwoorden, of toont ze weer.", (WORKSHOP,)),
    Action("notes", ("f",), "Aantekening", "Toont de aantekening voor de begeleider.", (WORKSHOP,)),
    Action("edit", ("enter", "e"), "Bewerken", "Opent het formulier van de gekozen regel.", (WORKSHOP,)),
    Action("delete", ("x", "delete"), "Verwijderen", "Verwijdert de gekozen regel.", (WORKSHOP,)),
    Action("decide", ("b",), "Besluit", "Neemt een besluit over het gekozen antwoord.", (WORKSHOP,), 6),
    Action("write_list", ("l",), "Lijst maken", "Schrijft de besluiten- en actielijst.", (WORKSHOP,)),
    Action("help", ("question_mark", "f1"), "Toetsen", "Toont alle toetsen.", (WORKSHOP,), 9),
    Action("stop", ("escape",), "Stop", "Stopt; de volgende keer ga je hier verder.", (WORKSHOP,), 8),
    Action("code_v", ("v",), "Rol", "V: verantwoordelijk, voert uit.", (VERI_WALL,), 1, "v e r i o s", writes=True),
    Action("code_e", ("e",), "E", "E: eindverantwoordelijk, beslist en tekent af.", (VERI_WALL,), writes=True),
    Action("code_r", ("r",), "R", "R: raadplegen, vooraf, twee kanten op.", (VERI_WALL,), writes=True),
    Action("code_i", ("i",), "I", "I: informeren, tussentijds, één kant op.", (VERI_WALL,), writes=True),
    Action("code_o", ("o",), "O", "O: out of the loop, hoort er niet bij.", (VERI_WALL,), writes=True),
    Action("code_s", ("s",), "S", "S: support, ondersteunt.", (VERI_WALL,), writes=True),
    Action("code_b", ("b",), "V en E", "VE: voert uit en beslist.", (VERI_WALL,), writes=True),
    Action("next", ("right", "pagedown", "enter"), "Volgende rij", "Gaat naar de volgende rij.", (VERI_WALL,), 2),
    Action("clear", ("space", "delete", "backspace"), "Wis", "Haalt de rol weg.", (VERI_WALL,), 4, writes=True),
    Action("stop", ("escape",), "Stop", "Gaat terug naar deze rij in de matrix.", (VERI_WALL,), 3),
    Action("undo", ("z", "ctrl+z"), "Ongedaan", "Maakt de laatste wijziging ongedaan.", (VERI_WALL,), 5, writes=True),
    Action("fault", ("n",), "Fout", "Gaat naar de volgende rij met een fout.", (VERI_WALL,), 6),
    Action("previous", ("left", "pageup"), "Vorige rij", "Gaat naar de rij ervoor.", (VERI_WALL,), 7),
    Action("number", ("0",), "Nummer", "Zet de cursor op de partij met dit nummer.", (VERI_WALL,), 8, "0-9"),
    Action("help", ("question_mark", "f1"), "Toetsen", "Toont alle toetsen.", (VERI_WALL,), 9),
    Action("save", ("ctrl+s",), "Opslaan", "Slaat op wat er getypt is.", (ENTRY,), 1, "enter"),
    Action("cancel", ("escape",), "Sluiten", "Sluit zonder op te slaan.", (ENTRY,), 2),
    Action("nowhere", ("tab", "shift+tab"), "Volgend veld", "Er is maar één veld.", (ENTRY,)),
    Action("save", ("ctrl+s",), "Opslaan", "Bewaart de tekst en sluit.", (WRITING,), 1),
    Action("cancel", ("escape",), "Sluiten", "Sluit; vraagt het eerst als er iets is getypt.", (WRITING,), 2),
    Action("nowhere", ("tab", "shift+tab"), "Volgend veld", "Er is maar één veld.", (WRITING,)),
    Action("next", ("right",), "Volgende", "Gaat naar het volgende onderdeel.", (VISION_WALL,), 1),
    Action("view", ("v",), "Wissel", "Toont vorige tekst, nu, goed, beter, nieuw, verschil.", (VISION_WALL,), 2),
    Action("write", ("w",), "Schrijven", "Schrijft de tekst die er staat.", (VISION_WALL,), 3, writes=True),
    Action(
        "agree", ("g",), "Vaststellen", "Merkt als vandaag vastgesteld, of weer niet.", (VISION_WALL,), 5, writes=True
    ),
    Action("undo", ("z", "ctrl+z"), "Ongedaan", "Maakt de laatste wijziging ongedaan.", (VISION_WALL,), 6, writes=True),
    Action("stop", ("escape",), "Stop", "Gaat terug naar dit onderdeel in de lijst.", (VISION_WALL,), 4),
    Action("previous", ("left",), "Vorige", "Gaat naar het onderdeel ervoor.", (VISION_WALL,), 7),
    Action("help", ("question_mark", "f1"), "Toetsen", "Toont alle toetsen.", (VISION_WALL,), 9),
    Action("choose", ("enter",), "Overnemen", "Zet dit in het dossier, als één wijziging.", (TAKE_IN,), 1),
    Action("close", ("escape",), "Niet overnemen", "Sluit; er verandert niets.", (TAKE_IN,), 9),
    Action("choose", ("enter",), "Verschuiven", "Voert uit wat gekozen is.", (PROPOSAL,), 1),
    Action("toggle", ("space",), "Wel of niet", "Neemt deze verschuiving mee, of laat haar weg.", (PROPOSAL,), 2),
    Action("all", ("a",), "Alles of niets", "Kiest alle verschuivingen, of geen.", (PROPOSAL,), 3),
    Action("close", ("escape",), "Niets doen", "Sluit; er verschuift niets.", (PROPOSAL,), 9),
    Action("previous_party", ("left",), "Vorige partij", "Toont de partij van de kolom ervoor.", (PARTY,), 1),
    Action("next_party", ("right",), "Volgende", "Toont de partij van de kolom erna.", (PARTY,), 2),
    Action("choose", ("enter",), "Naar de rij", "Gaat naar deze rij in de matrix.", (PARTY,), 3),
    Action("write_sheet", ("w",), "Word-blad", "Schrijft dit als blad voor de partij.", (PARTY,), 4),
    Action("close", ("escape",), "Sluiten", "Sluit dit venster.", (PARTY,), 9),
    Action("open", ("enter",), "Openen", "Opent wat de cursor aanwijst.", (START,), 1),
    Action("quit", ("ctrl+q", "q"), "Sluiten", "Sluit sto-tui.", (START,), 2),
    Action("close", ("escape",), "Sluiten", "Sluit dit venster.", (DIALOG,), 9),
    Action("choose", ("enter",), "Tot hier terugnemen", "Zet de stand van vóór deze wijziging terug.", (HISTORY,), 1),
    Action("close", ("escape",), "Sluiten", "Sluit dit venster.", (HISTORY,), 9),
    Action("choose", ("enter",), "Verder typen", "Opent het formulier met wat er was getypt.", (UNFINISHED,), 1),
    Action("throw_away", ("x", "delete"), "Weggooien", "Gooit deze tekst weg.", (UNFINISHED,), 2),
    Action("close", ("escape",), "Later", "Bewaart alles voor de volgende keer.", (UNFINISHED,), 9),
    Action("put_back", ("enter",), "Terugzetten", "Zet deze versie in de plaats van het bestand.", (RECOVERY,), 1),
    Action("save_copy", ("k",), "Kopie bewaren", "Bewaart deze versie onder een nieuwe naam.", (RECOVERY,), 2),
    Action("quit", ("ctrl+q", "q"), "Sluiten", "Sluit sto-tui; er verandert niets.", (RECOVERY,), 9),
    Action("keep", ("enter", "space"), "Deze houden", "Houdt de versie van de cursor.", (CONFLICT,), 1, "enter"),
    Action("edit", ("e",), "Zelf bewerken", "Gaat terug naar het formulier, met beide versies.", (CONFLICT,), 2),
    Action("close", ("escape",), "Terug", "Gaat terug naar het formulier; er is nog niets opgeslagen.", (CONFLICT,), 9),
    Action("choose", ("enter",), "Kiezen", "Kiest de regel van de cursor.", (DIALOG,), 1),
)


def actions_at(where: str) -> Iterator[Action]:
    """The acts that work at a place (with those that work everywhere) or in a form or dialog."""
    places = where not in WINDOWS
    own = [action for action in ACTIONS if where in action.where]
    taken = {key for action in own for key in action.keys}
    yield from own
    if places:
        yield from (action for action in ACTIONS if EVERYWHERE in action.where and not taken.intersection(action.keys))


def writing_acts(where: str) -> frozenset[str]:
    """The acts of a place that change the dossier."""
    return frozenset(action.id for action in actions_at(where) if action.writes)


def footer_of(where: str) -> list[Action]:
    """The acts in the footer of a place, in order."""
    return sorted((action for action in actions_at(where) if action.footer), key=lambda action: action.footer)
