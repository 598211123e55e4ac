"""Every value is checked at the start; what is wrong or missing is said in one sentence."""

import os
import runpy
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

KHOA_FERNET = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="
SAN_XUAT = {
    "SECRET_KEY": "k" * 50,
    "KHOA_MA_HOA": KHOA_FERNET,
    "KHOA_BAM": "b" * 32,
    "DEBUG": "false",
    "DEMO": "false",
    "HTTPS": "",
    "ALLOWED_HOSTS": "tiepdan.example.vn, 10.0.0.5",
    "DATABASE_URL": "postgres://tiepdan:mat%23khau@db:5432/tiepdan",
    "REDIS_URL": "redis://redis:6379/0",
    "CSRF_TRUSTED_ORIGINS": "",
    "SITE_URL": "https://tiepdan.example.vn/",
    "EMAIL_URL": "smtp+tls://hop-thu:mat-khau@thu.example.vn:587",
    "DEFAULT_FROM_EMAIL": "tiepdan@example.vn",
    "TO_CAO_IDENTITY_STORE": "",
}
TAI_CHO = {
    **SAN_XUAT,
    "DEMO": "1",
    **dict.fromkeys(("ALLOWED_HOSTS", "DATABASE_URL", "REDIS_URL", "SITE_URL", "EMAIL_URL", "DEFAULT_FROM_EMAIL"), ""),
}


@pytest.fixture
def doc_settings(monkeypatch, tmp_path):
    """Run the settings file with these values in the environment; its names."""

    def doc(**gia_tri: str) -> dict:
        for ten, chu in {"VAR_DIR": str(tmp_path), **gia_tri}.items():
            monkeypatch.setenv(ten, chu)
        return runpy.run_path(str(settings.BASE_DIR / "config" / "settings.py"))

    return doc


def test_production_is_safe_by_default(doc_settings):
    ket_qua = doc_settings(**SAN_XUAT)

    assert ket_qua["HTTPS"] is True
    assert ket_qua["SECURE_SSL_REDIRECT"] is True
    assert ket_qua["SECURE_HSTS_SECONDS"] == 31536000
    assert ket_qua["SESSION_COOKIE_SECURE"] is True
    assert ket_qua["CSRF_COOKIE_SECURE"] is True
    assert ket_qua["ALLOWED_HOSTS"] == ["tiepdan.example.vn", "10.0.0.5"]
    assert ket_qua["SITE_URL"] == "https://tiepdan.example.vn"
    assert ket_qua["TO_CAO_IDENTITY_STORE"] == "offline"
    assert ket_qua["EMAIL_HOST"] == "thu.example.vn"
    assert ket_qua["EMAIL_USE_TLS"] is True
    assert ket_qua["CELERY_BROKER_URL"] == "redis://redis:6379/0"
    assert ket_qua["DATABASES"]["default"]["ENGINE"] == "django.db.backends.postgresql"
    assert ket_qua["DATABASES"]["default"]["PASSWORD"] == "mat#khau"
    assert ket_qua["DATABASES"]["default"]["CONN_HEALTH_CHECKS"] is True


def test_embedded_needs_no_server(doc_settings, tmp_path):
    ket_qua = doc_settings(**TAI_CHO)

    assert ket_qua["DATABASES"]["default"] == {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(tmp_path / "tiepdan.sqlite3"),
        "USER": "",
        "PASSWORD": "",
        "HOST": "",
        "PORT": "",
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON;",
        },
    }
    assert ket_qua["CELERY_BROKER_URL"] == "filesystem://localhost"
    assert ket_qua["CACHES"]["default"]["BACKEND"] == "django.core.cache.backends.locmem.LocMemCache"
    assert ket_qua["EMAIL_BACKEND"] == "django.core.mail.backends.filebased.EmailBackend"
    assert ket_qua["EMAIL_FILE_PATH"] == tmp_path / "thu"
    assert ket_qua["HTTPS"] is False
    assert sorted(muc.name for muc in tmp_path.iterdir()) == ["hang-doi", "tam", "tep"]


