"""A Word file from outside, for whoever reads one."""
