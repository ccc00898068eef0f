"""The staff door's addresses of moderation."""

from django.urls import path

from pentameter.bulletins.moderation.views import articles, queue, readers

app_name = "moderation"
urlpatterns = [
    path("moderation/", queue.queue, name="queue"),
    path("moderation/comments/<uuid:comment_id>/", queue.comment, name="comment"),
    path("moderation/undo/<uuid:decision_id>/", queue.take_back, name="undo"),
    path("moderation/readers/<uuid:reader_id>/", readers.reader, name="reader"),
    path("moderation/readers/<uuid:reader_id>/lift/<uuid:step_id>/", readers.lift, name="lift"),
    path("moderation/steps/<uuid:step_id>/", readers.second, name="second"),
    path("moderation/appeals/", readers.appeals, name="appeals"),
    path("moderation/appeals/<uuid:appeal_id>/", readers.appeal, name="appeal"),
    path("moderation/articles/", articles.articles, name="articles"),
    path("moderation/articles/<uuid:bulletin_id>/", articles.article, name="article"),
]
