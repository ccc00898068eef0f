"""The manifest: what was carried away, for whom, when and why, under whose handling codes, and the files' digests."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pentameter.entities.interchange.formats import FORMS, Writer
from pentameter.entities.interchange.leaving import Leaving, Source
from pentameter.entities.interchange.wording import DEMO, NOTICE, bindings

NAME = "manifest.json"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Digest:
    """A file by name, SHA-256 (hexadecimal) and size in bytes."""

    name: str
    sha256: str
    size: int


def digest(name: str, write: Writer, leaving: Leaving) -> Digest:
    """A file's digest. It is written piece by piece and kept nowhere: written again, it is the same to the byte."""
    summed, size = hashlib.sha256(), 0
    for piece in write(leaving):
        content = piece.encode()
        summed.update(content)
        size += len(content)
    return Digest(name, summed.hexdigest(), size)


def manifest(leaving: Leaving) -> bytes:
    """The manifest, as JSON that people can read as well."""
    files = [digest(name, write, leaving) for name, write in FORMS[leaving.cover.format].files]
    return (json.dumps(_said(leaving, files), ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def _said(leaving: Leaving, files: Iterable[Digest]) -> Mapping[str, object]:
    cover, form = leaving.cover, FORMS[leaving.cover.format]
    return {
        "manifest_version": VERSION,
        "what": "Network of people and things, as one reader could see it",
        **({"demonstration": DEMO} if cover.demo else {}),
        "format": {"name": form.label, "version": form.version},
        "made_for": {"name": cover.name, "agency": cover.agency, "role": cover.role},
        "made_at": cover.made_at.isoformat(timespec="seconds"),
        "purpose": cover.purpose,
        "as_of": leaving.network.as_of.isoformat(),
        "filters": _filters(cover.filters),
        "whole": not cover.cut,
        **({"cut": _CUT} if cover.cut else {}),
        "counts": _counts(leaving),
        "notice": NOTICE,
        "reports": [_report(source) for source in leaving.sources.values()],
        "files": [{"name": one.name, "sha256": one.sha256, "bytes": one.size} for one in files],
    }


_CUT = "More reports were found than one export opens. The latest are in it; narrow the network for the others."


def _filters(filters: Iterable[tuple[str, str]]) -> Mapping[str, object]:
    """What was asked for, by name; several values of one as a list."""
    found: dict[str, list[str]] = {}
    for name, value in filters:
        found.setdefault(name, []).append(value)
    return {name: values[0] if len(values) == 1 else values for name, values in found.items()}


def _counts(leaving: Leaving) -> Mapping[str, object]:
    network = leaving.network
    return {
        "things": len(network.nodes),
        "things_by_kind": dict(sorted(Counter(node.kind for node in network.nodes).items())),
        "links": len(network.edges),
        "links_by_relation": dict(sorted(Counter(edge.relation.value for edge in network.edges).items())),
        "reports": len(leaving.sources),
    }


def _report(source: Source) -> Mapping[str, object]:
    return {
        "id": str(source.id),
        "agency": source.agency,
        "reference": source.own_reference,
        "reported_on": source.reported_on.isoformat(),
        "grade": {"scheme": source.scheme, "source": source.source, "information": source.information},
        "handling_code": source.handling,
        "handling_meaning": source.meanings[2],
        "handling_conditions": source.conditions,
        "handling_recipients": list(source.recipients),
        "binding": next(bindings([source]), ""),
    }
