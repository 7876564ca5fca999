"""Native charts: DrawingML parts with their numbers in them, so that Word and LibreOffice draw them themselves.

Columns for one series, lines for several. Years, numbers and goals stand in it as text, as Dutch readers write them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any, Self

from docx.opc.packuri import PackURI
from docx.opc.part import Part

from sto_tui.documents.word.colours import recoloured
from sto_tui.documents.word.styles import ACCENT, GREY, MID_TINT, RULE
from sto_tui.documents.word.xml_writing import attribute, safe
from sto_tui.domain.text import cut
from sto_tui.domain.vision import Indicator, Point
from sto_tui.planning.figures.values import Target, Value, series_of, shown, titled, value_of, years_of

MOST_SERIES = 8
WIDTH_CM, HEIGHT_CM = 16.0, 5.0

_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_PLACED = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_EMU_PER_CM = 360_000
_LONGEST_ALT = 900
_WHITE = "FFFFFF"
# Lines that can be told apart without colour: the dash, the marker and its fill.
_LINES = (
    ("solid", "circle", ACCENT),
    ("sysDash", "square", _WHITE),
    ("solid", "triangle", MID_TINT),
    ("dash", "diamond", ACCENT),
    ("sysDot", "circle", _WHITE),
    ("lgDash", "square", ACCENT),
    ("dashDot", "triangle", _WHITE),
    ("solid", "diamond", _WHITE),
)


class Chart(str):
    """A block of the draft that becomes a chart once it is in a package; as text it is only its caption."""

    xml: str
    heading: str
    alt: str

    @classmethod
    def of(cls, caption: str, xml: str, heading: str, alt: str) -> Self:
        """The caption paragraph, the chart itself, and what stands in for it where it can't be seen."""
        chart = cls(caption)
        chart.xml, chart.heading, chart.alt = xml, heading, alt
        return chart

    def placed(self, relation: str, number: int) -> str:
        """The caption and the paragraph that shows the chart; `relation` leads to its part."""
        size = f'cx="{round(WIDTH_CM * _EMU_PER_CM)}" cy="{round(HEIGHT_CM * _EMU_PER_CM)}"'
        return (
            f"{self}<w:p><w:pPr><w:keepNext/></w:pPr><w:r><w:drawing>"
            f'<wp:inline xmlns:wp="{_PLACED}" distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
            f'<wp:docPr id="{number}" name="Grafiek {number}" descr={attribute(self.alt)} '
            f"title={attribute(self.heading)}/>"
            f'<wp:cNvGraphicFramePr/><a:graphic xmlns:a="{_MAIN}"><a:graphicData uri="{_CHART}">'
            f'<c:chart xmlns:c="{_CHART}" xmlns:r="{_RELATIONS}" r:id="{relation}"/>'
            "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
        )


def with_charts(document: Any, blocks: Iterable[str], colours: Mapping[str, str]) -> list[str]:
    """The blocks in which every chart is drawn; its part is added to the package of the python-docx document.

    `colours` says what a colour of ours is in the house style.
    """
    package, rels, made = document.part.package, document.part.rels, []
    # python-docx looks through the whole package for each next name, which takes a minute for two thousand charts.
    taken = {part.partname for part in package.iter_parts()}
    names = (name for number in count(1) if (name := PackURI(f"/word/charts/chart{number}.xml")) not in taken)
    relations = (relation for number in count(1) if (relation := f"rId{number}") not in rels)
    number = max((int(drawing.get("id", 0)) for drawing in document.element.iter(f"{{{_PLACED}}}docPr")), default=0)
    for block in blocks:
        if isinstance(block, Chart):
            number += 1
            part = Part(next(names), _CONTENT_TYPE, recoloured(block.xml.encode(), colours), package)
            relation = rels.add_relationship(f"{_RELATIONS}/chart", part, next(relations))
            block = block.placed(relation.rId, number)
        made.append(block)
    return made


def chart_of(indicator: Indicator, targets: Sequence[Target], caption: str) -> Chart | None:
    """The chart of a figure under its caption; None without values.

    Goals are marked where there is one series: of several they speak of the whole, which has no place among its parts.
    """
    series = series_of(indicator)
    values = {label: _values(series[label]) for label in drawn_series(indicator)}
    if not values:
        return None
    targets = targets if len(series) == 1 else ()
    years = sorted({*years_of(indicator), *(target.year for target in targets)})
    plot = _Plot(indicator, tuple(years), values, targets)
    drawn = _columns(plot) if plot.alone else _lines(plot)
    return Chart.of(caption, drawn, indicator.title, _alternative(plot))


def drawn_series(indicator: Indicator) -> list[str]:
    """The series with values that can be told apart in a chart, in the order of the dossier: those that end highest."""
    values = {label: list(_values(points).values()) for label, points in series_of(indicator).items()}
    ends = {label: readings[-1].high for label, readings in values.items() if readings}
    drawn = sorted(ends, key=lambda label: ends[label], reverse=True)[:MOST_SERIES]
    return [label for label in ends if label in drawn]


