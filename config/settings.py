"""Settings: every value comes from the environment or .env; a wrong or missing one stops the start with a sentence.

Without DATABASE_URL and REDIS_URL the application runs embedded: SQLite and a broker made of files under VAR_DIR.
"""

from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from celery.schedules import crontab
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from environ import Env

from config.bien_moi_truong import (
    doc_bi_mat,
    doc_bien,
    doc_co_so_du_lieu,
    doc_danh_sach,
    doc_dia_chi,
    doc_dung_sai,
    doc_khoa_ma_hoa,
    doc_quet_vi_rut,
    doc_so,
    doc_thu_dien_tu,
    tao_thu_muc,
)

BASE_DIR = Path(__file__).resolve().parent.parent
Env.read_env(BASE_DIR / ".env")


# --- What runs, and where --------------------------------------------------------------------------------------------

DEBUG = doc_dung_sai("DEBUG", False)
DEMO = doc_dung_sai("DEMO", False)
TAI_CHO = DEBUG or DEMO  # on the machine of one person: no certificate, no mail server
HTTPS = doc_dung_sai("HTTPS", not TAI_CHO)
SAU_PROXY = HTTPS  # TLS ends at the proxy in front, which alone may say who the client is

SECRET_KEY = doc_bi_mat("SECRET_KEY", 50)
KHOA_MA_HOA = doc_khoa_ma_hoa("KHOA_MA_HOA")
KHOA_BAM = doc_bi_mat("KHOA_BAM", 32)
TO_CAO_IDENTITY_STORE = doc_bien("TO_CAO_IDENTITY_STORE", "offline")
if TO_CAO_IDENTITY_STORE not in ("offline", "isolated_lan"):
    raise ImproperlyConfigured("TO_CAO_IDENTITY_STORE phải là offline hoặc isolated_lan.")

ALLOWED_HOSTS = doc_danh_sach("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]" if TAI_CHO else None)
SITE_URL = doc_dia_chi(
    "SITE_URL", ("https",) if HTTPS else ("http", "https"), "http://127.0.0.1:8000" if TAI_CHO else None
).rstrip("/")
CSRF_TRUSTED_ORIGINS = doc_danh_sach("CSRF_TRUSTED_ORIGINS", "")
if not all(urlsplit(nguon).scheme in ("http", "https") and urlsplit(nguon).hostname for nguon in CSRF_TRUSTED_ORIGINS):
    raise ImproperlyConfigured("CSRF_TRUSTED_ORIGINS phải là các địa chỉ https://máy-chủ, cách nhau bằng dấu phẩy.")

VAR_DIR = Path(doc_bien("VAR_DIR", str(BASE_DIR / "var"))).resolve()
MEDIA_ROOT = VAR_DIR / "tep"  # uploads; served by views that check rights, never by a URL of their own
FILE_UPLOAD_TEMP_DIR = VAR_DIR / "tam"
THU_MUC_HANG_DOI = VAR_DIR / "hang-doi"
TEP_NHIP_DAP = VAR_DIR / "nhip-dap"
tao_thu_muc(MEDIA_ROOT, FILE_UPLOAD_TEMP_DIR)
TEP_TOI_DA_MB = doc_so("TEP_TOI_DA_MB", 20, 1, 50)
CLAMAV_URL = doc_quet_vi_rut("CLAMAV_URL")

REDIS_URL = doc_dia_chi("REDIS_URL", ("redis", "rediss", "unix"), "")
DATABASES = {"default": doc_co_so_du_lieu("DATABASE_URL", VAR_DIR / "tiepdan.sqlite3")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

if REDIS_URL:
    CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": REDIS_URL,
            "KEY_PREFIX": "tiepdan",
            "OPTIONS": {"socket_connect_timeout": 2, "socket_timeout": 2},
        }
    }
else:
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

# --- Mail ------------------------------------------------------------------------------------------------------------

vars().update(doc_thu_dien_tu("EMAIL_URL", "filemail://" if TAI_CHO else None))
EMAIL_FILE_PATH = VAR_DIR / "thu"
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = SERVER_EMAIL = doc_bien("DEFAULT_FROM_EMAIL", "tiepdan@localhost" if TAI_CHO else None)

# --- Celery ----------------------------------------------------------------------------------------------------------

