"""The investigations of the demo operation: who is suspected, what has happened since. All of it is invented.

Days are counted back from the day on which the demo is opened. Where the demo's reports of the leading force name a
suspect, that person is taken, and tied to what the reports say; the names here are for where they name none.
Nobody is ever convicted under the forced-labour offence of 2004.
"""

from dataclasses import dataclass

from pentameter.justice.rules.kinds import Kind, Outcome

LOOKED_UP = "Looked up in the statute book of the court's library, with its commencement orders."


@dataclass(frozen=True, slots=True)
class Step:
    """Something that happened so many days ago; `committed`: the first and last day of the offence, counted so too."""

    kind: Kind
    ago: int
    outcome: Outcome | None = None
    offence: str = ""
    committed: tuple[int, int] = (0, 0)
    note: str = ""


@dataclass(frozen=True, slots=True)
class DemoSuspect:
    """An invented suspect. `named`: stays who is named here, whatever reports say. `mark`: what an officer saw."""

    name: str
    born: str
    steps: tuple[Step, ...]
    named: bool = False
    mark: str = ""


@dataclass(frozen=True, slots=True)
class DemoInvestigation:
    """An invented investigation, begun so many days ago, and who takes part."""

    name: str
    agency: str
    place: str
    begun: int
    suspects: tuple[DemoSuspect, ...]
    officer: str
    prosecutor: str = ""
    prosecution: str = ""
    others: tuple[str, ...] = ()


def _arrested(ago: int, offence: str) -> Step:
    return Step(Kind.ARRESTED, ago, offence=offence)


def _checked(ago: int, outcome: Outcome = Outcome.MAY_BE_CHARGED) -> Step:
    words = {
        Outcome.MAY_BE_CHARGED: "The duty desk was asked by telephone and knows of no hold. The suspect gave orders to "
        "others and kept what they earned; nothing says that anybody compelled the suspect.",
        Outcome.NOT_TO_BE_CHARGED: "The suspect was locked in with the others and worked under the same debt. What was "
        "done was compelled, and no other way was open.",
    }
    return Step(Kind.CHECKED, ago, outcome, note=words[outcome])


def _charged(ago: int, offence: str, committed: tuple[int, int]) -> Step:
    return Step(Kind.CHARGED, ago, Outcome.CHARGE, offence, committed)


def _convicted(ago: int) -> tuple[Step, ...]:
    return (Step(Kind.VERDICT, ago, Outcome.CONVICTED), Step(Kind.SENTENCED, ago - 20, Outcome.CUSTODY))


def _course(offence: str, began: int, on_arrest: str = "") -> tuple[Step, ...]:
    """From arrest to trial: the same steps, so many days ago."""
    return (
        _arrested(began, on_arrest or offence),
        Step(Kind.RELEASED, began - 1),
        _checked(began - 40),
        _charged(began - 45, offence, (began + 200, began + 5)),
        Step(Kind.APPEARED, began - 50),
        Step(Kind.PLEADED, began - 80, Outcome.NOT_GUILTY),
        Step(Kind.TRIED, began - 180),
    )


_ENGLAND, _ENGLISH = "england_wales", "prosecution-england-wales"
INVESTIGATIONS = (
    DemoInvestigation(
        *("Larkspur", "durham", _ENGLAND, 41),
        suspects=(
            DemoSuspect(
                *("Rufus Ashgrove-Tarn", "1978"),
                (_arrested(24, "MSA15-2"), Step(Kind.BAILED, 23, note="Bail to return in four weeks.")),
            ),
            DemoSuspect(
                *("Efosa Imasuen", "1997-08-02"),
                (_arrested(12, "IA71-25"), Step(Kind.RELEASED, 11)),
                named=True,
                mark="He had no key to the house, and looked to the others before he answered.",
            ),
            DemoSuspect(*("Piotr Wrzosowicz-Lipa", "1969"), (_arrested(2, "MSA15-1"),)),
        ),
        officer="durham.constable",
        prosecutor="prosecutor",
        prosecution=_ENGLISH,
        others=("cleveland",),
    ),
    DemoInvestigation(
        *("Marram", "metropolitan", _ENGLAND, 620),
        suspects=(
            DemoSuspect(
                *("Gheorghe Tufănaru-Vad", "1971"),
                (
                    *_course("MSA15-2", 560),
                    *_convicted(340),
                    Step(Kind.ORDERED, 320, Outcome.PREVENTION),
                    Step(Kind.ORDERED, 300, Outcome.CONFISCATION),
                ),
            ),
            DemoSuspect(
                *("Lasse Holmgren-Vik", "1984"),
                (*_course("MSA15-2", 555, on_arrest="SOA03-53"), Step(Kind.VERDICT, 345, Outcome.ACQUITTED)),
            ),
            DemoSuspect(
                *("Denise Quillfeather", "1990"),
                (
                    _arrested(550, "POCA02-327"),
                    Step(Kind.RELEASED, 549),
                    Step(Kind.NO_ACTION, 480, note="The money was her own wages."),
                ),
            ),
        ),
        officer="metropolitan.officer",
        prosecutor="prosecutor",
        prosecution=_ENGLISH,
    ),
    DemoInvestigation(
        *("Hawkweed", "cleveland", _ENGLAND, 300),
        suspects=(
            DemoSuspect(
                *("Trang Sơn Hạ", "1999"),
                (_arrested(280, "IA71-25"), Step(Kind.RELEASED, 279), _checked(250, Outcome.NOT_TO_BE_CHARGED)),
            ),
            DemoSuspect(
                *("Corwin Lathebridge", "1966"),
                (*_course("MSA15-1", 280), Step(Kind.VERDICT, 60, Outcome.NOT_AGREED)),
            ),
        ),
        officer="cleveland.sergeant",
        prosecutor="prosecutor",
        prosecution=_ENGLISH,
        others=("durham", "northumbria"),
    ),
    DemoInvestigation(
        *("Thistledown", "police-scotland", "scotland", 640),
        suspects=(
            DemoSuspect(
                *("Fergus Ardlachan", "1963"),
                (*_course("HTESA15-1", 600), *_convicted(380), Step(Kind.ORDERED, 350, Outcome.PREVENTION)),
            ),
        ),
        officer="scotland.officer",
        prosecutor="scotland.prosecutor",
        prosecution="prosecution-scotland",
    ),
    DemoInvestigation(
        *("Saltern", "northern-ireland", "northern_ireland", 590),
        suspects=(
            DemoSuspect(
                *("Nial Breckanmore", "1975"),
                (*_course("NI15-2", 570), *_convicted(350), Step(Kind.APPEALED, 310)),
            ),
        ),
        officer="northern-ireland.officer",
        prosecutor="northern-ireland.prosecutor",
        prosecution="prosecution-northern-ireland",
        others=("garda",),
    ),
    DemoInvestigation(
        *("Meadowsweet", "garda", "ireland", 260),
        suspects=(
            DemoSuspect(*("Cathal Rossbrin-Daly", "1980"), _course("IE-08-4", 230)[:5]),
            DemoSuspect(*("Wioletta Kostrzyńska-Bór", "1987"), (_arrested(20, "IE-08-4"), Step(Kind.RELEASED, 19))),
        ),
        officer="garda.officer",
        prosecutor="ireland.prosecutor",
        prosecution="prosecution-ireland",
    ),
    DemoInvestigation(
        *("Fieldfare", "west-midlands", _ENGLAND, 9),
        suspects=(DemoSuspect("Called “the driver” until it is known", "", ()),),
        officer="west-midlands.officer",
    ),
)
