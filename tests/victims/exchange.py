"""Files of cases, as another organisation's system writes them. Everybody in them is invented."""

import csv
import io
from collections.abc import Mapping, Sequence

from cast import caseworker
from pentameter.intelligence import store
from pentameter.intelligence.services.receive import Arrived
from pentameter.kernel.ids import new_id
from pentameter.victims.rules.consent import Purpose, Said
from pentameter.victims.services.consent import Saying, record_consent
from tests.victims.records import ConsentFacts

ZORANA = {
    "prs_FirstName": "Zorana",
    "prs_SecondName": "Testova",
    "prs_Birthdate": "1998-03-17",
    "prs_Gender": "Feminine",
    "prs_Citizenship": "BG;RO",
    "prs_PrimaryLanguage": "bul",
    "prs_MobilePhone": "+447700900123",
    "prs_MailingStreet": "1 Nowhere Lane, canary-whereabouts",
    "vic_MethodsOfControl": "DebtBondage ",
    "cco_CaseComment": "She likes to sing.",
    "con_Consent": "true",
}
MILENA = {"prs_FirstName": "Milena", "prs_SecondName": "Probna", "prs_Birthdate": "1990-01-01"}
WRONG = {"prs_FirstName": "Wrong", "prs_SecondName": "Record", "prs_Birthdate": "1990-02-31"}
RECEIVER = "A House Elsewhere"


def csv_of(*rows: Mapping[str, str]) -> bytes:
    """Rows as CSV."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, names)
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue().encode()


def sent(content: bytes, name: str = "cases.csv") -> Arrived:
    """A file that came in and lies sealed."""
    file_id = new_id()
    return Arrived(file_id, name, store.keep(file_id, [content], limit=10_000_000))


def agrees_to_sharing(cases: Sequence[object], named: str = RECEIVER) -> None:
    """They consent to sharing with a receiver."""
    for case_id in cases:
        saying = Saying(Purpose.SHARE, Said.GIVEN, facts=ConsentFacts(named=named))
        record_consent(case_id=case_id, saying=saying, by=caseworker())
