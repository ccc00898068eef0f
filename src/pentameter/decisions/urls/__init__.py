"""The staff door's addresses of this context."""

from pentameter.decisions.urls import holds, matters, screening

app_name = "decisions"
urlpatterns = [*holds.patterns, *matters.patterns, *screening.patterns]
