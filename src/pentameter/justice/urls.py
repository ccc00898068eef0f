"""The staff door's addresses of this context."""

from django.urls import URLPattern

app_name = "justice"
urlpatterns: list[URLPattern] = []
