"""What each agreement and each contradiction is worth.

A point is roughly a bit: the logarithm to base 2 of how much more often two records of one person agree so than two
records of different people do (Fellegi and Sunter, A Theory for Record Linkage, JASA 64, 1969). A word of a name is
borne by about one in 128 people of a community (7 points), a date of birth by one in about 8,000 adults (13, less 1 for
the mistakes of clerks); a nationality or a sex is shared by chance too often to decide anything. Contradictions weigh
the more the rarer they are among records of one person. The figures are rounded, were set by hand, and were tried on
seeds kept apart from those that are reported (`python -m benchmarks screening`).

They do not depend on who is protected: another person under protection never weakens a match.
"""

from typing import Final

from pentameter.decisions.matching.births import Likeness
from pentameter.decisions.matching.documents import Numbers
from pentameter.decisions.matching.tokens import Grade

ENOUGH: Final = 9.8
"""From here on a line is possibly the protected person: two words of a name and something beside, or one and a date."""

LEAST_OF_NAME: Final = 1.5
"""What the name must bring of this: a date of birth alone is shared by too many."""

WORD: Final = 7.0
"""A word of a name that is not in the table of common words."""

SHORT_WORDS: Final = {1: 1.4, 2: 4.5, 3: 4.5, 4: 6.0}
"""By their length: there are fewer short words, and more people share each of them."""

FURTHER_WORDS: Final = 0.3
"""The part of its points that a second word of the given names brings, or of the surname: they come in company."""

OF_A_WORD: Final = {
    Grade.SAME: 1.0,
    Grade.SPELLING: 0.95,
    Grade.OTHER_FORM: 0.9,
    Grade.SLIP: 0.8,
    Grade.SOUND: 0.8,
    Grade.SLIPS: 0.65,
    Grade.SHORTENED: 0.6,
    Grade.INITIAL: 1.0,
    Grade.RESEMBLING: -0.4,
    Grade.APART: 0.0,
}
"""The part of a word's points that each grade brings."""

CONTRADICTION: Final = -11.0
"""Both have a word that the other has nothing like. A name taken in marriage is one."""

FURTHER_CONTRADICTION: Final = -5.0
"""As much where given name and surname both agree: a second given name, the other half of a double surname."""

OF_BIRTH: Final = {
    Likeness.SAME: 12.0,
    Likeness.SAME_MONTH: 8.0,
    Likeness.SWAPPED: 9.0,
    Likeness.A_YEAR_OFF: 8.5,
    Likeness.TWO_YEARS_OFF: 8.0,
    Likeness.SWAPPED_AND_YEARS_OFF: 5.0,
    Likeness.SAME_YEAR: 4.5,
    Likeness.YEARS_OFF: 1.0,
    Likeness.YEARS_OFF_REGISTER: -7.0,
    Likeness.A_DAY_OFF: 1.0,
    Likeness.MISTYPED: -8.0,
    Likeness.UNKNOWN: 0.0,
    Likeness.DIFFERENT: -14.0,
}

OF_DOCUMENT: Final = {
    Numbers.SAME: 80.0,
    Numbers.A_SLIP: 10.0,
    Numbers.TWO_SLIPS: 4.0,
    Numbers.UNKNOWN: 0.0,
    Numbers.DIFFERENT: -1.0,
}
"""The same number answers alone, whatever else is said: papers are lent, sold and forged."""

SAME_NATIONALITY: Final = 2.0
OTHER_NATIONALITY: Final = -3.0
SAME_SEX: Final = 0.75
OTHER_SEX: Final = -4.0
