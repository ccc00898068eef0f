"""Every field of every table says how sensitive it is and how long it is kept."""

from django.apps import apps

from pentameter.config.sensitivity import Sensitivity, data_dictionary, declared, third_party


def _fields() -> set[tuple[str, str]]:
    return {
        (model._meta.label, field.name)
        for model in apps.get_models()
        if model.__module__.startswith("pentameter.")
        for field in (*model._meta.local_fields, *model._meta.local_many_to_many)
    }


def test_every_field_is_declared_and_nothing_else() -> None:
    said = {(one.model, one.field) for one in declared()}
    assert len(said) == len(declared()), "a field is declared twice"
    undeclared, gone = sorted(_fields() - said), sorted(said - _fields())
    assert not undeclared, f"say it in the context's sensitivity.csv: {undeclared}"
    assert not gone, f"no such fields: {gone}"


def test_every_table_of_a_package_is_declared_and_nothing_else() -> None:
    theirs = {
        model._meta.label
        for model in apps.get_models(include_auto_created=True)
        if not model.__module__.startswith("pentameter.")
    }
    said = {one.table for one in third_party()}
    assert not theirs - said, f"say it in config/third_party.csv: {sorted(theirs - said)}"
    assert not said - theirs, f"no such tables: {sorted(said - theirs)}"


def test_what_is_sealed_is_stored_as_bytes_or_as_a_digest() -> None:
    """A field that is called sealed and would hold plain text is a lie."""
    digests = {("accounts.User", "password"), ("accounts.AgencyToken", "digest"), ("accounts.KnownBrowser", "digest")}
    plain = [
        (one.model, one.field)
        for one in declared()
        if one.sensitivity is Sensitivity.SEALED
        and (one.model, one.field) not in digests
        and apps.get_model(one.model)._meta.get_field(one.field).get_internal_type() != "BinaryField"
    ]
    assert not plain


def test_bytes_are_sealed_or_fit_to_be_published() -> None:
    kinds = {(one.model, one.field): one.sensitivity for one in declared()}
    loose = [
        key
        for key, kind in kinds.items()
        if apps.get_model(key[0])._meta.get_field(key[1]).get_internal_type() == "BinaryField"
        and kind not in (Sensitivity.SEALED, Sensitivity.PUBLIC)
    ]
    assert not loose


def test_the_page_names_them_all() -> None:
    page = data_dictionary()
    assert all(f"| {model} | {field} |" in page for model, field in _fields())
