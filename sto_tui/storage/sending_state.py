"""How it stands with what was changed in a session, for who looks at its screen."""

from enum import Enum


class SendingState(Enum):
    """Kept where the dossier is, on its way there, waiting for the line, or refused there for now."""

    KEPT = "kept"
    SENDING = "sending"
    CUT = "cut"
    REFUSED = "refused"
