"""Sheets in the shapes in which people keep their plans, made by code, each with its records worked out by hand."""
