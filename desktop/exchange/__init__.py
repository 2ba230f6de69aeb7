"""Files for others: one module a partner."""
