"""Issuing a document: its gap-free number, its frozen words. The PDF is made from those words afterwards."""

import logging
from datetime import date
from hashlib import sha256

from django.utils import timezone

from donthu.ban_in import dia_chi_tra_cuu, pdf_van_ban
from donthu.models import BAN_THAO_MO, BanThao, DonThu, PhienBan, TrangThaiBanThao, VanBanDi
from donthu.models.van_ban_di import ma_tra_cuu_moi
from donthu.quy_trinh.buoc import VanBanBuoc
from donthu.soan_thao import duoc_ky, lap_noi_dung, van_ban_ngay
from donthu.van_ban import KHONG_SO
from tochuc.in_an import LoiInAn
from tochuc.kho_tep import bo_tep, cat_tep, duong_dan_that
from tochuc.loi import LoiNghiepVu
from tochuc.models import CauHinh, NhanVien, SoDem

logger = logging.getLogger(__name__)

CONG_VAN = "CV"
MOI_LUOT = 20  # documents that one run of the task freezes
DANG_O_BAN_KHAC = {
    TrangThaiBanThao.TRINH: "đang chờ thẩm định",
    TrangThaiBanThao.TRA_LAI: "đã bị trả lại để sửa",
}


def ban_hanh(don: DonThu, mau: VanBanBuoc, nguoi: NhanVien | None, ngay: date) -> VanBanDi:
    """Give the document of a step its number, in the transaction of the step; an open draft of the form becomes it.

    Raises LoiNghiepVu while the draft lies with the reviewer or was returned by him.
    """
    ban_thao = don.ban_thao.filter(ma_mau=mau.ma_mau, trang_thai__in=BAN_THAO_MO).select_for_update().first()
    if ban_thao and (cho := DANG_O_BAN_KHAC.get(ban_thao.trang_thai)):
        raise LoiNghiepVu(
            f"Dự thảo “{mau.trich_yeu}” {cho}. Xin hoàn thành dự thảo hoặc bỏ dự thảo, rồi thực hiện bước này."
        )
    return phat_hanh(don, mau, nguoi, ngay, ban_thao)


def phat_hanh(
    don: DonThu, mau: VanBanBuoc, nguoi: NhanVien | None, ngay: date, ban_thao: BanThao | None, y_kien: str = ""
) -> VanBanDi:
    """Take the number, freeze the words and close the draft. Must run under the lock of the petition."""
    cau_hinh, ma_tra_cuu = CauHinh.hien_hanh(), ma_tra_cuu_moi()
    co_so = mau.so_dang_ky not in KHONG_SO
    so = SoDem.lay(f"van_ban:{mau.so_dang_ky}", ngay.year) if co_so else None
    so_ky_hieu = ghi_so(so, mau.so_dang_ky, cau_hinh, nguoi) if co_so else ""
    van_ban_di = VanBanDi.objects.create(
        don=don,
        ma_mau=mau.ma_mau,
        so_dang_ky=mau.so_dang_ky if co_so else "",
        nam=ngay.year,
        so=so,
        so_ky_hieu=so_ky_hieu,
        ngay=ngay,
        trich_yeu=mau.trich_yeu,
        nguoi_ky=nguoi if duoc_ky(nguoi, cau_hinh) else None,
        ban_thao=ban_thao,
        ma_tra_cuu=ma_tra_cuu,
        noi_dung=lap_noi_dung(
            don,
            van_ban_ngay(mau.ma_mau, ngay),
            nguoi=nguoi,
            ngay=ngay,
            gia_tri=ban_thao.gia_tri if ban_thao else None,
            so_ky_hieu=so_ky_hieu,
            # A paper that the citizen writes himself is not ours to vouch for.
            ma_tra_cuu=ma_tra_cuu if mau.so_dang_ky else "",
            dia_chi_tra_cuu=dia_chi_tra_cuu(ma_tra_cuu) if mau.so_dang_ky else "",
        ),
    )
    if ban_thao:
        chuyen_ban_thao(ban_thao, TrangThaiBanThao.BAN_HANH, nguoi, y_kien)
    return van_ban_di


def ghi_so(so: int, so_dang_ky: str, cau_hinh: CauHinh, nguoi: NhanVien | None) -> str:
    """Number and symbol (Phụ lục I NĐ 30/2020, Mục II.3): 05/QĐ-TTYT; a công văn has no type but the unit that wrote,
    05/TTYT-TCHC. Numbers below 10 carry a leading zero."""
    if so_dang_ky != CONG_VAN:
        return f"{so:02d}/{so_dang_ky}-{cau_hinh.ky_hieu}"
    don_vi = f"-{nguoi.don_vi.ma}" if nguoi and nguoi.don_vi else ""
    return f"{so:02d}/{cau_hinh.ky_hieu}{don_vi}"


def chuyen_ban_thao(ban_thao: BanThao, den: TrangThaiBanThao, nguoi: NhanVien | None, y_kien: str = "") -> None:
    """Move a locked draft to another desk and keep the version that left this one."""
    luc = timezone.now()
    PhienBan.objects.create(
        ban_thao=ban_thao,
        so=ban_thao.phien_ban,
        gia_tri=ban_thao.gia_tri,
        den=den,
        y_kien=y_kien,
        nguoi=nguoi,
        luc=luc,
    )
    ban_thao.trang_thai, ban_thao.sua_luc = den, luc
    ban_thao.save(update_fields=["trang_thai", "sua_luc"])


# --- The frozen PDF --------------------------------------------------------------------------------------------------


def dong_bang(van_ban: VanBanDi) -> VanBanDi:
    """Make the PDF of a document from its frozen words, keep it and its SHA-256; done once, whoever asks again.

    Raises LoiInAn, LoiNghiepVu (the disk is full); the document then waits for the task.
    """
    if van_ban.sha256 or not van_ban.noi_dung:
        return van_ban
    pdf = pdf_van_ban(van_ban.noi_dung)
    duong_dan = cat_tep(pdf, ".pdf", van_ban.ngay)
    # Of two that made it at once the first one counts: a hash given out never changes.
    chua_co = VanBanDi.objects.filter(pk=van_ban.pk, sha256="")
    if not chua_co.update(sha256=sha256(pdf).hexdigest(), duong_dan=duong_dan):
        bo_tep(duong_dan)
    van_ban.refresh_from_db(fields=["sha256", "duong_dan"])
    return van_ban


def dong_bang_cua_don(don: DonThu) -> None:
    """Freeze what a step just issued; a document that cannot be printed now is left to the task."""
    for van_ban in don.van_ban_di.filter(sha256="").exclude(noi_dung={}):
        _thu_dong_bang(van_ban)


def dong_bang_con_thieu() -> int:
    """Freeze documents that have no PDF yet, a few at a time; how many were."""
    cho = VanBanDi.objects.filter(sha256="").exclude(noi_dung={}).order_by("pk")[:MOI_LUOT]
    return sum(map(_thu_dong_bang, cho))


def _thu_dong_bang(van_ban: VanBanDi) -> bool:
    try:
        dong_bang(van_ban)
    except (LoiInAn, LoiNghiepVu):
        logger.exception("Văn bản đi %s chưa in được.", van_ban.pk)
        return False
    return True


def doc_pdf(van_ban: VanBanDi) -> bytes:
    """The frozen PDF; of a document that waits for it, the same bytes made now and not kept."""
    if not van_ban.duong_dan:
        return pdf_van_ban(van_ban.noi_dung)
    return duong_dan_that(van_ban.duong_dan).read_bytes()
