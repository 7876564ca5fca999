"""The tour: a person does the work of every week on a copy of the example, one key at a time."""
