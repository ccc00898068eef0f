"""The tables of the national statistics, as far as the facts that are held allow."""

from pentameter.look.words import number
from pentameter.picture.assessment.evidence import Evidence, SectionKind
from pentameter.picture.assessment.national import TABLES
from pentameter.picture.assessment.rules.content import Section
from pentameter.picture.rules.withholding import FEWEST


def build(evidence: Evidence) -> Section:
    """Every table of the national statistics, with what of it is not held."""
    people = sum(evidence.referrals.groups.values())
    told = number(people) if people == 0 or people >= FEWEST else f"fewer than {FEWEST}"
    return Section(
        key=SECTION.key,
        title=SECTION.title,
        lead=(
            f"The tables count {told} people who were referred, over all waves, by the day of their first referral.",
        ),
        tables=tuple(build_table(evidence) for build_table in TABLES),
        notes=(
            "These tables count everyone who was referred, whatever the wave. Whoever refused to be counted in "
            "statistics is in none of them.",
            "Sex and nationality are sealed with who she is. They are opened to be counted only for those who consent "
            "to be counted; all others stand as “not opened”.",
            f"Counts below {FEWEST} are withheld, and with them whatever would give them away by subtraction within "
            "the same table. People of small groups are put together in a row that does not say what they are.",
            "What this system does not keep stands as “not held”. It is not estimated and not taken from elsewhere.",
        ),
    )


SECTION = SectionKind("national", "The tables of the national statistics", build)
