"""What an inspection and the scorecards ask for beside the petitions: statements with their papers, answers that were
sent, deadlines that the director set where he received somebody himself.

One rule still cites a decree that no longer holds, and one answer in ten leaves no trace: that is what the pages show.
"""

from datetime import date, timedelta
from random import Random

from django.db.models import Exists, OuterRef

from baocao.actions.minh_chung import luu_minh_chung
from baocao.du_lieu_mau.co_quan import NhanSu
from baocao.ky import ky_hien_tai, lap_ky
from baocao.models.minh_chung import LoaiMinhChung
from donthu.models import DonThu, LanGui, PhanCong
from donthu.phan_loai import LoaiDon
from tiepdan.hinh_thuc import NguoiTiep
from tiepdan.models import LuotTiep
from tochuc.lich import MOT_NGAY, Lich

CAN_CU_CU = "Luật Tiếp công dân 2013; Nghị định 64/2014/NĐ-CP"
CAN_CU_MOI = "Luật Tiếp công dân 2013, sửa đổi bởi Luật 136/2025/QH15; Nghị định 154/2026/NĐ-CP"
MOT_TUAN = timedelta(days=7)


def ghi_minh_chung(nhan_su: NhanSu, hom_nay: date, rng: Random) -> None:
    """The statements as TCHC would have written them, up to today."""
    dau_thang, nam = hom_nay.replace(day=1), hom_nay.year
    thang_sau = (dau_thang + timedelta(days=31)).replace(day=1)
    cac_dong = (
        (LoaiMinhChung.NOI_QUY, date(nam - 1, 2, 10), {"so_ky_hieu": "12/NQ-TTYT", "can_cu": CAN_CU_CU}),
        (LoaiMinhChung.QUY_CHE, hom_nay - timedelta(days=120), {"so_ky_hieu": "188/QĐ-TTYT", "can_cu": CAN_CU_MOI}),
        (LoaiMinhChung.PHAN_CONG, date(nam, 1, 5), {"so_ky_hieu": "05/QĐ-TTYT", "het_han": date(nam + 1, 1, 5)}),
        (LoaiMinhChung.PHONG_TIEP, date(nam, 1, 6), {"noi_dung": "Phòng 101, tầng 1, nhà A, có biển chỉ dẫn"}),
        (LoaiMinhChung.DUONG_DAY_NONG, dau_thang, {"noi_dung": "Lịch trực tháng, 03 người", "het_han": thang_sau}),
        (LoaiMinhChung.NIEM_YET, date(nam, 1, 6), {"noi_dung": "Cổng chính, Khoa Khám bệnh và trang thông tin"}),
        (LoaiMinhChung.BOI_DUONG, max(dau_thang, hom_nay - MOT_TUAN), {"noi_dung": "Chi cho 02 người, tháng trước"}),
    )
    for loai, ngay, truong in cac_dong:
        luu_minh_chung(None, nguoi=nhan_su.tchc, hom_nay=hom_nay, loai=loai, ngay=min(ngay, hom_nay), **truong)
    _mo_hom_thu(nhan_su, hom_nay, rng)


def _mo_hom_thu(nhan_su: NhanSu, hom_nay: date, rng: Random) -> None:
    """Every Friday of the report year."""
    ngay = lap_ky("N", ky_hien_tai(hom_nay).nam).tu_ngay
    ngay += timedelta(days=(4 - ngay.weekday()) % 7)
    while ngay <= hom_nay:
        luu_minh_chung(
            None,
            nguoi=nhan_su.tchc,
            hom_nay=hom_nay,
            loai=LoaiMinhChung.MO_HOM_THU,
            ngay=ngay,
            so_nguoi=rng.choice((3, 3, 4)),
            so_thu=rng.choice((0, 0, 0, 1, 2)),
            noi_dung="Khóa nguyên vẹn",
        )
        ngay += MOT_TUAN


def ghi_tra_loi(nhan_su: NhanSu, hom_nay: date, rng: Random) -> None:
    """Answers to kiến nghị, phản ánh that went to who wrote; a decision on a khiếu nại has its own."""
    da_gui = LanGui.objects.filter(don=OuterRef("pk"))
    cho = DonThu.objects.filter(~Exists(da_gui), ngay_ban_hanh__lt=hom_nay, cong_dan__isnull=False)
    cac_don = cho.exclude(loai=LoaiDon.TO_CAO).select_related("cong_dan").order_by("pk")
    LanGui.objects.bulk_create(
        LanGui(
            don=don,
            van_ban=don.van_ban_di.order_by("-ngay").first(),
            noi_nhan=don.cong_dan.ho_ten,
            cach=rng.choice((LanGui.Cach.BUU_CHINH, LanGui.Cach.TRUC_TIEP)),
            ngay=don.ngay_ban_hanh + MOT_NGAY,
            chung_tu="Phiếu gửi bưu chính bảo đảm",
            nguoi=nhan_su.tchc,
        )
        for don in cac_don
        if rng.random() < 0.9
    )


def dat_han_ket_luan(lich: Lich) -> None:
    """The director's own receptions end in work with a deadline of the centre (Đ25.2 NĐ 154/2026)."""
    cua_thu_truong = LuotTiep.objects.filter(don=OuterRef("don"), nguoi_tiep=NguoiTiep.THU_TRUONG)
    cac_viec = list(PhanCong.objects.filter(Exists(cua_thu_truong), han_noi_bo=None))
    for viec in cac_viec:
        viec.han_noi_bo = lich.cong_ngay_lam_viec(viec.ngay_giao, 7)
    PhanCong.objects.bulk_update(cac_viec, ["han_noi_bo"])
