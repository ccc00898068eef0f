"""The addresses of the staff door."""

from django.urls import include, path

from pentameter.config.home import home

handler429 = "pentameter.accounts.views.sign_in.too_many"
urlpatterns = [
    path("", home, name="home"),
    path("", include("pentameter.accounts.sign_in_urls")),
    path("", include("pentameter.accounts.urls")),
    path("", include("pentameter.access.urls")),
    path("", include("pentameter.operations.urls")),
]
