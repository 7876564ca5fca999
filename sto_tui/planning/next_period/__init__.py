"""Beginning the next plan period from the one before: what goes on, and the change that carries it over."""
