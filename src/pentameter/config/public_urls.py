"""The addresses of the public door."""

from django.urls import include, path

handler400 = "pentameter.look.errors.bad_request"
handler403 = "pentameter.look.errors.forbidden"
handler404 = "pentameter.look.errors.not_found"
handler500 = "pentameter.look.errors.server_error"
urlpatterns = [path("", include("pentameter.bulletins.site.urls"))]
