"""Windows over a place: questions, lists, search, history and proposals."""
