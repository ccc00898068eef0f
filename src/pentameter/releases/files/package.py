"""The machine-readable package: a data package that names every CSV with its schema and digest, and an archive of all.

Source: Data Package Standard (datapackage.org), version 1: a descriptor `datapackage.json` beside its resources.
"""

import io
import json
import zipfile
from collections.abc import Iterable
from typing import Any

from pentameter.releases.files.csvs import RANGE_COLUMNS, columns
from pentameter.releases.shelf.content import WITHHELD, Content
from pentameter.releases.shelf.files import File

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""Of an archive's members: the same files make the same archive."""
_LICENCE = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"


def datapackage(content: Content, digest: str, files: tuple[File, ...]) -> File:
    """The descriptor."""
    resources = [
        _resource(file, columns(table), table.title) for file, table in zip(files, content.tables, strict=False)
    ]
    if content.ranges:
        resources.append(_resource(files[-1], RANGE_COLUMNS, "Ranges"))
    said = content.description
    whole = {
        "profile": "tabular-data-package",
        "name": content.slug,
        "title": content.title,
        "description": said.summary,
        "version": str(content.number),
        "created": content.published_at.isoformat(),
        "licenses": [{"name": "OGL-UK-3.0", "path": _LICENCE}],
        "sources": [{"title": said.source}],
        "asOf": content.as_of.isoformat(),
        "digest": f"sha256:{digest}",
        "threshold": content.threshold,
        "method": said.method,
        "counting": said.counting,
        "revisions": said.revisions,
        "withheld": said.withheld,
        "changed": said.changed,
        "preReleaseAccess": list(content.access),
        "resources": resources,
    }
    body = json.dumps(whole, ensure_ascii=False, indent=1).encode() + b"\n"
    return File(f"{content.slug}-v{content.number}-datapackage.json", "Data package (JSON)", "application/json", body)


def archive(files: Iterable[File]) -> bytes:
    """The files in one archive, each with the same date; the descriptor under the name that software looks for."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as whole:
        for file in files:
            name = "datapackage.json" if file.name.endswith("-datapackage.json") else file.name
            member = zipfile.ZipInfo(name, _FIRST_DAY)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o644 << 16
            whole.writestr(member, file.body)
    return out.getvalue()


def _resource(file: File, named: tuple[tuple[str, str], ...], title: str) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": file.name.removesuffix(".csv"),
        "title": title,
        "path": file.name,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(file.body),
        "hash": f"sha256:{file.digest}",
        "schema": {"fields": [_field(*one) for one in named], "missingValues": [""]},
    }


def _field(name: str, title: str) -> dict[str, Any]:
    kind = "integer" if name in ("count", "low", "high") else "date" if name == "as_of" else "string"
    found: dict[str, Any] = {"name": name, "title": title, "type": kind}
    if name == "status":
        found["description"] = f"{WITHHELD} where the count is withheld, which is not zero."
    return found
