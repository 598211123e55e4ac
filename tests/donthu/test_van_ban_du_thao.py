"""A document on its way: written, reviewed, returned, signed; one number, no gap, no second document."""

import threading
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, connections

from donthu.actions.ban_thao import bo_ban_thao, buoc_ban_hanh, ky_ban_hanh, soan, tham_dinh, tra_lai, trinh
from donthu.ban_thao_cho import ban_thao_cho
from donthu.models import BanThao, DonThu, NguoiDuocBiet, PhienBan, TrangThaiBanThao, VanBanDi
from donthu.phan_loai import LoaiDon
from donthu.quy_trinh.buoc import Buoc
from donthu.so_sanh import so_sanh
from donthu.soan_thao import cac_mau_cho, nguoi_ky, van_ban_ngay
from tochuc.loi import LoiNghiepVu
from tochuc.models import CauHinh, NhatKy, SoDem
from tochuc.vai_tro import VaiTro

NGAY = date(2026, 7, 6)
# A notice that no step of khiếu nại issues once the petition is accepted; and one that a step issues.
MAU_RIENG, MAU_CUA_BUOC = "ND124-10", "ND124-03"


@pytest.fixture
def don(nhan, thu_ly):
    """A complaint that was accepted: documents TB 01 and PĐX 01 are issued."""
    return thu_ly(nhan(LoaiDon.KHIEU_NAI, NGAY), NGAY)


@pytest.fixture
def cho_duyet(nhan, phan_loai, lam, bo_may):
    """A complaint before the director."""
    return lam(phan_loai(nhan(LoaiDon.KHIEU_NAI, NGAY), NGAY), Buoc.TRINH_THU_LY, bo_may.tchc, NGAY)


@pytest.fixture
def du_thao(bo_may):
    """Start a draft."""

    def tao(don, ma_mau=MAU_RIENG, nguoi=None, **gia_tri):
        return soan(don, nguoi=nguoi or bo_may.tchc, ngay=NGAY, ma_mau=ma_mau, gia_tri=gia_tri)

    return tao


@pytest.fixture
def cho_ky(du_thao, bo_may):
    """A draft before who signs."""

    def tao(don, ma_mau=MAU_RIENG):
        ban = du_thao(don, ma_mau)
        ban = trinh(ban, nguoi=bo_may.tchc, ngay=NGAY, phien_ban=1)
        return tham_dinh(ban, nguoi=bo_may.tchc, ngay=NGAY, phien_ban=1)

    return tao


def so_quyet_dinh() -> int:
    return sum(SoDem.objects.filter(so_dang_ky__startswith="van_ban:").values_list("so_cuoi", flat=True))


def test_tu_nhap_den_ban_hanh(don, cho_ky, bo_may):
    bo_may.giam_doc.chuc_vu = "Giám đốc"

    van_ban = ky_ban_hanh(cho_ky(don), nguoi=bo_may.giam_doc, ngay=NGAY, phien_ban=1, y_kien="Đồng ý")

    ban = BanThao.objects.get(van_ban_di=van_ban)
    assert ban.trang_thai == TrangThaiBanThao.BAN_HANH
    assert [(dong.den, dong.nguoi, dong.y_kien) for dong in ban.cac_phien_ban.all()] == [
        ("trinh", bo_may.tchc, ""),
        ("tham_dinh", bo_may.tchc, ""),
        ("ban_hanh", bo_may.giam_doc, "Đồng ý"),
    ]
    assert (van_ban.so_ky_hieu, van_ban.ngay, van_ban.nguoi_ky) == ("01/TTYT", NGAY, bo_may.giam_doc)
    assert van_ban.noi_dung["nguoi_ky"] == bo_may.giam_doc.ho_ten
    assert (van_ban.noi_dung["thay_mat"], van_ban.noi_dung["chuc_vu"]) == ("", "Giám đốc")
    dong = NhatKy.objects.get(doi_tuong=don.ma, noi_dung__startswith="Ký ban hành")
    assert (dong.noi_dung, dong.mat) == ("Ký ban hành văn bản 01/TTYT", False)


def test_khong_mo_hai_du_thao_cung_mau(don, du_thao):
    du_thao(don)

    with pytest.raises(LoiNghiepVu, match="đang có một dự thảo"):
        du_thao(don)

    assert BanThao.objects.count() == 1


def test_bo_roi_thi_soan_lai_duoc(don, du_thao, bo_may):
    bo_ban_thao(du_thao(don), nguoi=bo_may.tchc, ngay=NGAY, phien_ban=1)

    du_thao(don)

    assert sorted(BanThao.objects.values_list("trang_thai", flat=True)) == ["bo", "nhap"]


