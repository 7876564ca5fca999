"""Figures from the open data of DUO."""
