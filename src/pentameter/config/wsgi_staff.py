"""The staff door as a WSGI application."""

import os

from django.core.wsgi import get_wsgi_application
from django.db import connections

from pentameter.config import embedded, settled

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pentameter.config.settings.staff")
application = get_wsgi_application()
embedded.assert_pragmas(connections["default"])
settled.settle()
