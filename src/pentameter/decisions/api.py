"""The door for other contexts: frozen values and pure functions."""

from pentameter.decisions.matching import Answer, Birth, Explained, Screen, Subject

__all__ = ["Answer", "Birth", "Explained", "Screen", "Subject"]
