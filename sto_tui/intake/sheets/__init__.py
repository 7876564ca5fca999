"""Tables from CSV, Excel and LibreOffice."""
