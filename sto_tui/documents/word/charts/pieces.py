"""The pieces of a chart as XML, in the order that ISO 29500 prescribes."""

from collections.abc import Mapping, Sequence
from dataclasses import field

from sto_tui.documents.word.charts.plot import ValueAxis
from sto_tui.documents.word.charts.workbook import DataSheet
from sto_tui.documents.word.styles import ACCENT, GREY, RULE
from sto_tui.documents.word.xml_writing import safe
from sto_tui.frozen import frozen

MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_SINCE_2013 = "http://schemas.microsoft.com/office/drawing/2012/chart"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# The relation of a chart to its workbook, the only one it has.
WORKBOOK = "rId1"
WHITE = "FFFFFF"
LETTERS = 850


@frozen
class PointLabel:
    """What stands at a point: a text, or else the name of its series.

    A text that is `counted` is its number, with `before` and `after` around it: then it changes with the number.
    `white` letters are for a dark ground, `boxed` gives a white one; `up` moves it, in parts of the chart's height.
    """

    place: str
    text: str = ""
    counted: bool = False
    before: str = ""
    after: str = ""
    white: bool = False
    boxed: bool = False
    up: float = 0.0

    def formula(self, cell: str) -> str:
        """The text as a formula over the cell of its number; empty for a text that stays."""
        if not self.counted:
            return ""
        parts = (f'"{self.before}"', _AS_ON_PAPER.format(cell=cell), f'"{self.after}"')
        return f"={'&'.join(part for part in parts if part != _NO_WORDS)}"


# With as many decimals as it has, two at the most, as everywhere on paper.
_AS_ON_PAPER = "FIXED({cell},IF(ROUND({cell},2)=ROUND({cell},0),0,IF(ROUND({cell},2)=ROUND({cell},1),1,2)))"
_NO_WORDS = '""'


@frozen
class Series:
    """A series to draw: its numbers by year, its look as XML, and what stands at its points.

    `spans` are how much more a number may be. `stem` draws a dashed line from each point down to the axis.
    """

    name: str
    numbers: Mapping[int, float]
    look: str
    labels: Mapping[int, PointLabel] = field(default_factory=dict)
    spans: Mapping[int, float] = field(default_factory=dict)
    stem: bool = False
    column: bool = False


def series_xml(series: Series, order: int, sheet: DataSheet) -> str:
    """A series, whose numbers get a column in the sheet; what stands at its points, and what they may be more, too."""
    place = sheet.add(series.name, series.numbers)
    name = f'<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{safe(series.name)}</c:v></c:pt></c:strCache>'
    labels = {year: label for year, label in series.labels.items() if year in series.numbers}
    return (
        f'<c:ser><c:idx val="{order}"/><c:order val="{order}"/>'
        f"<c:tx><c:strRef><c:f>{sheet.head_of(place)}</c:f>{name}</c:strRef></c:tx>{series.look}"
        + ('<c:invertIfNegative val="0"/>' if series.column else "")
        + _labels(labels, order, sheet)
        + (_STEM if series.stem else _spans(series, sheet))
        + f"<c:cat>{_numbers({year: year for year in sheet.years}, 0, sheet)}</c:cat>"
        + f"<c:val>{_numbers(series.numbers, place, sheet)}</c:val>"
        + ("" if series.column else '<c:smooth val="0"/>')
        + _texts(series.name, labels, place, sheet)
        + "</c:ser>"
    )


def _numbers(numbers: Mapping[int, float], column: int, sheet: DataSheet) -> str:
    """Numbers by year: where they stand in the workbook, and what they were when the chart was made."""
    points = "".join(
        f'<c:pt idx="{place}"><c:v>{numbers[year]:.10g}</c:v></c:pt>'
        for place, year in enumerate(sheet.years)
        if year in numbers
    )
    return (
        f"<c:numRef><c:f>{sheet.cells_of(column)}</c:f><c:numCache><c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(sheet.years)}"/>{points}</c:numCache></c:numRef>'
    )


