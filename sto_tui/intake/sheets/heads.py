"""The words above the columns of a sheet, for comparing."""

import re
from functools import lru_cache

from sto_tui.domain.text import plain


@lru_cache(maxsize=4096)
def head_key(text: str) -> str:
    """A head for comparing: letters and digits only, in lower case and without accents."""
    return re.sub(r"[^a-z0-9]", "", plain(text))
