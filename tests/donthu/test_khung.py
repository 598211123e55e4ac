"""The frame holds: two people at once, a crash in the middle, and any way through a procedure."""

import itertools
import threading
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, connections
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from donthu import actions
from donthu.actions import THUC_HIEN
from donthu.models import DonThu, HanViec, KetQuaThiHanh, LichSu, PhanCong, VanBanDi
from donthu.phan_loai import LoaiDon, ket_qua_hop_le
from donthu.quy_trinh import HAN_CHINH, QUY_TRINH
from donthu.quy_trinh.buoc import Buoc
from tochuc.loi import LoiNghiepVu
from tochuc.models import SoDem

NGAY = date(2026, 7, 6)


def dau_vet(don) -> tuple:
    """Everything a step may write."""
    don.refresh_from_db()
    return (
        don.trang_thai,
        don.so_buoc,
        sorted(don.han_viec.values_list("viec", "han", "ngay_xong")),
        LichSu.objects.count(),
        VanBanDi.objects.count(),
        PhanCong.objects.count(),
        sorted(SoDem.objects.values_list("so_dang_ky", "nam", "so_cuoi")),
    )


@pytest.mark.django_db(transaction=True)
def test_hai_nguoi_cung_thu_ly_chi_mot_nguoi_duoc(bo_may, nhan, phan_loai, lam):
    don = phan_loai(nhan(LoaiDon.KHIEU_NAI, NGAY), NGAY)
    don = lam(don, Buoc.TRINH_THU_LY, bo_may.tchc, NGAY)
    ket_qua, cung_luc = [], threading.Barrier(4)

    def thu(nguoi):
        cung_luc.wait()
        try:
            THUC_HIEN[Buoc.THU_LY](don, nguoi=nguoi, ngay=NGAY)
            ket_qua.append("duoc")
        except LoiNghiepVu as loi:
            ket_qua.append(str(loi))
        finally:
            connections.close_all()

    luong = [threading.Thread(target=thu, args=(bo_may.giam_doc,)) for _ in range(4)]
    for mot in luong:
        mot.start()
    for mot in luong:
        mot.join()

    bi_tu_choi = "Không thực hiện được bước “Thụ lý”. Đơn đang ở trạng thái “Đang giải quyết”."
    assert sorted(ket_qua) == sorted(["duoc", *[bi_tu_choi] * 3])
    assert LichSu.objects.filter(don=don, buoc=Buoc.THU_LY).count() == 1
    assert list(VanBanDi.objects.values_list("so", flat=True)) == [1]
    assert HanViec.objects.filter(don=don, viec__in=HAN_CHINH, ngay_xong=None).count() == 1


BANG_CUOI_BUOC = ("donthu_donthu", "donthu_hanviec", "donthu_vanbandi", "donthu_lichsu")


@pytest.mark.parametrize("bang", BANG_CUOI_BUOC)
def test_mat_co_so_du_lieu_giua_buoc_khong_de_lai_gi(bang, bo_may, nhan, phan_loai, lam):
    don = phan_loai(nhan(LoaiDon.KHIEU_NAI, NGAY), NGAY)
    don = lam(don, Buoc.TRINH_THU_LY, bo_may.tchc, NGAY)
    truoc = dau_vet(don)

    def day_dia(execute, sql, params, many, context):
        if bang in sql and sql.startswith(("INSERT", "UPDATE")):
            raise DatabaseError("could not extend file: No space left on device")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(day_dia), pytest.raises(DatabaseError):
        THUC_HIEN[Buoc.THU_LY](don, nguoi=bo_may.giam_doc, ngay=NGAY)

    assert dau_vet(don) == truoc
    assert lam(don, Buoc.THU_LY, bo_may.giam_doc, NGAY).ngay_thu_ly == NGAY
    assert VanBanDi.objects.get().so == 1


def truong_cua(buoc, don, bo_may, chon):
    """Fields of a step, drawn where the step leaves a choice."""
    match buoc:
        case Buoc.PHAN_LOAI:
            du = chon(st.booleans())
            return {
                "loai": don.loai,
                "linh_vuc": don.linh_vuc,
                "du_dieu_kien": du,
                "ly_do_khong_du": "" if du else "Không có chữ ký",
                "thuoc_tham_quyen": chon(st.booleans()),
            }
        case Buoc.GIAO_DON_VI:
            return {"don_vi": bo_may.khoa}
        case Buoc.BAN_HANH:
            hop_le = ket_qua_hop_le(don.loai, don.lan)
            return {"noi_dung_ban_hanh": "Nội dung", "ket_qua": chon(st.sampled_from(hop_le)) if hop_le else ""}
        case Buoc.BAO_CAO_KET_QUA:
            return {"bao_cao": "Báo cáo"}
        case Buoc.HUONG_DAN | Buoc.CHUYEN_DON:
            return {"co_quan_nhan": "Sở Y tế"}
        case Buoc.GIA_HAN:
            return {"so_ngay": chon(st.integers(1, 30)), "van_ban": "Văn bản số 1"}
        case Buoc.KHONG_THU_LY | Buoc.TAM_DINH_CHI | Buoc.DINH_CHI | Buoc.YEU_CAU_BO_SUNG:
            return {"ly_do": "Lý do"}
        case Buoc.THONG_BAO | Buoc.GUI_VAN_BAN | Buoc.CONG_KHAI | Buoc.XU_LY_KET_LUAN:
            return {"ghi_chu": "Đã làm"}
    return {}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(loai=st.sampled_from(list(QUY_TRINH)), du_lieu=st.data())
def test_di_duong_nao_cung_khong_lac_khong_mat_dong_ho(bo_may, nhan, loai, du_lieu):
    nguoi_lam = [bo_may.tchc, bo_may.giam_doc, bo_may.truong_khoa]
    don, ngay = nhan(loai, NGAY), NGAY

    for _ in range(14):
        co_the = [(buoc, nguoi) for nguoi in nguoi_lam for buoc in actions.cac_buoc_duoc_lam(don, nguoi)]
        if don.da_dong:
            break
        assert co_the, f"{don.get_trang_thai_display()} không có lối ra"
        buoc, nguoi = du_lieu.draw(st.sampled_from(co_the))
        ngay += timedelta(days=du_lieu.draw(st.integers(0, 9)))
        truoc = dau_vet(don)
        try:
            don = THUC_HIEN[buoc](don, nguoi=nguoi, ngay=ngay, **truong_cua(buoc, don, bo_may, du_lieu.draw))
        except LoiNghiepVu:
            assert dau_vet(don) == truoc

    don = DonThu.objects.get(pk=don.pk)
    dong = list(don.lich_su.all())
    assert [muc.stt for muc in dong] == list(range(1, don.so_buoc + 1))
    assert all(muc.bam == muc.tinh_bam() for muc in dong)
    assert all(sau.bam_truoc == truoc.bam and sau.tu == truoc.den for truoc, sau in itertools.pairwise(dong))
    chinh = don.han_viec.filter(viec__in=HAN_CHINH, ngay_xong=None).count()
    assert chinh == 0 if don.da_dong or don.ngay_ban_hanh or loai == LoaiDon.KHAC else chinh >= 1
    assert KetQuaThiHanh.objects.filter(don=don).count() == don.lich_su.filter(buoc=Buoc.THI_HANH).count()
