"""The sections of an assessment in their order, each a pure function of evidence.

A new section is one module with a `SECTION`, and one line in `SECTIONS`.
"""

from pentameter.picture.assessment.evidence import SectionKind
from pentameter.picture.assessment.sections import (
    demand,
    found,
    justice,
    laws,
    looking,
    national,
    people,
    places,
    published,
    reports,
    routes,
    scale,
)

SECTIONS: tuple[SectionKind, ...] = (
    found.SECTION,
    people.SECTION,
    looking.SECTION,
    reports.SECTION,
    places.SECTION,
    routes.SECTION,
    demand.SECTION,
    justice.SECTION,
    laws.SECTION,
    scale.SECTION,
    published.SECTION,
    national.SECTION,
)