CELERY_TIMEZONE = "Asia/Ho_Chi_Minh"
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True  # tasks may run twice: what was done is a row with a unique constraint
CELERY_TASK_TIME_LIMIT = 60 * 60
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_WORKER_SEND_TASK_EVENTS = False
CELERY_BEAT_SCHEDULE_FILENAME = str(VAR_DIR / "celerybeat-schedule")
# "expires": what no worker took by then is dropped, the next beat brings it again; so a stopped worker finds no pile.
CELERY_BEAT_SCHEDULE = {
    "nhac-viec-hang-ngay": {
        "task": "donthu.tasks.nhac_viec_hang_ngay",
        "schedule": crontab(hour=7, minute=0),
        "options": {"expires": 12 * 60 * 60},
    },
    "ghi-hieu-luc": {
        "task": "donthu.tasks.ghi_hieu_luc",
        "schedule": crontab(hour=0, minute=15),
        "options": {"expires": 23 * 60 * 60},
    },
    "nhac-bao-cao-hang-ngay": {
        "task": "baocao.tasks.nhac_bao_cao_hang_ngay",
        "schedule": crontab(hour=7, minute=10),
        "options": {"expires": 12 * 60 * 60},
    },
    "gui-thong-bao": {
        "task": "donthu.tasks.gui_thong_bao",
        "schedule": crontab(minute="*/5"),
        "options": {"expires": 5 * 60},
    },
    "quet-lai-tep": {
        "task": "donthu.tasks.quet_lai_tep",
        "schedule": crontab(minute="*/5"),
        "options": {"expires": 5 * 60},
    },
    "quet-lai-tep-kem": {
        "task": "baocao.tasks.quet_lai_tep_kem",
        "schedule": crontab(minute="*/5"),
        "options": {"expires": 5 * 60},
    },
    "dong-bang-van-ban": {
        "task": "donthu.tasks.dong_bang_van_ban",
        "schedule": crontab(minute="*/2"),
        "options": {"expires": 2 * 60},
    },
    "in-bao-cao-con-thieu": {
        "task": "baocao.tasks.in_bao_cao_con_thieu",
        "schedule": crontab(minute="1-59/2"),
        "options": {"expires": 2 * 60},
    },
    "don-phien": {
        "task": "config.celery.don_phien",
        "schedule": crontab(hour=2, minute=30),
        "options": {"expires": 60 * 60},
    },
    "nhip-dap": {"task": "config.celery.nhip_dap", "schedule": 30.0, "options": {"expires": 60}},
}
if REDIS_URL:
    CELERY_BROKER_URL = REDIS_URL
    CELERY_BROKER_TRANSPORT_OPTIONS = {"global_keyprefix": "tiepdan:", "socket_connect_timeout": 5}
else:
    tao_thu_muc(THU_MUC_HANG_DOI, THU_MUC_HANG_DOI / "dieu-khien")
    CELERY_BROKER_URL = "filesystem://localhost"
    CELERY_BROKER_TRANSPORT_OPTIONS = {
        "data_folder_in": str(THU_MUC_HANG_DOI),
        "data_folder_out": str(THU_MUC_HANG_DOI),
        "control_folder": str(THU_MUC_HANG_DOI / "dieu-khien"),
    }

# --- Applications, templates -----------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",  # its widget templates, once FORM_RENDERER looks where pages are
    "axes",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_filters",
    "django_htmx",
    "template_partials",
    "tochuc",
    "donthu",
    "tiepdan",
    "baocao",
]
MIDDLEWARE = [
    "config.middleware.DiaChiMayKhachMiddleware",
    "config.middleware.NhatKyTruyCapMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "config.middleware.PhienLamViecMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "tochuc.middleware.LoiNghiepVuMiddleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,  # template_partials puts its cached loader in front
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "config.khung_trang.khung",
            ],
        },
    }
]
FORM_RENDERER = "tochuc.ve_o_nhap.TrinhVe"  # as TemplatesSetting, boxes and choices in one go
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"
CRISPY_FAIL_SILENTLY = False

# Pages of the subjects of clocks that belong to no petition: donthu shows them, only the project knows them all.
TRANG_CUA_CHU_THE = {
    "luot": "tiepdan:chi_tiet",
    "lich": "tiepdan:sua_lich",
    "nhiem_vu": "baocao:nhiem_vu",
    "phat_hien": "baocao:phat_hien",
}

# --- Language and time -----------------------------------------------------------------------------------------------

LANGUAGE_CODE = "vi"
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_I18N = True
USE_TZ = True
# Django's Vietnamese has no input formats and would read 02/12/2026 the American way.
DATE_INPUT_FORMATS = ["%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y"]
DATETIME_INPUT_FORMATS = ["%d/%m/%Y %H:%M", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"]

# --- Static files and uploads ----------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = ("woff2", "ttf", "png", "jpg", "ico")  # ttf: for documents only, no browser asks
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
FILE_UPLOAD_PERMISSIONS = 0o640
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000

# --- Signing in ------------------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "tochuc.NhanVien"
LOGIN_URL = "/dang-nhap/"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/dang-nhap/"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "tochuc.mat_khau.KhacThongTinCaNhan"},
    {"NAME": "tochuc.mat_khau.DoDaiToiThieu", "OPTIONS": {"min_length": 10}},
    {"NAME": "tochuc.mat_khau.KhongPhoBien"},
    {"NAME": "tochuc.mat_khau.KhongChiChuSo"},
]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "tochuc/khoa_dang_nhap.html"
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True  # who signed in stands in NhatKy
AXES_VERBOSE = False
SESSION_COOKIE_AGE = 30 * 60  # idle seconds; see config.middleware.PhienLamViecMiddleware
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True

# --- What browsers may do --------------------------------------------------------------------------------------------

SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SAU_PROXY else None
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [SELF],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

# --- Log -------------------------------------------------------------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {"()": "config.nhat_ky_he_thong.DinhDangJson"},
        "chu": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"},
    },
    "handlers": {
        "dau_ra": {
            "class": "logging.StreamHandler",
            "stream": "ext://sys.stdout",
            "formatter": "chu" if DEBUG else "json",
        }
    },
    "root": {"handlers": ["dau_ra"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        "django.request": {"level": "ERROR"},  # below that config.truy_cap says the same
        "axes": {"level": "ERROR"},  # its warnings name the user and the address
        "fontTools": {"level": "ERROR"},
        "pypdf": {"level": "ERROR"},  # its warnings quote the file
        "weasyprint": {"level": "ERROR"},
        "celery.beat": {"level": "WARNING"},  # otherwise two lines for each beat
        "celery.worker.strategy": {"level": "WARNING"},
    },
}
