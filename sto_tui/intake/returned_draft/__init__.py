"""A draft that comes back from Word: what colleagues changed in it, field by field."""
