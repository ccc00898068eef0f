"""The door for other contexts: frozen values and pure functions."""

from pentameter.decisions.matching import ENOUGH, Answer, Birth, Explained, Screen, Subject

__all__ = ["ENOUGH", "Answer", "Birth", "Explained", "Screen", "Subject"]
