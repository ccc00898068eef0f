"""The public door's addresses of this context. `config.public_urls` puts a language before them."""

from django.urls import include, path

from pentameter.bulletins.site.views import bulletins, pages

app_name = "bulletins"
urlpatterns = [
    path("", pages.home, name="home"),
    path("in-danger/", pages.danger, name="danger"),
    path("help/", pages.get_help, name="help"),
    path("statistics/", include("pentameter.bulletins.site.statistics.urls")),
    path("rules/", pages.rules, name="rules"),
    path("accessibility/", pages.accessibility, name="accessibility"),
    path("privacy/", pages.privacy, name="privacy"),
    path("bulletins/", bulletins.bulletins, name="bulletins"),
    path("bulletins/archive/", bulletins.archive, name="archive"),
    path("bulletins/search/", bulletins.find, name="search"),
    path("bulletins/feed.<slug:kind>", bulletins.feed_of, name="feed"),
    path("bulletins/month/<int:year>-<int:month>/", bulletins.month, name="month"),
    path("bulletins/subject/<slug:subject>/", bulletins.subject, name="subject"),
    path("bulletins/pictures/<uuid:picture_id>/", bulletins.picture, name="picture"),
    path("bulletins/<slug:slug>/", bulletins.bulletin, name="bulletin"),
    path("bulletins/<slug:slug>/card.png", bulletins.card, name="card"),
    path("robots.txt", pages.robots, name="robots"),
    path("health/", pages.health, name="health"),
]
