"""Readers, and what they write under bulletins and report of each other."""
