"""Run the whole suite on SQLite, then on PostgreSQL with Redis where they answer; with CI=true they must answer.

TEST_POSTGRES_URL and TEST_REDIS_URL say where; arguments are handed to pytest.
"""

import os
import subprocess
import sys

import psycopg
import redis

POSTGRES = os.environ.get("TEST_POSTGRES_URL", "postgres://postgres@127.0.0.1:5432/postgres")
REDIS = os.environ.get("TEST_REDIS_URL", "redis://127.0.0.1:6379/15")


def co_postgres() -> bool:
    """A PostgreSQL server answers at POSTGRES."""
    try:
        psycopg.connect(POSTGRES, connect_timeout=3).close()
    except psycopg.OperationalError:
        return False
    return True


def co_redis() -> bool:
    """A Redis server answers at REDIS."""
    try:
        return redis.Redis.from_url(REDIS, socket_connect_timeout=3).ping()
    except redis.RedisError:
        return False


def chay_pytest(nhan: str, **moi_truong: str) -> int:
    """Run pytest with these values in the environment; its exit code."""
    print(f"\n== {nhan} ==", flush=True)
    lenh = [sys.executable, "-m", "pytest", "-n", "2", *sys.argv[1:]]
    return subprocess.run(lenh, env={**os.environ, **moi_truong}, stdin=subprocess.DEVNULL, check=False).returncode


def kiem_thu() -> int:
    """Exit code of the first run that failed."""
    bat_buoc = os.environ.get("CI") == "true"
    thieu = [ten for ten, co in (("PostgreSQL", co_postgres()), ("Redis", co_redis())) if not co]
    if thieu and bat_buoc:
        print(f"With CI=true the tests need {' and '.join(thieu)} ({POSTGRES}, {REDIS}).", file=sys.stderr)
        return 1
    if ma_loi := chay_pytest("SQLite, embedded", DATABASE_URL="", REDIS_URL=""):
        return ma_loi
    if thieu:
        print(f"Not run on PostgreSQL and Redis: {' and '.join(thieu)} not reachable ({POSTGRES}, {REDIS}).")
        return 0
    return chay_pytest("PostgreSQL and Redis", DATABASE_URL=POSTGRES, REDIS_URL=REDIS)


if __name__ == "__main__":
    sys.exit(kiem_thu())
