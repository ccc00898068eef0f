"""The staff door's addresses of this context."""

from django.urls import path

from pentameter.releases.views import deciding, making, reading

app_name = "releases"
urlpatterns = [
    path("releases/", reading.releases, name="releases"),
    path("releases/new/", making.begin, name="begin"),
    path("releases/before-its-time/", reading.early, name="early"),
    path("releases/<uuid:edition_id>/", reading.edition, name="edition"),
    path("releases/<uuid:edition_id>/preview/", reading.as_public, name="preview"),
    path("releases/<uuid:edition_id>/freeze-again/", making.again, name="again"),
    path("releases/<uuid:edition_id>/safe/", making.safe, name="safe"),
    path("releases/<uuid:edition_id>/words/", making.words, name="words"),
    path("releases/<uuid:edition_id>/readers/", making.reader, name="reader"),
    path("releases/<uuid:edition_id>/readers/<uuid:reader_id>/strike/", making.no_reader, name="no_reader"),
    path("releases/<uuid:edition_id>/correct/", making.correct, name="correct"),
    path("releases/<uuid:edition_id>/give-up/", making.give_up, name="give_up"),
    path("releases/<uuid:edition_id>/sign/", deciding.signing, name="sign"),
    path("releases/<uuid:edition_id>/send-back/", deciding.back, name="back"),
    path("releases/<uuid:edition_id>/withdraw/", deciding.withdrawing, name="withdraw"),
]
