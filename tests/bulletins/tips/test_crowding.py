"""One sender cannot crowd out others; nothing of an address is kept, and all is forgotten after a while."""

from pentameter.bulletins.tips.crowding import WINDOW, Crowd


class Watch:
    """A clock that stands still until it is moved on."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_one_sender_is_stopped_and_others_are_not() -> None:
    crowd = Crowd(of_one=2, of_all=100, clock=Watch())
    assert [crowd.lets_in("192.0.2.1") for _ in range(3)] == [True, True, False]
    assert crowd.lets_in("192.0.2.2")


def test_all_together_are_stopped_too() -> None:
    crowd = Crowd(of_one=2, of_all=3, clock=Watch())
    assert [crowd.lets_in(f"192.0.2.{number}") for number in range(4)] == [True, True, True, False]


def test_after_a_while_all_is_forgotten() -> None:
    watch = Watch()
    crowd = Crowd(of_one=1, of_all=10, clock=watch)
    assert [crowd.lets_in("192.0.2.1"), crowd.lets_in("192.0.2.1")] == [True, False]
    watch.now = WINDOW
    assert crowd.lets_in("192.0.2.1")


def test_no_address_is_in_its_memory_and_the_salt_changes() -> None:
    watch = Watch()
    crowd = Crowd(of_one=1, of_all=10, clock=watch)
    crowd.lets_in("192.0.2.77")
    first = dict(crowd._counts)
    watch.now = WINDOW
    crowd.lets_in("192.0.2.77")
    assert "192.0.2.77" not in repr(vars(crowd))
    assert first.keys().isdisjoint(crowd._counts)
