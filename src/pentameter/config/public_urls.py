"""The addresses of the public door. English stands at the root; Welsh and Irish pages under /cy/ and /ga/."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from pentameter.config import readiness

handler400 = "pentameter.look.errors.bad_request"
handler403 = "pentameter.look.errors.forbidden"
handler404 = "pentameter.look.errors.not_found"
handler500 = "pentameter.look.errors.server_error"
urlpatterns = [
    *i18n_patterns(path("", include("pentameter.bulletins.site.urls")), prefix_default_language=False),
    path("health/live/", readiness.live, name="live"),
    path("health/ready/", readiness.ready, name="ready"),
    path("", include("pentameter.bulletins.tips.urls")),
    path("", include("pentameter.bulletins.comments.urls")),
]
