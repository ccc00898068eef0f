"""The staff door's addresses of this context."""

from django.urls import path

from pentameter.oversight import views

app_name = "oversight"
urlpatterns = [
    path("oversight/", views.flags, name="flags"),
    path("oversight/flags/<uuid:flag_id>/", views.flag, name="flag"),
    path("oversight/sample/", views.samples, name="samples"),
    path("oversight/sample/<uuid:look_id>/", views.sampled, name="sampled"),
    path("oversight/broken-glass/", views.glass, name="glass"),
    path("oversight/broken-glass/<int:seq>/", views.glass_use, name="glass_use"),
    path("oversight/home/", views.home, name="home"),
]
