"""Measurements: bytes exactly, times as ratios within one run."""
