"""Tables of a plan other than milestones, from a sheet: parties, risks, budget, cofinancing and actions."""
