"""Graded reports: what agencies know, how far it is to be believed, and who may be told."""
