"""Prices, with the sign of their currency or without."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from pentameter.intelligence.intake.limits import LARGEST_PRICE
from pentameter.intelligence.intake.normalise.words import fold

_CODES = (
    "GBP EUR USD ALL AUD BAM BGN CAD CHF CNY CZK DKK GEL GHS HKD HUF INR ISK JPY LTL LVL MDL MKD NGN NOK NZD PHP PKR "
    "PLN RON RSD RUB SEK SKK THB TRY UAH VND ZAR"
)
_SIGNS = {"£": "GBP", "€": "EUR", "$": "USD"}
_WORDS = {"pound": "GBP", "pounds": "GBP", "sterling": "GBP", "poundssterling": "GBP", "euro": "EUR", "euros": "EUR"}
CURRENCIES = {code.casefold(): code for code in _CODES.split()} | _SIGNS | _WORDS | {"dollars": "USD", "lei": "RON"}

_PRICE = re.compile(r"(?P<before>[^\d\s.,+-]*)\s*(?P<amount>\d[\d,. ]*)\s*(?P<after>[^\d.,+-]*)")
_AMOUNT = re.compile(r"\d+(?:\.\d{1,2})?", re.ASCII)
_THOUSANDS = re.compile(r"(?<=\d)[, ](?=\d{3}(?:\D|$))", re.ASCII)
_DECIMAL_COMMA = re.compile(r"^(\d+),(\d{2})$", re.ASCII)


@dataclass(frozen=True, slots=True)
class Price:
    """An amount, and its currency where that was written with it."""

    amount: Decimal
    currency: str = ""


@lru_cache(maxsize=1024)
def currency(text: str) -> str | None:
    """The three letters of a currency from its letters, sign or name."""
    text = text.strip()
    return _SIGNS.get(text) or CURRENCIES.get(fold(text))


@lru_cache(maxsize=4096)
def price(text: str) -> Price | None:
    """The price: "£1,200.50", "60 euros", "EUR 80", "60,00"."""
    match = _PRICE.fullmatch(text.strip())
    if match is None or (match["before"] and match["after"].strip()):
        return None
    written = match["before"] or match["after"].strip()
    known = currency(written) if written else ""
    amount = _DECIMAL_COMMA.sub(r"\1.\2", _THOUSANDS.sub("", match["amount"].strip()))
    if known is None or not _AMOUNT.fullmatch(amount) or (value := Decimal(amount)) > LARGEST_PRICE:
        return None
    return Price(value, known)
