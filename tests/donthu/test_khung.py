"""The frame holds: two people at once, a crash in the middle, and any way through a procedure."""

import itertools
import threading
from datetime import date, time, timedelta

import pytest
from django.db import DatabaseError, connection, connections, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from donthu import actions
from donthu.actions import THUC_HIEN, khieu_nai
from donthu.models import HanViec, KetQuaThiHanh, LichSu, NguoiDu, PhamViRut, PhanCong, VanBanDi
from donthu.phan_loai import KIEN_NGHI_PHAN_ANH, KetQua, LoaiDon, ket_qua_hop_le
from donthu.quy_trinh import HAN_CHINH, QUY_TRINH
from donthu.quy_trinh.buoc import Buoc
from donthu.quy_trinh.khieu_nai import CHO_HIEU_LUC
from donthu.quy_trinh.trang_thai import CHUA_BAN_HANH, CHUA_THU_LY, DA_DONG, TrangThai
from donthu.viec import Viec
from tochuc.loi import LoiNghiepVu
from tochuc.models import SoDem

NGAY = date(2026, 7, 6)
THONG_BAO_THU_LY = "ND124-03"


def dau_vet(don) -> tuple:
    """Everything a step may write."""
    don.refresh_from_db()
    return (
        don.trang_thai,
        don.so_buoc,
        sorted(don.han_viec.values_list("viec", "han", "ngay_xong"), key=str),  # a clock may run again
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
    assert list(VanBanDi.objects.filter(ma_mau=THONG_BAO_THU_LY).values_list("so", flat=True)) == [1]
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
    assert VanBanDi.objects.get(ma_mau=THONG_BAO_THU_LY).so == 1


TOI = "Người khiếu nại"


def phieu_phan_loai(don, bo_may, ngay, chon):
    du = chon(st.booleans())
    return {
        "loai": don.loai,
        "linh_vuc": don.linh_vuc,
        "du_dieu_kien": du,
        "ly_do_khong_du": "" if du else "Không có chữ ký",
        "thuoc_tham_quyen": chon(st.booleans()),
    }


def phieu_xac_minh(don, bo_may, ngay, chon):
    nguoi = {"to_truong": bo_may.truong_khoa, "thanh_vien": (bo_may.tchc,)}
    return nguoi | {"tu_ngay": ngay, "den_ngay": ngay, "noi_dung": "Xác minh"}


def phieu_bao_doi_thoai(don, bo_may, ngay, chon):
    hop = {"ngay_doi_thoai": ngay + timedelta(days=chon(st.integers(4, 6))), "gio": time(8), "dia_diem": "Hội trường"}
    return hop | {"chu_tri": "Giám đốc", "nguoi_du": [("Bà A", TOI)]}


def phieu_doi_thoai(don, bo_may, ngay, chon):
    du = NguoiDu.objects.filter(buoi__don=don, tu_cach=TOI).last()
    return {"co_mat": {du.pk: chon(st.sampled_from(NguoiDu.CoMat))}, "noi_dung": "x", "ket_luan": "x"}


def phieu_ban_hanh(don, bo_may, ngay, chon):
    hop_le = ket_qua_hop_le(don.loai, don.lan)
    return {"noi_dung_ban_hanh": "Nội dung", "ket_qua": chon(st.sampled_from(hop_le)) if hop_le else ""}


def phieu_gui_quyet_dinh(don, bo_may, ngay, chon):
    return {"cach": "truc_tiep", "ngay_nhan": chon(st.sampled_from([None, ngay]))}


def phieu_cong_khai(don, bo_may, ngay, chon):
    noi = {"hinh_thuc": "niem_yet", "noi": "Bảng tin", "den_ngay": ngay + timedelta(days=15)}
    return noi | {"van_ban": None}


def phieu_gia_han(don, bo_may, ngay, chon):
    tieu_chi = chon(st.sampled_from([[], ["dia_diem"], ["dia_diem", "noi_dung"]]))
    return {"so_ngay": chon(st.integers(1, 30)), "tieu_chi": tieu_chi, "ly_do": "Lý do"}


# Fields of a step, drawn where the step leaves a choice; a step without a row here asks for none.
PHIEU = {
    Buoc.PHAN_LOAI: phieu_phan_loai,
    Buoc.GOP_DON: lambda don, *_: {"trung_voi": don, "ly_do": "Trùng"},  # refused: nothing is the same as itself
    Buoc.GIAO_DON_VI: lambda _, bo_may, *__: {"don_vi": bo_may.khoa, "nguoi_duoc_giao": bo_may.truong_khoa},
    Buoc.XAC_MINH: phieu_xac_minh,
    Buoc.TU_XAC_MINH: lambda _, __, ngay, ___: {
        "ngay_giai_trinh": ngay,
        "dia_diem": "Trung tâm",
        "giai_trinh": "x",
        "ket_qua_xac_minh": "x",
    },
    Buoc.BAO_CAO_KET_QUA: lambda _, __, ___, chon: {
        "bao_cao": "Báo cáo",
        "khac_ket_qua": chon(st.booleans()),
        "da_giai_trinh": True,
    },
    Buoc.BAO_DOI_THOAI: phieu_bao_doi_thoai,
    Buoc.DOI_THOAI: phieu_doi_thoai,
    Buoc.BAN_HANH: phieu_ban_hanh,
    Buoc.GUI_QUYET_DINH: phieu_gui_quyet_dinh,
    Buoc.CONG_KHAI: phieu_cong_khai,
    Buoc.RUT_DON: lambda _, __, ___, chon: {
        "hinh_thuc": "don",
        "pham_vi": chon(st.sampled_from(PhamViRut)),
        "noi_dung": "Nội dung rút",
    },
    Buoc.GIA_HAN: phieu_gia_han,
    Buoc.DINH_CHI: lambda _, __, ___, chon: {"ly_do": "Lý do", "do_rut": chon(st.booleans())},
    Buoc.DUNG_THI_HANH: lambda _, __, ngay, ___: {"ly_do": "Lý do", "den_ngay": ngay},
}
CO_QUAN, LY_DO, GHI_CHU = {"co_quan_nhan": "Sở Y tế"}, {"ly_do": "Lý do"}, {"ghi_chu": "Đã làm"}
PHIEU_CO_DINH = {
    Buoc.HUONG_DAN: CO_QUAN,
    Buoc.CHUYEN_DON: CO_QUAN,
    Buoc.CHUYEN_KIEM_TRA: CO_QUAN,
    Buoc.CHUYEN_DIEU_TRA: CO_QUAN,
    Buoc.KHONG_THU_LY: LY_DO,
    Buoc.HOAN_DOI_THOAI: LY_DO,
    Buoc.TAM_DINH_CHI: LY_DO,
    Buoc.YEU_CAU_BO_SUNG: LY_DO,
    Buoc.BO_DUNG_THI_HANH: LY_DO,
    Buoc.TU_CHOI_BAO_VE: LY_DO,
    Buoc.THOI_BAO_VE: LY_DO,
    Buoc.KHONG_XU_LY: GHI_CHU,
    Buoc.YEU_CAU_TAI_LIEU: {"noi_cung_cap": "Khoa Dược", "noi_dung": "Hồ sơ"},
    Buoc.NHAN_TAI_LIEU: {"nguoi_giao": "Khoa Dược", "tai_lieu": [("Hồ sơ", "")]},
    Buoc.TRUNG_CAU_GIAM_DINH: {"co_quan": "Giám định y khoa", "noi_dung": "Hồ sơ"},
    Buoc.KET_QUA_GIAM_DINH: {"ket_luan": "Đúng quy trình"},
    Buoc.GUI_VAN_BAN: {"van_ban": None, "nguoi_nhan": "nguoi_gui", "cach": "truc_tiep"},
    Buoc.CAP_TREN_YEU_CAU: {"co_quan": "Sở Y tế", "noi_dung": "Công văn 1"},
    Buoc.KET_QUA_LAN_HAI: {"ket_qua": KetQua.CONG_NHAN, "so_van_ban": "1/QĐ-SYT"},
    Buoc.KHOI_KIEN: {"toa_an": "Tòa án"},
    Buoc.BAN_AN: {"so_van_ban": "1/2026", "noi_dung": "Thi hành"},
    Buoc.DON_DOC: {"noi_nhan": "Khoa Nội", "noi_dung": "Báo cáo"},
    Buoc.DE_NGHI_BAO_VE: {"noi_dung": "Bị đe dọa"},
    Buoc.BAO_VE: {"quyet_dinh": "ap_dung", "bien_phap": "Bố trí công việc khác"},
}


def truong_cua(buoc, don, bo_may, ngay, chon):
    tu_chon = PHIEU.get(buoc)
    return tu_chon(don, bo_may, ngay, chon) if tu_chon else PHIEU_CO_DINH.get(buoc, {})


@pytest.fixture
def dua_toi(nhan, thu_ly, den_xac_minh, bao_cao, den_ban_hanh):
    """A petition of a kind brought to a place on its way, from which to walk on at random."""

    def toi(loai, cho):
        don = nhan(loai, NGAY)
        if cho == "tiep_nhan" or loai == LoaiDon.KHAC:
            return don
        don = thu_ly(don, NGAY)
        if cho == "thu_ly":
            return don
        if cho == "ban_hanh" or loai in KIEN_NGHI_PHAN_ANH:
            return den_ban_hanh(don, NGAY)
        return bao_cao(den_xac_minh(don, NGAY), NGAY, khac_ket_qua=True)

    return toi


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(
    loai=st.sampled_from([*QUY_TRINH, LoaiDon.KHIEU_NAI, LoaiDon.TO_CAO, LoaiDon.KHIEU_NAI]),
    cho=st.sampled_from(["ban_hanh", "bao_cao", "thu_ly", "tiep_nhan"]),
    du_lieu=st.data(),
)
def test_di_duong_nao_cung_khong_lac_khong_mat_dong_ho(bo_may, dua_toi, loai, cho, du_lieu):
    with transaction.atomic():  # each walk begins with the same registers, so the one that failed can be walked again
        don = di_ngau_nhien(dua_toi(loai, cho), bo_may, du_lieu.draw)

        kiem_don(don)
        transaction.set_rollback(True)


def di_ngau_nhien(don, bo_may, draw):
    """Twelve steps that somebody may take, on days that follow each other; a refused step leaves nothing."""
    nguoi_lam = [bo_may.tchc, bo_may.giam_doc, bo_may.truong_khoa]
    ngay, bang = NGAY, QUY_TRINH[don.loai]
    for _ in range(12):
        co_the = [(buoc, nguoi) for nguoi in nguoi_lam for buoc in actions.cac_buoc_duoc_lam(don, nguoi)]
        di_tiep = [(buoc, nguoi) for buoc, nguoi in co_the if bang[buoc].den not in (None, don.trang_thai)]
        if don.da_dong:
            break
        assert di_tiep, f"{don.get_trang_thai_display()} không có lối ra"
        con_mo = [(buoc, nguoi) for buoc, nguoi in di_tiep if bang[buoc].den not in DA_DONG]
        # Most ways out are short; where there is a choice, walk on rather than out of the procedure.
        buoc, nguoi = draw(st.sampled_from(draw(st.sampled_from([con_mo or di_tiep, co_the]))))
        ngay += timedelta(days=draw(st.sampled_from([0, 1, 5, 31])))
        truoc = dau_vet(don)
        try:
            don = THUC_HIEN[buoc](don, nguoi=nguoi, ngay=ngay, **truong_cua(buoc, don, bo_may, ngay, draw))
        except LoiNghiepVu:
            assert dau_vet(don) == truoc
        khieu_nai.ghi_hieu_luc(ngay)
        don.refresh_from_db()
    return don


def kiem_don(don):
    """The trail has no gap, no clock of the way the petition went was lost, and pauses and flags agree."""
    dong = list(don.lich_su.all())
    assert [muc.stt for muc in dong] == list(range(1, don.so_buoc + 1))
    assert all(muc.bam == muc.tinh_bam() for muc in dong)
    assert all(sau.bam_truoc == truoc.bam and sau.tu == truoc.den for truoc, sau in itertools.pairwise(dong))
    mo = don.han_viec.filter(ngay_xong=None)
    chinh = mo.filter(viec__in=HAN_CHINH)
    cho_giai_quyet = don.trang_thai in (*CHUA_THU_LY, *CHUA_BAN_HANH) and don.loai != LoaiDon.KHAC
    assert chinh.exists() == cho_giai_quyet
    assert mo.filter(viec__in=CHO_HIEU_LUC).exists() == (don.trang_thai == TrangThai.CHO_HIEU_LUC)
    assert mo.filter(viec=Viec.THI_HANH_QD_KN).exists() == (don.trang_thai == TrangThai.CO_HIEU_LUC)
    dang_dung = don.tam_dinh_chi.filter(den_ngay=None)
    assert dang_dung.filter(giam_dinh=False).exists() == don.dang_tam_dinh_chi
    assert dang_dung.filter(giam_dinh=True).exists() == (don.dang_giam_dinh and don.loai == LoaiDon.TO_CAO)
    assert chinh.filter(dung_tu__isnull=False).exists() == dang_dung.exists()
    assert KetQuaThiHanh.objects.filter(don=don).count() == don.lich_su.filter(buoc=Buoc.THI_HANH).count()
