"""Phones and documents. A phone is weighed by how many differently named people gave it."""

from rapidfuzz.distance import DamerauLevenshtein

from pentameter.entities.linkage.comparisons.level import Comparison, Holds, Level, Shared, otherwise
from pentameter.entities.linkage.facts import Prepared

FEW, SOME, SEVERAL = 2, 4, 8
"""Up to how many names a phone is one household's, a circle's, or one that a controller holds."""


def givers(left: Prepared, right: Prepared, shared: Shared) -> int:
    """How many names gave the phone that both have, the least shared of them; 0 where they have none in common."""
    common = set(left.phones) & set(right.phones)
    if not common:
        return 0
    return min(max(shared(f"phone {number}"), 1) for number in common) if shared else 1


def _phone_of(most: int) -> Holds:
    return lambda left, right, shared: 0 < givers(left, right, shared) <= most


def _same_phone_sql(most: int) -> str:
    return f"phone_l = phone_r and phone_names_l <= {most}"


PHONE = Comparison(
    "phone",
    "phone_l = '' or phone_r = ''",
    lambda left, right, shared: not (left.phones and right.phones),
    (
        Level("few", "Same phone number, given by hardly anyone else", _same_phone_sql(FEW), _phone_of(FEW)),
        Level("some", "Same phone number, which a few people gave", _same_phone_sql(SOME), _phone_of(SOME)),
        Level("several", "Same phone number, which several people gave", _same_phone_sql(SEVERAL), _phone_of(SEVERAL)),
        Level(
            "many",
            "Same phone number, but many people gave it",
            "phone_l = phone_r",
            lambda left, right, shared: givers(left, right, shared) > 0,
        ),
        otherwise("other", "Different phone numbers"),
    ),
)


def slips(left: Prepared, right: Prepared) -> int:
    """How many slips lie between the two most alike documents."""
    return min(DamerauLevenshtein.distance(one, other) for one in left.documents for other in right.documents)


DOCUMENT = Comparison(
    "document",
    "document_l = '' or document_r = ''",
    lambda left, right, shared: not (left.documents and right.documents),
    (
        Level(
            "same",
            "Same document number",
            "document_l = document_r",
            lambda left, right, shared: slips(left, right) == 0,
        ),
        Level(
            "slip",
            "Document numbers that differ by one slip",
            "damerau_levenshtein(document_l, document_r) = 1",
            lambda left, right, shared: slips(left, right) == 1,
        ),
        otherwise("other", "Different document numbers"),
    ),
)
