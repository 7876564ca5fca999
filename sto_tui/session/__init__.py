"""What the app does with a dossier apart from drawing it: one object per task, and none of them knows Textual."""
