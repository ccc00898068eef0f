"""The file that she is given: a page to read and the same as data, in a zip; sealed by a password if it is sent."""

import json
from dataclasses import asdict
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pyrage
from django.conf import settings
from django.template.loader import render_to_string

from pentameter.retention.services.access import Given

TITLE = "What is held about you"


def zipped(given: Given) -> bytes:
    """The page and the data."""
    into = BytesIO()
    with ZipFile(into, "w", ZIP_DEFLATED) as archive:
        archive.writestr("what-is-held.html", _page(given))
        archive.writestr("what-is-held.json", json.dumps(_data(given), ensure_ascii=False, indent=2))
    return into.getvalue()


def sealed(content: bytes, password: str) -> bytes:
    """The same, in the age format: it opens with the password, in any program that knows the format."""
    return bytes(pyrage.passphrase.encrypt(content, password))


def _page(given: Given) -> str:
    context = {"page": given.copy, "left_out": given.left_out, "title": TITLE, "is_demo": settings.IS_DEMO}
    return render_to_string("retention/access_document.jinja", context)


def _data(given: Given) -> dict[str, object]:
    copy = given.copy
    return {
        "reference": copy.frame.reference,
        "made_at": copy.made_at.isoformat(),
        "sections": {one.heading: [list(fact) for fact in one.facts] for one in copy.sections},
        "events": [
            {"on": one.event.on.isoformat() if one.event.on else None, "what": one.what}
            for one in copy.protection.events
            if not one.struck_at
        ],
        "looks": [
            {"at": one.at.isoformat(), "who": copy.names.get(one.actor, ""), "what": one.what, "purpose": one.purpose}
            for one in copy.looks
        ],
        "left_out": [asdict(one) for one in given.left_out],
    }