def _labels(labels: Mapping[int, PointLabel], order: int, sheet: DataSheet) -> str:
    points = {sheet.years.index(year): label for year, label in labels.items()}
    each = "".join(
        f'<c:dLbl><c:idx val="{point}"/>{_label(label, order, point)}</c:dLbl>'
        for point, label in sorted(points.items())
    )
    return f"<c:dLbls>{each}{_showing()}</c:dLbls>"


def _label(label: PointLabel, order: int, point: int) -> str:
    """A label; a text is a field that reads its cell, as Word has written it since 2013, and older ones its text."""
    look = f'<a:defRPr sz="{LETTERS}" b="1"/>'
    ground = f"<c:spPr>{solid(WHITE)}</c:spPr>" if label.boxed else ""
    moved = f'<c:layout><c:manualLayout><c:x val="0"/><c:y val="{-label.up:.4f}"/></c:manualLayout></c:layout>'
    place = f'<c:dLblPos val="{label.place}"/>'
    if not label.text:
        words = f"<c:txPr><a:bodyPr/><a:p><a:pPr>{look}</a:pPr>{_END}</a:p></c:txPr>"
        return f"{moved if label.up else ''}{words}{place}{_showing(name=True)}"
    letters = f'<a:rPr lang="nl-NL" sz="{LETTERS}" b="1">{solid(WHITE) if label.white else ""}</a:rPr>'
    identity = f"{{{order + 1:08X}-0000-4000-8000-{point + 1:012X}}}"
    return (
        f"<c:tx><c:rich><a:bodyPr/><a:p><a:pPr>{look}</a:pPr>"
        f'<a:fld id="{identity}" type="CELLRANGE">{letters}<a:t>{safe(label.text)}</a:t></a:fld>{_END}</a:p></c:rich>'
        f'</c:tx>{ground}{place}{_showing()}<c:extLst><c:ext uri="{{CE6537A1-D6FC-4f65-9D91-7224C49458BB}}" '
        f'xmlns:c15="{_SINCE_2013}"><c15:showDataLabelsRange val="1"/></c:ext></c:extLst>'
    )


def _texts(name: str, labels: Mapping[int, PointLabel], numbers: int, sheet: DataSheet) -> str:
    """The column with the labels of a series, and where the chart finds it."""
    texts = {year: label.text for year, label in labels.items() if label.text}
    if not texts:
        return ""
    formulas = {year: labels[year].formula(sheet.cell_of(numbers, year)) for year in texts}
    place = sheet.add(f"{name}: bijschrift", texts, formulas)
    points = "".join(
        f'<c:pt idx="{row}"><c:v>{safe(texts[year])}</c:v></c:pt>'
        for row, year in enumerate(sheet.years)
        if year in texts
    )
    return (
        f'<c:extLst><c:ext uri="{{02D57815-91ED-43cb-92C2-25804820EDAC}}" xmlns:c15="{_SINCE_2013}">'
        f"<c15:datalabelsRange><c15:f>{sheet.cells_of(place)}</c15:f><c15:dlblRangeCache>"
        f'<c:ptCount val="{len(sheet.years)}"/>{points}</c15:dlblRangeCache></c15:datalabelsRange></c:ext></c:extLst>'
    )


_END = '<a:endParaRPr lang="nl-NL"/>'