def _values(points: Mapping[int, Point]) -> dict[int, Value]:
    return {year: value for year, point in points.items() if (value := value_of(point))}


@dataclass(frozen=True)
class _Plot:
    """What is drawn: the years from left to right, and per series its values."""

    indicator: Indicator
    years: tuple[int, ...]
    values: Mapping[str, Mapping[int, Value]]
    targets: Sequence[Target]

    @property
    def unit(self) -> str:
        return self.indicator.unit

    @property
    def alone(self) -> bool:
        """Whether the figure has one series; of several a single one may have values."""
        return len(series_of(self.indicator)) == 1

    @property
    def lowest(self) -> float:
        return min((value.low for series in self.values.values() for value in series.values()), default=0)

    def name(self, label: str) -> str:
        return label or self.unit or "aantal"


def _alternative(plot: _Plot) -> str:
    """The chart in words: its kind, and all its numbers, as far as a reader will listen."""
    kind = "Kolomgrafiek" if plot.alone else "Lijngrafiek"
    parts = []
    for label, values in plot.values.items():
        by_year = ", ".join(f"{year}: {shown(value, plot.unit)}" for year, value in values.items())
        parts.append(f"{label}: {by_year}" if label else by_year)
    parts += [f"doel {target.goal}: {_target_text(plot, target)} in {target.year}" for target in plot.targets]
    return cut(f"{kind} van {titled(plot.indicator)}. {'; '.join(parts)}.", _LONGEST_ALT)


def _target_text(plot: _Plot, target: Target) -> str:
    return shown(Value(target.value, target.value), plot.unit)


# One series: columns.


def _columns(plot: _Plot) -> str:
    """Measured dark, expected light; a masked number stands before a column up to what it can be at most."""
    values = next(iter(plot.values.values()))
    measured = {year: value for year, value in values.items() if not value.prognosis}
    expected = {year: value for year, value in values.items() if value.prognosis}
    highest = {year: value.high for year, value in values.items() if not value.is_exact}
    texts = {year: shown(value, plot.unit) for year, value in values.items()}
    exact_texts = {year: text for year, text in texts.items() if values[year].is_exact}
    parts = [
        ("hoogst mogelijk", highest, _WHITE, {year: texts[year] for year in highest}),
        ("gemeten", {year: value.low for year, value in measured.items()}, ACCENT, exact_texts),
        ("prognose", {year: value.low for year, value in expected.items()}, MID_TINT, exact_texts),
    ]
    drawn = [part for part in parts if part[1]]
    series = "".join(
        _series(order, name, plot.years, numbers, _fill(colour), texts=labels, place="outEnd", column=True)
        for order, (name, numbers, colour, labels) in enumerate(drawn)
    )
    columns = (
        '<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{series}<c:gapWidth val="55"/><c:overlap val="100"/><c:axId val="1"/><c:axId val="2"/></c:barChart>'
    )
    goals = _goals(plot, len(drawn))
    return _space(columns + goals, _axes(plot, hidden=True), legend=len(drawn) > 1)


# Several series: lines.


def _lines(plot: _Plot) -> str:
    """A line per series, told apart by dash and marker; a masked number is a stroke from lowest to highest."""
    series = ""
    for order, (label, values) in enumerate(plot.values.items()):
        dash, marker, fill = _LINES[order]
        line = (
            f'<c:spPr><a:ln w="19050">{_solid(ACCENT)}<a:prstDash val="{dash}"/></a:ln></c:spPr>'
            f"{_marker(marker, 6, fill)}"
        )
        numbers = {year: value.low for year, value in values.items()}
        spans = {year: value.high - value.low for year, value in values.items()}
        series += _series(order, plot.name(label), plot.years, numbers, line, spans=spans)
    lines = (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}'
        '<c:marker val="1"/><c:axId val="1"/><c:axId val="2"/></c:lineChart>'
    )
    return _space(lines, _axes(plot, hidden=False), legend=True)


# Pieces.


def _series(
    order: int,
    name: str,
    years: Sequence[int],
    numbers: Mapping[int, float],
    look: str,
    *,
    texts: Mapping[int, str] | None = None,
    place: str = "",
    spans: Mapping[int, float] | None = None,
    column: bool = False,
) -> str:
    """A series with its numbers; `texts` stand at its points, `spans` are how much more a number may be."""
    marks = {year: place_of for place_of, year in enumerate(years)}
    points = "".join(f'<c:pt idx="{marks[year]}"><c:v>{value:.10g}</c:v></c:pt>' for year, value in numbers.items())
    labels = {marks[year]: text for year, text in (texts or {}).items() if year in numbers}
    return (
        f'<c:ser><c:idx val="{order}"/><c:order val="{order}"/><c:tx><c:v>{safe(name)}</c:v></c:tx>{look}'
        + ('<c:invertIfNegative val="0"/>' if column else "")
        + _labels(labels, place)
        + _error_bars(spans, years)
        + f"<c:cat>{_categories(years)}</c:cat>"
        + f'<c:val><c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="{len(years)}"/>{points}</c:numLit>'
        + ("</c:val></c:ser>" if column else '</c:val><c:smooth val="0"/></c:ser>')
    )


