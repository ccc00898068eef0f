"""The sections of an assessment in their order, each a pure function of evidence.

A new section is one module with a `SECTION`, and one line in `SECTIONS`.
"""

from pentameter.picture.assessment.evidence import SectionKind
from pentameter.picture.assessment.sections import (
    demand,
    found,
    looking,
    national,
    places,
    published,
    reports,
    routes,
)

SECTIONS: tuple[SectionKind, ...] = (
    found.SECTION,
    looking.SECTION,
    reports.SECTION,
    places.SECTION,
    routes.SECTION,
    demand.SECTION,
    published.SECTION,
    national.SECTION,
)
