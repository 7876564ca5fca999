"""How milestones stand, stood, and what a period brought."""
