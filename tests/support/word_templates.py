"""House styles for tests: a Word file as an organisation has it, and ways in which such a file can be different."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from functools import cache

import docx

Parts = dict[str, bytes]

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DOCUMENT, STYLES, NUMBERING = "word/document.xml", "word/styles.xml", "word/numbering.xml"
SETTINGS, THEME, COMMENTS = "word/settings.xml", "word/theme/theme1.xml", "word/comments.xml"
HEADER, FIRST, EVEN, FOOTER = "word/header1.xml", "word/header2.xml", "word/header3.xml", "word/footer1.xml"
LOGO, TYPES = "word/media/logo.png", "[Content_Types].xml"


def picture(red: int, green: int, blue: int) -> bytes:
    """A PNG of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + bytes((red, green, blue)) * 60) * 20
    size = struct.pack(">IIBBBBB", 60, 20, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def _xml(name: str, content: str) -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f"{head}<w:{name} {_NAMES}>{content}</w:{name}>".encode()


def drawing(identity: str, width: int = 1_440_000) -> str:
    """A picture in a line of text."""
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="480000"/>'
        '<wp:docPr id="1" name="Logo" descr="Logo"/><wp:cNvGraphicFramePr/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        '<pic:nvPicPr><pic:cNvPr id="1" name="Logo"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{identity}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="480000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def _style(identity: str, name: str, inside: str = "", *, kind: str = "paragraph", more: str = "") -> str:
    based_on = '<w:basedOn w:val="Standaard"/>' if identity != "Standaard" and kind == "paragraph" else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{identity}"{more}><w:name w:val="{name}"/>{based_on}'
        f"<w:qFormat/>{inside}</w:style>"
    )


def _font(colour: str, size: int) -> str:
    return f'<w:rPr><w:b/><w:color w:val="{colour}"/><w:sz w:val="{size}"/></w:rPr>'


def _styles() -> bytes:
    numbered = '<w:pPr><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="{}"/></w:pPr>'
    tabs = '<w:pPr><w:tabs><w:tab w:val="center" w:pos="4536"/><w:tab w:val="right" w:pos="9072"/></w:tabs></w:pPr>'
    return _xml(
        "styles",
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'
        '<w:sz w:val="22"/><w:lang w:val="en-US"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
        + _style("Standaard", "Normal", more=' w:default="1"')
        + _style("Titel", "Title", _font("AA0000", 56))
        + _style("Kop1", "heading 1", numbered.format(0, 0) + _font("AA0000", 36))
        + _style("Kop2", "heading 2", numbered.format(1, 1) + _font("AA0000", 26))
        + _style("Kop3", "heading 3", _font("444444", 22))
        + _style("Koptekst", "header", tabs)
        + _style("Voettekst", "footer", tabs)
        + _style("Inhopg1", "toc 1")
        + _style("Bijschrift", "caption")
        + _style("Lijstopsomteken", "List Bullet", '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>')
        + _style("Tabelraster", "Table Grid", kind="table")
        + _style("Standaardalinea-lettertype", "Default Paragraph Font", kind="character", more=' w:default="1"'),
    )


def _numbering() -> bytes:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Kop{level + 1}"/>'
        f'<w:lvlText w:val="%{level + 1}."/><w:lvlJc w:val="left"/></w:lvl>'
        for level in range(2)
    )
    bullet = '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="■"/><w:lvlJc w:val="left"/></w:lvl>'
    return _xml(
        "numbering",
        f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1">{bullet}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>',
    )


