"""What a mention is called where there is room for a few words."""

from collections.abc import Mapping

KINDS = {
    "person": "Person",
    "phone": "Phone",
    "vehicle": "Vehicle",
    "premises": "Premises",
    "advert": "Advert",
    "organisation": "Organisation",
}
_BY = {
    "person": ("name",),
    "phone": ("number",),
    "vehicle": ("registration", "description"),
    "premises": ("address", "postcode", "kind"),
    "advert": ("reference", "site"),
    "organisation": ("name",),
}
_UNNAMED = {"female": "A woman or girl", "male": "A man or boy"}


def called(kind: str, facts: Mapping[str, str]) -> str:
    """The first fact that names it; of a person without a name, what is known of her."""
    named = next((facts[name] for name in _BY.get(kind, ()) if facts.get(name)), "")
    if named or kind != "person":
        return named or f"{KINDS.get(kind, kind.capitalize())} without a name"
    who = _UNNAMED.get(facts.get("sex", ""), "A person")
    born = facts.get("dob", "")[:4]
    return f"{who} without a name{f', born {born}' if born else ''}"


FACTS = {"dob": "Born", "document": "Document", "registration": "Registration"}


def fact_label(name: str) -> str:
    """A fact's name as people say it."""
    return FACTS.get(name, name.replace("_", " ").capitalize())
