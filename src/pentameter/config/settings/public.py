"""The public door: what was released, and nothing else. No staff database, no root key, no case model."""

from pentameter.config import environment, keys
from pentameter.config.settings.base import *
from pentameter.config.settings.base import HOST_ONLY, PLACES, secret_key

SECRET_KEY = secret_key(keys.PUBLIC_DOOR)
ROOT_URLCONF = "pentameter.config.public_urls"
WSGI_APPLICATION = "pentameter.config.wsgi_public.application"
DOOR = "public"

INSTALLED_APPS = [
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "csp",
    "pentameter.look",
    "pentameter.releases.shelf",
    "pentameter.bulletins.site",
    "pentameter.bulletins.comments",
    "pentameter.bulletins.tips",
]
MIDDLEWARE = [
    "pentameter.config.answered.AnsweredMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "pentameter.look.middleware.MethodPageMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "pentameter.bulletins.site.languages.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
DATABASES = {"default": environment.database("PUBLIC_DATABASE_URL", PLACES.public_database)}
FILE_UPLOAD_HANDLERS = [
    "pentameter.bulletins.tips.uploads.InMemoryHandler",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
SESSION_COOKIE_NAME = f"{HOST_ONLY}public_session"
CSRF_COOKIE_NAME = f"{HOST_ONLY}public_csrf"
