"""The staff door's addresses of tip-offs."""

from django.urls import path

from pentameter.bulletins.tipdesk import views

app_name = "tipdesk"
urlpatterns = [
    path("tips/", views.tips, name="tips"),
    path("tips/<uuid:tip_id>/", views.tip, name="tip"),
    path("tips/<uuid:tip_id>/open/", views.open_it, name="open"),
    path("tips/<uuid:tip_id>/parts/<uuid:part_id>/<int:number>.jpg", views.picture, name="picture"),
    path("tips/<uuid:tip_id>/answer/", views.answer, name="answer"),
    path("tips/<uuid:tip_id>/close/", views.close, name="close"),
    path("tips/<uuid:tip_id>/file/", views.file, name="file"),
]
