"""The public door's addresses of this context."""

from django.urls import include, path

from pentameter.bulletins.site import views

app_name = "bulletins"
urlpatterns = [
    path("", views.home, name="home"),
    path("help/", views.get_help, name="help"),
    path("statistics/", include("pentameter.bulletins.site.statistics.urls")),
    path("rules/", views.rules, name="rules"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("privacy/", views.privacy, name="privacy"),
    path("robots.txt", views.robots, name="robots"),
    path("health/", views.health, name="health"),
]
