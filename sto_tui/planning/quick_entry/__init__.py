"""A record typed on one line: what the line may carry per table, and the change that it makes."""