def _line(style: str, content: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'


def words(text: str) -> str:
    """A run of text."""
    return f"<w:r><w:t>{text}</w:t></w:r>"


def section(references: str, *, titled: bool = False, margins: int = 1701) -> str:
    """The properties of a section on A4 with a text of 8504 twips, or what other margins leave."""
    title = "<w:titlePg/>" if titled else ""
    return (
        f'<w:sectPr>{references}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1985" w:right="{margins}" '
        f'w:bottom="1418" w:left="{margins}" w:header="709" w:footer="567" w:gutter="0"/>{title}</w:sectPr>'
    )


REFERENCES = (
    '<w:headerReference w:type="default" r:id="rId4"/><w:headerReference w:type="first" r:id="rId5"/>'
    '<w:headerReference w:type="even" r:id="rId6"/><w:footerReference w:type="default" r:id="rId7"/>'
)
BODY = (
    _line("Kop1", words("Oud plan"))
    + '<w:p><w:commentRangeStart w:id="0"/><w:bookmarkStart w:id="0" w:name="_Toc000001"/>'
    '<w:ins w:id="7" w:author="Jan"><w:r><w:t>Tekst van vorig jaar</w:t></w:r></w:ins><w:bookmarkEnd w:id="0"/>'
    '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>'
)


def _relations(kinds: Mapping[str, tuple[str, str]]) -> bytes:
    ones = "".join(
        f'<Relationship Id="{identity}" Type="{_RELATION}/{kind}" Target="{target}"/>'
        for identity, (kind, target) in kinds.items()
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<?xml version="1.0"?><Relationships xmlns="{space}">{ones}</Relationships>'.encode()


def house_parts(references: str = REFERENCES, *, titled: bool = True, body: str = BODY) -> Parts:
    """A house style as Dutch Word saves it: its own ids, numbered headings, logo above, old text and a comment."""
    overrides = {
        DOCUMENT: "document.main",
        STYLES: "styles",
        NUMBERING: "numbering",
        SETTINGS: "settings",
        COMMENTS: "comments",
        HEADER: "header",
        FIRST: "header",
        EVEN: "header",
        FOOTER: "footer",
    }
    types = "".join(
        f'<Override PartName="/{part}" ContentType="{_WORD}.{kind}+xml"/>' for part, kind in overrides.items()
    )
    logo = _relations({"rId1": ("image", "media/logo.png")})
    table = (
        '<w:tbl><w:tblPr><w:tblW w:w="8504" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="4252"/>'
        '<w:gridCol w:w="4252"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="4252" w:type="dxa"/></w:tcPr>'
        f'{_line("Koptekst", drawing("rId1"))}</w:tc><w:tc><w:tcPr><w:tcW w:w="4252" w:type="dxa"/></w:tcPr>'
        f"{_line('Koptekst', words('Scholengroep De Waard'))}</w:tc></w:tr></w:tbl>"
    )
    page = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    vml = '<w:r><w:pict><v:shape style="width:90pt;height:30pt"><v:imagedata r:id="rId1"/></v:shape></w:pict></w:r>'
    return {
        TYPES: (
            '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Default Extension="png" ContentType="image/png"/>{types}</Types>'
        ).encode(),
        "_rels/.rels": _relations({"rId1": ("officeDocument", DOCUMENT)}),
        DOCUMENT: _xml("document", f"<w:body>{body}{section(references, titled=titled)}</w:body>"),
        "word/_rels/document.xml.rels": _relations(
            {
                "rId1": ("styles", "styles.xml"),
                "rId2": ("numbering", "numbering.xml"),
                "rId3": ("settings", "settings.xml"),
                "rId4": ("header", "header1.xml"),
                "rId5": ("header", "header2.xml"),
                "rId6": ("header", "header3.xml"),
                "rId7": ("footer", "footer1.xml"),
                "rId8": ("theme", "theme/theme1.xml"),
                "rId9": ("comments", "comments.xml"),
            }
        ),
        STYLES: _styles(),
        NUMBERING: _numbering(),
        SETTINGS: _xml(
            "settings",
            '<w:trackRevisions/><w:documentProtection w:edit="readOnly" w:enforcement="1"/><w:evenAndOddHeaders/>'
            '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
            'w:val="11"/></w:compat>',
        ),
        THEME: _theme(),
        COMMENTS: _xml("comments", '<w:comment w:id="0" w:author="Jan"><w:p/></w:comment>'),
        HEADER: _xml("hdr", table + _line("Koptekst", "")),
        "word/_rels/header1.xml.rels": logo,
        FIRST: _xml("hdr", _line("Koptekst", vml)),
        "word/_rels/header2.xml.rels": logo,
        EVEN: _xml("hdr", _line("Koptekst", words("Even bladzijde"))),
        FOOTER: _xml("ftr", _line("Voettekst", words("Postbus 1 Gorinchem ") + page)),
        LOGO: picture(170, 0, 0),
    }


@cache
def _theme() -> bytes:
    """The theme of python-docx's own file, with other fonts."""
    whole = io.BytesIO()
    docx.Document().save(whole)
    with zipfile.ZipFile(whole) as package:
        return package.read(THEME).replace(b"Calibri", b"Verdana").replace(b"Cambria", b"Verdana")


def pack(parts: Parts, how: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The parts as a file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", how) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return buffer.getvalue()


def unpack(data: bytes) -> Parts:
    """The parts of a file."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def without(*names: str) -> Callable[[Parts], Parts]:
    """The parts without some."""
    return lambda parts: {name: data for name, data in parts.items() if name not in names}


def changed(name: str, pattern: str, replacement: str = "") -> Callable[[Parts], Parts]:
    """The parts with something else in one of them."""

    def change(parts: Parts) -> Parts:
        text, many = re.subn(pattern, replacement, parts[name].decode(), flags=re.S)
        assert many
        return {**parts, name: text.encode()}

    return change


def cut(name: str) -> Callable[[Parts], Parts]:
    """The parts with the second half of one gone."""
    return lambda parts: {**parts, name: parts[name][: len(parts[name]) // 2]}


def strict(parts: Parts) -> Parts:
    """The same as a Strict Open XML document, in points where Word writes those."""
    spaces = {
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/": b"http://purl.oclc.org/ooxml/wordprocessingml/",
        b"http://schemas.openxmlformats.org/officeDocument/2006/": b"http://purl.oclc.org/ooxml/officeDocument/",
        b"http://schemas.openxmlformats.org/drawingml/2006/": b"http://purl.oclc.org/ooxml/drawingml/",
    }
    done = dict(parts)
    for name, data in parts.items():
        for transitional, other in spaces.items():
            data = data.replace(transitional, other)
        done[name] = data if name != LOGO else parts[name]
    done[DOCUMENT] = done[DOCUMENT].replace(b'w:w="11906"', b'w:w="595.30pt"').replace(b'"1701"', b'"85.05pt"')
    done[STYLES] = done[STYLES].replace(b'<w:sz w:val="36"/>', b'<w:sz w:val="18pt"/>')
    return done
