"""When milestones can and must be done, and moving them."""
