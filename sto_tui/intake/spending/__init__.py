"""What was spent, from a sheet of the administration."""
