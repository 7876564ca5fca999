"""The words above the columns of a sheet, for comparing."""

import re
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256

from sto_tui.domain.text import plain

_HEADS_LENGTH = 16


@lru_cache(maxsize=4096)
def head_key(text: str) -> str:
    """A head for comparing: letters and digits only, in lower case and without accents."""
    return re.sub(r"[^a-z0-9]", "", plain(text))


def heads_key(word: str, head: Iterable[object]) -> str:
    """What stands for the heads, in any order: a sheet with the same ones has the same answers."""
    keys = sorted({head_key(str(cell)) for cell in head if cell})
    return sha256(" ".join([word, *keys]).encode()).hexdigest()[:_HEADS_LENGTH]
