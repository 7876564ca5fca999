"""The order in which ISO 29500 wants the children of an element: what Word calls unreadable is most often this."""

import re
from collections.abc import Mapping, Sequence

from lxml import etree

from sto_tui.documents.word.xml_reading import NAMESPACE, W, detach

_SIDES = "top left start bottom right end insideH insideV"
_PROPERTIES_OF_PARAGRAPH = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr"
)
_PROPERTIES_OF_RUN = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
    "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
    "eastAsianLayout specVanish oMath"
)
ORDER: Mapping[str, Sequence[str]] = {
    name: tuple(children.split())
    for name, children in {
        "styles": "docDefaults latentStyles style",
        "docDefaults": "rPrDefault pPrDefault",
        "rPrDefault": "rPr",
        "pPrDefault": "pPr",
        "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat "
        "locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
        "tblStylePr": "pPr rPr tblPr trPr tcPr",
        "pPr": _PROPERTIES_OF_PARAGRAPH,
        "rPr": _PROPERTIES_OF_RUN,
        "numPr": "ilvl numId",
        "tabs": "tab",
        "pBdr": "top left bottom right between bar",
        "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
        "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
        "tblBorders": _SIDES,
        "tblCellMar": "top left start bottom right end",
        "tblGrid": "gridCol",
        "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign "
        "hideMark",
        "tcBorders": f"{_SIDES} tl2br tr2bl",
        "tcMar": "top left start bottom right end",
        "sdtPr": "rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding label tabIndex equation "
        "comboBox date docPartObj docPartList dropDownList picture richText text citation group bibliography",
        "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
        "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
        "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
        "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
        "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
        "num": "abstractNumId lvlOverride",
        "lvlOverride": "startOverride lvl",
    }.items()
}
_REPEATED = {"style", "tblStylePr", "tab", "gridCol", "headerReference", "footerReference"}
_REPEATED |= {"abstractNum", "lvl", "num", "lvlOverride"}


FIRST: Mapping[str, str] = {"p": "pPr", "r": "rPr", "tc": "tcPr", "tr": "trPr", "sdt": "sdtPr"}
"""The properties of an element, which stand before its content, once."""


_NUMBER = re.compile(r"-?\d+(\.\d+)?")
# What a property needs, by the element in which it stands: a number as its value, or any value.
_NUMBERS = {
    "rPr": "sz szCs kern position spacing",
    "pPr": "outlineLvl",
    "numPr": "ilvl numId",
    "lvl": "start lvlRestart",
    "lvlOverride": "startOverride",
}
_WORDS = {
    "rPr": "rStyle color highlight vertAlign shd",
    "pPr": "pStyle jc shd",
    "tabs": "tab",
    "lvl": "numFmt suff lvlJc",
    "abstractNum": "multiLevelType",
}
# Attributes that are numbers when they are there.
_MEASURES = {
    "spacing": "before after line",
    "ind": "left right start end firstLine hanging",
    "tab": "pos",
}


def drop_senseless(root: etree._Element) -> None:
    """Removes properties without the value that they need, and measures that are no numbers."""
    for element in list(root.iter(f"{W}*")):
        name, parent = etree.QName(element).localname, element.getparent()
        for measure in _MEASURES.get(name, "").split():
            if not _NUMBER.fullmatch(element.get(f"{W}{measure}", "0")):
                del element.attrib[f"{W}{measure}"]
        if parent is not None and not _makes_sense(element, name, etree.QName(parent).localname):
            detach(element)


def _makes_sense(element: etree._Element, name: str, within: str) -> bool:
    value = element.get(f"{W}val")
    if name in _NUMBERS.get(within, "").split():
        return value is not None and _NUMBER.fullmatch(value) is not None
    if name in _WORDS.get(within, "").split():
        return value is not None and (name != "tab" or f"{W}pos" in element.attrib)
    return True


def put_in_order(root: etree._Element) -> None:
    """Puts the children of every element that is known here in order; strange and double ones go.

    What other namespaces add stands behind, as Word writes it.
    """
    for element in list(root.iter(f"{W}*")):
        name = etree.QName(element).localname
        if name in ORDER:
            _put_children_in_order(element, ORDER[name])
        elif name in FIRST:
            _put_first(element, f"{W}{FIRST[name]}")


def _put_first(element: etree._Element, properties: str) -> None:
    for place, block in enumerate(element.findall(properties)):
        if place:
            element.remove(block)
        else:
            element.insert(0, block)


def _put_children_in_order(element: etree._Element, wanted: Sequence[str]) -> None:
    places: list[tuple[int, etree._Element]] = []
    seen: set[str] = set()
    for child in element:
        name = etree.QName(child)
        if name.namespace != NAMESPACE:
            places.append((len(wanted), child))
        elif name.localname in wanted and (name.localname in _REPEATED or name.localname not in seen):
            seen.add(name.localname)
            place = 0 if name.localname in ("headerReference", "footerReference") else wanted.index(name.localname)
            places.append((place, child))
    element[:] = [child for _, child in sorted(places, key=lambda placed: placed[0])]
