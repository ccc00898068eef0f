"""The staff door's addresses of this context."""

from pentameter.victims.urls import alerts, cases, exchange, protection, records, restores, support

app_name = "victims"
urlpatterns = [
    *exchange.patterns,
    *cases.patterns,
    *support.patterns,
    *protection.patterns,
    *alerts.patterns,
    *restores.patterns,
    *records.patterns,
]
