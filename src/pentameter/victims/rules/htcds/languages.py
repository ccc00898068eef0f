"""Languages by their codes: a case keeps two letters where there are two, the standard wants three."""

from pentameter.victims.rules.htcds.fields import fold, rows

_BY_ANY = {
    fold(said): (row["two"], row["three"])
    for row in rows("languages.csv")
    for said in (row["two"], row["three"], row["other"], row["name"])
    if said
}

_NAMES = {row["three"]: row["name"] for row in rows("languages.csv")}


def three(said: str) -> str:
    """The code of ISO 639-2 (for terminology) for a code or an English name; empty where none is known."""
    return _BY_ANY.get(fold(said), ("", ""))[1]


def kept(said: str) -> str:
    """As a case keeps it: two letters where there are two, else its name; what was said where it is not known here."""
    two, code = _BY_ANY.get(fold(said), ("", ""))
    return two or _NAMES.get(code, said)
