"""The addresses of the staff door."""

from django.urls import include, path

urlpatterns = [
    path("", include("pentameter.access.urls")),
]
