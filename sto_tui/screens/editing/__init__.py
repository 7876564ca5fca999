"""Editing records: the form, what saves it, and what comes of it when others edit too."""
