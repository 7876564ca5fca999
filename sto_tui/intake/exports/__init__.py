"""Plans in the own file of a planning program, turned into the rows that its sheet would have."""
