"""Random prepared mentions for properties, near enough to one another for every level to be met."""

from hypothesis import strategies as st

from pentameter.entities.linkage.facts import PersonFacts, Prepared
from pentameter.entities.linkage.preparing import prepare

_GIVEN = (
    "Elira",
    "Elyra",
    "Elrai",
    "Ana",
    "Ann",
    "Anna",
    "Li",
    "Mihaela",
    "Michaela",
    "Mihhaelaa",
    "Мария",
    "Bess",
    "",
)
_MIDDLE = ("", "", "Maria", "Thi", "van")
_FAMILY = ("Hoxha", "Hoja", "Hoxah", "Dumitrescu", "Dumitresku", "Dumutresco", "Ng", "Doe", "Deo", "Tran-Winter", "")
_DAYS = ("", "1990", "1990-01-01", "1990-03-25", "1990-03-26", "1991-03-25", "1990-04-05", "1990-05-04", "1992-05-04")
_MORE_DAYS = ("1990-03-01", "1990-03-28", "1990-07-25", "1975-03-25", "1991", "1960-01-01")
_PHONES = ((), ("07700 900417",), ("+44 7700 900417",), ("07700 900418",), ("07700900417", "07700900419"))
_DOCUMENTS = ((), ("RO 123456",), ("RO123457",), ("RO723451",), ("RO123456", "AL98765"))
_PLACES = (("", ""), ("DH1 3XX", "Durham"), ("DH1 4XY", "Durham"), ("", "durham"), ("LS2 7AA", "Leeds"), ("", "Leeds"))


def prepared() -> st.SearchStrategy[Prepared]:
    """A mention like many others."""
    names = st.tuples(st.sampled_from(_GIVEN), st.sampled_from(_MIDDLE), st.sampled_from(_FAMILY), st.booleans())
    return st.builds(
        _prepared,
        names,
        st.sampled_from(_DAYS + _MORE_DAYS),
        st.sampled_from(("", "f", "m")),
        st.sampled_from(("", "RO", "Albanian")),
        st.sampled_from(_PHONES[:4]),
        st.tuples(st.sampled_from(_DOCUMENTS[:4]), st.sampled_from(_PLACES)),
    )


def _prepared(name, dob, sex, nationality, phones, rest) -> Prepared:
    given, middle, family, swapped = name
    parts = (family, given, middle) if swapped else (given, middle, family)
    documents, (postcode, place) = rest
    return prepare(
        PersonFacts(" ".join(filter(None, parts)), sex, dob, nationality, phones, documents, postcode, place)
    )
