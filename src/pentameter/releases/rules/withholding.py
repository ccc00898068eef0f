"""Below which count a cell may point to a person: one threshold for all releases.

Two releases with two thresholds would break each other's promise: what one withholds the other would show.
"""

from collections.abc import Collection

from pentameter.kernel.verdict import ALLOWED, Verdict, refused

THRESHOLD = 10
"""What the picture withholds, too."""
LEAST, MOST = 5, 100


def may_be_threshold(threshold: int, earlier: Collection[int]) -> Verdict:
    """Whether tables may be made safe with this threshold, after earlier ones."""
    if not LEAST <= threshold <= MOST:
        return refused(f"The threshold lies between {LEAST} and {MOST}.")
    other = next((one for one in earlier if one != threshold), None)
    if other is not None:
        return refused(f"Earlier releases withhold counts below {other}. Every release keeps to that threshold.")
    return ALLOWED
