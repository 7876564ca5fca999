"""Tables as people make them: what a cell, a head and a column say. Knows no dossier and no milestones."""
