"""Pure calculations over a dossier: findings, schedule, completeness, search. No screen, no file, no clock."""
