"""Which law is in force where and when. The table can be read without Python: law, place, first day, last day."""

from datetime import date, timedelta

import pytest

from pentameter.justice.rules import laws
from pentameter.justice.rules.offence import Mark, Scope
from pentameter.kernel.actor import Jurisdiction

EW, SC = Jurisdiction.ENGLAND_WALES, Jurisdiction.SCOTLAND
NI, IE = Jurisdiction.NORTHERN_IRELAND, Jurisdiction.IRELAND
DAY = timedelta(days=1)
ALWAYS = "common law"
STILL = ""
LAWS = [
    ("NIAA02-145", EW, "2003-02-10", "2004-04-30"),
    ("NIAA02-145", SC, "2003-02-10", "2004-04-30"),
    ("NIAA02-145", NI, "2003-02-10", "2004-04-30"),
    ("SOA03-57", EW, "2004-05-01", "2013-04-05"),
    ("SOA03-57", NI, "2004-05-01", "2015-01-13"),
    ("SOA03-58", EW, "2004-05-01", "2013-04-05"),
    ("SOA03-58", NI, "2004-05-01", "2015-01-13"),
    ("SOA03-59", EW, "2004-05-01", "2013-04-05"),
    ("SOA03-59", NI, "2004-05-01", "2015-01-13"),
    ("SOA03-59A", EW, "2013-04-06", "2015-07-30"),
    ("CJSA03-22", SC, "2003-06-27", "2016-05-30"),
    ("AITC04-4", EW, "2004-12-01", "2015-07-30"),
    ("AITC04-4", SC, "2004-12-01", "2016-05-30"),
    ("AITC04-4", NI, "2004-12-01", "2015-01-13"),
    ("CJA09-71", EW, "2010-04-06", "2015-07-30"),
    ("CJA09-71", NI, "2010-04-06", "2015-01-13"),
    ("CJLSA10-47", SC, "2011-03-28", "2016-05-30"),
    ("MSA15-1", EW, "2015-07-31", ""),
    ("MSA15-2", EW, "2015-07-31", ""),
    ("MSA15-4", EW, "2015-07-31", ""),
    ("MSA15-30", EW, "2015-07-31", ""),
    ("HTESA15-1", SC, "2016-05-31", ""),
    ("HTESA15-4", SC, "2016-05-31", ""),
    ("NI15-1", NI, "2015-01-14", ""),
    ("NI15-2", NI, "2015-01-14", ""),
    ("NI15-4", NI, "2015-01-14", ""),
    ("NI-64A", NI, "2015-06-01", ""),
    ("PCA09-14", EW, "2010-04-01", ""),
    ("PCA09-14", NI, "2010-04-01", ""),
    ("IE-CTPA98-3", IE, "1998-07-29", ""),
    ("IE-IITA00-2", IE, "2000-09-05", ""),
    ("IE-08-2", IE, "2008-06-07", ""),
    ("IE-08-4", IE, "2008-06-07", ""),
    ("IA71-25", EW, "2002-11-07", ""),
    ("IA71-25", SC, "2002-11-07", ""),
    ("IA71-25", NI, "2002-11-07", ""),
    ("SOA03-52", EW, "2004-05-01", ""),
    ("SOA03-52", NI, "2004-05-01", ""),
    ("SOA03-53", EW, "2004-05-01", ""),
    ("SOA03-53", NI, "2004-05-01", ""),
    ("SOA56-33A", EW, "2004-05-01", ""),
    ("POCA02-327", EW, "2003-02-24", ""),
    ("POCA02-327", SC, "2003-02-24", ""),
    ("POCA02-327", NI, "2003-02-24", ""),
    ("FALSEIMP", EW, "common law", ""),
    ("FALSEIMP", NI, "common law", ""),
]
SAFEGUARDS = [
    ("IE-08-5A", IE, "", STILL),
    ("MSA15-45", EW, "2015-07-31", STILL),
    ("NI15-22", NI, "2015-01-14", STILL),
    ("HTESA15-8", SC, "2016-05-31", STILL),
]
LONG_AGO, LATE = date(1900, 1, 1), date(2026, 11, 30)


def the_rows() -> list[tuple[str, Jurisdiction]]:
    return [(one.code, place) for one in (*laws.offences(), *laws.safeguards()) for place in one.jurisdictions]


def test_the_table_is_whole() -> None:
    assert sorted((code, place) for code, place, *_ in LAWS + SAFEGUARDS) == sorted(the_rows())


@pytest.mark.parametrize(("code", "place", "first", "last"), LAWS)
def test_a_law_is_in_force_from_its_first_day_to_its_last(
    code: str, place: Jurisdiction, first: str, last: str
) -> None:
    if first == ALWAYS:
        assert laws.in_force(code, place, LONG_AGO).allowed
    else:
        begins = date.fromisoformat(first)
        assert laws.in_force(code, place, begins).allowed
        assert not laws.in_force(code, place, begins - DAY).allowed
    if last == STILL:
        assert laws.in_force(code, place, LATE).allowed
    else:
        ends = date.fromisoformat(last)
        assert laws.in_force(code, place, ends).allowed
        assert not laws.in_force(code, place, ends + DAY).allowed


@pytest.mark.parametrize(("code", "place", "first", "last"), LAWS)
def test_nowhere_else_is_it_law(code: str, place: Jurisdiction, first: str, last: str) -> None:
    here = {one for law, one, *_ in LAWS if law == code}
    assert not [one for one in set(Jurisdiction) - here if laws.in_force(code, one, date(2012, 1, 1)).allowed]


