"""Handing in a plan, and what changed since."""
