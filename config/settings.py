"""Django settings. What an operator may change comes from POP_* environment variables,
all of them described in docs/reference/settings.md."""

import os
import secrets
from urllib.parse import parse_qs, unquote, urlsplit

from config import media
from config.paths import data_folder

DATA = data_folder()


def _flag(name: str) -> bool:
    return os.environ.get(name, "").lower() in {"1", "oui", "yes", "true"}


def _secret_key() -> str:
    """POP_SECRET_KEY, else a key drawn once and kept, readable by its owner only, in POP_DATA."""
    given = os.environ.get("POP_SECRET_KEY")
    if given:
        return given
    path = DATA / "secret_key"
    if not path.exists():
        DATA.mkdir(parents=True, exist_ok=True)
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            pass
        else:
            with os.fdopen(descriptor, "w") as file:
                file.write(secrets.token_urlsafe(50))
    return path.read_text()


def _database() -> dict[str, object]:
    """SQLite under POP_DATA, or the PostgreSQL server that POP_DATABASE names."""
    url = os.environ.get("POP_DATABASE", "")
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": DATA / "pop.sqlite3",
            "CONN_MAX_AGE": 600,
            "OPTIONS": {
                # Without IMMEDIATE, a transaction that reads before it writes fails at once
                # with « locked » as soon as another writer is there.
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": (
                    "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; "
                    "PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; "
                    "PRAGMA mmap_size=67108864; PRAGMA journal_size_limit=67108864; "
                    "PRAGMA cache_size=-32768"
                ),
            },
        }
    parts = urlsplit(url)
    if parts.scheme not in {"postgresql", "postgres"}:
        raise ValueError(
            "POP_DATABASE : adresse attendue de la forme postgresql://nom:passe@hôte:port/base"
        )
    # A server reached by a Unix socket names its folder: postgresql://pop@/pop?host=/run/postgresql
    socket = parse_qs(parts.query).get("host", [""])[0]
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or socket,
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 600,
    }


def _mail_server() -> tuple[str, int, str, str, bool, bool]:
    """Where mail is handed over: smtp://name:password@host:port, smtps:// for TLS from the start,
    ?tls=1 for STARTTLS. No mail leaves without it."""
    url = os.environ.get("POP_MAIL", "")
    parts = urlsplit(url)
    if url and (parts.scheme not in {"smtp", "smtps"} or not parts.hostname):
        raise ValueError("POP_MAIL : adresse attendue de la forme smtp://nom:passe@hôte:port")
    is_secure = parts.scheme == "smtps"
    return (
        parts.hostname or "",
        parts.port or (465 if is_secure else 25),
        unquote(parts.username or ""),
        unquote(parts.password or ""),
        is_secure,
        not is_secure and parse_qs(parts.query).get("tls", [""])[0] == "1",
    )


# Read where they are used (pop.media); what is wrong in them is said before anything starts.
media.bucket(), media.cache_size(), media.fixity_days()

SECRET_KEY = _secret_key()
DEBUG = _flag("POP_DEBUG")
ALLOWED_HOSTS = [
    host.strip()
    for host in os.environ.get("POP_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
    if host.strip()
]
DATABASES = {"default": _database()}
(
    EMAIL_HOST,
    EMAIL_PORT,
    EMAIL_HOST_USER,
    EMAIL_HOST_PASSWORD,
    EMAIL_USE_SSL,
    EMAIL_USE_TLS,
) = _mail_server()
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = os.environ.get("POP_MAIL_FROM", "pop@localhost")
# Where reports go when the notice names no service to write to.
CONTACT = os.environ.get("POP_CONTACT", "")
# Nothing is taken from visitors: while a copy is made or moved.
READ_ONLY = _flag("POP_READ_ONLY")
# How many servers of ours stand before this one and say, in X-Forwarded-For, who calls.
PROXIES = int(os.environ.get("POP_PROXIES", "0"))
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "csp",
    "pop.notices",
    "pop.vocabulary",
    "pop.media",
    "pop.changes",
    "pop.visitors",
    "pop.ui",
    "pop.diffusion",
    "pop.demonstration",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "config.compressing.PackWords",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "config.same_origin.refuse_others",
    "config.read_only.ReadOnly",
    "django.middleware.common.CommonMiddleware",
    "pop.diffusion.former.without_www",
    "pop.diffusion.robots.unlisted",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": ["pop.diffusion.site.site"],
        },
    }
]

LANGUAGE_CODE = "fr"
TIME_ZONE = "Europe/Paris"
USE_TZ = True
USE_I18N = True
# Figures are written by our own filter, with the thin spaces of French typography.
USE_THOUSAND_SEPARATOR = False

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
# Addresses bear a mark of the content (pop.ui.versioned): browsers may keep it for a year.
WHITENOISE_MAX_AGE = 0 if DEBUG else 365 * 24 * 3600
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "pop.ui.versioned.VersionedStorage"},
}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    # A page that does not exist is the visitor's business, not the operator's.
    "loggers": {"django.request": {"level": "ERROR"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
