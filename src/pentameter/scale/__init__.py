"""Scale: lists that are frozen from what is known, and what they say of what is not."""
