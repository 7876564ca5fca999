"""What an act is, and where it can be: the words of places, windows and walls."""

from sto_tui.frozen import frozen

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
CHOOSING = "keuzes"
SHARING = "verdelen"
NUMBERING = "nummers"
ENTRY = "regel"
TAKE_IN = "overnemen"
QUESTIONS = "vragen"
VERI_WALL = "rollen"
PARTY = "partij"
WRITING = "schrijven"
VISION_WALL = "visie"
DOSSIER_FILE = "bestand"
WAITING = "wachten"
NEXT_PERIOD = "volgende"
QUICK = "typregel"
REQUEST = "aanvraag"
FINDINGS = "meldingen"
RETURNED = "terug"
RETURNED_FILES = "terugbestand"
RETURNED_TEXT = "terugtekst"
PLAN_FILE = "woordplan"
PLAN_RECORD = "planregel"
PHONES = "telefoons"
PHONE_ANSWERS = "telefoonlijst"
KEYS = "toetsen"
MANUAL = "uitleg"


@frozen
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
    CHOOSING,
    SHARING,
    NUMBERING,
    ENTRY,
    TAKE_IN,
    QUESTIONS,
    VERI_WALL,
    PARTY,
    WRITING,
    VISION_WALL,
    DOSSIER_FILE,
    WAITING,
    NEXT_PERIOD,
    QUICK,
    REQUEST,
    FINDINGS,
    RETURNED,
    RETURNED_FILES,
    RETURNED_TEXT,
    PLAN_FILE,
    PLAN_RECORD,
    PHONES,
    PHONE_ANSWERS,
    KEYS,
    MANUAL,
)
KEY_NAMES = {
    "question_mark": "?",
    "slash": "/",
    "escape": "esc",
    "delete": "del",
    "left": "←",
    "up": "↑",
    "down": "↓",
    "right": "→",
    "space": "spatie",
    "plus": "+",
    "minus": "-",
    "asterisk": "*",
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
    "shift+left": "shift+←",
    "shift+right": "shift+→",
    "shift+up": "shift+↑",
    "shift+down": "shift+↓",
}
WALLS = (WORKSHOP, VERI_WALL, VISION_WALL)
