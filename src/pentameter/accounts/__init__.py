"""People, agencies, roles, and how they sign in."""
