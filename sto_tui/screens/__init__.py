"""One folder per place, above what places have in common: frame, then editing, then windows."""
