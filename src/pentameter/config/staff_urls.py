"""The addresses of the staff door."""

from django.urls import include, path

from pentameter.config import metrics, staff_readiness
from pentameter.config.home import home
from pentameter.decisions.web_api import router as removal_lists
from pentameter.intelligence import web_api

handler400 = "pentameter.look.errors.bad_request"
handler403 = "pentameter.look.errors.forbidden"
handler404 = "pentameter.look.errors.not_found"
handler500 = "pentameter.look.errors.server_error"
handler429 = "pentameter.accounts.views.sign_in.too_many"
web_api.api.add_router("", removal_lists)
urlpatterns = [
    path("", home, name="home"),
    path("health/live/", staff_readiness.live, name="live"),
    path("health/ready/", staff_readiness.ready, name="ready"),
    path("metrics/", metrics.metrics, name="metrics"),
    path("", include("pentameter.accounts.sign_in_urls")),
    path("", include("pentameter.accounts.urls")),
    path("", include("pentameter.access.urls")),
    path("", include("pentameter.audit.urls")),
    path("", include("pentameter.operations.urls")),
    path("", include("pentameter.picture.urls")),
    path("", include("pentameter.intelligence.urls")),
    path("", include("pentameter.entities.urls")),
    path("", include("pentameter.victims.urls")),
    path("", include("pentameter.decisions.urls")),
    path("", include("pentameter.oversight.urls")),
    path("", include("pentameter.retention.urls")),
    path("", include("pentameter.justice.urls")),
    path("", include("pentameter.scale.urls")),
    path("", include("pentameter.releases.urls")),
    path("", include("pentameter.bulletins.editing.urls")),
    path("", include("pentameter.bulletins.tipdesk.urls")),
    path("", include("pentameter.bulletins.moderation.urls")),
    path("api/v1/", web_api.urls()),
]
