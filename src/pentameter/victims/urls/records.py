"""Addresses of consent, of referrals, and of notifications."""

from django.urls import URLPattern, path

from pentameter.victims.views import consent, notification, referrals

patterns: list[URLPattern] = [
    path("cases/<uuid:case_id>/consent/", consent.consent, name="consent"),
    path("cases/<uuid:case_id>/consent/new/", consent.new_consent, name="new_consent"),
    path("cases/<uuid:case_id>/consent/<uuid:consent_id>/withdraw/", consent.withdraw, name="withdraw_consent"),
    path("cases/<uuid:case_id>/referrals/", referrals.case_referrals, name="case_referrals"),
    path("cases/<uuid:case_id>/referrals/new/", referrals.ask_support, name="ask_support"),
    path("cases/<uuid:case_id>/referrals/<uuid:referral_id>/revoke/", referrals.revoke, name="revoke_referral"),
    path("referrals/", referrals.referrals, name="referrals"),
    path("referrals/<uuid:referral_id>/", referrals.referral, name="referral"),
    path("referrals/<uuid:referral_id>/accept/", referrals.accept, name="accept_referral"),
    path("referrals/<uuid:referral_id>/take-on/", referrals.take_on, name="take_on_case"),
    path("referrals/<uuid:referral_id>/done/", referrals.done, name="finish_referral"),
    path("referrals/<uuid:referral_id>/reject/", referrals.reject, name="reject_referral"),
    path("notifications/", notification.notifications, name="notifications"),
    path("notifications/new/", notification.new_notification, name="new_notification"),
]
