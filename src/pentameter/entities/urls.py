"""The staff door's addresses of this context."""

from django.urls import path, re_path

from pentameter.entities.views import exporting, interests, judgements, links, network, pairs, queue, searching, things

app_name = "entities"
urlpatterns = [
    path("queue/", queue.queue, name="queue"),
    path("queue/take/", queue.take, name="take"),
    path("queue/leave/", queue.leave, name="leave"),
    path("queue/contradictions/", things.contradictions, name="contradictions"),
    path("queue/<uuid:pair_id>/", pairs.pair, name="pair"),
    path("queue/<uuid:pair_id>/judge/", pairs.judge, name="judge"),
    path("queue/<uuid:pair_id>/second/", pairs.second, name="second"),
    path("queue/<uuid:pair_id>/second/back/", pairs.back, name="ask_no_more"),
    path("queue/<uuid:pair_id>/weights.svg", pairs.svg, name="weights_svg"),
    path("queue/<uuid:pair_id>/weights.csv", pairs.csv, name="weights_csv"),
    path("queue/slips/<uuid:judgement_id>/", pairs.slip, name="slip"),
    path("judgements/<uuid:judgement_id>/undo/", judgements.undo, name="undo"),
    path("things/", things.things, name="things"),
    path("things/<uuid:mention_id>/", things.thing, name="thing"),
    path("interests/", interests.interests, name="interests"),
    path("interests/seen/", interests.seen, name="seen"),
    path("search/", searching.search_page, name="search"),
    path("network/", network.network, name="network"),
    path("network/things/<uuid:thing_id>/", network.thing, name="network_thing"),
    path("network/things/<uuid:thing_id>/links/", links.add, name="link_add"),
    path("network/things/<uuid:thing_id>/links/<uuid:link_id>/strike/", links.strike, name="link_strike"),
    path("network/export/", exporting.export, name="network_export"),
    path("network/routes/", network.routes, name="routes"),
    re_path(r"^network/chart\.(?P<kind>svg|csv)$", network.copy, name="network_copy"),
]
