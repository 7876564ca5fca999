"""A document as a package with fixed dates, so that the same content gives the same bytes."""

import io
import zipfile
from typing import Any

from sto_tui.documents.word.docx_gaps import members
from sto_tui.documents.word.page_numbers.row_texts import NO_ROWS_APART, RowsApart

_FIXED_DATE = (1980, 1, 1, 0, 0, 0)


def saved(document: Any, apart: RowsApart = NO_ROWS_APART) -> bytes:
    """The bytes of a python-docx document, with the rows that stand apart from its tree in their places."""
    own = document.part.partname.membername
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in members(document):
            info = zipfile.ZipInfo(name, _FIXED_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            if name != own:
                target.writestr(info, data)
                continue
            with target.open(info, "w") as member:
                member.writelines(apart.put_back(data))
    return buffer.getvalue()
