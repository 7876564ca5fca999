"""How it stands with what was changed in a session, for who looks at its screen."""

from enum import Enum


class SendingState(Enum):
    """Kept where the dossier is, on its way, waiting for the line, refused there for now, or unreadable there."""

    KEPT = "kept"
    SENDING = "sending"
    CUT = "cut"
    REFUSED = "refused"
    UNSEEN = "unseen"
