"""Names of organisations with the kind of organisation written out: `gem. Emmen` is `gemeente Emmen`."""

import re

from sto_tui.domain.text import clean_line, plain

_WORDS = {"gem": "gemeente", "prov": "provincie"}
_SHORT = re.compile(rf"({'|'.join(_WORDS)})(?:\.\s*|\s+)(?=\S)")


def spelled_out(name: str) -> str:
    """A name for comparing, with its first word in full."""
    key = plain(clean_line(name))
    match = _SHORT.match(key)
    return f"{_WORDS[match[1]]} {key[match.end() :]}" if match else key