def _showing(*, name: bool = False) -> str:
    return (
        '<c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/>'
        f'<c:showSerName val="{int(name)}"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )


def _spans(series: Series, sheet: DataSheet) -> str:
    """A stroke upwards to what a masked number can be at most."""
    if not any(series.spans.values()):
        return ""
    place = sheet.add(f"{series.name}: hoogstens zoveel meer", series.spans)
    return (
        '<c:errBars><c:errDir val="y"/><c:errBarType val="plus"/><c:errValType val="cust"/><c:noEndCap val="0"/>'
        f"<c:plus>{_numbers(series.spans, place, sheet)}</c:plus>"
        '<c:minus><c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="1"/>'
        '<c:pt idx="0"><c:v>0</c:v></c:pt></c:numLit></c:minus>'
        f'<c:spPr><a:ln w="12700">{solid(ACCENT)}</a:ln></c:spPr></c:errBars>'
    )


def solid(colour: str) -> str:
    """A fill of one colour."""
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


_STEM = (
    '<c:errBars><c:errDir val="y"/><c:errBarType val="minus"/><c:errValType val="percentage"/><c:noEndCap val="1"/>'
    f'<c:val val="100"/><c:spPr><a:ln w="12700">{solid(ACCENT)}<a:prstDash val="sysDash"/></a:ln></c:spPr></c:errBars>'
)


def fill(colour: str, edge: str = ACCENT) -> str:
    """A column or mark of one colour."""
    return f'<c:spPr>{solid(colour)}<a:ln w="9525">{solid(edge)}</a:ln></c:spPr>'


def striped(colour: str) -> str:
    """A column that can be told from a filled one without its colour."""
    return (
        f'<c:spPr><a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="{ACCENT}"/></a:fgClr>'
        f'<a:bgClr><a:srgbClr val="{colour}"/></a:bgClr></a:pattFill><a:ln w="9525">{solid(ACCENT)}</a:ln></c:spPr>'
    )


def marker(symbol: str, size: int, colour: str, edge: str = ACCENT) -> str:
    """The mark of a point."""
    return f'<c:marker><c:symbol val="{symbol}"/><c:size val="{size}"/>{fill(colour, edge)}</c:marker>'


def line_chart(series: Sequence[str]) -> str:
    """Lines, or marks without a line."""
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{"".join(series)}'
        '<c:marker val="1"/><c:axId val="1"/><c:axId val="2"/></c:lineChart>'
    )


def axes(scale: ValueAxis, *, hidden: bool) -> str:
    """Years below; the scale is left out where every point has its number."""
    grid = f'<c:majorGridlines><c:spPr><a:ln w="6350">{solid(RULE)}</a:ln></c:spPr></c:majorGridlines>'
    return (
        '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>'
        '<c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'<c:spPr><a:ln w="9525">{solid(ACCENT)}</a:ln></c:spPr><c:crossAx val="2"/><c:crosses val="autoZero"/>'
        '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
        '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{scale.high:.10g}"/><c:min val="{scale.low:.10g}"/></c:scaling>'
        f'<c:delete val="{int(hidden)}"/><c:axPos val="l"/>{"" if hidden else grid}'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        '<c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr><c:crossAx val="1"/>'
        f'<c:crosses val="autoZero"/><c:crossBetween val="between"/><c:majorUnit val="{scale.step:.10g}"/></c:valAx>'
    )


@frozen
class Area:
    """The room within the axes, in parts of the chart from its left and top."""

    left: float
    top: float
    width: float
    height: float


def space(plots: str, axes_xml: str, *, legend: bool, unnamed: Sequence[int] = (), area: Area | None = None) -> str:
    """The whole part, in the font of the document; `unnamed` are the series that the legend leaves out, by order."""
    gone = "".join(f'<c:legendEntry><c:idx val="{order}"/><c:delete val="1"/></c:legendEntry>' for order in unnamed)
    key = f'<c:legend><c:legendPos val="b"/>{gone}<c:overlay val="0"/></c:legend>' if legend else ""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<c:chartSpace xmlns:c="{CHART}" xmlns:a="{MAIN}" xmlns:r="{RELATIONS}"><c:date1904 val="0"/>'
        '<c:lang val="nl-NL"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f"<c:plotArea>{_layout(area)}{plots}{axes_xml}</c:plotArea>{key}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln>'
        f'</c:spPr><c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="{LETTERS}">{solid(GREY)}'
        f'<a:latin typeface="+mn-lt"/></a:defRPr></a:pPr>{_END}</a:p></c:txPr>'
        f'<c:externalData r:id="{WORKBOOK}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _layout(area: Area | None) -> str:
    if area is None:
        return "<c:layout/>"
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{area.left:.4f}"/><c:y val="{area.top:.4f}"/><c:w val="{area.width:.4f}"/>'
        f'<c:h val="{area.height:.4f}"/></c:manualLayout></c:layout>'
    )
