"""Oversight: who looked at whom without a cause that the house knows of, and what people who were asked found."""
