"""The staff door's addresses of people, agencies and one's own account."""

from django.urls import path

from pentameter.accounts.views import agencies, own, people

app_name = "accounts"
urlpatterns = [
    path("people/", people.people, name="people"),
    path("people/new/", people.add, name="add"),
    path("people/<uuid:person_id>/", people.person, name="person"),
    path("people/<uuid:person_id>/move/", people.move, name="move"),
    path("people/<uuid:person_id>/close/", people.close, name="close"),
    path("people/<uuid:person_id>/link/", people.link, name="link"),
    path("agencies/", agencies.agencies, name="agencies"),
    path("agencies/<slug:slug>/", agencies.agency, name="agency"),
    path("tokens/", agencies.tokens, name="tokens"),
    path("tokens/new/", agencies.issue, name="issue"),
    path("tokens/<uuid:token_id>/revoke/", agencies.revoke, name="revoke"),
    path("account/", own.own, name="own"),
    path("account/second-factor/", own.second_factor, name="second-factor"),
    path("account/sessions/end-others/", own.end_others, name="end-others"),
    path("account/browsers/<int:browser_id>/mine/", own.mine, name="browser-mine"),
    path("account/sessions/<int:session_id>/end/", own.end, name="end-session"),
]
