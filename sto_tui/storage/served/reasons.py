"""Why a server did not do what was asked, in Dutch: its own words are never shown."""

import re

from sto_tui.domain.change import BusyError
from sto_tui.domain.dutch import capital
from sto_tui.storage.file.errors import DossierError, LostError

NOT_SAVED = "Er is niets opgeslagen"
NOT_CHANGED = "Er is niets gewijzigd"
NOT_SET_UP = "Er is niets gemaakt"
WAITS_HERE = "Wat je wijzigde wacht veilig op deze computer"
"""What there is to say of what was asked, besides why the server did not do it; nothing of what was only read."""

_BY_STATE = {
    "42501": ("Daar heb je op {server} geen rechten voor.", "vraag de beheerder van het dossier"),
    "53100": ("De schijf van {server} is vol.", "waarschuw wie {server} beheert"),
    "53300": ("{server} heeft te veel verbindingen.", "probeer het zo nog eens"),
    "23514": ("Die naam of rol kan niet op {server}.", "kies een andere"),
    "23000": ("Een dossier houdt ten minste één beheerder.", "maak eerst een ander beheerder"),
    "22P05": ("In het dossier staat een teken dat {server} niet aanneemt.", "haal het weg"),
}
_NOT_THERE = (
    "Op {server} staat geen sto-tui. Wordt er net een reservekopie teruggezet, wacht dan even; laat anders wie de "
    "server beheert sto server maak doen."
)
_WHOLE = {
    "23505": "Op {server} staat al een dossier met die naam, of dit dossier zelf. Kies een andere naam, of open het.",
    "3F000": _NOT_THERE,
    "42P01": _NOT_THERE,
    "42883": "Op {server} staat een andere versie van sto-tui. Laat wie de server beheert die bijwerken.",
    "42P06": "Op {server} staat sto-tui al.",
    "ST002": (
        "De database van {server} is niet in UTF8 en kan niet alle letters bewaren. Er is niets gemaakt; maak een "
        "nieuwe met CREATE DATABASE … ENCODING 'UTF8' LOCALE 'C.UTF-8' TEMPLATE template0."
    ),
}
_NO_DATABASE = "De database van {server} is er niet, of heet nu anders. Vraag het na bij wie de server beheert."
_LATER = "probeer het later nog eens"
_BUSY = ("40001", "40P01", "55P03", "57014", "25P03")
_CONNECTING = (
    (
        ("certificate", "does not match host name", "SSL error", "does not support SSL"),
        "{server} kan niet bewijzen dat het de goede server is (certificaat). Er is geen verbinding gemaakt; vraag "
        "wie de server beheert of het certificaat is verlopen, en om het certificaatbestand.",
    ),
    (
        ("password authentication failed", "no password supplied", 'role "', "no pg_hba.conf entry"),
        "{server} neemt de naam of het wachtwoord niet aan. Kijk na wat er in het wachtwoordbestand (~/.pgpass) en bij "
        "de server in de instellingen staat.",
    ),
    (("definition of service",), "De service van {server} staat niet in het servicebestand van PostgreSQL."),
)


class ServerRefusedError(DossierError):
    """A server did not do it; `state` is its SQLSTATE."""

    def __init__(self, sentence: str, state: str) -> None:
        super().__init__(sentence)
        self.state = state


class ServerBusyError(DossierError, BusyError):
    """Another session held on too long."""


class NoAccessError(DossierError):
    """The dossier is not there, or not for who logged in: a server does not tell which."""


class UnreachableError(LostError):
    """There is no connection, and nothing was sent."""

    def __init__(self, why: str, unsaved: str = "") -> None:
        super().__init__(why)
        self.args = (f"{why} {advised(unsaved, 'probeer het opnieuw als het terug is' if unsaved else _LATER)}",)


class OutcomeUnknownError(DossierError):
    """The connection went while a change was on its way: whether it was saved has still to be asked."""

    def __init__(self, server: str) -> None:
        super().__init__(
            f"Geen verbinding met {server}: of deze wijziging is opgeslagen is nog niet te zeggen. Kijk in de "
            "geschiedenis als de verbinding er weer is, voor je het nog eens doet."
        )


def advised(unsaved: str, advice: str) -> str:
    """What to do, after what there is to say of what was asked, if anything."""
    return f"{unsaved}; {advice}." if unsaved else f"{capital(advice)}."


def unreachable(server: str, text: str, unsaved: str = "") -> DossierError:
    """Why there is no connection; `text` is what libpq said, and only tells which of our sentences fits."""
    if re.search('database ".*" does not exist', text):
        return DossierError(_NO_DATABASE.format(server=server))
    # Before the rest: it may name the role that has too many.
    if "too many" in text or "connection slots" in text:
        return refusal(server, "53300", unsaved)
    # The name of a file or a host may hold any of these words, but a wrong name is as likely then.
    for marks, sentence in _CONNECTING:
        if any(mark in text for mark in marks):
            return DossierError(sentence.format(server=server))
    return UnreachableError(f"Geen verbinding met {server}.", unsaved)


def refusal(server: str, state: str, unsaved: str = "") -> DossierError:
    """Why a connected server did not do it, by its SQLSTATE; `unsaved` is what there is to say of what was asked."""
    if state in _BUSY:
        return ServerBusyError(f"{server} is bezig met een ander. {advised(unsaved, 'probeer het zo nog eens')}")
    if state == "3D000":
        return DossierError(_NO_DATABASE.format(server=server))
    if state.startswith("28"):
        return unreachable(server, "password authentication failed")
    if state in _WHOLE:
        return ServerRefusedError(_WHOLE[state].format(server=server), state)
    why, advice = _BY_STATE.get(state, (f"{{server}} geeft fout {state}.", "waarschuw wie {server} beheert"))
    return ServerRefusedError(f"{why} {advised(unsaved, advice)}".format(server=server), state)


def is_cut(state: str) -> bool:
    """Whether the server ended the connection, so that what was asked may have been done or not."""
    return state.startswith("08") or state in ("57P01", "57P02", "57P03", "57P05")
