"""The public door's addresses of comments and readers."""

from django.urls import path

from pentameter.bulletins.comments.views import entering, own, reading, reporting, writing

app_name = "comments"
urlpatterns = [
    path("comments/feed/", reading.feed, name="feed"),
    path("comments/figures/", reading.kept, name="figures"),
    path("comments/reported/", reporting.receipt, name="receipt"),
    path("comments/on/<uuid:bulletin_id>/", reading.discussion, name="thread"),
    path("comments/on/<uuid:bulletin_id>/feed/", reading.feed, name="thread_feed"),
    path("comments/on/<uuid:bulletin_id>/write/", writing.write, name="write"),
    path("comments/<uuid:comment_id>/", reading.comment, name="comment"),
    path("comments/<uuid:comment_id>/report/", reporting.report, name="report"),
    path("reader/", own.own, name="own"),
    path("reader/register/", entering.register, name="register"),
    path("reader/sign-in/", entering.sign_in, name="sign_in"),
    path("reader/link/", entering.ask_link, name="link"),
    path("reader/in/<str:secret>/", entering.come_in, name="come_in"),
    path("reader/sign-out/", entering.sign_out, name="sign_out"),
    path("reader/password/", entering.password, name="password"),
    path("reader/rules/", entering.agree, name="agree"),
    path("reader/comments/<uuid:comment_id>/", writing.sent, name="sent"),
    path("reader/comments/<uuid:comment_id>/change/", writing.change, name="change"),
    path("reader/comments/<uuid:comment_id>/take-back/", writing.take_back, name="take_back"),
    path("reader/appeal/<uuid:decision>/", own.appeal, name="appeal"),
    path("reader/data/", own.data, name="data"),
    path("reader/leave/", own.leave, name="leave"),
    path("reader/left/", own.left, name="left"),
]
