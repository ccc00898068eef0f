"""Anything found holds; the answer says of which kinds, each once and in one order."""

from pentameter.releases.naming.rules import Naming, NamingReason, naming_for


def test_nothing_found_passes() -> None:
    assert naming_for([]) == Naming(held=False)


def test_whatever_is_found_holds() -> None:
    for one in NamingReason:
        assert naming_for([one]) == Naming(held=True, reasons=(one,))
        assert one.words.endswith(".")


def test_kinds_in_one_order() -> None:
    found = naming_for([NamingReason.PLATE, NamingReason.PROTECTED_NAME, NamingReason.PLATE])
    assert found.reasons == (NamingReason.PROTECTED_NAME, NamingReason.PLATE)
