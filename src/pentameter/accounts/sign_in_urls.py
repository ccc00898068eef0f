"""The addresses of signing in, under the names by which allauth looks for them. What is not here is not reachable."""

from django.urls import path

from pentameter.accounts.views import agency_sign_in, second_factor, sign_in

urlpatterns = [
    path("sign-in/", sign_in.sign_in, name="account_login"),
    path("sign-in/second-step/", sign_in.second_step, name="mfa_authenticate"),
    path("sign-in/closed/", sign_in.closed, name="account_inactive"),
    path("sign-in/link/done/", sign_in.by_link_done, name="account_reset_password_from_key_done"),
    path("sign-in/link/<slug:uidb36>/<str:key>/", sign_in.by_link, name="account_reset_password_from_key"),
    path("sign-in/agency/<slug:provider_id>/", agency_sign_in.go, name="openid_connect_login"),
    path("sign-in/agency/<slug:provider_id>/back/", agency_sign_in.back, name="openid_connect_callback"),
    path("sign-out/", sign_in.sign_out, name="account_logout"),
    path("account/password/", sign_in.password, name="account_change_password"),
    path("account/confirm/", sign_in.password_again, name="account_reauthenticate"),
    path("account/confirm/code/", second_factor.code_again, name="mfa_reauthenticate"),
    path("account/confirm/passkey/", second_factor.passkey_again, name="mfa_reauthenticate_webauthn"),
    path("account/second-factor/done/", second_factor.to_own, name="mfa_index"),
    path("account/second-factor/app/", second_factor.add_app, name="mfa_activate_totp"),
    path("account/second-factor/app/remove/", second_factor.remove_app, name="mfa_deactivate_totp"),
    path("account/second-factor/codes/", second_factor.codes, name="mfa_view_recovery_codes"),
    path("account/second-factor/codes/new/", second_factor.new_codes, name="mfa_generate_recovery_codes"),
    path("account/second-factor/passkeys/", second_factor.to_own, name="mfa_list_webauthn"),
    path("account/second-factor/passkeys/new/", second_factor.add_passkey, name="mfa_add_webauthn"),
    path("account/second-factor/passkeys/<int:pk>/remove/", second_factor.remove_passkey, name="mfa_remove_webauthn"),
]
