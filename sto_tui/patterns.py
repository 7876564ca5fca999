"""Regular expressions that are compiled when they are first used.

Each command imports a hundred of them and uses a dozen. Where a short command imports them they are made here; a module
that only a screen or an intake needs has `re.compile`.
"""

import re
from typing import Any, AnyStr, cast


def pattern(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Like `re.compile`; what is wrong with `text` comes out when it is first used."""
    return cast("re.Pattern[AnyStr]", _Uncompiled(text, flags))


class _Uncompiled:
    """Stands for a pattern, and keeps each of its methods once it was asked for."""

    def __init__(self, text: Any, flags: int) -> None:
        self._text = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self._text, self._flags), name)
        setattr(self, name, found)
        return found
