"""The staff door's addresses of this context."""

from pentameter.decisions.urls import court_side, holds, matters, screening

app_name = "decisions"
urlpatterns = [*court_side.patterns, *holds.patterns, *matters.patterns, *screening.patterns]
