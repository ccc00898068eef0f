"""The columns of a file of reports, in the order of the template."""

from collections.abc import Mapping
from types import MappingProxyType

from pentameter.intelligence.intake.columns.column import YES_NO, Column, codes_of
from pentameter.intelligence.intake.relations import SAYABLE
from pentameter.intelligence.vocabulary import (
    HANDLING_CODES,
    INFORMATION_CODES,
    SOURCE_CODES,
    Act,
    Indicator,
    Means,
    PersonRole,
    Purpose,
    Scheme,
    Sex,
    Theme,
)

PEOPLE_IN_A_ROW = 3
PHONES_IN_A_ROW = 2


def _graded(codes: Mapping[Scheme, Mapping[str, str]]) -> Mapping[str, str]:
    """The codes of all schemes, each meaning with the scheme it belongs to."""
    meanings: dict[str, list[str]] = {}
    for scheme, scheme_codes in codes.items():
        for code, meaning in scheme_codes.items():
            meanings.setdefault(code, []).append(f"{scheme.value}: {meaning}")
    return MappingProxyType({code: "; ".join(texts) for code, texts in meanings.items()})


_REPORT = (
    Column("agency", "agency", "Short name of the agency that sends the file: its own.", True, "durham"),
    Column("report_ref", "report reference", "Your own reference. Names it once and for all.", True, "DUR-2007-0142"),
    Column("reported_on", "date of the report", "The day on which the report was written.", True, "2007-10-05"),
    Column("event_from", "first day of the event", "The day on which it happened or began.", example="2007-10-01"),
    Column("event_to", "last day of the event", "The day on which it ended, if it did.", example="2007-10-03"),
    Column("force_area", "force area", "Where it happened. Empty means your own area.", example="Durham"),
    Column("place", "place", "Town, street or other place, as far as it may be shared.", example="Durham city centre"),
    Column("postcode", "postcode", "UK postcode, its first half, or an Eircode.", example="DH1 3XX"),
    Column(
        "theme",
        "theme",
        "What kind of exploitation the report is about.",
        True,
        "sexual_exploitation",
        codes_of(Theme),
    ),
    Column(
        "acts",
        "acts",
        "What was done, in the words of the Palermo Protocol.",
        example="recruitment; harbouring",
        codes=codes_of(Act),
        many=True,
    ),
    Column(
        "means",
        "means",
        "How it was done. Not needed where the person is a child.",
        example="deception",
        codes=codes_of(Means),
        many=True,
    ),
    Column(
        "purposes",
        "purposes",
        "What it was done for.",
        example="sexual_exploitation",
        codes=codes_of(Purpose),
        many=True,
    ),
    Column(
        "indicators",
        "indicators",
        "Indicators of forced labour (International Labour Organization) that were seen.",
        example="debt_bondage; isolation",
        codes=codes_of(Indicator),
        many=True,
    ),
)

_GRADE = (
    Column(
        "grade_scheme",
        "grading scheme",
        "The scheme of the three grades that follow. It is kept with them and never converted.",
        True,
        "3x5x2",
        MappingProxyType({scheme.value: scheme.value for scheme in Scheme}),
    ),
    Column("source_grade", "source grade", "How reliable the source is.", True, "2", _graded(SOURCE_CODES)),
    Column(
        "information_grade",
        "information grade",
        "How the information is known.",
        True,
        "B",
        _graded(INFORMATION_CODES),
    ),
    Column("handling_code", "handling code", "Who may be told.", True, "P", _graded(HANDLING_CODES)),
    Column(
        "handling_conditions",
        "handling conditions",
        "Conditions in words. Needed with handling code C of 3x5x2 and codes 3 and 5 of 5x5x5.",
        example="Speak to the sender before acting on it.",
    ),
    Column(
        "handling_recipients",
        "handling recipients",
        "Short names of the only agencies that may read it. Empty means that the handling code alone decides.",
        example="cleveland; northumbria",
        many=True,
    ),
    Column("malicious", "malicious", "Whether it may have been said to do harm.", example="no", codes=YES_NO),
)

_TEXT = (
    Column("text", "text", "The report, with everything removed that could name its source.", True, "A woman said ..."),
    Column("original_text", "original text", "The report as it was taken. Kept apart, read by few."),
    Column("source_identity", "source identity", "Who the source is. Kept apart, read by fewer."),
    Column(
        "advertised", "advertised", "Whether the premises or services were advertised.", example="yes", codes=YES_NO
    ),
    Column("price", "price", "The price asked, as a number.", example="60"),
    Column("currency", "currency", "Three letters. Needed where there is a price without its sign.", example="GBP"),
)


def _person(n: int) -> tuple[Column, ...]:
    """The columns of the nth person."""
    of = f"of person {n}"
    return (
        Column(f"person{n}_name", f"name {of}", "As far as known, in the usual order.", example="Mira Testova"),
        Column(
            f"person{n}_role",
            f"role {of}",
            "How the person stands in the report, as far as its writer knew. Empty means unknown.",
            example="possible_victim",
            codes=codes_of(PersonRole),
        ),
        Column(f"person{n}_sex", f"sex {of}", "As reported.", example="female", codes=codes_of(Sex)),
        Column(f"person{n}_dob", f"date of birth {of}", "A date, or the year alone.", example="1989-02-28"),
        Column(f"person{n}_nationality", f"nationality {of}", "A country or its ISO 3166 code.", example="RO"),
        Column(f"person{n}_document", f"document {of}", "Number of a passport or identity card.", example="X1234567"),
    )


_THINGS = (
    *(
        Column(f"phone{n}", f"phone {n}", "With country code, or as dialled at home.", example="07700 900417")
        for n in range(1, PHONES_IN_A_ROW + 1)
    ),
    Column("vehicle_registration", "vehicle registration", "The number plate.", example="NK07 ABC"),
    Column("vehicle_description", "vehicle description", "Make, model, colour.", example="white van"),
    Column("premises_kind", "kind of premises", "What the premises are, in a few words.", example="massage parlour"),
    Column("premises_address", "address of the premises", "House and street.", example="12 Example Street"),
    Column("premises_postcode", "postcode of the premises", "UK postcode or Eircode.", example="DH1 3XX"),
    Column("advert_site", "advert site", "Newspaper, board or web site.", example="adverts.example"),
    Column("advert_reference", "advert reference", "The advert's number or address there.", example="A-20391"),
    Column("organisation_name", "name of the organisation", "Company, agency or club.", example="Example Staff Ltd"),
)

_JOINED = (
    Column(
        "links",
        "links",
        "How two things of this row are linked: a thing, a relation, a thing. The things are person1 to "
        f"person{PEOPLE_IN_A_ROW}, phone1, phone{PHONES_IN_A_ROW}, vehicle, premises, advert and organisation; the "
        f"relations are {', '.join(SAYABLE)}.",
        example="person1 uses phone1; person2 controls person1",
        many=True,
    ),
    Column(
        "route",
        "route",
        "Countries on the way here, in their order, the first one first.",
        example="RO; FR; GB",
        many=True,
    ),
)

REPORTS: tuple[Column, ...] = (
    *_REPORT,
    *_GRADE,
    *_TEXT,
    *(column for n in range(1, PEOPLE_IN_A_ROW + 1) for column in _person(n)),
    *_THINGS,
    *_JOINED,
)
