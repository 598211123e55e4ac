"""The centre's table of units from CSV: parents in any order, again = updated, all rows or none."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from tochuc.loi import LoiNghiepVu
from tochuc.models import DonVi
from tochuc.nap_don_vi import KetQuaNap, nap_don_vi

TIEU_DE = "code,name,kind,parent,can_be_assigned,box\n"
HAI_DON_VI = "DDN,Tổ trực đường dây nóng,TO,TCHC,0,1\nTCHC,Phòng Tổ chức - Hành chính,PHONG,,1,0\n"


@pytest.fixture
def luu_csv(tmp_path):
    def luu(chu: str, ma_hoa: str = "utf-8"):
        tep = tmp_path / "don-vi.csv"
        tep.write_bytes(chu.encode(ma_hoa))
        return tep

    return luu


def _cac_don_vi() -> list[tuple]:
    return list(
        DonVi.objects.order_by("ma").values_list("ma", "ten", "loai", "cha__ma", "duoc_giao", "co_hom_thu", "hoat_dong")
    )


@pytest.mark.parametrize("ma_hoa", ["utf-8", "utf-8-sig"])
def test_nap_moi(db, luu_csv, ma_hoa):
    """A unit may stand before the one above it."""
    ket_qua = nap_don_vi(luu_csv(TIEU_DE + HAI_DON_VI, ma_hoa))

    assert ket_qua == KetQuaNap(moi=2)
    assert _cac_don_vi() == [
        ("DDN", "Tổ trực đường dây nóng", "TO", "TCHC", False, True, True),
        ("TCHC", "Phòng Tổ chức - Hành chính", "PHONG", None, True, False, True),
    ]


def test_nap_lai_khong_doi(db, luu_csv):
    tep = luu_csv(TIEU_DE + HAI_DON_VI)
    nap_don_vi(tep)

    ket_qua = nap_don_vi(tep)

    assert (ket_qua, DonVi.objects.count()) == (KetQuaNap(khong_doi=2), 2)


def test_tep_doi_thi_cap_nhat(db, luu_csv):
    """Units that are not in the file stay; what is no column of the file stays too."""
    nap_don_vi(luu_csv(TIEU_DE + HAI_DON_VI))
    DonVi.objects.filter(ma="DDN").update(hoat_dong=False)

    ket_qua = nap_don_vi(luu_csv("code,name,kind\nDDN,Đường dây nóng,TO\n"))

    assert ket_qua == KetQuaNap(cap_nhat=1)
    assert _cac_don_vi()[0] == ("DDN", "Đường dây nóng", "TO", "TCHC", False, True, False)


def test_doi_cap_tren_va_bo_cap_tren(db, luu_csv):
    nap_don_vi(luu_csv(TIEU_DE + HAI_DON_VI))

    dao = "DDN,Tổ trực đường dây nóng,TO,,0,1\nTCHC,Phòng Tổ chức - Hành chính,PHONG,DDN,1,0\n"
    ket_qua = nap_don_vi(luu_csv(TIEU_DE + dao))

    assert ket_qua == KetQuaNap(cap_nhat=2)
    assert dict(DonVi.objects.values_list("ma", "cha__ma")) == {"DDN": None, "TCHC": "DDN"}


def test_cap_tren_da_luu_tu_truoc(db, luu_csv):
    nap_don_vi(luu_csv(TIEU_DE + HAI_DON_VI))

    ket_qua = nap_don_vi(luu_csv(TIEU_DE + "TO1,Tổ một,TO,TCHC,,\n"))

    assert (ket_qua, DonVi.objects.get(ma="TO1").cha.ma) == (KetQuaNap(moi=1), "TCHC")


def test_dau_cham_phay_va_dau_nhay(db, luu_csv):
    """As Excel in Vietnamese saves it; a name may hold the separator."""
    ket_qua = nap_don_vi(luu_csv('code;name;kind\nLCK;"Khoa Liên chuyên khoa; Mắt";khoa\n'))

    don_vi = DonVi.objects.get()
    assert (ket_qua.moi, don_vi.ten, don_vi.loai) == (1, "Khoa Liên chuyên khoa; Mắt", "KHOA")


def test_chu_roi_thanh_chu_lien(db, luu_csv):
    nap_don_vi(luu_csv("code,name,kind\nNOI,Khoa No\u0323\u0302i,KHOA\n"))

    assert DonVi.objects.get().ten == "Khoa Nội"


@pytest.mark.parametrize(
    ("chu", "loi"),
    [
        (
            "A,Khoa A,XX,,1,0\n",
            [
                "Dòng 2: không có loại đơn vị “XX”; dùng BGD (Ban Giám đốc), PHONG (Phòng), KHOA (Khoa), TO (Tổ), "
                "NGOAI (Cơ quan ngoài Trung tâm)."
            ],
        ),
        ("A,Khoa A,KHOA,B,1,0\n", ["Dòng 2: không có đơn vị cấp trên mã “B”."]),
        (
            "A,Khoa A,KHOA,B,1,0\nB,Khoa B,KHOA,A,1,0\n",
            [
                "Dòng 2: các đơn vị trực thuộc nhau vòng tròn: A → B → A.",
                "Dòng 3: các đơn vị trực thuộc nhau vòng tròn: B → A → B.",
            ],
        ),
        ("A,Khoa A,KHOA,A,1,0\n", ["Dòng 2: các đơn vị trực thuộc nhau vòng tròn: A → A."]),
        (
            "A,Khoa A,KHOA,,1,0\nA,Khoa B,KHOA,,1,0\n",
            ["Dòng 3: mã “A” đã có ở dòng 2 với nội dung khác."],
        ),
        (
            ",,KHOA,,có,0\n",
            [
                "Dòng 2: cột code không được để trống.",
                "Dòng 2: cột name không được để trống.",
                "Dòng 2: cột can_be_assigned phải là 1 hoặc 0, không phải “có”.",
            ],
        ),
        (f"{'A' * 21},Khoa A,KHOA,,1,0\n", ["Dòng 2: cột code dài quá 20 ký tự."]),
        ("A,Khoa A,KHOA,,1,0,thừa\n", ["Dòng 2: nhiều ô hơn tiêu đề."]),
    ],
)
def test_sai_thi_khong_nap_gi(db, luu_csv, chu, loi):
    with pytest.raises(LoiNghiepVu) as sai:
        nap_don_vi(luu_csv(TIEU_DE + chu + HAI_DON_VI))

    assert str(sai.value).splitlines() == ["Chưa nạp đơn vị nào:", *loi]
    assert DonVi.objects.count() == 0


@pytest.mark.parametrize(
    ("chu", "ma_hoa", "loi"),
    [
        ("code,name\nA,Khoa A\n", "utf-8", "Tệp thiếu cột: kind."),
        ("", "utf-8", "Tệp thiếu cột: code, name, kind."),
        ("code,name,kind,phone\n", "utf-8", "Tệp có cột không dùng đến: phone."),
        ("code,name,kind,kind\n", "utf-8", "Tệp có hai cột cùng tên."),
        (
            "code,name,kind\nA,Khoa Nội,KHOA\n",
            "utf-16",
            "Tệp không phải văn bản UTF-8; trong Excel chọn lưu dạng “CSV UTF-8”.",
        ),
        ("code\x00,name,kind\n", "utf-8", "Tệp không phải văn bản CSV."),
        ('code,name,kind\nA,"Khoa A"x,KHOA\n', "utf-8", "Tệp CSV bị hỏng ở dòng 2."),
    ],
)
def test_tep_sai(db, luu_csv, chu, ma_hoa, loi):
    with pytest.raises(LoiNghiepVu) as sai:
        nap_don_vi(luu_csv(chu, ma_hoa))

    assert str(sai.value) == loi


def test_mat_co_so_du_lieu_giua_chung(db, luu_csv):
    """The second pass fails after every unit was added: none of them stays."""
    with connection.cursor() as con_tro:
        con_tro.execute("CREATE UNIQUE INDEX chi_de_thu ON tochuc_donvi (cha_id)")

    with pytest.raises(LoiNghiepVu) as sai:
        nap_don_vi(luu_csv(TIEU_DE + HAI_DON_VI + "TO1,Tổ một,TO,TCHC,,\n"))

    assert str(sai.value) == "Cơ sở dữ liệu không ghi được nên chưa nạp đơn vị nào; xin thử lại."
    assert DonVi.objects.count() == 0


def test_lenh(db, luu_csv, capsys, tmp_path):
    call_command("nap_don_vi", str(luu_csv(TIEU_DE + HAI_DON_VI)))

    with pytest.raises(CommandError) as sai:
        call_command("nap_don_vi", str(tmp_path / "khong-co.csv"))

    assert capsys.readouterr().out == "Đã nạp đơn vị: 2 mới, 0 cập nhật, 0 không đổi.\n"
    assert (str(sai.value), sai.value.returncode) == ("Không tìm thấy tệp khong-co.csv.", 1)
