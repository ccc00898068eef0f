"""The staff door's addresses of this context."""

from django.urls import path, re_path

from pentameter.entities.views import exporting, links, network, searching

app_name = "entities"
urlpatterns = [
    path("search/", searching.search_page, name="search"),
    path("network/", network.network, name="network"),
    path("network/things/<uuid:thing_id>/", network.thing, name="network_thing"),
    path("network/things/<uuid:thing_id>/links/", links.add, name="link_add"),
    path("network/things/<uuid:thing_id>/links/<uuid:link_id>/strike/", links.strike, name="link_strike"),
    path("network/export/", exporting.export, name="network_export"),
    path("network/routes/", network.routes, name="routes"),
    re_path(r"^network/chart\.(?P<kind>svg|csv)$", network.copy, name="network_copy"),
]
