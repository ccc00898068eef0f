"""The staff door's addresses of this context."""

from django.urls import URLPattern

from pentameter.justice.urls import laws, pipeline

app_name = "justice"
urlpatterns: list[URLPattern] = [*pipeline.patterns, *laws.patterns]
