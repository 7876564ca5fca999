"""What the page says, in short and plain sentences (B1)."""

from sto_tui.domain.dutch import count
from sto_tui.planning.evaluation.phone_entries import LONGEST_ANSWER

TITLE = "Meedoen met de bijeenkomst"
WAIT = "Nu hoef je niets te doen. Kijk naar het scherm voorin."
TYPE_CODE = "Typ de code die op het scherm voorin staat."
MOBILE_DATA = "Opent deze pagina de volgende keer niet? Zet dan mobiele data even uit."
WRONG_CODE = "Deze code klopt niet. Kijk nog eens op het scherm voorin."
TOO_MANY_CODES = "Er zijn te veel verkeerde codes getypt. Wacht even, of scan de QR-code."
FULL = "Het is vol: er doen al {} mee. Kijk mee met iemand naast je."
RECEIVED = "Ontvangen. Je mag nog een antwoord geven."
RECEIVED_CHANGEABLE = "Ontvangen. Je kunt het nog veranderen tot het sluit."
CLOSED = "Deze vraag is al gesloten. Je antwoord is niet meegeteld."
CHANGED = "De antwoorden zijn veranderd. Stem opnieuw."
NO_TEXT = "Typ eerst een antwoord."
NO_TABLE = "Kies eerst je tafel."
NO_SCORE = "Kies eerst een score."
TOO_FAST = "Dat gaat te snel. Wacht even; wat je schreef blijft staan."
TOO_BUSY = "Het is even te druk. Probeer het zo nog eens; wat je schreef blijft staan."
NOT_SAVED = "Nog niet opgeslagen. Probeer het zo nog eens."
STILL_SAVING = "Nog niet opgeslagen. Ik probeer het opnieuw."
NO_LINE = "Geen verbinding. Ik probeer het opnieuw. Wat je schreef blijft staan."
NEW_QUESTION = "Er is een nieuwe vraag. Verstuur of wis eerst je tekst."
CLOSED_NOW = "Deze vraag is gesloten. Wis je tekst om verder te gaan."
REFUSED = "Dit lukt niet. Open de pagina opnieuw met de QR-code of het adres op het scherm voorin."
YOU_WROTE = "Je schreef:"
TABLE, CHOOSE_TABLE, ANSWER, SCORE, CODE = "Tafel", "kies je tafel", "Jullie antwoord", "Jullie score", "Code"
OWN_SCORE = "Jouw score"
JOIN, SEND, VOTE, TAKE_OVER, REFRESH = "Meedoen", "Versturen", "Stemmen", "Overnemen", "Pagina vernieuwen"
AT_MOST = f"Hoogstens {count(LONGEST_ANSWER, 'teken', 'tekens')}."


def already_given(table: int, *, votes: bool) -> str:
    """Another phone, or the facilitator, was first."""
    what = "gestemd" if votes else "een score gegeven"
    return f"Tafel {table} heeft al {what}. Wil je dat overnemen met wat hieronder staat?"


def given_since(table: int) -> str:
    """Another phone, or the facilitator, came later."""
    return f"Voor tafel {table} gaf iemand anders daarna iets op. Dat telt nu."


def stands_again(table: int) -> str:
    """What someone gave later was taken back."""
    return f"Wat je voor tafel {table} gaf, telt weer. Je kunt het nog veranderen tot het sluit."


def divide(votes: int, *, per_person: bool) -> str:
    """How many votes there are to give, by a table or by one person."""
    return f"Verdeel {'jouw ' * per_person}{count(votes, 'stem', 'stemmen')}."


def wrong_sum(given: int, votes: int) -> str:
    """That there are too many of them, or too few."""
    verb = "is" if given == 1 else "zijn"
    return f"Dit {verb} {count(given, 'stem', 'stemmen')}. Verdeel er precies {votes}."


def full(most: int) -> str:
    """That no more phones can take part."""
    return FULL.format(count(most, "telefoon", "telefoons"))
