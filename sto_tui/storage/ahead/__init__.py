"""A session that runs ahead of its server: a change is seen at once, kept on this computer, and sent in order."""
