"""An activiteitenplan that exists as a Word file: read, and proposed as records of the dossier."""
