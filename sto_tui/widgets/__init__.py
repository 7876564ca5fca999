"""Widgets that know little or nothing of STO."""
