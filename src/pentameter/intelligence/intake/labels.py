"""What a thing that a report mentions is called, in a few words."""

from collections.abc import Mapping

from pentameter.intelligence.intake.normalise import countries, phones
from pentameter.intelligence.vocabulary import MentionKind


def label(kind: str, values: Mapping[str, str]) -> str:
    """What tells it from others: a name, a number, a plate, an address; or else that it has none."""
    match kind:
        case MentionKind.PERSON:
            return values.get("name") or _nameless(values)
        case MentionKind.PHONE:
            return phones.shown(values["number"]) if values.get("number") else "a phone"
        case MentionKind.VEHICLE:
            return values.get("registration") or values.get("description") or "a vehicle"
        case MentionKind.PREMISES:
            return values.get("address") or values.get("postcode") or values.get("kind") or "premises"
        case MentionKind.ADVERT:
            return " ".join(filter(None, (values.get("site"), values.get("reference")))) or "an advert"
    return values.get("name") or kind


def _nameless(values: Mapping[str, str]) -> str:
    """A person without a name, by what else is known."""
    document, nation = values.get("document"), values.get("nationality")
    if document:
        return f"holder of {document}"
    return f"person without a name, {countries.name(nation)}" if nation else "person without a name"
