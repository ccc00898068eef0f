"""The staff door: all records, and the public database to publish into."""

from datetime import timedelta

from pentameter.audit.ledger import Ledger
from pentameter.audit.signing import Signer
from pentameter.config import environment, keys
from pentameter.config.settings.base import *
from pentameter.config.settings.base import PLACES, secret_key

SECRET_KEY = secret_key(keys.ROOT)
ROOT_KEY = keys.read(PLACES.keys, keys.ROOT)
INTAKE_FOLDER = PLACES.data / "intake"
ROOT_URLCONF = "pentameter.config.staff_urls"
WSGI_APPLICATION = "pentameter.config.wsgi_staff.application"
DOOR = "staff"

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
    "pentameter.work",
    "pentameter.accounts",
    "pentameter.operations",
    "pentameter.intelligence",
    "pentameter.picture",
    "pentameter.config",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "pentameter.accounts.middleware.ActorMiddleware",
    "pentameter.work.middleware.OnceMiddleware",
    "pentameter.work.refusals.RefusalsMiddleware",
    "axes.middleware.AxesMiddleware",
]
DATABASES = {
    "default": environment.database("DATABASE_URL", PLACES.staff_database),
    "public": environment.database("PUBLIC_DATABASE_URL", PLACES.public_database),
}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "shared_cache"}}

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/"

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_NAME = "staff_session"
CSRF_COOKIE_NAME = "staff_csrf"
SESSION_COOKIE_AGE = int(timedelta(hours=10).total_seconds())
SESSION_EXPIRE_AT_BROWSER_CLOSE = True

AUDIT_LEDGER = Ledger(folder=PLACES.checkpoints, signer=Signer(keys.read(PLACES.keys, keys.CHECKPOINT)))
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
UPLOAD_LIMIT = 200 * 1024 * 1024
