import hashlib
import io
import json
import zipfile
from dataclasses import replace

import pytest

from pentameter.entities.interchange import manifest, packing
from pentameter.entities.interchange.formats import FORMS
from pentameter.entities.interchange.leaving import Format
from pentameter.intelligence.intake.relations import Relation
from tests.entities.interchange import ground


@pytest.mark.parametrize("form", Format)
def test_the_archive_holds_the_manifest_first_and_the_files_that_it_names(form: Format) -> None:
    package = packing.package(ground.leaving(form=form))
    archive = zipfile.ZipFile(io.BytesIO(b"".join(package.pieces())))
    assert archive.testzip() is None
    assert archive.namelist() == ["manifest.json", *(name for name, _ in FORMS[form].files)]
    assert archive.read("manifest.json") == package.manifest
    assert package.digest == hashlib.sha256(package.manifest).hexdigest()
    for named in json.loads(package.manifest)["files"]:
        content = archive.read(named["name"])
        assert (named["sha256"], named["bytes"]) == (hashlib.sha256(content).hexdigest(), len(content))


def test_the_manifest_says_what_it_is_for_whom_when_and_why() -> None:
    said = json.loads(packing.package(ground.leaving(form=Format.GEXF)).manifest)
    assert said["format"] == {"name": "GEXF", "version": "1.3"}
    assert said["made_for"] == {"name": "Esther Lindqvist", "agency": "national-centre", "role": "national_analyst"}
    assert (said["made_at"], said["as_of"]) == ("2007-11-01T09:30:00+00:00", "2007-11-01")
    assert (said["purpose"], said["filters"]) == ("To brief", {"kind": ["person", "phone"]})
    assert said["counts"]["things_by_kind"]["person"] == 3
    assert (said["counts"]["things"], said["counts"]["links"], said["counts"]["reports"]) == (8, 9, 2)
    assert said["demonstration"].startswith("Demonstration data")
    assert said["whole"] is True


def test_the_manifest_names_the_handling_of_every_report_that_went_in() -> None:
    bound, free = json.loads(packing.package(ground.leaving()).manifest)["reports"]
    assert (bound["reference"], bound["handling_code"], bound["handling_recipients"]) == ("DUR-1", "C", ["cleveland"])
    assert bound["handling_conditions"] == "Speak to the sender before acting on it."
    assert bound["binding"].startswith("Handling conditions (durham, DUR-1; 3x5x2 C)")
    assert (free["reference"], free["handling_code"], free["binding"]) == ("CLE-1", "P", "")


def test_what_is_no_demonstration_does_not_say_so() -> None:
    leaving = ground.leaving()
    real = replace(leaving, cover=replace(leaving.cover, demo=False, cut=True))
    package = packing.package(real)
    assert b"emonstration" not in b"".join(zipped(package))
    said = json.loads(package.manifest)
    assert said["whole"] is False
    assert "narrow the network" in said["cut"]


def zipped(package: packing.Package) -> list[bytes]:
    archive = zipfile.ZipFile(io.BytesIO(b"".join(package.pieces())))
    return [archive.read(name) for name in archive.namelist()]


def test_the_same_export_is_the_same_to_the_byte() -> None:
    one, other = (b"".join(packing.package(ground.leaving()).pieces()) for _ in range(2))
    assert one == other


def test_a_report_whose_handling_is_unknown_stops_everything() -> None:
    leaving = ground.leaving()
    with pytest.raises(KeyError):
        packing.package(replace(leaving, sources={ground.FREE.id: ground.FREE}))


def test_a_large_network_leaves_in_pieces() -> None:
    nodes = [ground.node(1000 + at, "person", name=hashlib.sha256(str(at).encode()).hexdigest()) for at in range(4000)]
    edges = [ground.edge(9000 + at, 1000 + at, Relation.TRAVELLED_WITH, 1001 + at) for at in range(3999)]
    sizes = [len(piece) for piece in packing.package(ground.leaving(nodes, edges, form=Format.CSV)).pieces()]
    assert len(sizes) > 3
    assert max(sizes) < 4 * packing.PIECE


def test_every_format_says_its_version() -> None:
    assert set(FORMS) == set(Format)
    assert all(form.version and form.good_for for form in FORMS.values())
    assert manifest.VERSION == 1
