"""Settings of the benchmark: the application's own, one more page to compare with, a header that tells queries."""

from config.settings import *  # noqa: F403 - everything stays as it is but for the two below
from config.settings import MIDDLEWARE as MIDDLEWARE_UNG_DUNG

ROOT_URLCONF = "scripts.bench_urls"
MIDDLEWARE = ["scripts.bench_urls.DemTruyVanMiddleware", *MIDDLEWARE_UNG_DUNG]
