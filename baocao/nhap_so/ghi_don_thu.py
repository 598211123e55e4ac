"""Sheet `Đơn thư`: petitions, each placed in its procedure with the clock that still runs and one line of trail."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from baocao.nhap_so.bo_ghi import BoGhi, NguCanhGhi, dat_truong, nang_so_dem
from baocao.nhap_so.trang_so import DON_THU, KIEN_NGHI_COT, MA_DON_PHAN_MEM, THI_HANH_COT, DongSo
from baocao.nhap_so.trang_thai_nhap import NGAY_CUA_DON, dong_ho_dang_chay, huong_xu_ly, ngay_moi_nhat, trang_thai
from donthu.actions import dong_ho
from donthu.actions.bi_mat import NGUOI_TIEP_NHAN, nguoi_phai_biet
from donthu.actions.tiep_nhan import SO_DON, cac_ma_nguoi_to_cao
from donthu.models import CongDan, DonThu, HanViec, KetQuaThiHanh, LichSu, LinhVuc, NguoiDuocBiet, PhanCong
from donthu.phan_loai import HuongXuLy, LoaiDon
from donthu.quy_trinh.buoc import Buoc
from donthu.quy_trinh.trang_thai import TrangThai
from donthu.viec import Viec
from tochuc.dinh_dang import so_vn
from tochuc.lich import Lich
from tochuc.models import DonVi, NgayNghi

KIEN_NGHI = tuple(cot.truong for cot in KIEN_NGHI_COT)
THI_HANH = tuple(cot.truong for cot in THI_HANH_COT)
TRUONG_GIU_NGUYEN = ("ma", "nguon", "loai", "lan", "so_nguoi", "tom_tat", "ket_qua", *NGAY_CUA_DON, *KIEN_NGHI)


class GhiDonThu(BoGhi):
    trang = DON_THU

    def __init__(self, ngu_canh: NguCanhGhi) -> None:
        super().__init__(ngu_canh)
        self.khong_co_luat = 0

    @cached_property
    def linh_vuc(self) -> dict[str, int]:
        return dict(LinhVuc.objects.values_list("ma", "pk"))

    @cached_property
    def don_vi(self) -> dict[str, int]:
        return dict(DonVi.objects.values_list("ma", "pk"))

    @cached_property
    def lich(self) -> Lich:
        return NgayNghi.objects.lich()

    @cached_property
    def so_ngay_knpa(self) -> int | None:
        return dong_ho.so_ngay_rieng(Viec.GIAI_QUYET_KNPA)

    @cached_property
    def phai_biet(self) -> dict[int, str]:
        nguoi_nhap = {self.ngu_canh.nguoi.pk: NGUOI_TIEP_NHAN} if self.ngu_canh.nguoi else {}
        return nguoi_phai_biet() | nguoi_nhap

    def tim(self, cac_dong: Sequence[DongSo]) -> dict[tuple[Any, ...], DonThu]:
        cac_don = DonThu.objects.filter(ma__in=[dong["ma"] for dong in cac_dong])
        cac_don = cac_don.select_related("cong_dan", "vu_viec", "linh_vuc", "don_vi")
        return {(don.ma,): don for don in cac_don.prefetch_related("ket_qua_thi_hanh")}

    def noi_dung(self, doi_tuong: DonThu) -> dict[str, Any]:
        nguoi = doi_tuong.cong_dan or CongDan()
        huong_ngoai = (HuongXuLy.HUONG_DAN, HuongXuLy.CHUYEN_DON)
        thi_hanh = doi_tuong.ket_qua_thi_hanh.all()
        return (
            {truong: getattr(doi_tuong, truong) for truong in TRUONG_GIU_NGUYEN}
            | {truong: sum(getattr(ket_qua, truong) for ket_qua in thi_hanh) for truong in THI_HANH}
            | {
                "linh_vuc": doi_tuong.linh_vuc.ma,
                "ho_ten": nguoi.ho_ten,
                "dia_chi": nguoi.dia_chi,
                "vu_viec": doi_tuong.vu_viec.ma,
                "don_vi": doi_tuong.don_vi.ma if doi_tuong.don_vi else "",
                "du_dieu_kien": bool(doi_tuong.du_dieu_kien),
                "thuoc_tham_quyen": bool(doi_tuong.thuoc_tham_quyen),
                "huong_xu_ly": doi_tuong.huong_xu_ly if doi_tuong.huong_xu_ly in huong_ngoai else "",
            }
        )

    def tu_choi_sua(self, cac_cap: Sequence[tuple[DonThu, DongSo]]) -> list[tuple[DongSo, str, str]]:
        """A petition on which a step was taken in the application is no longer the register's to change.

        They are locked first: a step taken since they were read is then seen, and none can be taken any more.
        """
        cac_don = DonThu.objects.select_for_update(of=("self",)).filter(pk__in=[don.pk for don, _ in cac_cap])
        khoa = list(cac_don.order_by("pk").values_list("pk", flat=True))
        da_lam = set(LichSu.objects.filter(don__in=khoa).exclude(buoc=Buoc.NHAP_SO).values_list("don", flat=True))
        return [
            (dong, "ma", f"đơn {don.ma} đã được xử lý trên phần mềm, không cập nhật từ sổ; sửa trên phần mềm.")
            for don, dong in cac_cap
            if don.pk in da_lam
        ]

    def them(self, cac_dong: Sequence[DongSo]) -> None:
        vu_viec = self.ngu_canh.vu_viec.lay(dong.ma_vu_viec for dong in cac_dong)
        cac_nguoi = self.ngu_canh.cong_dan.lay([(dong["ho_ten"], dong["dia_chi"], "") for dong in cac_dong])
        ma_to_cao = _ma_to_cao(dong["ngay_nhan"].year for dong in cac_dong if dong["loai"] == LoaiDon.TO_CAO)
        cac_don = []
        for dong, nguoi in zip(cac_dong, cac_nguoi, strict=True):
            don = DonThu(
                **self._truong(dong),
                vu_viec_id=vu_viec[dong.ma_vu_viec],
                cong_dan=nguoi,
                nguoi_nhap=self.ngu_canh.nguoi,
                so_buoc=1,
            )
            if don.loai == LoaiDon.TO_CAO:
                don.ma_nguoi_to_cao = ma_to_cao[dong["ngay_nhan"].year].pop()
            don.dien_chu_tim()
            cac_don.append(don)
        DonThu.objects.bulk_create(cac_don)
        cac_cap = list(zip(cac_don, cac_dong, strict=True))
        self._ghi_kem(cac_cap)
        LichSu.objects.bulk_create(self._lich_su(don, dong, "Nhập từ sổ cũ.") for don, dong in cac_cap)

    def sua(self, cac_cap: Sequence[tuple[DonThu, DongSo]]) -> None:
        vu_viec = self.ngu_canh.vu_viec.lay(dong.ma_vu_viec for _, dong in cac_cap)
        thanh_to_cao = [dong for don, dong in cac_cap if dong["loai"] == LoaiDon.TO_CAO and not don.ma_nguoi_to_cao]
        ma_to_cao = _ma_to_cao(dong["ngay_nhan"].year for dong in thanh_to_cao)
        cac_lich_su = {
            lich_su.don_id: lich_su
            for lich_su in LichSu.objects.filter(don__in=[don.pk for don, _ in cac_cap]).order_by("stt")
        }
        for don, dong in cac_cap:
            self.ngu_canh.bo_ra(don.vu_viec_id, don.cong_dan)
            ma_nguoi = don.ma_nguoi_to_cao if dong["loai"] == LoaiDon.TO_CAO else ""
            if dong["loai"] == LoaiDon.TO_CAO and not ma_nguoi:
                ma_nguoi = ma_to_cao[dong["ngay_nhan"].year].pop()
            truong = self._truong(dong) | {
                "vu_viec_id": vu_viec[dong.ma_vu_viec],
                "cong_dan": self.ngu_canh.cong_dan.doi(don.cong_dan, dong["ho_ten"], dong["dia_chi"]),
                "ma_nguoi_to_cao": ma_nguoi,
                "so_buoc": don.so_buoc + 1,
            }
            dat_truong(don, truong, them=("tim_kiem", "tim_kiem_dau"))
        for kem in (HanViec, PhanCong, KetQuaThiHanh, NguoiDuocBiet):
            # All of them the import's own: no step was taken since.
            kem.objects.filter(don__in=[don.pk for don, _ in cac_cap]).delete()
        self._ghi_kem(cac_cap)
        LichSu.objects.bulk_create(
            self._lich_su(don, dong, "Cập nhật từ sổ cũ.", cac_lich_su.get(don.pk)) for don, dong in cac_cap
        )

    def _truong(self, dong: DongSo) -> dict[str, Any]:
        trang_thai_moi, ngay_ket_thuc = trang_thai(dong)
        da_xu_ly = bool(dong["ngay_xu_ly"])
        return {truong: dong[truong] for truong in TRUONG_GIU_NGUYEN} | {
            "linh_vuc_id": self.linh_vuc[dong["linh_vuc"]],
            "don_vi_id": self.don_vi[dong["don_vi"]] if dong["don_vi"] else None,
            "du_dieu_kien": dong["du_dieu_kien"] if da_xu_ly else None,
            "thuoc_tham_quyen": dong["thuoc_tham_quyen"] if da_xu_ly else None,
            "huong_xu_ly": huong_xu_ly(dong),
            "trang_thai": trang_thai_moi,
            "ngay_ket_thuc": ngay_ket_thuc,
        }

    def _ghi_kem(self, cac_cap: Sequence[tuple[DonThu, DongSo]]) -> None:
        """Clock that runs, unit that holds the work, results of execution, who knows of a tố cáo."""
        cac_han = []
        for don, _ in cac_cap:
            cac_han.extend(self._han_viec(don))
        HanViec.objects.bulk_create(cac_han)
        PhanCong.objects.bulk_create(
            PhanCong(don=don, don_vi_id=don.don_vi_id, ngay_giao=don.ngay_thu_ly)
            for don, _ in cac_cap
            if don.trang_thai == TrangThai.DANG_GIAI_QUYET and don.don_vi_id
        )
        KetQuaThiHanh.objects.bulk_create(
            KetQuaThiHanh(don=don, ngay=don.ngay_thi_hanh_xong, **{truong: dong[truong] for truong in THI_HANH})
            for don, dong in cac_cap
            if any(dong[truong] for truong in THI_HANH)
        )
        NguoiDuocBiet.objects.bulk_create(
            NguoiDuocBiet(don=don, nhan_vien_id=pk, ly_do=ly_do, tu_ngay=don.ngay_nhan, nguoi_them=self.ngu_canh.nguoi)
            for don, _ in cac_cap
            if don.loai == LoaiDon.TO_CAO
            for pk, ly_do in self.phai_biet.items()
        )

    def _han_viec(self, don: DonThu) -> list[HanViec]:
        dang_cho = not don.da_dong and don.trang_thai != TrangThai.DA_BAN_HANH and don.loai != LoaiDon.KHAC
        cac_viec = dong_ho_dang_chay(don)
        if dang_cho and not cac_viec:
            self.khong_co_luat += 1
        return [
            dong_ho.han_moi(don, viec, tu, self.lich, self.so_ngay_knpa if viec == Viec.GIAI_QUYET_KNPA else None)
            for viec, tu in cac_viec
        ]

    def _lich_su(self, don: DonThu, dong: DongSo, ghi_chu: str, truoc: LichSu | None = None) -> LichSu:
        lich_su = LichSu(
            thoi_diem=self.ngu_canh.thoi_diem,
            don=don,
            buoc=Buoc.NHAP_SO,
            tu=truoc.den if truoc else "",
            den=don.trang_thai,
            ngay=ngay_moi_nhat(dong),  # later steps may be dated from here on, whenever the load took place
            nguoi=self.ngu_canh.nguoi,
            ghi_chu=ghi_chu,
        )
        lich_su.noi_tiep(truoc)
        return lich_su

    def ket_thuc(self, cac_ma: Sequence[str]) -> None:
        nang_so_dem(SO_DON, MA_DON_PHAN_MEM, cac_ma)
        if self.khong_co_luat:
            self.ngu_canh.luu_y.append(
                f"{so_vn(self.khong_co_luat)} đơn chưa xong không có thời hạn theo dõi, vì nhận hoặc thụ lý trước ngày "
                "quy định về thời hạn có hiệu lực."
            )


def _ma_to_cao(cac_nam: Iterable[int]) -> dict[int, list[str]]:
    """New codes of denouncers, as many of each year as it stands in `cac_nam`."""
    dem: dict[int, int] = {}
    for nam in cac_nam:
        dem[nam] = dem.get(nam, 0) + 1
    return {nam: cac_ma_nguoi_to_cao(nam, bao_nhieu) for nam, bao_nhieu in dem.items()}
