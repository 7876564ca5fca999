"""The grammars that are a few fields with semicolons between."""

from sto_tui.domain.communication import Communication
from sto_tui.domain.evaluation import Decision
from sto_tui.domain.learning import Lesson, Training
from sto_tui.domain.money import Equipment
from sto_tui.domain.parties import Body
from sto_tui.domain.plan import Goal, Risk, Theme
from sto_tui.domain.steering import Resolution
from sto_tui.domain.vision import Indicator
from sto_tui.planning.quick_entry.fields_in_order import fields_in_order

BODY = fields_in_order(
    Body,
    ("name", "task", "chair"),
    ["Stuurgroep; beslist over het plan; Anja Smit", "Stuurgroep; beslist; Anja Smit"],
)
COMMUNICATION = fields_in_order(
    Communication,
    ("audience", "message", "means", "date", "owner"),
    ["Ouders; de labs zijn open; open dag; mrt 2027; projectleider", "Ouders; labs open; open dag; mrt 2027"],
)
DECISION = fields_in_order(
    Decision,
    ("text", "why"),
    ["Ontdeklabs blijven; leerlingen kiezen vaker techniek", "Labs blijven; ze werken"],
)
EQUIPMENT = fields_in_order(
    Equipment,
    ("title", "purchase", "in_use_from", "life", "share_of_use"),
    ["Robotarm; 24.600; Q127; 60"],
)
GOAL = fields_in_order(
    Goal,
    ("text", "baseline", "target", "target_year"),
    ["Meer techniek; 412 leerlingen; 500 leerlingen; 2028", "Meer techniek; 412; 500; 2028"],
)
INDICATOR = fields_in_order(Indicator, ("title", "unit", "source"), ["Stages; leerlingen; eigen telling"])
LESSON = fields_in_order(
    Lesson,
    ("title", "source", "lesson"),
    ["Rijdend lab; regio Zeeland; begin met vier vaste stops", "Rijdend lab; Zeeland; vaste stops"],
)
RESOLUTION = fields_in_order(
    Resolution,
    ("text", "date"),
    ["De lesbus komt er als twee gemeenten meebetalen; 12 nov", "De lesbus komt er; 12 nov"],
)
RISK = fields_in_order(
    Risk,
    ("text", "probability", "impact", "measure"),
    ["Te weinig docenten; groot; middel; zij-instromers", "Ziekte; klein; groot; invallers"],
)
TRAINING = fields_in_order(
    Training,
    ("who", "what", "date", "days", "speerpunt"),
    ["Twee docenten per school; bedrijfsstage; 2027; 24", "Docenten; bedrijfsstage; 2027; 24"],
)
THEME = fields_in_order(
    Theme,
    ("title", "result"),
    ["Ontdekken en kiezen; elk kind ziet vijf bedrijven", "Ontdekken; elk kind ziet vijf bedrijven"],
)
