"""The staff door with the chores."""

from pentameter.config.settings.staff import *  # noqa: F403
from pentameter.config.settings.staff import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "tests.work.chores"]
