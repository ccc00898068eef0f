from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pentameter.intelligence.intake.normalise import money
from pentameter.intelligence.intake.normalise.money import Price


@pytest.mark.parametrize(
    ("written", "amount", "currency"),
    [
        ("60", "60", ""),
        ("60.50", "60.50", ""),
        ("60,50", "60.50", ""),
        ("1,200", "1200", ""),
        ("1,200.50", "1200.50", ""),
        ("1 200", "1200", ""),
        ("£60", "60", "GBP"),
        ("£ 1,200.50", "1200.50", "GBP"),
        ("€80", "80", "EUR"),
        ("80 €", "80", "EUR"),
        ("60 GBP", "60", "GBP"),
        ("EUR 60", "60", "EUR"),
        ("60 pounds", "60", "GBP"),
        ("60 Euros", "60", "EUR"),
        ("0", "0", ""),
        ("99999999", "99999999", ""),
    ],
)
def test_prices(written: str, amount: str, currency: str) -> None:
    assert money.price(written) == Price(Decimal(amount), currency)


@pytest.mark.parametrize(
    "written",
    ["", "-5", "60-80", "sixty", "£", "£60 GBP", "60 each", "1.200,50", "60.555", "1,20,0", "100000000", "60 £ 70"],
)
def test_what_is_no_price(written: str) -> None:
    assert money.price(written) is None


@pytest.mark.parametrize(
    ("written", "currency"),
    [("gbp", "GBP"), ("£", "GBP"), ("Euro", "EUR"), ("RON", "RON"), ("sterling", "GBP"), ("xx", None)],
)
def test_currencies(written: str, currency: str | None) -> None:
    assert money.currency(written) == currency


@given(st.text())
def test_no_text_raises(text: str) -> None:
    money.price(text)
    money.currency(text)
