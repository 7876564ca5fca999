"""Native charts: DrawingML parts that Word and LibreOffice draw themselves, each with its numbers in a workbook.

Columns for one series, lines for several; told apart by fill, dash and mark, and named where they end.
"""
