"""The staff door's addresses of this context."""

from django.urls import path

from pentameter.entities.views import searching

app_name = "entities"
urlpatterns = [
    path("search/", searching.search_page, name="search"),
]
