"""Telephone numbers that ring nowhere.

Sources: Ofcom, "Telephone numbers for use in TV and radio drama programmes" (07700 900000 to 900999, 01632 960000 to
960999, and a thousand in each of the larger cities); ComReg, numbering conditions of use (020 91x xxxx).
"""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Block:
    """A block of numbers kept free for drama: `prefix` is international, then `digits` of any kind follow."""

    prefix: str
    digits: int

    def number(self, serial: int) -> str:
        """The number of this serial, in E.164."""
        return f"+{self.prefix}{serial % 10**self.digits:0{self.digits}d}"

    def holds(self, number: str) -> bool:
        """Whether an E.164 number lies in the block."""
        rest = number.removeprefix(f"+{self.prefix}")
        return rest != number and rest.isdigit() and len(rest) == self.digits


MOBILE = Block("447700900", 3)
IRISH = Block("3532091", 5)
NOWHERE = Block("441632960", 3)
CITIES = {
    "durham": Block("441914980", 3),
    "cleveland": NOWHERE,
    "northumbria": Block("441914980", 3),
    "west-yorkshire": Block("441134960", 3),
    "greater-manchester": Block("441614960", 3),
    "metropolitan": Block("442079460", 3),
    "west-midlands": Block("441214960", 3),
    "police-scotland": Block("441314960", 3),
    "northern-ireland": Block("442896496", 3),
    "south-wales": Block("442920180", 3),
    "garda": IRISH,
}
BLOCKS = (MOBILE, IRISH, NOWHERE, *dict.fromkeys(CITIES.values()))


def is_drama(number: str) -> bool:
    """Whether an E.164 number is one that is kept free for drama."""
    return any(block.holds(number) for block in BLOCKS)


def _home(number: str) -> str:
    """As dialled at home: 07700 900123, 020 915 1234."""
    if number.startswith("+353"):
        return f"020 {number[6:9]} {number[9:]}"
    if number.startswith("+4420"):
        return f"020 {number[5:9]} {number[9:]}"
    if number.startswith("+442"):
        return f"0{number[3:5]} {number[5:9]} {number[9:]}"
    if number.startswith(("+447", "+441632")):
        return f"0{number[3:7]} {number[7:]}"
    return f"0{number[3:6]} {number[6:9]} {number[9:]}"


def _abroad(number: str) -> str:
    """As dialled from abroad: +44 7700 900123."""
    return f"{number[: 4 if number.startswith('+353') else 3]} {_home(number)[1:]}"


def _marked(number: str) -> str:
    """With the zero in brackets: +44 (0)7700 900123."""
    return f"{number[: 4 if number.startswith('+353') else 3]} (0){_home(number)[1:]}"


_WAYS: tuple[Callable[[str], str], ...] = (
    _home,
    _home,
    _home,
    lambda number: _home(number).replace(" ", ""),
    lambda number: _home(number).replace(" ", "-"),
    _abroad,
    _marked,
    lambda number: f"00{number[1:]}",
    lambda number: number,
)
HOME_WAYS = 5


def as_written(number: str, rng: Random, *, at_home: bool = True) -> str:
    """A number as people write it. Of another state's numbers the country code is always given."""
    return rng.choice(_WAYS if at_home else _WAYS[HOME_WAYS:])(number)
