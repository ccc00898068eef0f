"""The staff door's addresses of this context."""

from django.urls import path

from pentameter.audit import views

app_name = "audit"
urlpatterns = [
    path("audit/", views.verification, name="verify"),
    path("audit/verify/", views.start, name="start"),
    path("audit/verify/progress/", views.progress, name="progress"),
    path("audit/record/", views.record, name="record"),
    path("audit/record/<int:seq>/", views.row, name="row"),
    path("audit/looks/", views.looks, name="looks"),
    path("audit/purpose/", views.another_purpose, name="another_purpose"),
]
