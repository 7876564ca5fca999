"""Drafts that came back from Word."""
