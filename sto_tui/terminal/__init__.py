"""What comes in from the terminal: cut into whole tokens, judged, and handed to Textual as keys."""