def test_sua_tren_ban_cu_thi_bao(don, du_thao, bo_may):
    du_thao(don)
    sua = {"nguoi": bo_may.tchc, "ngay": NGAY, "ma_mau": MAU_RIENG, "phien_ban": 1}
    moi = soan(don, gia_tri={"trich_yeu": "Về việc A"}, **sua)

    with pytest.raises(LoiNghiepVu, match="vừa có người khác sửa"):
        soan(don, gia_tri={"trich_yeu": "Về việc B"}, **sua)

    moi.refresh_from_db()
    assert (moi.phien_ban, moi.gia_tri["trich_yeu"]) == (2, "Về việc A")


def test_luu_khong_doi_gi_thi_van_phien_ban_cu(don, du_thao, bo_may):
    cu = du_thao(don, trich_yeu="Về việc A")

    moi = soan(don, nguoi=bo_may.tchc, ngay=NGAY, ma_mau=MAU_RIENG, gia_tri={"trich_yeu": "Về việc A"}, phien_ban=1)

    assert (moi.pk, moi.phien_ban) == (cu.pk, 1)


def test_chi_giu_cac_o_cua_mau(don, du_thao):
    ban = du_thao(don, khong_co_o_nay="x")

    assert set(ban.gia_tri) == {truong.ten for truong in van_ban_ngay(MAU_RIENG, NGAY).truong}


def test_tra_lai_phai_ghi_y_kien(don, du_thao, bo_may):
    ban = trinh(du_thao(don), nguoi=bo_may.tchc, ngay=NGAY, phien_ban=1)

    with pytest.raises(LoiNghiepVu, match="Xin ghi ý kiến"):
        tra_lai(ban, nguoi=bo_may.tchc, ngay=NGAY, phien_ban=1, y_kien="  ")

    ban = tra_lai(ban, nguoi=bo_may.tchc, ngay=NGAY, phien_ban=1, y_kien="Ghi rõ ngày nhận đơn.")
    assert ban.trang_thai == TrangThaiBanThao.TRA_LAI
    assert list(ban_thao_cho(bo_may.tchc)) == [ban]


@pytest.mark.parametrize(
    ("viec", "vai"), [(tham_dinh, "giam_doc"), (tham_dinh, "truong_khoa"), (ky_ban_hanh, "tchc"), (trinh, "tiep_dan")]
)
def test_khong_dung_viec_cua_minh(viec, vai, don, du_thao, bo_may, tao_don, lam):
    lam(don, Buoc.GIAO_DON_VI, bo_may.giam_doc, NGAY, don_vi=bo_may.khoa)
    ban = trinh(du_thao(don), nguoi=bo_may.tchc, ngay=NGAY, phien_ban=1)

    with pytest.raises((PermissionDenied, LoiNghiepVu)):
        viec(ban, nguoi=getattr(bo_may, vai), ngay=NGAY, phien_ban=1)

    ban.refresh_from_db()
    assert (ban.trang_thai, VanBanDi.objects.filter(ban_thao=ban).count()) == (TrangThaiBanThao.TRINH, 0)


def test_nguoi_khong_duoc_biet_thi_khong_soan(don, bo_may, du_thao):
    with pytest.raises(PermissionDenied):
        du_thao(don, nguoi=bo_may.khoa_khac)

    assert BanThao.objects.count() == 0


def test_thoi_duoc_biet_giua_chung_thi_khong_lam_tiep(nhan, thu_ly, du_thao, bo_may):
    don = thu_ly(nhan(LoaiDon.TO_CAO, NGAY), NGAY)
    ban = du_thao(don, "ND31-06")
    NguoiDuocBiet.objects.filter(don=don, nhan_vien=bo_may.tchc).update(ngay_thoi=NGAY)

    with pytest.raises(PermissionDenied):
        trinh(ban, nguoi=bo_may.tchc, ngay=NGAY, phien_ban=1)


def test_to_cao_nguoi_giai_quyet_tu_lam_het_va_ghi_nhat_ky_mat(nhan, thu_ly, du_thao, bo_may):
    don = thu_ly(nhan(LoaiDon.TO_CAO, NGAY), NGAY)
    ban = du_thao(don, "ND31-06", nguoi=bo_may.giam_doc)

    ky_ban_hanh(ban, nguoi=bo_may.giam_doc, ngay=NGAY, phien_ban=1)

    assert NhatKy.objects.get(doi_tuong=don.ma, noi_dung__startswith="Ký ban hành").mat is True
    assert don.ma_nguoi_to_cao not in NhatKy.objects.get(doi_tuong=don.ma, noi_dung__startswith="Ký ban hành").noi_dung


def test_mau_khong_danh_cho_loai_don_nay(don, du_thao):
    with pytest.raises(LoiNghiepVu, match="Không soạn “Quyết định thụ lý tố cáo” cho khiếu nại"):
        du_thao(don, "ND31-04")


