"""The Dutch that people read, guarded by kind: what an act is called, which words and marks are not used."""

import re

import pytest

from sto_tui.actions import ACTIONS, Action
from sto_tui.domain.milestones import Stoplicht, VeriCode
from sto_tui.places import PLACES

INFINITIVES = re.compile(
    r"(?:bekijken|besluiten|bewaren|bewerken|doen|filteren|geven|groeperen|houden|invullen|kiezen|kopiëren|lezen|maken"
    r"|meeschuiven|openen|opslaan|overnemen|overslaan|pauzeren|presenteren|schrijven|sluiten|stemmen|stoppen|teruggaan"
    r"|terugplannen|terugzetten|toelichten|toevoegen|tonen|typen|uitzoomen|vaststellen|verbergen|verlengen|verschuiven"
    r"|verwijderen|vouwen|wachten op|weggooien|weghalen|wisselen|wissen|zetten|zoeken|zoomen)$",
    re.IGNORECASE,
)
# An act that goes somewhere, or shows a window of that name, is called by where it goes.
GOES = re.compile(r"(?:Naar|Volgende?|Vorige?)\b")
WINDOWS = {"Meldingen", "Geschiedenis", "Toetsen", "Regioprofiel", "Antwoorden", "Vragen", "Andere tekst"}
# An act that gives a value is called by the value.
VALUES = {
    *(light.label.capitalize() for light in Stoplicht),
    *(code.value for code in VeriCode),
    *("V en E", "Go/no-go", "Snel resultaat"),
}
ADVERBS = {"Opnieuw", "Later"}


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: f"{action.where[0]}.{action.id}")
def test_an_act_is_an_infinitive_or_says_where_it_goes_or_what_it_gives(action: Action) -> None:
    named = WINDOWS | VALUES | ADVERBS | {place.name for place in PLACES}
    assert action.label in named or GOES.match(action.label) or INFINITIVES.search(action.label), action.label
