"""What is carried away is what the actor may read, and its record stands before it leaves."""

import io
import json
import zipfile
from datetime import timedelta
from uuid import UUID

import pytest

import cast
from entities import linked
from intelligence import ground
from pentameter.audit.models import Entry
from pentameter.entities.interchange.leaving import Format
from pentameter.entities.interchange.packing import Package
from pentameter.entities.network.asked import Asked
from pentameter.entities.services.exporting import export_network
from pentameter.intelligence.intake.relations import Relation
from pentameter.intelligence.models import Mention, Report
from pentameter.intelligence.services import receive_file, take_in_file
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused
from tests.no_row_no_act import no_row_no_act

pytestmark = pytest.mark.django_db
BOUND = {
    "handling_code": "C",
    "handling_conditions": "Speak to Durham before acting on it.",
    "handling_recipients": "cleveland; national-centre",
}
CANARIES = (b"Ciara", b"Sample", b"AA00ABC", b"AA00 ABC", b"Example Staff Ltd", b"garda", b"Garda Eastern")
"""What only the Garda's report says, which stays with the Garda."""


@pytest.fixture
def wave() -> UUID:
    """Durham's report under conditions; the Garda's, which nobody else may read."""
    made = ground.wave()
    linked.send(made, {**linked.DURHAM, **BOUND}, linked.GARDA)
    return made


def carried(form: Format = Format.FTM, *, by: Actor | None = None, asked: Asked | None = None) -> Package:
    actor = by or cast.national_analyst()
    return export_network(asked=asked or Asked(), form=form, purpose="To brief the wave", by=actor)


def parts(package: Package) -> dict[str, bytes]:
    archive = zipfile.ZipFile(io.BytesIO(b"".join(package.pieces())))
    return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("form", Format)
def test_a_report_that_may_not_be_read_leaves_no_trace_in_any_file(form: Format, wave: UUID) -> None:
    hidden = Report.objects.get(agency_id="garda")
    ids = [hidden.id, *hidden.mentions.values_list("id", flat=True)]
    secrets = [*CANARIES, hidden.own_reference.encode(), *(str(one).encode() for one in ids)]
    for name, content in parts(carried(form)).items():
        assert b"Mira Testova" in content or name in ("manifest.json", "edges.csv")
        assert not [secret for secret in secrets if secret in content], name


@pytest.mark.parametrize("form", Format)
def test_with_and_without_the_hidden_report_the_files_are_the_same(form: Format) -> None:
    made = ground.wave()
    linked.send(made, {**linked.DURHAM, **BOUND})
    without = parts(carried(form))
    linked.send(made, linked.GARDA)
    with_it = parts(carried(form))
    assert {name: content for name, content in with_it.items() if name != "manifest.json"} == {
        name: content for name, content in without.items() if name != "manifest.json"
    }


@pytest.mark.parametrize("form", Format)
def test_conditions_and_recipients_go_along(form: Format, wave: UUID) -> None:
    said = b"Speak to Durham before acting on it."
    for content in parts(carried(form)).values():
        assert said in content
        assert b"national-centre" in content


def test_the_record_names_what_left_and_the_manifests_digest(wave: UUID) -> None:
    package = carried(Format.GRAPHML, asked=Asked(kinds=("person", "phone")))
    row = Entry.objects.get(event="network_exported")
    said = json.loads(row.detail)
    assert row.purpose == "To brief the wave"
    assert said["manifest_sha256"] == package.digest
    assert said["ids"] == [str(node.id) for node in package.leaving.network.nodes]
    assert (said["format"], said["reports"]) == ("graphml", 1)
    manifest = json.loads(package.manifest)
    assert manifest["filters"] == {"kind": ["person", "phone"]}
    assert (manifest["made_for"]["name"], manifest["purpose"]) == ("Esther Lindqvist", "To brief the wave")
    assert manifest["demonstration"].startswith("Demonstration data")


def test_no_row_no_export(wave: UUID) -> None:
    no_row_no_act(carried)


@pytest.mark.parametrize("who", [cast.durham_constable, cast.prosecutor, cast.caseworker, cast.auditor])
def test_whoever_may_not_carry_away_is_refused(who, wave: UUID) -> None:
    with pytest.raises(Refused):
        carried(by=who())


def test_a_purpose_is_needed(wave: UUID) -> None:
    with pytest.raises(Refused):
        export_network(asked=Asked(), form=Format.FTM, purpose=" ", by=cast.national_analyst())


def test_nothing_to_carry_away_and_filters_that_make_no_sense_say_so(wave: UUID) -> None:
    with pytest.raises(Refused, match="Widen the filters"):
        carried(asked=Asked(first=clock.today() + timedelta(days=1)))
    with pytest.raises(Refused, match="not a date"):
        carried(asked=Asked(problems=("That is not a date.",)))


@pytest.mark.parametrize("form", [Format.FTM, Format.CSV])
def test_brought_in_elsewhere_it_is_the_same_people_and_things_by_identifier(form: Format, wave: UUID) -> None:
    package = carried(form)
    supervisor = cast.cleveland_sergeant()
    content = b"".join(package.pieces())
    received = receive_file(name=package.name, chunks=[content], wave_id=wave, way="page", by=supervisor)
    card = take_in_file(file_id=received.file_id, by=supervisor)
    network = package.leaving.network
    assert ground.counts(card) == (len(network.nodes) + len(network.edges),) * 2 + (0, 0), card.refusal
    mine = Mention.objects.filter(report__agency_id="cleveland").exclude(identifier_index="")
    theirs = Mention.objects.filter(report__agency_id="durham").exclude(identifier_index="")
    assert {(one.kind, one.identifier_index) for one in mine} == {(one.kind, one.identifier_index) for one in theirs}
    brought = Report.objects.filter(agency_id="cleveland")
    assert {report.handling for report in brought} == {"C"}
    assert all("Speak to Durham before acting on it." in report.conditions for report in brought)
    linked.place()
    again = carried(Format.CSV, by=supervisor).leaving.network
    assert len(again.nodes) < len(network.nodes) + len(brought)
    relations = {edge.relation for edge in again.edges}
    assert relations >= {Relation.USES, Relation.CONTROLS, Relation.LIVES_AT}
