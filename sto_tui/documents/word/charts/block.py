"""A chart as a block of the draft, and what it becomes in a package: a drawing, its part, and the workbook in that."""

from collections.abc import Iterable, Mapping
from itertools import count
from typing import Any, Self

from docx.opc.packuri import PackURI
from docx.opc.part import Part

from sto_tui.documents.word.charts.pieces import CHART, MAIN, RELATIONS, WORKBOOK
from sto_tui.documents.word.charts.plot import HEIGHT_CM, WIDTH_CM
from sto_tui.documents.word.colours import recoloured
from sto_tui.documents.word.xml_writing import attribute

_PLACED = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_EMU_PER_CM = 360_000


class Chart(str):
    """A block of the draft that becomes a chart once it is in a package; as text it is only its caption."""

    xml: str
    heading: str
    alt: str
    workbook: bytes

    @classmethod
    def of(cls, caption: str, xml: str, heading: str, alt: str, workbook: bytes) -> Self:
        """The caption paragraph, the chart, what stands in for it where it can't be seen, and its numbers."""
        chart = cls(caption)
        chart.xml, chart.heading, chart.alt, chart.workbook = xml, heading, alt, workbook
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
            f'<wp:cNvGraphicFramePr/><a:graphic xmlns:a="{MAIN}"><a:graphicData uri="{CHART}">'
            f'<c:chart xmlns:c="{CHART}" xmlns:r="{RELATIONS}" r:id="{relation}"/>'
            "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
        )

    def part(self, number: int, package: Any, colours: Mapping[str, str]) -> Part:
        """Its part, with the workbook that Word opens for `Gegevens bewerken`; no part of that number is there yet."""
        name = PackURI(f"/word/charts/chart{number}.xml")
        part = Part(name, _CHART_TYPE, recoloured(self.xml.encode(), colours), package)
        name = PackURI(f"/word/embeddings/Microsoft_Excel_Sheet{number}.xlsx")
        part.rels.add_relationship(f"{RELATIONS}/package", Part(name, _WORKBOOK_TYPE, self.workbook, package), WORKBOOK)
        return part


def with_charts(document: Any, blocks: Iterable[str], colours: Mapping[str, str]) -> list[str]:
    """The blocks in which every chart is drawn; its parts are added to the package of the python-docx document.

    `colours` says what a colour of ours is in the house style.
    """
    package, rels, made = document.part.package, document.part.rels, []
    # python-docx looks through the whole package for each next name, which takes a minute for two thousand charts.
    taken = {part.partname for part in package.iter_parts()}
    free = (number for number in count(1) if f"/word/charts/chart{number}.xml" not in taken)
    relations = (relation for number in count(1) if (relation := f"rId{number}") not in rels)
    number = max((int(drawing.get("id", 0)) for drawing in document.element.iter(f"{{{_PLACED}}}docPr")), default=0)
    for block in blocks:
        if isinstance(block, Chart):
            number += 1
            part = block.part(next(free), package, colours)
            relation = rels.add_relationship(f"{RELATIONS}/chart", part, next(relations))
            block = block.placed(relation.rId, number)
        made.append(block)
    return made
