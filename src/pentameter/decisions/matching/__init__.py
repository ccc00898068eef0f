"""Whether a line of a removal list could be a protected person. Pure: no Django, no database, no clock.

The way of a line: `letters` brings the name to plain letters, `sounds` and `tokens` know which words can stand for
one another, `names`, `births` and `documents` compare the parts, `weights` says what each agreement is worth,
`evidence` adds them up, `index` finds the few people worth comparing, `screening` answers. `passages` seeks the same
people in a text that is not a list.
"""

from pentameter.decisions.matching.births import Birth
from pentameter.decisions.matching.evidence import Evidence
from pentameter.decisions.matching.forgetting import forget, remembered
from pentameter.decisions.matching.passages import Passages, Solid
from pentameter.decisions.matching.screening import Answer, Explained, Screen
from pentameter.decisions.matching.subjects import Subject
from pentameter.decisions.matching.weights import ENOUGH

__all__ = [
    "ENOUGH",
    "Answer",
    "Birth",
    "Evidence",
    "Explained",
    "Passages",
    "Screen",
    "Solid",
    "Subject",
    "forget",
    "remembered",
]
