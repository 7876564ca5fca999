"""What the money comes to. One base says which amounts count; totals, shares and sentences read it."""
