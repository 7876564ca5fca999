"""sto-tui: one linked dossier per region of Sterk Techniekonderwijs."""

__version__ = "0.1.0"
