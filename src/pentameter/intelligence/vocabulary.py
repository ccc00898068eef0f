"""The words of intelligence: themes, the elements of the Palermo Protocol, indicators, gradings.

Sources: UN Protocol to Prevent, Suppress and Punish Trafficking in Persons (2000), art. 3, as quoted in the metadata of
SDG indicator 16.2.2; the International Labour Organization's eleven indicators of forced labour; 5x5x5 as used in 2007
(structure verified, exact wording of the codes to confirm) and 3x5x2 (verified from secondary sources).
"""

from enum import StrEnum


class Theme(StrEnum):
    """What kind of exploitation a report is about."""

    SEXUAL_EXPLOITATION = "sexual_exploitation"
    FORCED_LABOUR = "forced_labour"
    DOMESTIC_SERVITUDE = "domestic_servitude"
    CRIMINAL_EXPLOITATION = "criminal_exploitation"
    ORGAN_REMOVAL = "organ_removal"
    UNKNOWN = "unknown"


class Act(StrEnum):
    """What was done (Palermo Protocol, art. 3)."""

    RECRUITMENT = "recruitment"
    TRANSPORTATION = "transportation"
    TRANSFER = "transfer"
    HARBOURING = "harbouring"
    RECEIPT = "receipt"


class Means(StrEnum):
    """How it was done (Palermo Protocol, art. 3). Not needed where the person is a child."""

    FORCE = "force"
    COERCION = "coercion"
    ABDUCTION = "abduction"
    FRAUD = "fraud"
    DECEPTION = "deception"
    ABUSE_OF_POWER = "abuse_of_power"
    ABUSE_OF_VULNERABILITY = "abuse_of_vulnerability"
    PAYMENTS = "payments"


class Purpose(StrEnum):
    """What it was done for (Palermo Protocol, art. 3)."""

    SEXUAL_EXPLOITATION = "sexual_exploitation"
    FORCED_LABOUR = "forced_labour"
    SLAVERY = "slavery"
    SERVITUDE = "servitude"
    ORGAN_REMOVAL = "organ_removal"


class Indicator(StrEnum):
    """The eleven indicators of forced labour of the International Labour Organization."""

    ABUSE_OF_VULNERABILITY = "abuse_of_vulnerability"
    DECEPTION = "deception"
    RESTRICTION_OF_MOVEMENT = "restriction_of_movement"
    ISOLATION = "isolation"
    PHYSICAL_AND_SEXUAL_VIOLENCE = "physical_and_sexual_violence"
    INTIMIDATION_AND_THREATS = "intimidation_and_threats"
    RETENTION_OF_IDENTITY_DOCUMENTS = "retention_of_identity_documents"
    WITHHOLDING_OF_WAGES = "withholding_of_wages"
    DEBT_BONDAGE = "debt_bondage"
    ABUSIVE_CONDITIONS = "abusive_conditions"
    EXCESSIVE_OVERTIME = "excessive_overtime"


class MentionKind(StrEnum):
    """What a report can mention."""

    PERSON = "person"
    PHONE = "phone"
    VEHICLE = "vehicle"
    PREMISES = "premises"
    ADVERT = "advert"
    ORGANISATION = "organisation"


class PersonRole(StrEnum):
    """How a person stands in a report, as far as its writer knew."""

    VICTIM = "victim"
    POSSIBLE_VICTIM = "possible_victim"
    SUSPECT = "suspect"
    WITNESS = "witness"
    BUYER = "buyer"
    UNKNOWN = "unknown"


class Sex(StrEnum):
    """As reported."""

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"
    UNKNOWN = "unknown"


class Scheme(StrEnum):
    """The grading scheme, stored with every grade and never converted."""

    THREE_FIVE_TWO = "3x5x2"
    FIVE_FIVE_FIVE = "5x5x5"


SOURCE_CODES: dict[Scheme, dict[str, str]] = {
    Scheme.THREE_FIVE_TWO: {"1": "reliable", "2": "untested", "3": "not reliable"},
    Scheme.FIVE_FIVE_FIVE: {
        "A": "always reliable",
        "B": "mostly reliable",
        "C": "sometimes reliable",
        "D": "unreliable",
        "E": "untested source",
    },
}

INFORMATION_CODES: dict[Scheme, dict[str, str]] = {
    Scheme.THREE_FIVE_TWO: {
        "A": "known directly to the source",
        "B": "known indirectly to the source but corroborated",
        "C": "known indirectly to the source",
        "D": "not known",
        "E": "suspected to be false",
    },
    Scheme.FIVE_FIVE_FIVE: {
        "1": "known to be true without reservation",
        "2": "known personally to the source, not to the officer",
        "3": "not known personally to the source but corroborated",
        "4": "cannot be judged",
        "5": "suspected to be false or malicious",
    },
}

HANDLING_CODES: dict[Scheme, dict[str, str]] = {
    Scheme.THREE_FIVE_TWO: {
        "P": "lawful sharing permitted",
        "C": "lawful sharing permitted with conditions",
    },
    Scheme.FIVE_FIVE_FIVE: {
        "1": "may go to police and other law enforcement in the United Kingdom",
        "2": "may go to other parties in the United Kingdom that do not prosecute",
        "3": "may go to law enforcement abroad, under conditions",
        "4": "stays within the agency that sent it",
        "5": "may go only under the further conditions of the agency that sent it",
    },
}

NEEDS_CONDITIONS: dict[Scheme, frozenset[str]] = {
    Scheme.THREE_FIVE_TWO: frozenset({"C"}),
    Scheme.FIVE_FIVE_FIVE: frozenset({"3", "5"}),
}
"""Handling codes that are meaningless without conditions in words."""
