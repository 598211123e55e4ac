"""What the invented centre does for itself: the plan of the year, who attended, what checks found, praise, training.

Everything goes through the actions; nothing here is random, so the register beside it stays as it was.
"""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from baocao.actions.hoat_dong import luu_hoat_dong, luu_tham_du
from baocao.actions.ke_hoach import cap_nhat_nhiem_vu, lay_nhiem_vu_mau, luu_ke_hoach, luu_nhiem_vu
from baocao.actions.khac_phuc import khac_phuc, them_phat_hien
from baocao.du_lieu_mau.co_quan import NhanSu
from baocao.models import HoatDong, NhiemVu
from baocao.models.hoat_dong import LoaiHoatDong
from baocao.models.ke_hoach import NhomNhiemVu
from tochuc.models import DonVi, NhanVien
from tochuc.models.don_vi import LoaiDonVi

# Tasks of the usual plan by their last day (month, day): never finished, and finished so many days late.
BO_QUEN = ((11, 10), (11, 15))
XONG_TRE = {(10, 31): 5}
XONG_SOM = 4  # days before the deadline, for the others
TRUOC_HOM_NAY = 6  # days since the last word on what goes on

# (month, day), unit, finding, days to mend, days after which it was mended (None: not yet).
TON_TAI = (
    ((5, 8), "NOI", "Chưa ghi sổ ý kiến của người bệnh, người nhà người bệnh", 30, 20),
    ((5, 8), "KKB", "Chưa niêm yết số điện thoại đường dây nóng tại khu chờ khám", 15, 18),
    ((10, 8), "NGOAI", "Báo cáo xác minh gửi Phòng Tổ chức - Hành chính chậm so với hạn được giao", 30, None),
    ((10, 8), "NOI", "Chưa trả lời bằng văn bản 02 ý kiến góp ý tại khoa", 60, None),
    ((10, 8), "XNCDHA", "Chưa có lịch trực giải đáp thắc mắc về trả kết quả xét nghiệm", 30, 14),
)
# (month, day), kind, words, unit praised or criticised.
KHEN_PHE_BINH = (
    ((4, 20), LoaiHoatDong.KHEN_THUONG, "Thư khen của người nhà người bệnh được xác nhận", "HSCC"),
    ((7, 6), LoaiHoatDong.KHEN_THUONG, "Khen thưởng tập thể giải quyết phản ánh tại chỗ, không phát sinh đơn", "KKB"),
    ((9, 14), LoaiHoatDong.KHEN_THUONG, "Thư khen của người bệnh được xác nhận", "SAN"),
    ((10, 19), LoaiHoatDong.PHE_BINH, "Phê bình việc chậm báo cáo kết quả xác minh", "NGOAI"),
)
# (month, day), kind, words, units with (phải dự, đã dự).
BOI_DUONG_MOI_DU = (
    (
        (3, 12),
        LoaiHoatDong.BOI_DUONG,
        "Bồi dưỡng nghiệp vụ tiếp công dân, xử lý đơn",
        {"TCHC": (3, 3), "QLCL": (1, 1), "KKB": (2, 1)},
    ),
    ((9, 17), LoaiHoatDong.BOI_DUONG, "Hướng dẫn sử dụng phần mềm tiếp công dân", {"TCHC": (3, 3), "KHNV": (2, 2)}),
    (
        (4, 15),
        LoaiHoatDong.MOI_DU,
        "Mời trưởng khoa dự buổi tiếp công dân định kỳ của Giám đốc",
        {"NOI": (1, 1), "NGOAI": (1, 0)},
    ),
    (
        (8, 17),
        LoaiHoatDong.MOI_DU,
        "Mời trưởng khoa dự đối thoại về thời gian chờ khám",
        {"KKB": (1, 1), "XNCDHA": (1, 1), "NOI": (1, 1)},
    ),
)