def test_cac_mau_cho_chon_deu_dung_loai_va_con_hieu_luc(don):
    cac_mau = cac_mau_cho(don, NGAY)

    assert {don.loai in mau.loai and mau.hieu_luc(NGAY) for mau in cac_mau} == {True}
    assert len({mau.ma for mau in cac_mau}) == len(cac_mau)


# --- With the steps of the procedure ---------------------------------------------------------------------------------


def test_van_ban_cua_buoc_thi_ky_bang_buoc(cho_duyet, cho_ky, bo_may):
    ban = cho_ky(cho_duyet, MAU_CUA_BUOC)

    with pytest.raises(LoiNghiepVu, match="được ký ban hành khi thực hiện bước “Thụ lý”"):
        ky_ban_hanh(ban, nguoi=bo_may.giam_doc, ngay=NGAY, phien_ban=1)

    assert list(ban_thao_cho(bo_may.giam_doc)) == [ban]


def test_da_qua_buoc_thi_mau_do_ky_rieng_duoc(don):
    assert buoc_ban_hanh(don, MAU_CUA_BUOC) is None
    assert buoc_ban_hanh(don, "ND124-15") == Buoc.BAN_HANH


def test_buoc_ban_hanh_dung_chu_cua_du_thao(cho_duyet, du_thao, lam, bo_may):
    ban = du_thao(cho_duyet, MAU_CUA_BUOC, trich_yeu="Về việc thụ lý đã sửa", noi_nhan="Như trên;\n- Lưu: VT.")

    don = lam(cho_duyet, Buoc.THU_LY, bo_may.giam_doc, NGAY)

    van_ban = don.van_ban_di.get(ma_mau=MAU_CUA_BUOC)
    ban.refresh_from_db()
    assert (van_ban.ban_thao, ban.trang_thai) == (ban, TrangThaiBanThao.BAN_HANH)
    assert (van_ban.noi_dung["trich_yeu"], van_ban.noi_dung["noi_nhan"]) == (
        "Về việc thụ lý đã sửa",
        ["Như trên", "Lưu: VT"],
    )


@pytest.mark.parametrize("o_dau", ["trinh", "tra_lai"])
def test_du_thao_con_o_ban_khac_thi_chua_lam_buoc(o_dau, cho_duyet, du_thao, lam, bo_may):
    ban = trinh(du_thao(cho_duyet, MAU_CUA_BUOC), nguoi=bo_may.tchc, ngay=NGAY, phien_ban=1)
    if o_dau == "tra_lai":
        tra_lai(ban, nguoi=bo_may.tchc, ngay=NGAY, phien_ban=1, y_kien="Sửa")
    truoc = so_quyet_dinh()

    with pytest.raises(LoiNghiepVu, match=r"đang chờ thẩm định|đã bị trả lại để sửa"):
        lam(cho_duyet, Buoc.THU_LY, bo_may.giam_doc, NGAY)

    assert (DonThu.objects.get(pk=cho_duyet.pk).ngay_thu_ly, so_quyet_dinh()) == (None, truoc)


def test_chua_soan_thi_buoc_dien_san_va_giu_lai_chu(don):
    van_ban = don.van_ban_di.get(ma_mau=MAU_CUA_BUOC)

    assert van_ban.ban_thao is None
    assert van_ban.noi_dung["so_ky_hieu"] == "01/TB-TTYT"
    assert van_ban.noi_dung["ngay_van_ban"] == "2026-07-06"
    assert "Trần Thị Bí Mật" in str(van_ban.noi_dung["o"])
    assert van_ban.noi_dung["dia_chi_tra_cuu"].endswith(f"/tra-cuu/{van_ban.ma_tra_cuu}/")


# --- Two people, a crash ---------------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_bam_ky_hai_lan_cung_luc_chi_mot_van_ban(don, cho_ky, bo_may):
    ban, ket_qua, cung_luc = cho_ky(don), [], threading.Barrier(4)

    def ky():
        cung_luc.wait()
        try:
            ket_qua.append(str(ky_ban_hanh(ban, nguoi=bo_may.giam_doc, ngay=NGAY, phien_ban=1)))
        except LoiNghiepVu:
            ket_qua.append("tu_choi")
        finally:
            connections.close_all()

    _cung_chay(ky, 4)

    assert sorted(ket_qua) == ["01/TTYT", "tu_choi", "tu_choi", "tu_choi"]
    assert VanBanDi.objects.filter(ban_thao=ban).count() == 1
    assert SoDem.objects.get(so_dang_ky="van_ban:CV").so_cuoi == 1


