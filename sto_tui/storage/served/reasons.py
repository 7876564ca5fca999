"""Why a server did not do what was asked, in Dutch: its own words are never shown."""

import re

from sto_tui.domain.change import BusyError
from sto_tui.storage.file.errors import DossierError, LostError

_NOTHING = "Er is niets opgeslagen"
_BY_STATE = {
    "42501": "Daar heb je op {server} geen rechten voor. {nothing}; vraag de beheerder van het dossier.",
    "53100": "De schijf van {server} is vol. {nothing}; waarschuw wie {server} beheert.",
    "53300": "{server} heeft te veel verbindingen. {nothing}; probeer het zo nog eens.",
    "23505": "Op {server} staat al een dossier met die naam, of dit dossier zelf. Kies een andere naam, of open het.",
    "23514": "Die naam of rol kan niet op {server}. {nothing}; kies een andere.",
    "23000": "Een dossier houdt ten minste één beheerder. {nothing}; maak eerst een ander beheerder.",
    "3F000": "Op {server} staat nog geen sto-tui. Laat wie de server beheert sto server maak doen.",
    "42P01": "Op {server} staat nog geen sto-tui. Laat wie de server beheert sto server maak doen.",
    "42883": "Op {server} staat een andere versie van sto-tui. Laat wie de server beheert die bijwerken.",
    "42P06": "Op {server} staat sto-tui al.",
    "22P05": "In het dossier staat een teken dat {server} niet aanneemt. {nothing}; haal het weg.",
}
_NO_DATABASE = "De database van {server} is er niet, of heet nu anders. Vraag het na bij wie de server beheert."
_BUSY = ("40001", "40P01", "55P03", "57014", "25P03")
_CONNECTING = (
    (
        ("certificate", "does not match host name", "SSL error", "does not support SSL"),
        "{server} kan niet bewijzen dat het de goede server is (certificaat). Er is geen verbinding gemaakt; vraag "
        "wie de server beheert om het certificaatbestand.",
    ),
    (
        ("password authentication failed", "no password supplied", 'role "', "no pg_hba.conf entry"),
        "{server} neemt de naam of het wachtwoord niet aan. Kijk na wat er in het wachtwoordbestand (~/.pgpass) en bij "
        "de server in de instellingen staat.",
    ),
    (("definition of service",), "De service van {server} staat niet in het servicebestand van PostgreSQL."),
    (("too many", "connection slots"), "{server} heeft te veel verbindingen. Probeer het zo nog eens."),
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


class OutcomeUnknownError(DossierError):
    """The connection went while a change was on its way: whether it was saved has still to be asked."""

    def __init__(self, server: str) -> None:
        super().__init__(
            f"Geen verbinding met {server}: of deze wijziging is opgeslagen is nog niet te zeggen. Kijk in de "
            "geschiedenis als de verbinding er weer is, voor je het nog eens doet."
        )


def unreachable(server: str, text: str) -> DossierError:
    """Why there is no connection; `text` is what libpq said, and only tells which of our sentences fits."""
    if re.search('database ".*" does not exist', text):
        return DossierError(_NO_DATABASE.format(server=server))
    # The name of a file or a host may hold any of these words, but a wrong name is as likely then.
    for marks, sentence in _CONNECTING:
        if any(mark in text for mark in marks):
            return DossierError(sentence.format(server=server))
    return UnreachableError(f"Geen verbinding met {server}.")


def refusal(server: str, state: str) -> DossierError:
    """Why a connected server did not do it, by its SQLSTATE."""
    if state in _BUSY:
        return ServerBusyError(f"{server} is bezig met een ander. {_NOTHING}; probeer het zo nog eens.")
    if state == "3D000":
        return DossierError(_NO_DATABASE.format(server=server))
    if state.startswith("28"):
        return unreachable(server, "password authentication failed")
    sentence = _BY_STATE.get(state, "{server} geeft fout " + state + ". {nothing}; waarschuw wie de server beheert.")
    return ServerRefusedError(sentence.format(server=server, nothing=_NOTHING), state)


def is_cut(state: str) -> bool:
    """Whether the server ended the connection, so that what was asked may have been done or not."""
    return state.startswith("08") or state in ("57P01", "57P02", "57P03", "57P05")
