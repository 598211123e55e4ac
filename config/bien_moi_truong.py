"""Reading the environment: each function gives one checked value, or stops the start with one sentence."""

from pathlib import Path
from urllib.parse import urlsplit

from cryptography.fernet import Fernet
from django.core.exceptions import ImproperlyConfigured
from environ import Env


def doc_bien(ten: str, mac_dinh: str | None = None) -> str:
    """Text of a key, an empty one counting as absent; absent without a default stops the start."""
    gia_tri = str(Env.ENVIRON.get(ten, "")).strip() or mac_dinh
    if gia_tri is None:
        raise ImproperlyConfigured(f"thiếu {ten} trong môi trường hoặc trong tệp .env (mẫu: .env.example).")
    return gia_tri


def doc_dung_sai(ten: str, mac_dinh: bool) -> bool:
    """True or false; anything else than true/false, 1/0, yes/no, on/off stops the start."""
    chu = doc_bien(ten, str(mac_dinh)).lower()
    if chu in Env.BOOLEAN_TRUE_STRINGS:
        return True
    if chu in ("false", "off", "n", "no", "0"):
        return False
    raise ImproperlyConfigured(f"{ten} phải là true hoặc false.")


def doc_danh_sach(ten: str, mac_dinh: str | None = None) -> list[str]:
    """Comma-separated values, blanks dropped."""
    return [muc.strip() for muc in doc_bien(ten, mac_dinh).split(",") if muc.strip()]


def doc_bi_mat(ten: str, do_dai: int) -> str:
    """A secret text of at least `do_dai` characters."""
    gia_tri = doc_bien(ten)
    if len(gia_tri) < do_dai:
        raise ImproperlyConfigured(f"{ten} phải là chuỗi ngẫu nhiên dài ít nhất {do_dai} ký tự.")
    return gia_tri


def doc_khoa_ma_hoa(ten: str) -> list[str]:
    """Fernet keys, the first encrypts, all decrypt."""
    cac_khoa = doc_danh_sach(ten)
    for khoa in cac_khoa:
        try:
            Fernet(khoa)
        except ValueError as loi:
            raise ImproperlyConfigured(
                f"{ten} phải là các khóa Fernet (32 byte, base64 url-safe), cách nhau bằng dấu phẩy."
            ) from loi
    return cac_khoa


def doc_dia_chi(ten: str, giao_thuc: tuple[str, ...], mac_dinh: str | None = None) -> str:
    """A URL of one of the schemes, with a host."""
    dia_chi = doc_bien(ten, mac_dinh)
    phan = urlsplit(dia_chi)
    if dia_chi and (phan.scheme not in giao_thuc or not phan.hostname):
        raise ImproperlyConfigured(f"{ten} phải có dạng {giao_thuc[0]}://máy-chủ…")
    return dia_chi


def doc_so(ten: str, mac_dinh: int, tu: int, den: int) -> int:
    """A whole number from `tu` to `den`."""
    chu = doc_bien(ten, str(mac_dinh))
    if not chu.isdecimal() or not tu <= int(chu) <= den:
        raise ImproperlyConfigured(f"{ten} phải là một số nguyên từ {tu} đến {den}.")
    return int(chu)


def doc_quet_vi_rut(ten: str) -> str:
    """Address of clamd, tcp://host:port or unix:///path; "" without one."""
    dia_chi = doc_bien(ten, "")
    try:
        phan = urlsplit(dia_chi)
        dung = {"tcp": phan.hostname and phan.port != 0, "unix": len(phan.path) > 1}.get(phan.scheme)
    except ValueError:
        dung = False
    if dia_chi and not dung:
        raise ImproperlyConfigured(f"{ten} phải có dạng tcp://máy-chủ:3310 hoặc unix:///đường/dẫn/clamd.sock.")
    return dia_chi


def doc_co_so_du_lieu(ten: str, tep_sqlite: Path) -> dict:
    """Django's settings of the database: PostgreSQL by URL, SQLite by URL or when there is none."""
    dia_chi = doc_bien(ten, f"sqlite:///{tep_sqlite}")
    try:
        giao_thuc = urlsplit(dia_chi).scheme
        if giao_thuc not in ("postgres", "postgresql", "sqlite"):
            raise ValueError(giao_thuc)
        cau_hinh = Env.db_url_config(dia_chi)
    except ValueError as loi:
        raise ImproperlyConfigured(f"{ten} phải có dạng postgres://người:mật-khẩu@máy-chủ:cổng/tên.") from loi
    if giao_thuc == "sqlite":
        # IMMEDIATE: a transaction that reads and then writes takes its lock at once; with SQLite's default the
        # second of two such transactions fails with "database is locked" instead of waiting. Foreign keys are on.
        # What is deleted is overwritten in the file: a tố cáo forgets who wrote it (Đ56 Luật TC).
        cau_hinh["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON;",
        }
    else:
        cau_hinh |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
        tuy_chon = cau_hinh.setdefault("OPTIONS", {})
        tuy_chon.setdefault("connect_timeout", 5)
        # The data lie in memory or on a solid disk: a row by its index is as near as the next row. To compile a query
        # would cost more than any of ours takes.
        tuy_chon.setdefault("options", "-c random_page_cost=1.1 -c jit=off")
    return cau_hinh


def doc_thu_dien_tu(ten: str, mac_dinh: str | None) -> dict:
    """Django's EMAIL_* settings from smtp+tls://người:mật-khẩu@máy-chủ:587; dummymail:// sends nothing."""
    dia_chi = doc_bien(ten, mac_dinh)
    try:
        cau_hinh = Env.email_url_config(dia_chi)
    except (ImproperlyConfigured, ValueError) as loi:
        raise ImproperlyConfigured(f"{ten} không đọc được; cần smtp+tls://người:mật-khẩu@máy-chủ:587.") from loi
    if "smtp" in urlsplit(dia_chi).scheme and not cau_hinh["EMAIL_HOST"]:
        raise ImproperlyConfigured(f"{ten} thiếu tên máy chủ thư.")
    return cau_hinh


def tao_thu_muc(*cac_thu_muc: Path) -> None:
    """Make the folders the application writes to."""
    for thu_muc in cac_thu_muc:
        try:
            thu_muc.mkdir(parents=True, exist_ok=True)
        except OSError as loi:
            raise ImproperlyConfigured(f"không tạo được thư mục {thu_muc} (VAR_DIR): {loi.strerror}.") from loi
