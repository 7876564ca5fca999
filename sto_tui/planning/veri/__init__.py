"""The VERI matrix: who does what."""
