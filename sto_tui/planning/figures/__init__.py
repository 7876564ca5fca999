"""Figures of the regiovisie."""
