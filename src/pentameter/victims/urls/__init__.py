"""The staff door's addresses of this context."""

from pentameter.victims.urls import alerts, cases, holds, protection, records, support

app_name = "victims"
urlpatterns = [
    *cases.patterns,
    *support.patterns,
    *protection.patterns,
    *alerts.patterns,
    *holds.patterns,
    *records.patterns,
]
