"""The staff door: all records, and the public database to publish into."""

import os
from datetime import timedelta

from pentameter.accounts import oidc
from pentameter.audit.ledger import Ledger
from pentameter.audit.signing import Signer
from pentameter.config import environment, keys
from pentameter.config.settings.base import *
from pentameter.config.settings.base import HOST_ONLY, PLACES

ROOT_RING = keys.ring(PLACES.keys)
SECRET_KEY = ROOT_RING.standing["django secret key"].hex()
TIPS_PRIVATE_KEY = keys.read_if_there(PLACES.keys, keys.TIPS)
INTAKE_FOLDER = PLACES.data / "intake"
ROOT_URLCONF = "pentameter.config.staff_urls"
PUBLIC_URLCONF = "pentameter.config.public_urls"
WSGI_APPLICATION = "pentameter.config.wsgi_staff.application"
DOOR = "staff"
DUTY_DESK_NUMBER = environment.desk_number()

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "axes",
    "csp",
    "django_prometheus",
    "django_tasks",
    "django_tasks_db",
    "pentameter.look",
    "pentameter.access",
    "pentameter.audit",
    "pentameter.keyring",
    "pentameter.work",
    "pentameter.accounts",
    "pentameter.operations",
    "pentameter.intelligence",
    "pentameter.entities",
    "pentameter.victims",
    "pentameter.justice",
    "pentameter.decisions",
    "pentameter.oversight",
    "pentameter.retention",
    "pentameter.scale",
    "pentameter.picture",
    "pentameter.releases",
    "pentameter.releases.shelf",
    "pentameter.bulletins.site",
    "pentameter.bulletins.comments",
    "pentameter.bulletins.tips",
    "pentameter.bulletins.editing",
    "pentameter.bulletins.moderation",
    "pentameter.bulletins.tipdesk",
    "pentameter.config",
]
MIDDLEWARE = [
    "django_prometheus.middleware.PrometheusBeforeMiddleware",
    "pentameter.config.answered.AnsweredMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "pentameter.look.middleware.NothingKeptMiddleware",
    "pentameter.look.middleware.MethodPageMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "pentameter.accounts.middleware.ActorMiddleware",
    "pentameter.accounts.middleware.SessionLimitsMiddleware",
    "pentameter.accounts.middleware.SameBrowserMiddleware",
    "pentameter.accounts.middleware.SecondFactorFirstMiddleware",
    "pentameter.work.middleware.OnceMiddleware",
    "pentameter.work.refusals.RefusalsMiddleware",
    "axes.middleware.AxesMiddleware",
    "django_prometheus.middleware.PrometheusAfterMiddleware",
]
DATABASES = {
    "default": environment.database("DATABASE_URL", PLACES.staff_database),
    "public": environment.database("PUBLIC_DATABASE_URL", PLACES.public_database),
}
DATABASE_ROUTERS = ["pentameter.config.routing.TwoDatabases"]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "shared_cache"}}

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "pentameter.accounts.backends.SignedIn",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "pentameter.accounts.passwords.NotOurWords"},
]
PASSWORD_RESET_TIMEOUT = int(timedelta(hours=24).total_seconds())
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/"

# Sign-in by allauth: its views are routed one by one in accounts/sign_in_urls.py, with our pages, forms and words.
ACCOUNTS_KEY = ROOT_RING.standing["accounts"]
ACCOUNT_ADAPTER = "pentameter.accounts.adapters.SignInAdapter"
ACCOUNT_TEMPLATE_EXTENSION = "jinja"
ACCOUNT_FORMS = {
    "login": "pentameter.accounts.forms.sign_in.SignInForm",
    "change_password": "pentameter.accounts.forms.sign_in.NewPasswordForm",
    "reset_password_from_key": "pentameter.accounts.forms.sign_in.PasswordByLinkForm",
    "reauthenticate": "pentameter.accounts.forms.sign_in.PasswordAgain",
}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_LOGOUT_REDIRECT_URL = "/sign-in/"
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105
ACCOUNT_RATE_LIMITS = {"login_failed": "60/m/ip,20/900s/key"}  # django-axes locks earlier, by username and address

MFA_ADAPTER = "pentameter.accounts.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_FORMS = {
    "authenticate": "pentameter.accounts.forms.sign_in.CodeForm",
    "reauthenticate": "pentameter.accounts.forms.sign_in.CodeAgain",
    "activate_totp": "pentameter.accounts.forms.sign_in.AddAppForm",
    "add_webauthn": "pentameter.accounts.forms.sign_in.AddPasskeyForm",
}
MFA_TOTP_ISSUER = "Pentameter"
MFA_TOTP_TOLERANCE = 1
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # nothing is sent by e-mail, so there is nothing to verify

SOCIALACCOUNT_ADAPTER = "pentameter.accounts.adapters.AgencySignInAdapter"
SOCIALACCOUNT_LOGIN_ON_GET = True
try:
    SOCIALACCOUNT_PROVIDERS = oidc.providers(os.environ.get("PENTAMETER_OIDC", ""))
except oidc.OidcUnreadable as _error:
    raise environment.Misconfigured(str(_error)) from _error
SOCIALACCOUNT_OPENID_CONNECT_URL_PREFIX = ""

ALLAUTH_TRUSTED_PROXY_COUNT = environment.proxies()
AXES_CLIENT_IP_CALLABLE = "pentameter.accounts.adapters.address_of"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_LOCKOUT_CALLABLE = "pentameter.accounts.views.sign_in.locked_out"
AXES_USERNAME_CALLABLE = "pentameter.accounts.adapters.name_tried"
AXES_DISABLE_ACCESS_LOG = True  # the audit record is the log
AXES_VERBOSE = False

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_NAME = f"{HOST_ONLY}staff_session"
CSRF_COOKIE_NAME = f"{HOST_ONLY}staff_csrf"
BROWSER_COOKIE_NAME = f"{HOST_ONLY}staff_browser"
BROWSER_COOKIE_AGE = int(timedelta(days=400).total_seconds())
SESSION_COOKIE_AGE = int(timedelta(hours=10).total_seconds())
SESSION_EXPIRE_AT_BROWSER_CLOSE = True

AUDIT_LEDGER = Ledger(folder=PLACES.checkpoints, signer=Signer(keys.read(PLACES.keys, keys.CHECKPOINT)))
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
FILE_UPLOAD_HANDLERS = [
    "pentameter.scale.uploads.TableHandler",
    "pentameter.bulletins.editing.uploads.PictureHandler",
    "pentameter.decisions.uploads.ListHandler",
    "pentameter.victims.uploads.InMemoryHandler",
    "pentameter.bulletins.tips.uploads.InMemoryHandler",
    "pentameter.intelligence.uploads.SealingHandler",
]
UPLOAD_LIMIT = 200 * 1024 * 1024
COMMAND_LIMIT = 8 * 1024 * 1024 * 1024  # the command line streams, and who may use it may fill the disk anyway
