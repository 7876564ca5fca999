"""Manifests that somebody made larger than they can be."""

import pytest
from lxml import etree

from sto_tui.intake.returned_draft.manifest import NAMESPACE, ManifestError, read_manifest

MANIFEST = (
    '<concept xmlns="{}" form="1"><u t="0" r="h"><c>Kop</c><f a="x" s="PROSE" b="{}"/></u>'
    '<u t="0" r="p"><c>Tekst</c></u></concept>'
)


def test_a_field_names_each_paragraph_once() -> None:
    (field,) = read_manifest(etree.fromstring(MANIFEST.format(NAMESPACE, "1"))).fields
    assert field.text == "Tekst"
    with pytest.raises(ManifestError):
        read_manifest(etree.fromstring(MANIFEST.format(NAMESPACE, "1 " * 5000)))