def ghi_viec_quan_ly(nhan_su: NhanSu, hom_nay: date) -> None:
    """Fill what stands around the activities of `ghi_hoat_dong`, and this year's plan, as they are on `hom_nay`."""
    don_vi = {dv.ma: dv for dv in DonVi.objects.exclude(loai=LoaiDonVi.NGOAI)}
    _ghi_van_ban_sua_doi()
    _ghi_nguoi_du(nhan_su.tchc, [dv for dv in don_vi.values() if dv.duoc_giao and dv.loai != LoaiDonVi.BAN_GIAM_DOC])
    _ghi_them_hoat_dong(nhan_su.tchc, don_vi, hom_nay)
    _ghi_ton_tai(nhan_su, don_vi, hom_nay)
    _ghi_ke_hoach(nhan_su, don_vi["NOI"], hom_nay)


def _ghi_van_ban_sua_doi() -> None:
    """The amending document of each year amends the first of that year."""
    for sua in HoatDong.objects.filter(loai=LoaiHoatDong.VAN_BAN_SUA_DOI):
        sua.sua_doi_cho = HoatDong.objects.filter(loai=LoaiHoatDong.VAN_BAN_MOI, ngay__year=sua.ngay.year).earliest(
            "ngay"
        )
        sua.save(update_fields=["sua_doi_cho"])


def _ghi_nguoi_du(tchc: NhanVien, cac_don_vi: list[DonVi]) -> None:
    """Who came to each session, spread over the units so that the sums stay; those who missed it change in turn."""
    cac_buoi = HoatDong.objects.filter(loai=LoaiHoatDong.TAP_HUAN).order_by("ngay", "ma")
    for lan, buoi in enumerate(cac_buoi):
        deu, du = divmod(buoi.tong_so_nguoi, len(cac_don_vi))
        vang = buoi.tong_so_nguoi - buoi.so_nguoi
        khoa_vang = {(lan * vang + so) % len(cac_don_vi) for so in range(vang)}
        so_nguoi = {}
        for thu_tu, dv in enumerate(cac_don_vi):
            phai_du = deu + (thu_tu < du)
            so_nguoi[dv] = (phai_du, phai_du - (thu_tu in khoa_vang))
        luu_tham_du(buoi, nguoi=tchc, so_nguoi=so_nguoi)


def _ghi_them_hoat_dong(tchc: NhanVien, don_vi: dict[str, DonVi], hom_nay: date) -> None:
    for ngay_thang, loai, noi_dung, ma in KHEN_PHE_BINH:
        if (ngay := date(hom_nay.year, *ngay_thang)) <= hom_nay:
            luu_hoat_dong(None, nguoi=tchc, hom_nay=hom_nay, loai=loai, ngay=ngay, noi_dung=noi_dung, don_vi=don_vi[ma])
    for ngay_thang, loai, noi_dung, theo_don_vi in BOI_DUONG_MOI_DU:
        if (ngay := date(hom_nay.year, *ngay_thang)) <= hom_nay:
            buoi = luu_hoat_dong(None, nguoi=tchc, hom_nay=hom_nay, loai=loai, ngay=ngay, noi_dung=noi_dung)
            luu_tham_du(buoi, nguoi=tchc, so_nguoi={don_vi[ma]: so for ma, so in theo_don_vi.items()})


def _ghi_ton_tai(nhan_su: NhanSu, don_vi: dict[str, DonVi], hom_nay: date) -> None:
    for ngay_thang, ma, noi_dung, so_ngay, xong_sau in TON_TAI:
        ngay = date(hom_nay.year, *ngay_thang)
        kiem_tra = HoatDong.objects.filter(loai=LoaiHoatDong.KIEM_TRA, ngay=ngay).first()
        if kiem_tra is None:
            continue
        phat_hien = them_phat_hien(
            kiem_tra,
            nguoi=nhan_su.tchc,
            don_vi=don_vi[ma],
            noi_dung=noi_dung,
            han_khac_phuc=ngay + timedelta(days=so_ngay),
        )
        if xong_sau and (xong := ngay + timedelta(days=xong_sau)) <= hom_nay:
            khac_phuc(
                phat_hien,
                nguoi=nhan_su.truong_don_vi[ma],
                bien_phap="Đã bổ sung, Phòng Tổ chức - Hành chính đã xem lại tại khoa",
                ngay=xong,
                hom_nay=hom_nay,
            )


