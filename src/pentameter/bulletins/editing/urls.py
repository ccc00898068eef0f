"""The staff door's addresses of bulletins."""

from django.urls import path

from pentameter.bulletins.editing.views import pictures, steps, stories

app_name = "editing"
urlpatterns = [
    path("bulletins/", stories.stories, name="stories"),
    path("bulletins/new/", stories.new, name="new"),
    path("bulletins/<uuid:story_id>/", stories.story, name="story"),
    path("bulletins/<uuid:story_id>/write/", stories.write, name="write"),
    path("bulletins/<uuid:story_id>/translation/<slug:language>/", stories.translate, name="translate"),
    path("bulletins/<uuid:story_id>/preview/", stories.preview, name="preview"),
    path("bulletins/<uuid:story_id>/preview/<slug:language>/", stories.preview, name="preview_in"),
    path("bulletins/<uuid:story_id>/submit/", steps.submit, name="submit"),
    path("bulletins/<uuid:story_id>/approve/", steps.approve, name="approve"),
    path("bulletins/<uuid:story_id>/back/", steps.back, name="back"),
    path("bulletins/<uuid:story_id>/schedule/", steps.schedule, name="schedule"),
    path("bulletins/<uuid:story_id>/publish/", steps.publish, name="publish"),
    path("bulletins/<uuid:story_id>/withdraw/", steps.withdraw, name="withdraw"),
    path("bulletins/<uuid:story_id>/drop/", steps.drop, name="drop"),
    path("bulletins/<uuid:story_id>/pictures/", pictures.pictures, name="pictures"),
    path("bulletins/<uuid:story_id>/pictures/<uuid:picture_id>/", pictures.picture, name="picture"),
    path("bulletins/<uuid:story_id>/pictures/<uuid:picture_id>/remove/", pictures.remove, name="remove_picture"),
]