@pytest.mark.parametrize(
    ("ten", "gia_tri", "cau"),
    [
        ("SECRET_KEY", "", "thiếu SECRET_KEY trong môi trường hoặc trong tệp .env (mẫu: .env.example)."),
        ("SECRET_KEY", "ngan", "SECRET_KEY phải là chuỗi ngẫu nhiên dài ít nhất 50 ký tự."),
        ("KHOA_BAM", "ngan", "KHOA_BAM phải là chuỗi ngẫu nhiên dài ít nhất 32 ký tự."),
        (
            "KHOA_MA_HOA",
            f"{KHOA_FERNET},khong-phai-khoa",
            "KHOA_MA_HOA phải là các khóa Fernet (32 byte, base64 url-safe), cách nhau bằng dấu phẩy.",
        ),
        ("DEBUG", "co the", "DEBUG phải là true hoặc false."),
        ("HTTPS", "2", "HTTPS phải là true hoặc false."),
        ("ALLOWED_HOSTS", "", "thiếu ALLOWED_HOSTS trong môi trường hoặc trong tệp .env (mẫu: .env.example)."),
        ("SITE_URL", "tiepdan.example.vn", "SITE_URL phải có dạng https://máy-chủ…"),
        ("SITE_URL", "http://tiepdan.example.vn", "SITE_URL phải có dạng https://máy-chủ…"),
        (
            "CSRF_TRUSTED_ORIGINS",
            "tiepdan.example.vn",
            "CSRF_TRUSTED_ORIGINS phải là các địa chỉ https://máy-chủ, cách nhau bằng dấu phẩy.",
        ),
        *(
            ("DATABASE_URL", dia_chi, "DATABASE_URL phải có dạng postgres://người:mật-khẩu@máy-chủ:cổng/tên.")
            for dia_chi in (
                "mysql://a:b@db/tiepdan",
                "postgres://a:b@db:cong/tiepdan",
                "db.example.vn",
                "postgres://[a",
            )
        ),
        ("REDIS_URL", "localhost:6379", "REDIS_URL phải có dạng redis://máy-chủ…"),
        ("EMAIL_URL", "thu.example.vn", "EMAIL_URL không đọc được; cần smtp+tls://người:mật-khẩu@máy-chủ:587."),
        ("EMAIL_URL", "smtp+tls://", "EMAIL_URL thiếu tên máy chủ thư."),
        *(
            ("TEP_TOI_DA_MB", so, "TEP_TOI_DA_MB phải là một số nguyên từ 1 đến 50.")
            for so in ("0", "51", "2.5", "hai mươi")
        ),
        *(
            (
                "CLAMAV_URL",
                dia_chi,
                "CLAMAV_URL phải có dạng tcp://máy-chủ:3310 hoặc unix:///đường/dẫn/clamd.sock.",
            )
            for dia_chi in ("clamav:3310", "tcp://", "tcp://clamav:so", "unix://", "http://clamav:3310")
        ),
        ("TO_CAO_IDENTITY_STORE", "online", "TO_CAO_IDENTITY_STORE phải là offline hoặc isolated_lan."),
        (
            "VAR_DIR",
            "/proc/khong-co",
            "không tạo được thư mục /proc/khong-co/tep (VAR_DIR): No such file or directory.",
        ),
    ],
)
def test_wrong_value_is_a_sentence(doc_settings, ten, gia_tri, cau):
    with pytest.raises(ImproperlyConfigured) as loi:
        doc_settings(**SAN_XUAT | {ten: gia_tri})

    assert str(loi.value) == cau


@pytest.mark.parametrize("lenh", ["check", "migrate", "runserver"])
def test_manage_stops_with_the_sentence_and_nothing_else(tmp_path, lenh):
    moi_truong = {**os.environ, **SAN_XUAT, "VAR_DIR": str(tmp_path), "KHOA_BAM": "ngan"}

    ket_qua = subprocess.run(
        [sys.executable, "manage.py", lenh],
        cwd=settings.BASE_DIR,
        env=moi_truong,
        capture_output=True,
        text=True,
        check=False,
    )

    assert ket_qua.returncode == 1
    assert ket_qua.stdout == ""
    assert ket_qua.stderr == "Không khởi động được: KHOA_BAM phải là chuỗi ngẫu nhiên dài ít nhất 32 ký tự.\n"


def test_gunicorn_loads_nothing_with_a_wrong_value(tmp_path):
    moi_truong = {**os.environ, **SAN_XUAT, "VAR_DIR": str(tmp_path), "SECRET_KEY": ""}

    ket_qua = subprocess.run(
        [sys.executable, "-c", "import config.wsgi"],
        cwd=settings.BASE_DIR,
        env=moi_truong,
        capture_output=True,
        text=True,
        check=False,
    )

    assert ket_qua.returncode == 1
    assert ket_qua.stderr == (
        "Không khởi động được: thiếu SECRET_KEY trong môi trường hoặc trong tệp .env (mẫu: .env.example).\n"
    )
