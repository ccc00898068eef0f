from datetime import date

from pentameter.config.demo.chance import chance
from pentameter.config.demo.matters import see
from pentameter.config.demo.networks import Inventor
from pentameter.config.demo.reference import MARK
from pentameter.config.demo.senders import SENDERS
from pentameter.config.demo.wording import Account, tell


def _accounts(count: int) -> list[Account]:
    rng = chance(5)
    inventor = Inventor(rng, today=date(2026, 10, 5), senders=SENDERS)
    return [tell(see(inventor.network(), SENDERS[0], rng), date(2026, 9, 1), rng) for _ in range(count)]


def test_texts_do_not_look_copied() -> None:
    texts = [account.text for account in _accounts(1000)]
    assert len(set(texts)) > 970


def test_every_text_says_what_it_is_and_has_no_gap() -> None:
    for account in _accounts(300):
        assert account.text.endswith(f"{MARK}.")
        assert "{" not in account.text
        assert len(account.text) < 1200


def test_text_speaks_only_of_what_the_report_mentions() -> None:
    rng = chance(6)
    inventor = Inventor(rng, today=date(2026, 10, 5), senders=SENDERS)
    for _ in range(300):
        seen = see(inventor.network(), SENDERS[0], rng)
        text = tell(seen, date(2026, 9, 1), rng).text.lower()
        assert ("person 2" not in text and "persons 1 and 2" not in text) or seen.controller
        assert "the vehicle given" not in text or seen.vehicle
        assert "the advert given" not in text or seen.advert
        assert "spoke english only" not in text
