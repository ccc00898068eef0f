"""Removal lists as files: reading them whatever they look like, and writing one answer for every line."""

from pentameter.config.screening.answers import Files, Outcome, screen_files
from pentameter.decisions.reading import read

__all__ = ["Files", "Outcome", "read", "screen_files"]
