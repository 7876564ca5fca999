"""Looking back together: the workshop and what it brings."""
