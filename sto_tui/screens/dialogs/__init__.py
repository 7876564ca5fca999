"""Windows over a place: forms, questions, help, search, findings."""
