"""Which days are free, for everybody and in one region, and the working days around them."""
