"""The leerbaarheidstoets: planning, sittings and what they need."""
