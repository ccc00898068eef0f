"""Short ways to write people for the tests. Nobody here exists."""

from pentameter.decisions.matching import Birth, Explained, Screen, Subject


def born(text: str) -> Birth | None:
    """ "1990-03-25" or "1990"."""
    figures = [int(part) for part in text.split("-")] if text else []
    return Birth(*figures) if figures else None


def person(whole: str, birth: str = "1990-03-25", **facts: str) -> Subject:
    """A person as "given|surname" or as a whole name."""
    given, bar, surname = whole.partition("|")
    facts = {"id": "P1", "sex": "female", "nationality": "", "document": "", **facts}
    names = {"given": given, "surname": surname} if bar else {"name": whole}
    return Subject(born=born(birth), **names, **facts)


def asked(line: Subject, *people: Subject) -> Explained:
    """What the screening says of a line against these people."""
    return Screen(people).explain(line)
