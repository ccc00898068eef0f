"""Pentameter: the shared system of a counter-trafficking operation."""
