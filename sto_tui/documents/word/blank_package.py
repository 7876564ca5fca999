"""The package that a paper begins as: Dutch, in the layout rules of Word 2013 and later, with nothing unused in it."""

import io
import zipfile
from functools import cache
from typing import Any

import docx

from sto_tui.documents.word.page_size import OUR_PAGE
from sto_tui.documents.word.styles import ACCENT, GREY, HEAD_TINT, MID_TINT, NAMESPACE, RULE, SINCE_2010, defaults_xml
from sto_tui.documents.word.xml_writing import page_size

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument"
_WORD = "http://schemas.microsoft.com/office/word"
# What Word sets for every new document.
_WORD_2013 = {
    "compatibilityMode": 15,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
    "useWord2013TrackBottomHyphenation": 0,
}
_COLOURS_OF_THEME = {
    "dk2": ACCENT,
    "lt2": HEAD_TINT,
    "accent1": ACCENT,
    "accent2": MID_TINT,
    "accent3": GREY,
    "accent4": "6B4300",
    "accent5": RULE,
    "accent6": "333333",
    "hlink": ACCENT,
    "folHlink": GREY,
}
DEFAULT_STOP = 708
"""Where a tab goes that has no stop: 1.25 cm, in twips."""


def blank_document() -> Any:
    """An empty python-docx document without styles of paragraphs."""
    return docx.Document(io.BytesIO(_blank()))


@cache
def _blank() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, content in _PARTS.items():
            package.writestr(name, _XML + content)
    return buffer.getvalue()


def theme() -> bytes:
    """Our fonts and colours, as Word offers them for what people add."""
    return (_XML + _THEME).encode()


def _types() -> str:
    kinds = {
        "/word/document.xml": f"{_TYPE}.wordprocessingml.document.main+xml",
        "/word/styles.xml": f"{_TYPE}.wordprocessingml.styles+xml",
        "/word/numbering.xml": f"{_TYPE}.wordprocessingml.numbering+xml",
        "/word/settings.xml": f"{_TYPE}.wordprocessingml.settings+xml",
        "/word/fontTable.xml": f"{_TYPE}.wordprocessingml.fontTable+xml",
        "/word/theme/theme1.xml": f"{_TYPE}.theme+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": f"{_TYPE}.extended-properties+xml",
    }
    parts = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    )


def _relations(kinds: dict[str, str]) -> str:
    each = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (target, kind) in enumerate(kinds.items(), 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'


def _settings() -> str:
    """What can be told apart from American ones: language, tabs of 1.25 cm, a comma in decimals."""
    compat = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="{_WORD}" w:val="{setting}"/>' for name, setting in _WORD_2013.items()
    )
    names = ("hyperlink", "followedHyperlink", *(f"accent{number}" for number in range(1, 7)))
    colours = "".join(f' w:{name}="{name}"' for name in names)
    return (
        f'<w:settings xmlns:w="{NAMESPACE}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="{DEFAULT_STOP}"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/><w:compat>{compat}</w:compat>'
        '<w:themeFontLang w:val="nl-NL"/>'
        f'<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2"{colours}/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def _styles() -> str:
    """What Word takes for granted of characters, tables and lists; its own styles are shown when they are used."""
    return (
        f'<w:styles xmlns:w="{NAMESPACE}" xmlns:w14="{SINCE_2010}" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14">'
        f'{defaults_xml()}<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" '
        'w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style></w:styles>'
    )


def _fonts() -> str:
    return (
        f'<w:fonts xmlns:w="{NAMESPACE}"><w:font w:name="Calibri"><w:panose1 w:val="020F0502020204030204"/>'
        '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def _theme() -> str:
    colours = "".join(f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>' for name, colour in _COLOURS_OF_THEME.items())
    font = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>'
    plain = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(f'<a:ln w="{width}">{plain}<a:prstDash val="solid"/></a:ln>' for width in (6350, 12700, 19050))
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'<a:theme xmlns:a="{_MAIN}" name="sto-tui"><a:themeElements><a:clrScheme name="sto-tui">'
        '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
        f'<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>{colours}</a:clrScheme>'
        f'<a:fontScheme name="sto-tui"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont>'
        f'</a:fontScheme><a:fmtScheme name="sto-tui"><a:fillStyleLst>{plain * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{lines}</a:lnStyleLst><a:effectStyleLst>{effects}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{plain * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


_THEME = _theme()
_PARTS = {
    "[Content_Types].xml": _types(),
    "_rels/.rels": _relations(
        {
            "word/document.xml": f"{_OFFICE}/relationships/officeDocument",
            "docProps/core.xml": f"{_PACKAGE}/relationships/metadata/core-properties",
            "docProps/app.xml": f"{_OFFICE}/relationships/extended-properties",
        }
    ),
    "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>',
    "docProps/app.xml": f'<Properties xmlns="{_OFFICE}/extended-properties"><Pages>0</Pages>'
    "<Application>sto-tui</Application><Company></Company></Properties>",
    "word/document.xml": f'<w:document xmlns:w="{NAMESPACE}" xmlns:r="{_OFFICE}/relationships">'
    f"<w:body><w:sectPr>{page_size(OUR_PAGE.upright)}</w:sectPr></w:body></w:document>",
    "word/_rels/document.xml.rels": _relations(
        {
            "styles.xml": f"{_OFFICE}/relationships/styles",
            "numbering.xml": f"{_OFFICE}/relationships/numbering",
            "settings.xml": f"{_OFFICE}/relationships/settings",
            "fontTable.xml": f"{_OFFICE}/relationships/fontTable",
            "theme/theme1.xml": f"{_OFFICE}/relationships/theme",
        }
    ),
    "word/styles.xml": _styles(),
    "word/numbering.xml": f'<w:numbering xmlns:w="{NAMESPACE}"/>',
    "word/settings.xml": _settings(),
    "word/fontTable.xml": _fonts(),
    "word/theme/theme1.xml": _THEME,
}
