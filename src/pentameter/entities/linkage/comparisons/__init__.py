"""How two mentions can stand to each other, fact by fact: each level once as SQL for Splink and once in Python.

A test holds the two against each other over random pairs. Weights stand in the model; no level has one of its own.
"""

from pentameter.entities.linkage.comparisons.births import BORN
from pentameter.entities.linkage.comparisons.identifiers import DOCUMENT, PHONE
from pentameter.entities.linkage.comparisons.level import Comparison, Level
from pentameter.entities.linkage.comparisons.names import NAME
from pentameter.entities.linkage.comparisons.plain import NATIONALITY, PLACE, SEX

COMPARISONS = (NAME, BORN, SEX, NATIONALITY, PHONE, DOCUMENT, PLACE)

__all__ = ["BORN", "COMPARISONS", "DOCUMENT", "NAME", "NATIONALITY", "PHONE", "PLACE", "SEX", "Comparison", "Level"]