@pytest.mark.parametrize(("code", "place", "first", "last"), SAFEGUARDS)
def test_nobody_is_charged_with_a_safeguard(code: str, place: Jurisdiction, first: str, last: str) -> None:
    answer = laws.in_force(code, place, LATE)
    assert not answer.allowed
    assert "Nobody can be charged with it." in answer.reason
    with pytest.raises(laws.NoSuchLaw):
        laws.offence(code)
    assert laws.law(code) in laws.safeguards()


@pytest.mark.parametrize(
    ("code", "place", "on", "sentence"),
    [
        (
            "MSA15-1",
            EW,
            "2015-07-30",
            "Modern Slavery Act 2015, s.1 (Slavery, servitude and forced or compulsory labour) in England and Wales was"
            " not yet in force on 30 July 2015: it began on 31 July 2015.",
        ),
        (
            "SOA03-57",
            NI,
            "2015-01-14",
            "Sexual Offences Act 2003, s.57 (Trafficking into the UK for sexual exploitation) in Northern Ireland was"
            " no longer in force on 14 January 2015: its last day was 13 January 2015 (to confirm).",
        ),
        (
            "AITC04-4",
            IE,
            "2007-10-03",
            "Asylum and Immigration (Treatment of Claimants, etc.) Act 2004, s.4 (Trafficking people for exploitation"
            " (forced labour, slavery, organs)) is a law of England and Wales, Scotland and Northern Ireland, not of"
            " Ireland. Choose a law of Ireland.",
        ),
        (
            "POCA02-327",
            Jurisdiction.UK_WIDE,
            "2007-10-03",
            "Proceeds of Crime Act 2002, ss.327-329 (Money laundering) is a law of England and Wales, Scotland and"
            " Northern Ireland, not of the United Kingdom as a whole."
            " Choose the jurisdiction whose courts will hear it.",
        ),
        (
            "IA71-25",
            EW,
            "2002-11-06",
            "Immigration Act 1971, s.25 (Assisting unlawful immigration) in England and Wales was not yet in force on"
            " 6 November 2002: it is known to have been in force on 7 November 2002, and its start is to confirm.",
        ),
        (
            "MSA15-45",
            EW,
            "2016-01-01",
            "Modern Slavery Act 2015, s.45 + Sch.4 (Defence for victims who commit an offence) is a defence for"
            " victims. Nobody can be charged with it.",
        ),
        ("XYZ", EW, "2007-10-03", "The register has no law with the code 'XYZ'. Choose one from the register of laws."),
    ],
)
def test_a_refusal_names_law_place_and_days(code: str, place: Jurisdiction, on: str, sentence: str) -> None:
    answer = laws.in_force(code, place, date.fromisoformat(on))
    assert (answer.allowed, answer.reason) == (False, sentence)


@pytest.mark.parametrize(
    ("code", "place", "on", "mark"),
    [
        ("FALSEIMP", EW, "2007-10-03", "To confirm: since when; it is common law, in force already."),
        ("IA71-25", SC, "2007-10-03", "its start and its maximum penalty; it was in force already on 7 November 2002."),
        ("SOA03-57", NI, "2007-10-03", "To confirm: its start (1 May 2004) and its end (13 January 2015)."),
        ("AITC04-4", EW, "2007-10-03", ""),
    ],
)
def test_what_is_to_confirm_is_said_where_it_is_allowed(code: str, place: Jurisdiction, on: str, mark: str) -> None:
    answer = laws.in_force(code, place, date.fromisoformat(on))
    assert answer.allowed
    assert answer.reason.endswith(mark)
    assert bool(answer.reason) == bool(mark)


@pytest.mark.parametrize(
    ("first", "last", "allowed"),
    [
        ("2014-01-01", "2015-07-30", True),
        ("2010-04-06", "2010-04-06", True),
        ("2010-04-05", "2010-04-06", False),
        ("2015-07-30", "2015-07-31", False),
        ("2014-02-01", "2014-01-31", False),
    ],
)
def test_what_was_done_over_days_needs_the_law_on_all_of_them(first: str, last: str, *, allowed: bool) -> None:
    days = date.fromisoformat(first), date.fromisoformat(last)
    assert laws.in_force_throughout("CJA09-71", EW, *days).allowed is allowed


def test_which_are_trafficking_itself() -> None:
    itself = {one.code for one in laws.offences() if laws.is_trafficking(one.code)}
    sexual = {"NIAA02-145", "SOA03-57", "SOA03-58", "SOA03-59", "SOA03-59A", "CJSA03-22"}
    later = {"AITC04-4", "MSA15-2", "HTESA15-1", "NI15-2"}
    assert itself == sexual | later | {"IE-CTPA98-3", "IE-08-2", "IE-08-4"}
    assert not laws.is_trafficking("XYZ")


@pytest.mark.parametrize(
    ("place", "on", "codes"),
    [
        (EW, "2015-07-30", []),
        (EW, "2015-07-31", ["MSA15-45"]),
        (NI, "2015-01-14", ["NI15-22"]),
        (SC, "2016-05-31", ["HTESA15-8"]),
        (IE, "2026-01-01", []),  # since when it is in force is not known
    ],
)
def test_what_protects_victims_from_a_charge(place: Jurisdiction, on: str, codes: list[str]) -> None:
    assert [one.code for one in laws.safeguards_in_force(place, date.fromisoformat(on))] == codes


def test_a_law_says_its_name_its_marks_and_its_source() -> None:
    paying = laws.offence("PCA09-14")
    assert paying.law == "Policing and Crime Act 2009, s.14 in England and Wales, s.15 in Northern Ireland"
    assert paying.mark == "PCA09-14 (to confirm)"
    assert paying.to_confirm == {Mark.PENALTY}
    assert paying.scope is Scope.DEMAND
    assert laws.offence("FALSEIMP").law == "common law"
    assert laws.offence("MSA15-1").mark == "MSA15-1"
    assert all(one.source and one.verification for one in laws.offences())