def _categories(years: Sequence[int]) -> str:
    points = "".join(f'<c:pt idx="{place}"><c:v>{year}</c:v></c:pt>' for place, year in enumerate(years))
    return f'<c:strLit><c:ptCount val="{len(years)}"/>{points}</c:strLit>'


_NOTHING_SHOWN = (
    '<c:showLegendKey val="0"/><c:showVal val="{value}"/><c:showCatName val="0"/><c:showSerName val="0"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)


def _labels(labels: Mapping[int, str], place: str) -> str:
    """The text at each point, as we write it: a number format would follow the reader's computer."""
    position = f'<c:dLblPos val="{place}"/>' if place else ""
    each = "".join(
        f'<c:dLbl><c:idx val="{point}"/><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="850" b="1"/></a:pPr>'
        f'<a:r><a:rPr lang="nl-NL" sz="850" b="1"/><a:t>{safe(text)}</a:t></a:r></a:p></c:rich></c:tx>'
        f"{position}{_NOTHING_SHOWN.format(value=1)}</c:dLbl>"
        for point, text in sorted(labels.items())
    )
    return f"<c:dLbls>{each}{_NOTHING_SHOWN.format(value=0)}</c:dLbls>"


def _error_bars(spans: Mapping[int, float] | None, years: Sequence[int]) -> str:
    if not spans or not any(spans.values()):
        return ""
    many = f'<c:ptCount val="{len(years)}"/>'
    plus, minus = (
        "".join(
            f'<c:pt idx="{place}"><c:v>{spans.get(year, 0) * up:.10g}</c:v></c:pt>' for place, year in enumerate(years)
        )
        for up in (1, 0)
    )
    return (
        '<c:errBars><c:errDir val="y"/><c:errBarType val="plus"/><c:errValType val="cust"/><c:noEndCap val="0"/>'
        f"<c:plus><c:numLit><c:formatCode>General</c:formatCode>{many}{plus}</c:numLit></c:plus>"
        f"<c:minus><c:numLit><c:formatCode>General</c:formatCode>{many}{minus}</c:numLit></c:minus>"
        f'<c:spPr><a:ln w="12700">{_solid(ACCENT)}</a:ln></c:spPr></c:errBars>'
    )


def _fill(colour: str, edge: str = ACCENT) -> str:
    return f'<c:spPr>{_solid(colour)}<a:ln w="9525">{_solid(edge)}</a:ln></c:spPr>'


def _marker(symbol: str, size: int, fill: str, edge: str = ACCENT) -> str:
    return f'<c:marker><c:symbol val="{symbol}"/><c:size val="{size}"/>{_fill(fill, edge)}</c:marker>'


def _goals(plot: _Plot, first: int) -> str:
    """A diamond per goal, in the year in which it is to be reached."""
    if not plot.targets:
        return ""
    none = "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
    series = ""
    for order, target in enumerate(plot.targets, first):
        text = f"doel {target.goal}: {_target_text(plot, target)}"
        look = none + _marker("diamond", 10, ACCENT, edge=_WHITE)
        point = {target.year: target.value}
        series += _series(order, text, plot.years, point, look, texts={target.year: text}, place="t")
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}'
        '<c:marker val="1"/><c:axId val="1"/><c:axId val="2"/></c:lineChart>'
    )


def _axes(plot: _Plot, *, hidden: bool) -> str:
    """Years below; the scale begins at zero, and is left out where every point has its number."""
    zero = '<c:min val="0"/>' if plot.lowest >= 0 else ""
    grid = f'<c:majorGridlines><c:spPr><a:ln w="6350">{_solid(RULE)}</a:ln></c:spPr></c:majorGridlines>'
    return (
        '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>'
        '<c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'<c:spPr><a:ln w="9525">{_solid(ACCENT)}</a:ln></c:spPr><c:crossAx val="2"/><c:crosses val="autoZero"/>'
        '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
        f'<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>{zero}</c:scaling>'
        f'<c:delete val="{int(hidden)}"/><c:axPos val="l"/>{"" if hidden else grid}'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        '<c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr><c:crossAx val="1"/>'
        '<c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>'
    )


def _solid(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def _space(plots: str, axes: str, *, legend: bool) -> str:
    """The whole part."""
    key = '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' if legend else ""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<c:chartSpace xmlns:c="{_CHART}" xmlns:a="{_MAIN}" xmlns:r="{_RELATIONS}"><c:date1904 val="0"/>'
        '<c:lang val="nl-NL"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f'<c:plotArea><c:layout/>{plots}{axes}</c:plotArea>{key}<c:plotVisOnly val="1"/>'
        '<c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
        f'<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="850">{_solid(GREY)}<a:latin typeface="Calibri"/></a:defRPr>'
        '</a:pPr><a:endParaRPr lang="nl-NL"/></a:p></c:txPr></c:chartSpace>'
    )
