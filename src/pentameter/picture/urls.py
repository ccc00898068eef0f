"""The staff door's addresses of this context."""

from django.urls import path

from pentameter.picture import views
from pentameter.picture.assessment import views as assessment
from pentameter.picture.sections import Section

app_name = "picture"
urlpatterns = [
    path("picture/", views.picture, {"section": Section.OVERVIEW}, name="picture"),
    *(
        path(f"picture/{one.value}/", views.picture, {"section": one}, name=one.value)
        for one in Section
        if one is not Section.OVERVIEW
    ),
    path("picture/compare/", views.compare, name="compare"),
    path("picture/compare/<slug:name>.svg", views.compare_svg, name="compare_svg"),
    path("picture/compare/<slug:name>.csv", views.compare_csv, name="compare_csv"),
    path("forces/", views.forces, name="forces"),
    path("forces/<slug:slug>/", views.force, name="force"),
    path("picture/file/", views.file, name="file"),
    path("picture/charts/<slug:name>.svg", views.svg, name="svg"),
    path("picture/charts/<slug:name>.csv", views.csv, name="csv"),
    path("picture/assessment/", assessment.desk, name="assessment"),
    path("picture/assessment/compare/", assessment.compare, name="assessment_compare"),
    path("picture/assessment/<uuid:wave_id>/", assessment.desk, name="assessment_of"),
    path("picture/assessment/<uuid:wave_id>/make/", assessment.make, name="assessment_make"),
    path("picture/assessment/<uuid:wave_id>/text/<slug:section>/", assessment.text, name="assessment_text"),
    path("picture/assessment/versions/<uuid:version_id>/", assessment.version, name="assessment_version"),
    path("picture/assessment/versions/<uuid:version_id>/<slug:kind>", assessment.file, name="assessment_file"),
]
