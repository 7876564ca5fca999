"""Tables of a plan other than milestones in the shapes in which people keep them, with their records by hand."""
