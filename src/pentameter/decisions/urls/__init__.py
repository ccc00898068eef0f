"""The staff door's addresses of this context."""

from pentameter.decisions.urls import matters, screening

app_name = "decisions"
urlpatterns = [*matters.patterns, *screening.patterns]