@pytest.mark.django_db(transaction=True)
def test_hai_nguoi_cung_soan_mot_mau_chi_mot_du_thao(don, bo_may):
    ket_qua, cung_luc = [], threading.Barrier(4)

    def soan_moi():
        cung_luc.wait()
        try:
            soan(don, nguoi=bo_may.tchc, ngay=NGAY, ma_mau=MAU_RIENG, gia_tri={})
            ket_qua.append("duoc")
        except LoiNghiepVu:
            ket_qua.append("tu_choi")
        finally:
            connections.close_all()

    _cung_chay(soan_moi, 4)

    assert sorted(ket_qua) == ["duoc", "tu_choi", "tu_choi", "tu_choi"]
    assert BanThao.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_nhieu_don_ky_cung_luc_so_lien_tuc(nhan, thu_ly, cho_ky, bo_may):
    cac_ban = [cho_ky(thu_ly(nhan(LoaiDon.KHIEU_NAI, NGAY), NGAY)) for _ in range(4)]
    con_lai = iter(cac_ban)
    khoa = threading.Lock()

    def ky():
        with khoa:
            ban = next(con_lai)
        try:
            ky_ban_hanh(ban, nguoi=bo_may.giam_doc, ngay=NGAY, phien_ban=1)
        finally:
            connections.close_all()

    _cung_chay(ky, 4)

    assert sorted(VanBanDi.objects.filter(so_dang_ky="CV").values_list("so", flat=True)) == [1, 2, 3, 4]


def _cung_chay(viec, bao_nhieu):
    luong = [threading.Thread(target=viec) for _ in range(bao_nhieu)]
    for mot in luong:
        mot.start()
    for mot in luong:
        mot.join()


@pytest.mark.parametrize("bang", ["donthu_vanbandi", "donthu_phienban", "donthu_banthao", "tochuc_nhatky"])
def test_mat_co_so_du_lieu_giua_luc_ky_khong_de_lai_gi(bang, don, cho_ky, bo_may):
    ban = cho_ky(don)

    def day_dia(execute, sql, params, many, context):
        if bang in sql and sql.startswith(("INSERT", "UPDATE")):
            raise DatabaseError("could not extend file: No space left on device")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(day_dia), pytest.raises(DatabaseError):
        ky_ban_hanh(ban, nguoi=bo_may.giam_doc, ngay=NGAY, phien_ban=1)

    assert VanBanDi.objects.filter(so_dang_ky="CV").count() == 0
    assert PhienBan.objects.filter(ban_thao=ban).count() == 2
    assert str(ky_ban_hanh(ban, nguoi=bo_may.giam_doc, ngay=NGAY, phien_ban=1)) == "01/TTYT"


# --- Who signs, versions ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("vai_tro", "chuc_vu", "mong_doi"),
    [
        (VaiTro.LANH_DAO, "Giám đốc", ("", "Giám đốc", "Người Ký")),
        (VaiTro.LANH_DAO, "Phó Giám đốc phụ trách", ("KT. Giám đốc", "Phó Giám đốc", "Người Ký")),
        (
            VaiTro.TCHC,
            "Trưởng phòng Tổ chức - Hành chính",
            ("TL. Giám đốc", "Trưởng phòng Tổ chức - Hành chính", "Người Ký"),
        ),
        (VaiTro.TCHC, "Phó Trưởng phòng", ("TL. Giám đốc\nKT. Trưởng phòng", "Phó Trưởng phòng", "Người Ký")),
        (VaiTro.CHUYEN_VIEN, "Chuyên viên", ("", "Giám đốc", "Bác Sĩ Đứng Đầu")),
    ],
)
def test_dong_chuc_vu_tren_chu_ky(vai_tro, chuc_vu, mong_doi, tao_nguoi):
    cau_hinh = CauHinh.hien_hanh()
    cau_hinh.nguoi_dung_dau = "Bác Sĩ Đứng Đầu"
    nguoi = tao_nguoi(vai_tro, ho_ten="Người Ký", chuc_vu=chuc_vu)

    dong = nguoi_ky(nguoi, cau_hinh)

    assert (dong["thay_mat"], dong["chuc_vu"], dong["nguoi_ky"]) == mong_doi


def test_so_sanh_hai_phien_ban_theo_tung_o():
    mau = van_ban_ngay(MAU_CUA_BUOC, NGAY)

    thay_doi = so_sanh(
        mau, {"trich_yeu": "Về việc thụ lý", "dia_chi": "a"}, {"trich_yeu": "Về việc đã thụ lý", "dia_chi": "a"}
    )

    assert [(muc.nhan, muc.manh) for muc in thay_doi] == [
        ("Trích yếu", (("giu", "Về việc"), ("them", "đã"), ("giu", "thụ lý")))
    ]
