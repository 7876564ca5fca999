"""What comes in: open data, milestone sheets, edited drafts."""
