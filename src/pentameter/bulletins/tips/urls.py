"""The public door's addresses of tip-offs."""

from django.urls import path

from pentameter.bulletins.tips import views

app_name = "tips"
urlpatterns = [
    path("tip-offs/", views.start, name="start"),
    path("tip-offs/tell/", views.tell, name="tell"),
    path("tip-offs/reply/", views.own, name="own"),
    path("tip-offs/add/", views.add, name="add"),
]
