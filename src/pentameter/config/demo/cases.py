"""The cases of the demo operation: who was found, where, when, and what has happened since. All of them are invented.

Days are counted back from the day on which the demo is opened, so that every state of protection can be seen on any
day. Dates of birth are fixed: seven of these people stand on the demo's removal list, which is made beforehand.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from pentameter.victims.rules.cases import Age
from pentameter.victims.rules.events import Event, EventKind, Outcome


class Story(StrEnum):
    """How far a case has come."""

    JUST_FOUND = "just found"
    AWAITING_GROUNDS = "awaiting the reasonable grounds decision"
    IN_THE_PERIOD = "within the period of reflection"
    AWAITING_CONCLUSION = "minimum met, awaiting the conclusive decision"
    POSITIVE = "positive"
    NEGATIVE_WINDOW_OPEN = "negative, and reconsideration can still be asked for"
    RUN_OUT = "negative, and nothing was asked for in time"
    PERMITTED = "under an Irish permission of sixty days"


@dataclass(frozen=True, slots=True)
class DemoCase:
    """An invented person: who registered her, how many days ago she was found, who supports her, how far it has come.

    `counted`: whether she agreed to be counted in statistics, when she was asked about support; nobody else was asked.
    `listed` is how she stands on the removal list, as (given name, surname, date of birth); None if she does not.
    """

    id: str
    given: str
    surname: str
    born: str
    nationality: str
    language: str
    agency: str
    place: str
    found: int
    story: Story
    support: str = ""
    caseworker: str = ""
    sex: str = "female"
    age: Age = Age.ADULT
    where: str = ""
    counted: bool = True
    listed: tuple[str, str, str] | None = None

    @property
    def document(self) -> str:
        """The number of an invented document; the removal list does not have it."""
        return f"DC{self.id[1:]}0{self.found:03d}7"

    def found_on(self, today: date) -> date:
        """The day on which she was found."""
        return today - timedelta(days=self.found)

    def events(self, today: date) -> Iterator[Event]:
        """What has happened since, in its order."""
        found_on = self.found_on(today)
        for kind, after, ago, outcome in _STORIES[self.story]:
            on = found_on + timedelta(days=after) if ago is None else today - timedelta(days=ago)
            yield Event(kind, on, outcome)


_Step = tuple[EventKind, int, int | None, Outcome | None]
"""What happened, so many days after she was found or, where the second number stands, so many days ago."""
_REFERRED: _Step = (EventKind.REFERRED, 1, None, None)
_GROUNDS: _Step = (EventKind.REASONABLE_GROUNDS, 5, None, Outcome.POSITIVE)
_STORIES: dict[Story, tuple[_Step, ...]] = {
    Story.JUST_FOUND: (),
    Story.AWAITING_GROUNDS: (_REFERRED,),
    Story.IN_THE_PERIOD: (_REFERRED, _GROUNDS),
    Story.AWAITING_CONCLUSION: (_REFERRED, _GROUNDS),
    Story.POSITIVE: (_REFERRED, _GROUNDS, (EventKind.CONCLUSIVE_GROUNDS, 0, 20, Outcome.POSITIVE)),
    Story.NEGATIVE_WINDOW_OPEN: (_REFERRED, _GROUNDS, (EventKind.CONCLUSIVE_GROUNDS, 0, 9, Outcome.NEGATIVE)),
    Story.RUN_OUT: (_REFERRED, _GROUNDS, (EventKind.CONCLUSIVE_GROUNDS, 0, 75, Outcome.NEGATIVE)),
    Story.PERMITTED: ((EventKind.PERMISSION_GRANTED, 2, None, None),),
}
_NORTHERN, _SHORELINE, _CUAN = "northern-support", "shoreline-refuge", "an-cuan"
_GRACE, _ISLA, _AOIFE = "northern.caseworker", "shoreline.caseworker", "cuan.caseworker"
_ENGLAND, _SCOTLAND, _ULSTER, _IRELAND = "england_wales", "scotland", "northern_ireland", "ireland"

CASES = (
    DemoCase(
        *("C01", "Elira", "Hoxhallari", "1998-03-17", "AL", "sq", "durham", _ENGLAND, 26, Story.IN_THE_PERIOD),
        *(_NORTHERN, _GRACE),
        where="Lantern House, an invented house of northern support, room 3",
        listed=("Hoxhallari", "Elira", "1998-03-17"),
    ),
    DemoCase(
        *("C02", "Desislava", "Mladencheva", "1994-11-02", "BG", "bg", "cleveland", _ENGLAND, 19, Story.IN_THE_PERIOD),
        *(_NORTHERN, _GRACE),
        where="With a friend whom only her caseworker knows",
        listed=("Десислава", "Младенчева", "1994-11-02"),
    ),
    DemoCase(
        *("C03", "Thị Hương", "Đặng", "2001-06-24", "VN", "vi", "metropolitan", _ENGLAND, 470),
        *(Story.AWAITING_CONCLUSION, _SHORELINE, _ISLA),
        where="Saltmarsh Cottage, an invented house of the refuge",
        listed=("DANG, THI HUONG", "", "2001-06-24"),
    ),
    DemoCase(
        *("C04", "Xiuying", "Ouyang", "1989-09-08", "CN", "zh", "west-midlands", _ENGLAND, 31, Story.IN_THE_PERIOD),
        *(_NORTHERN, _GRACE),
        where="Lantern House, an invented house of northern support, room 5",
        listed=("Hsiu-ying", "Ou Yang", "1989-09-08"),
    ),
    DemoCase(
        *("C05", "Osarugue", "Igbinosun", "1997-04-13", "NG", "Edo", "police-scotland", _SCOTLAND, 452),
        *(Story.AWAITING_CONCLUSION, _SHORELINE, _ISLA),
        where="The long-stay flat of the refuge, an invented place",
        listed=("Osaruge", "Igbinoson", "1998-04-13"),
    ),
    DemoCase(
        *("C06", "Mădălina", "Drăgulescu", "1999-07-30", "RO", "ro", "northumbria", _ENGLAND, 515),
        *(Story.AWAITING_CONCLUSION, _NORTHERN, _GRACE),
        where="Her own room, found with her caseworker",
        listed=("Mada", "Dragulescu", "1999-01-01"),
    ),
    DemoCase(
        *("C07", "Yuliia", "Hrytsenko", "1995-12-05", "UA", "uk", "northern-ireland", _ULSTER, 22),
        *(Story.IN_THE_PERIOD, _SHORELINE, _ISLA),
        where="A place in the north, arranged by the refuge",
        listed=("Julia", "Gritsenko", "1993-12-05"),
    ),
    DemoCase(
        *("C08", "Blerta", "Zogjani", "2000-02-11", "AL", "sq", "durham", _ENGLAND, 0, Story.JUST_FOUND),
        where="The rest suite, until support is found",
    ),
    DemoCase(
        *("C09", "Somjai", "Kaewmanee", "1992-08-19", "TH", "th", "cleveland", _ENGLAND, 1, Story.JUST_FOUND),
        where="A hotel that the force pays for tonight",
    ),
    DemoCase(
        *("C10", "Bích Phượng", "Hồ", "", "VN", "vi", "kent", _ENGLAND, 2, Story.AWAITING_GROUNDS),
        *(_SHORELINE, _ISLA),
        age=Age.MAYBE_CHILD,
        where="With a foster family whom the council found",
    ),
    DemoCase(
        *("C11", "Kanchana", "Phromma", "1990-01-26", "TH", "th", "greater-manchester", _ENGLAND, 4),
        *(Story.AWAITING_GROUNDS, _NORTHERN, _GRACE),
        where="Lantern House, an invented house of northern support, room 1",
    ),
    DemoCase(
        *("C12", "Adesuwa", "Ogbeide", "1996-10-14", "NG", "Edo", "west-yorkshire", _ENGLAND, 6),
        *(Story.AWAITING_GROUNDS, _NORTHERN, _GRACE),
        where="Lantern House, an invented house of northern support, room 2",
    ),
    DemoCase(
        *("C13", "Živilė", "Juškaitytė", "1993-05-21", "LT", "lt", "durham", _ENGLAND, 34, Story.IN_THE_PERIOD),
        *(_NORTHERN, _GRACE),
        where="With her sister, whose address only her caseworker has",
        counted=False,
    ),
    DemoCase(
        *("C14", "Grażyna", "Krupińczyk", "1987-02-03", "PL", "pl", "south-wales", _ENGLAND, 12, Story.IN_THE_PERIOD),
        *(_SHORELINE, _ISLA),
        where="Saltmarsh Cottage, an invented house of the refuge",
    ),
    DemoCase(
        *("C15", "Tsvetelina", "Chakarova", "1998-12-29", "BG", "bg", "police-scotland", _SCOTLAND, 15),
        *(Story.IN_THE_PERIOD, _SHORELINE, _ISLA),
        where="The short-stay flat of the refuge, an invented place",
    ),
    DemoCase(
        *("C16", "Rosângela", "Cavalcante-Reis", "1991-06-06", "BR", "pt", "garda", _IRELAND, 20, Story.PERMITTED),
        *(_CUAN, _AOIFE),
        where="An Cuan's own house, an invented place",
    ),
    DemoCase(
        *("C17", "Isoken", "Uwaifo", "1999-09-27", "NG", "Edo", "garda", _IRELAND, 3, Story.AWAITING_GROUNDS),
        *(_CUAN, _AOIFE),
        where="An Cuan's own house, an invented place",
    ),
    DemoCase(
        *("C18", "Tatiane", "do Nascimento-Lima", "1995-03-12", "BR", "pt", "garda", _IRELAND, 41, Story.PERMITTED),
        *(_CUAN, _AOIFE),
        where="Lodgings that An Cuan found",
        counted=False,
    ),
    DemoCase(
        *("C19", "Xhensila", "Përlaj", "2000-10-09", "AL", "sq", "northern-ireland", _ULSTER, 8),
        *(Story.IN_THE_PERIOD, _SHORELINE, _ISLA),
        where="A place in the north, arranged by the refuge",
    ),
    DemoCase(
        *("C20", "Ksenia", "Khokhryakova", "1988-07-15", "RU", "ru", "metropolitan", _ENGLAND, 501),
        *(Story.POSITIVE, _SHORELINE, _ISLA),
        where="A flat of her own",
    ),
    DemoCase(
        *("C21", "Agnė", "Rimkūnaitė", "1996-01-18", "LT", "lt", "cleveland", _ENGLAND, 488),
        *(Story.NEGATIVE_WINDOW_OPEN, _NORTHERN, _GRACE),
        where="Lantern House, an invented house of northern support, room 4",
    ),
    DemoCase(
        *("C22", "Besnik", "Tafilaj", "1994-04-22", "AL", "sq", "west-midlands", _ENGLAND, 460),
        *(Story.POSITIVE, _NORTHERN, _GRACE),
        sex="male",
        where="A shared house for men, an invented place",
    ),
    DemoCase(
        *("C23", "Jinghua", "Zhuang", "1986-11-11", "CN", "zh", "greater-manchester", _ENGLAND, 530, Story.RUN_OUT),
        *(_NORTHERN, _GRACE),
        where="Lodgings that she found herself",
    ),
    DemoCase(
        *("C24", "Efosa", "Imasuen", "1997-08-02", "NG", "Edo", "durham", _ENGLAND, 520, Story.NEGATIVE_WINDOW_OPEN),
        *(_NORTHERN, _GRACE),
        sex="male",
        where="A shared house for men, an invented place",
    ),
)
LISTED = tuple(case for case in CASES if case.listed)
"""Those who stand on the removal list."""
