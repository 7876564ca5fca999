"""What goes out: the Word draft."""