def _ghi_ke_hoach(nhan_su: NhanSu, khoa_noi: DonVi, hom_nay: date) -> None:
    nam = hom_nay.year
    ke_hoach = luu_ke_hoach(
        None,
        nguoi=nhan_su.tchc,
        ten=f"Kế hoạch thực hiện Kết luận số 107-KL/TW về tiếp công dân, giải quyết khiếu nại, tố cáo năm {nam}",
        so_ky_hieu="12/KH-TTYT",
        ngay=date(nam, 1, 15),
        nam=nam,
    )
    lay_nhiem_vu_mau(ke_hoach, nguoi=nhan_su.tchc)
    luu_nhiem_vu(
        NhiemVu(ke_hoach=ke_hoach, ngay_giao=date(nam, 9, 1)),
        nguoi=nhan_su.tchc,
        nhom=NhomNhiemVu.TIEP_DAN,
        noi_dung="Thí điểm bàn tiếp nhận ý kiến người bệnh tại khoa, báo cáo kết quả để nhân rộng",
        san_pham="Báo cáo kết quả thí điểm",
        don_vi=khoa_noi,
        phoi_hop=(),
        han=date(nam, 11, 27),
    )
    for nhiem_vu in ke_hoach.nhiem_vu.select_related("don_vi"):
        _thuc_hien(nhiem_vu, nhan_su, hom_nay)


def _thuc_hien(nhiem_vu: NhiemVu, nhan_su: NhanSu, hom_nay: date) -> None:
    """Carry a task as far as it would be: half of it half way, all of it a few days before its last day."""
    ngay_thang = (nhiem_vu.han.month, nhiem_vu.han.day)
    nguoi = nhan_su.giam_doc
    if nhiem_vu.don_vi.loai != LoaiDonVi.BAN_GIAM_DOC:
        nguoi = nhan_su.truong_don_vi[nhiem_vu.don_vi.ma]
    giua = nhiem_vu.ngay_giao + (nhiem_vu.han - nhiem_vu.ngay_giao) // 2
    if giua <= hom_nay:
        cap_nhat_nhiem_vu(nhiem_vu, nguoi=nguoi, luc=_luc(giua), tien_do=50, noi_dung="Đã làm được một nửa công việc")
    gan_day = hom_nay - timedelta(days=TRUOC_HOM_NAY)
    xong = nhiem_vu.han + timedelta(days=XONG_TRE.get(ngay_thang, -XONG_SOM))
    if ngay_thang not in BO_QUEN and xong <= hom_nay:
        cap_nhat_nhiem_vu(
            nhiem_vu,
            nguoi=nguoi,
            luc=_luc(xong),
            tien_do=100,
            noi_dung="Đã hoàn thành",
            minh_chung=f"{nhiem_vu.san_pham} (lưu tại đơn vị chủ trì)",
        )
    elif giua < gan_day:
        da_qua = (gan_day - nhiem_vu.ngay_giao) / (nhiem_vu.han - nhiem_vu.ngay_giao)
        tien_do = min(90, 10 * int(10 * da_qua))
        cap_nhat_nhiem_vu(nhiem_vu, nguoi=nguoi, luc=_luc(gan_day), tien_do=tien_do, noi_dung="Đang tiếp tục thực hiện")


def _luc(ngay: date) -> datetime:
    return timezone.make_aware(datetime.combine(ngay, time(9, 0)))
