"""Content controls of a template that show a property of the document, such as its title: they get that of the paper.

Word does so when it opens the file; other programs show what was there when it was saved.
"""

import re
from typing import Any

from lxml import etree

from sto_tui.documents.word.xml_reading import W, detach, remove_all, value

_PROPERTIES = {"title": "title", "creator": "author", "subject": "subject", "contentStatus": "content_status"}
_LAST_STEP = re.compile(r"(\w+)(?:\[\d+\])?$")


def fill_bound(root: etree._Element, properties: Any) -> None:
    """Writes the core properties of a python-docx document in the controls of a header, footer or cover."""
    for control in root.iter(f"{W}sdt"):
        binding, content = control.find(f"{W}sdtPr/{W}dataBinding"), control.find(f"{W}sdtContent")
        step = _LAST_STEP.search(value(binding, "xpath"))
        name = _PROPERTIES.get(step[1]) if step else None
        if name is None or content is None:
            continue
        texts = list(content.iter(f"{W}t"))
        for text in texts[1:]:
            detach(text)
        if texts:
            texts[0].text = getattr(properties, name)
            remove_all(control, ("showingPlcHdr",))
            for style in list(content.iter(f"{W}rStyle")):
                if value(style).startswith(("Placeholder", "Tekstvantijdelijkeaanduiding")):
                    detach(style)
