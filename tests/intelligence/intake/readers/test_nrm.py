import json
import re
from pathlib import Path

import pytest

from pentameter.intelligence.intake import interpret, readers
from pentameter.intelligence.intake.columns import names
from pentameter.intelligence.intake.drafts import FileKind, ReportDraft
from pentameter.intelligence.intake.readers import nrm
from tests.intelligence.intake.rows import REPORT, TODAY

REFERRAL = {
    "reference": "DUR-1",
    "referred_on": "2007-10-05",
    "grade": {
        "scheme": "3x5x2",
        "source": 2,
        "information": "B",
        "handling": "P",
        "recipients": ["cleveland", "garda"],
    },
    "potential_victim": {"name": "Mira Testova", "sex": "female", "date_of_birth": 1989, "nationality": "RO"},
    "others": [{"name": "Two Testov", "role": "suspect"}, {"name": "Three Testov", "role": "witness"}],
    "exploitation": {
        "type": "sexual_exploitation",
        "acts": ["recruitment", "harbouring"],
        "account": REPORT["text"],
        "advertised": True,
        "price": 60,
        "currency": "GBP",
    },
    "source": {"identity": "kept apart"},
    "phones": ["07700 900417", "07700 900418"],
    "organisation": {"name": "Example Staff Ltd"},
}


def as_report(referral: dict[str, object], tmp_path: Path) -> object:
    path = tmp_path / "received"
    form = {"form": "nrm", "version": 1, "agency": "durham", "referrals": [referral]}
    path.write_text(json.dumps(form), encoding="utf-8")
    with readers.open_file(path, name="week.json") as source:
        assert (source.format, source.kind) == ("nrm_json", FileKind.REPORTS)
        (row,) = source.rows()
    return interpret.report(row, agency="durham", today=TODAY)


def test_a_referral_becomes_a_report(tmp_path: Path) -> None:
    made = as_report(REFERRAL, tmp_path)
    assert isinstance(made, ReportDraft), made
    assert made.grade.recipients == ("cleveland", "garda")
    assert made.advertised
    assert made.source_identity == "kept apart"
    assert [dict(mention.values) for mention in made.mentions] == [
        {"name": "Mira Testova", "role": "possible_victim", "sex": "female", "dob": "1989", "nationality": "RO"},
        {"name": "Two Testov", "role": "suspect"},
        {"name": "Three Testov", "role": "witness"},
        {"number": "+447700900417"},
        {"number": "+447700900418"},
        {"name": "Example Staff Ltd"},
    ]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"shoe_size": 38}, "referral.shoe_size"),
        ({"text": "not a place of the form"}, "referral.text"),
        ({"agency": "cleveland"}, "referral.agency"),
        ({"phones": ["07700 900417", "07700 900418", "07700 900419"]}, "referral.phones.3"),
        ({"others": [{"name": "a"}, {"name": "b"}, {"name": "c"}]}, "referral.others.3.name"),
        ({"phones": [{"number": "07700 900417"}]}, "referral.phones.1.number"),
        ({"vehicle": {"registration": {"plate": "X"}}}, "referral.vehicle.registration.plate"),
    ],
)
def test_what_the_form_does_not_have_is_named(change: dict[str, object], field: str, tmp_path: Path) -> None:
    made = as_report({**REFERRAL, **change}, tmp_path)
    assert isinstance(made, tuple)
    assert (field, "unknown_field") in {(problem.field, problem.code) for problem in made}


def test_every_column_of_the_template_has_its_place_in_the_form() -> None:
    form = {"agency": "x", "others": "x"}
    places = dict(nrm._COLUMNS)
    assert set(places.values()) | set(form) - {"others"} == set(names(FileKind.REPORTS))


def test_the_description_of_the_form_is_a_form(tmp_path: Path) -> None:
    example = re.search(r'\{"form".*\]\}\n', nrm.__doc__ or "", re.DOTALL)
    assert example is not None
    form = json.loads(example[0])
    made = as_report({**form["referrals"][0]}, tmp_path)
    assert not isinstance(made, tuple) or not [one for one in made if one.code == "unknown_field"]
