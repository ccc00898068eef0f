"""What both doors share."""

from pathlib import Path

from csp.constants import NONE, SELF

from pentameter.config import embedded, environment, keys, logs
from pentameter.kernel import sealing

embedded.use_bundled_sqlite()

PLACES = environment.places()
keys.must_lie_outside(PLACES.keys, PLACES.data)
MODE = environment.mode()
IS_DEMO = MODE is environment.Mode.DEMO
PACKAGE = Path(__file__).resolve().parents[2]


def secret_key(name: str) -> str:
    """Django's secret for one door, derived from that door's own key."""
    return sealing.derive(keys.read(PLACES.keys, name), "django secret key").hex()


TIPS_PUBLIC_KEY = keys.read_if_there(PLACES.keys, keys.TIPS_PUBLIC)
# Readers of the public door: what seals their addresses, what lies between a browser and a door, how letters go.
READERS_KEY = sealing.derive(keys.read(PLACES.keys, keys.PUBLIC_DOOR), "readers")
TRUSTED_PROXIES = environment.proxies()
SENDS_LETTERS = environment.sends_letters()
DEFAULT_FROM_EMAIL = environment.sender()
vars().update(environment.mail(PLACES.data / "public" / "mail"))

DEBUG = False
ALLOWED_HOSTS = environment.hosts()
USE_TZ = True
TIME_ZONE = "Europe/London"
LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English"), ("cy", "Cymraeg"), ("ga", "Gaeilge")]
USE_I18N = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
STATIC_URL = "/static/"
STATIC_ROOT = PLACES.data / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 3600

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [PACKAGE / app / "templates" for app in ("look", "access", "audit", "accounts", "operations")]
        + [PACKAGE / app / "templates" for app in ("intelligence", "entities", "victims", "justice", "decisions")]
        + [PACKAGE / app / "templates" for app in ("scale", "picture", "bulletins", "config")],
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "pentameter.look.environment.environment",
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "pentameter.config.shell.shell",
            ],
        },
    },
]

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "pentameter.look.errors.forged"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_SSL_REDIRECT = not IS_DEMO
SECURE_REDIRECT_EXEMPT = [r"^health/(live|ready)/$", r"^metrics/$"]  # asked on this machine, past nginx
SECURE_HSTS_SECONDS = 0 if IS_DEMO else 2 * 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not IS_DEMO
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not IS_DEMO
HOST_ONLY = "" if IS_DEMO else "__Host-"
"""Before the names of cookies where TLS is: browsers take them from this very host alone, and over TLS alone."""

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

logs.through_logging()
LOGGING = logs.settings(real=not IS_DEMO)
if not IS_DEMO:
    logs.hold_back()
