"""What people set aside: a finding whose facts are as they were when somebody said that it may stay so."""

import hashlib
import json

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.record import Ref
from sto_tui.domain.set_aside import SetAside
from sto_tui.domain.text import clean_text
from sto_tui.planning.once_per_version import once_per_version

_LENGTH = 24


def facts_of(dossier: Dossier, check: str, ref: Ref, message: str) -> str:
    """What a finding was found in, in a few letters: its sentence and all that its record says."""
    record = dossier.get(ref)
    document = record.document() if record else {}
    document.pop("rev", None)
    facts = json.dumps([check, str(ref), message, document], sort_keys=True)
    return hashlib.sha256(facts.encode()).hexdigest()[:_LENGTH]


def set_aside_as(dossier: Dossier, check: str, ref: Ref, message: str) -> SetAside | None:
    """Where it was set aside; None when nobody did, or when its facts changed since."""
    sentences = _sentences(dossier.whole)
    # What is said of every field of a record takes much longer than looking whether anyone read this sentence.
    if not sentences or (clean_text(message) not in sentences and "" not in sentences):
        return None
    return _by_facts(dossier.whole).get(facts_of(dossier, check, ref, message))


@once_per_version
def _sentences(dossier: Dossier) -> frozenset[str]:
    return frozenset(aside.finding for aside in dossier.of(SetAside).values())


@once_per_version
def _by_facts(dossier: Dossier) -> dict[str, SetAside]:
    return {aside.facts: aside for aside in dossier.of(SetAside).values()}
