"""Drafts that came back from Word: what is different in them, and what of it is taken over."""
