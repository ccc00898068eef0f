"""The staff door's addresses of this context."""

from django.urls import path

from pentameter.access import views

app_name = "access"
urlpatterns = [path("rules/access/", views.matrix, name="matrix")]
