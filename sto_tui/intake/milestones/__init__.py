"""Milestones from a sheet."""
