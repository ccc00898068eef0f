"""Sex, nationality and where somebody was seen."""

from pentameter.entities.linkage.comparisons.level import Comparison, Level, Shared, otherwise
from pentameter.entities.linkage.facts import Prepared

SEX = Comparison(
    "sex",
    "sex_l = '' or sex_r = ''",
    lambda left, right, shared: not (left.sex and right.sex),
    (
        Level("same", "Same sex", "sex_l = sex_r", lambda left, right, shared: left.sex == right.sex),
        otherwise("other", "Different sexes"),
    ),
)
NATIONALITY = Comparison(
    "nationality",
    "nationality_l = '' or nationality_r = ''",
    lambda left, right, shared: not (left.nationality and right.nationality),
    (
        Level(
            "same",
            "Same nationality",
            "nationality_l = nationality_r",
            lambda left, right, shared: left.nationality == right.nationality,
        ),
        otherwise("other", "Different nationalities"),
    ),
)


def _nowhere(left: Prepared, right: Prepared, shared: Shared) -> bool:
    return not (left.postcode and right.postcode) and not (left.place and right.place)


PLACE = Comparison(
    "place",
    "(postcode_l = '' or postcode_r = '') and (place_l = '' or place_r = '')",
    _nowhere,
    (
        Level(
            "postcode",
            "Same postcode",
            "postcode_l <> '' and postcode_l = postcode_r",
            lambda left, right, shared: left.postcode != "" and left.postcode == right.postcode,
        ),
        Level(
            "district",
            "Same postal district",
            "outward_l <> '' and outward_l = outward_r",
            lambda left, right, shared: left.outward != "" and left.outward == right.outward,
        ),
        Level(
            "town",
            "Same town",
            "place_l <> '' and place_l = place_r",
            lambda left, right, shared: left.place != "" and left.place == right.place,
        ),
        otherwise("elsewhere", "Different places: people move"),
    ),
)
