"""Addresses of the register of laws and of the questions of policy."""

from django.urls import path, re_path

from pentameter.justice.views import laws, questions

patterns = [
    path("laws/", laws.laws, name="laws"),
    re_path(r"^laws/register\.(?P<kind>csv|svg)$", laws.copy, name="laws_copy"),
    re_path(r"^laws/(?P<code>[A-Z0-9][A-Z0-9-]{1,31})/$", laws.law, name="law"),
    path("laws/questions/", questions.questions, name="questions"),
    path("laws/questions/new/", questions.new_question, name="new_question"),
    path("laws/questions/<uuid:question_id>/", questions.question, name="question"),
    path("laws/questions/<uuid:question_id>/entries/", questions.add_entry, name="add_entry"),
    path(
        "laws/questions/<uuid:question_id>/entries/<uuid:entry_id>/strike/",
        questions.strike_entry,
        name="strike_question_entry",
    ),
]
