"""The public door as a WSGI application."""

import logging
import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connections

from pentameter.config import embedded, settled
from pentameter.config.confining import confine

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pentameter.config.settings.public")
application = get_wsgi_application()
embedded.assert_pragmas(connections["default"])
settled.settle()
_places = settings.PLACES
if not confine(
    shut=(_places.data, _places.keys, _places.checkpoints), but=(_places.public_database.parent, settings.STATIC_ROOT)
):
    logging.getLogger(__name__).warning(
        "This kernel cannot shut the public door out of the staff's files: run it as a user of its own."
    )
