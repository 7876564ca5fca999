"""Our own workbook that comes back after others worked in it."""
