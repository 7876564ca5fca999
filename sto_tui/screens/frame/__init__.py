"""What places and walls have in common: the frame, the lists of a place, the screen for the wall."""
