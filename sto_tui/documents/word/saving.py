"""A document as a package with fixed dates, so that the same content gives the same bytes."""

import io
import zipfile
from typing import Any

from sto_tui.documents.word.docx_gaps import members

_FIXED_DATE = (1980, 1, 1, 0, 0, 0)


def saved(document: Any) -> bytes:
    """The bytes of a python-docx document."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in members(document):
            info = zipfile.ZipInfo(name, _FIXED_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, data)
    return buffer.getvalue()
