"""How people say what the codes of entities stand for."""

_KINDS = {
    "person": ("Person", "People"),
    "phone": ("Phone", "Phones"),
    "vehicle": ("Vehicle", "Vehicles"),
    "premises": ("Premises", "Premises"),
    "advert": ("Advert", "Adverts"),
    "organisation": ("Organisation", "Organisations"),
}


def kind_of(kind: str, count: int = 1) -> str:
    """What a thing is: "Person", or of several "People"."""
    one, many = _KINDS.get(kind, (kind.capitalize(), kind.capitalize()))
    return one if count == 1 else many


def theme_of(theme: str) -> str:
    """A theme as words: "Sexual exploitation"."""
    return theme.replace("_", " ").capitalize()
