"""Looking and carrying away: who may, what is remembered, and that nothing is shown without its row."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from cast import auditor, durham_constable, durham_system, national_analyst, prosecutor
from intelligence import many
from pentameter.audit.models import Entry
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM, Actor
from pentameter.kernel.verdict import Refused
from pentameter.picture import api, services
from pentameter.picture.forms import Asked
from pentameter.picture.sections import Section
from picture import scene
from tests.no_row_no_act import no_row_no_act


def now() -> dict[str, Any]:
    """This moment, and its day."""
    return {"at": clock.now(), "today": clock.today()}


def show(actor: Actor, asked: Asked) -> Any:
    """The page that counts reports and lists the latest, by the service."""
    return services.show_section(section=Section.TRENDS, asked=asked, by=actor, **now()).frame


@pytest.mark.django_db
def test_a_look_leaves_one_row_with_the_filters_and_the_reports_that_were_shown() -> None:
    of = scene.whole()
    before = Entry.objects.count()
    found = show(national_analyst(), Asked(wave=of.wave, theme="forced_labour"))
    assert Entry.objects.count() == before + 1
    row = Entry.objects.latest("seq")
    assert (row.event, row.subject_type, row.subject_id) == ("picture_shown", "wave", str(of.wave))
    detail = json.loads(row.detail)
    assert detail["narrowed"] == {"theme": "forced_labour"}
    assert detail["reports"] == [str(line.id) for line in found.latest]


@pytest.mark.django_db
@pytest.mark.parametrize("reader", [*scene.REFUSED, durham_system])
def test_who_has_no_part_in_the_picture_is_refused(reader: Callable[[], Actor]) -> None:
    asked = Asked(wave=scene.a_wave().wave)
    for act in (show, lambda by, asked: services.export_picture(asked=asked, by=by, **now())):
        with pytest.raises(Refused):
            act(reader(), asked)
    with pytest.raises(Refused):
        services.copy_chart(name="weeks", asked=asked, by=reader(), **now())
    assert not Entry.objects.filter(event__startswith="picture").exists()


@pytest.mark.django_db
def test_rows_in_quarantine_are_for_those_who_may_know_of_them() -> None:
    of = scene.a_wave()
    many.waiting_row(of.wave, "durham")
    many.waiting_row(of.wave, "kent")
    asked = Asked(wave=of.wave)
    told = {reader: show(reader(), asked) for reader in (national_analyst, durham_constable, prosecutor, auditor)}
    assert [told[reader].rights.sees_quarantine for reader in told] == [True, True, False, True]
    assert [told[reader].tallies.quarantined for reader in told] == [2, 1, 0, 2]


@pytest.mark.django_db
def test_auditors_and_statisticians_count_without_contents() -> None:
    found = show(auditor(), Asked(wave=scene.whole().wave))
    assert found.tallies.total.counted == 300
    assert found.latest == ()


@pytest.mark.django_db
def test_a_chart_is_carried_away_by_its_name() -> None:
    of = scene.whole()
    chart = services.copy_chart(name="weeks", asked=Asked(wave=of.wave), by=national_analyst(), **now())
    assert chart.title == "Reports by week"
    assert "href" not in chart.file(), "a file that lies elsewhere leads nowhere"
    row = Entry.objects.latest("seq")
    assert (row.event, json.loads(row.detail)["chart"]) == ("picture_exported", "weeks")
    with pytest.raises(Refused) as refused:
        services.copy_chart(name="nothing", asked=Asked(wave=of.wave), by=national_analyst(), **now())
    assert refused.value.hidden


@pytest.mark.django_db
def test_a_chart_is_never_carried_away_with_filters_left_out() -> None:
    of = scene.whole()
    asked = Asked(wave=of.wave, problems=("There is no theme called “x”. All themes are shown.",))
    with pytest.raises(Refused, match="There is no theme"):
        services.copy_chart(name="weeks", asked=asked, by=national_analyst(), **now())
    with pytest.raises(Refused, match="No agency called"):
        services.copy_chart(name="weeks", asked=Asked(wave=of.wave, agency="x"), by=national_analyst(), **now())


@pytest.mark.django_db
def test_the_command_line_exports_all_counts_and_no_report() -> None:
    of = scene.whole()
    written = api.export(of.wave, by=SYSTEM)
    assert "300" in written
    assert "her wages were kept" not in written
    assert Entry.objects.latest("seq").event == "picture_exported"


@pytest.mark.django_db(transaction=True)
def test_no_row_no_picture() -> None:
    asked = Asked(wave=scene.a_wave().wave)
    no_row_no_act(lambda: show(durham_constable(), asked))
    no_row_no_act(lambda: services.export_picture(asked=asked, by=durham_constable(), **now()))
    no_row_no_act(lambda: services.copy_chart(name="map", asked=asked, by=durham_constable(), **now()))
