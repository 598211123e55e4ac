"""Whether the centre is ready for an inspection today: sixteen points, each with its proof or with what mends it."""

from collections.abc import Callable
from datetime import date

from baocao.models.minh_chung import LoaiMinhChung
from baocao.san_sang import bang, lich_tiep, minh_chung, so_sach
from baocao.san_sang.bang import BoiCanh, DongSanSang, KetQua, TinhTrang, YeuCau
from tochuc.lich import Lich
from tochuc.models import CauHinh, NhanVien

__all__ = ["DongSanSang", "TinhTrang", "kiem_san_sang"]


def _theo(*cac_loai: LoaiMinhChung) -> Callable[[BoiCanh], KetQua]:
    return lambda boi_canh: minh_chung.theo_minh_chung(boi_canh, *cac_loai)


CAC_DIEM: tuple[tuple[YeuCau, Callable[[BoiCanh], KetQua]], ...] = (
    (bang.NOI_QUY_QUY_CHE, _theo(LoaiMinhChung.NOI_QUY, LoaiMinhChung.QUY_CHE)),
    (bang.PHAN_CONG, _theo(LoaiMinhChung.PHAN_CONG)),
    (bang.LICH_CO_TEN, lich_tiep.lich_co_ten),
    (bang.CONG_BO_SOM, lich_tiep.cong_bo_som),
    (bang.PHONG_TIEP, _theo(LoaiMinhChung.PHONG_TIEP)),
    (bang.THU_TRUONG_TIEP, lich_tiep.thu_truong_tiep),
    (bang.SO_TIEP, so_sach.so_tiep_cong_dan),
    (bang.HOM_THU, minh_chung.mo_hom_thu),
    (bang.DUONG_DAY_NONG, so_sach.duong_day_nong),
    (bang.SO_DON, so_sach.so_don),
    (bang.BAO_CAO_KY, so_sach.bao_cao_ky),
    (bang.CHUYEN_TO_CAO, so_sach.chuyen_to_cao),
    (bang.BOI_DUONG, minh_chung.boi_duong),
    (bang.NIEM_YET, minh_chung.niem_yet),
    (bang.TUYEN_TRUYEN, so_sach.tuyen_truyen),
    (bang.KHONG_QUA_HAN, so_sach.khong_qua_han),
)


def kiem_san_sang(nguoi: NhanVien, hom_nay: date, lich: Lich) -> list[DongSanSang]:
    """Go through the list as `nguoi` may see it; the number of statements does not depend on the data."""
    boi_canh = BoiCanh(nguoi, hom_nay, lich, CauHinh.hien_hanh())
    return [DongSanSang(yeu_cau, kiem(boi_canh)) for yeu_cau, kiem in CAC_DIEM]
