"""The public addresses of released statistics."""

from django.urls import path

from pentameter.bulletins.site.statistics import views

app_name = "statistics"
urlpatterns = [
    path("", views.statistics, name="statistics"),
    path("<slug:slug>/", views.release, name="release"),
    path("<slug:slug>/versions/<int:number>/", views.release, name="version"),
    path("<slug:slug>/versions/<int:number>/<str:name>", views.file, name="file"),
]
