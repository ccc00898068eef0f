"""What is known of single words of names."""

from pentameter.kernel.names import tables


def test_particles_and_words_that_are_no_names_are_told_apart() -> None:
    assert tables.particles() >= {"bin", "al"}
    assert tables.empty_words() >= {"ms", "unknown"}
    assert not tables.particles() & tables.empty_words()


def test_a_form_stands_in_the_group_of_its_name() -> None:
    assert tables.groups()["gosia"] & tables.groups()["malgorzata"]
    assert not tables.groups()["gosia"] & tables.groups()["peter"]


def test_common_words_are_worth_less_than_others() -> None:
    assert tables.common_words()["nguyen"] < tables.common_words()["huang"] < 7


def test_consonants_are_plain_letters() -> None:
    assert set("".join(tables.consonants().values())) <= set("abcdefghijklmnopqrstuvwxyz")


def test_other_forms_of_a_name_are_those_of_its_groups() -> None:
    assert {"elizabeth", "lizzie", "erzsebet"} <= tables.other_forms()["liz"]
    assert "liz" not in tables.other_forms()["liz"]
    assert all(one in tables.other_forms()[other] for one in ("liz", "elizabeth") for other in ("beth", "lisa"))
