"""Insiders are seen."""
