"""Decisions, and the removal lists that are screened."""
