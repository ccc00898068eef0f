"""The staff door's addresses of this context."""

from django.urls import path

from pentameter.picture import views

app_name = "picture"
urlpatterns = [
    path("picture/", views.picture, name="picture"),
    path("picture/file/", views.file, name="file"),
    path("picture/charts/<slug:name>.svg", views.svg, name="svg"),
    path("picture/charts/<slug:name>.csv", views.csv, name="csv"),
]
