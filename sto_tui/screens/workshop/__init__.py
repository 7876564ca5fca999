"""The workshop on the wall."""
