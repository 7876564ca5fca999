"""The plan as a tree: its rows, and the acts that give it another shape, each one change."""
