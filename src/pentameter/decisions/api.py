"""The door for other contexts: frozen values and pure functions."""

from pentameter.decisions.matching import ENOUGH, Answer, Birth, Explained, Screen, Subject
from pentameter.decisions.queries.matters import Waiting, waiting

__all__ = ["ENOUGH", "Answer", "Birth", "Explained", "Screen", "Subject", "Waiting", "waiting"]
