"""The weighing sheet: what is known, the three routes, and the decision."""
