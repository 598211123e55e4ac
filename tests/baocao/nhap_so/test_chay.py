"""A workbook from file to database: all or nothing, twice the same."""

from datetime import date

import pytest
from django.core.management import call_command
from django.db import connection

from baocao.models import HoatDong
from tochuc.loi import LoiNghiepVu
from tochuc.models import NhatKy, SoDem


def test_nhap_lai_khong_doi_gi(so_day_du, nhap, dem_moi_bang):
    nhap(so_day_du)
    truoc = dem_moi_bang()

    ket_qua = nhap(so_day_du)

    assert (ket_qua.loi, ket_qua.tong("moi"), ket_qua.tong("cap_nhat"), ket_qua.tong("khong_doi")) == ([], 0, 0, 6)
    assert dem_moi_bang() == truoc


@pytest.mark.parametrize(
    ("trang", "dong", "khac", "loi"),
    [
        (
            "Lượt tiếp",
            0,
            {"Số người": 7, "Họ tên": "Nguyễn Văn An"},
            [
                (
                    "Họ tên",
                    "mã “L1” đã lưu với nội dung khác: đang lưu “Nguyễn Văn Ánh”, trong tệp “Nguyễn Văn An”.",
                ),
                ("Số người", "mã “L1” đã lưu với nội dung khác: đang lưu “6”, trong tệp “7”."),
            ],
        ),
        (
            "Ngày tiếp",
            0,
            {"Hủy": None},
            [
                (
                    "Hủy",
                    "ngày “15/01/2027”, loại “dot_xuat”, người tiếp “thu_truong” đã lưu với nội dung khác: "
                    "đang lưu “x”, trong tệp “” (trống).",
                )
            ],
        ),
        (
            "Đơn thư",
            0,
            {"Ngày ban hành": date(2026, 4, 3), "Kết quả": "dung", "Đã thu tiền": 1, "Vụ việc": None},
            [
                ("Vụ việc", "mã “D1” đã lưu với nội dung khác: đang lưu “V1”, trong tệp “” (trống)."),
                ("Ngày ban hành", "mã “D1” đã lưu với nội dung khác: đang lưu “02/04/2026”, trong tệp “03/04/2026”."),
                (
                    "Kết quả",
                    "mã “D1” đã lưu với nội dung khác: đang lưu “dung_mot_phan (Đúng một phần)”, "
                    "trong tệp “dung (Đúng)”.",
                ),
                ("Đã thu tiền", "mã “D1” đã lưu với nội dung khác: đang lưu “14,5”, trong tệp “1”."),
            ],
        ),
        (
            "Hoạt động",
            0,
            {"Số đơn vị": 4},
            [("Số đơn vị", "mã “H1” đã lưu với nội dung khác: đang lưu “3”, trong tệp “4”.")],
        ),
    ],
)
def test_noi_dung_khac_bi_tu_choi_roi_cap_nhat(so_day_du, luu_so, nhap, trang, dong, khac, loi, noi_dung_day_du):
    """Refused with both values; with the leave to update, changed, and then the same again."""
    nhap(so_day_du)
    cac_dong = list(noi_dung_day_du[trang])
    cac_dong[dong] = cac_dong[dong] | khac
    tep = luu_so(noi_dung_day_du | {trang: cac_dong}, "moi.xlsx")

    tu_choi = nhap(tep)
    thu = nhap(tep, cap_nhat=True, chi_kiem_tra=True)
    cap_nhat = nhap(tep, cap_nhat=True)
    lan_nua = nhap(tep)

    assert [(mot.trang, mot.dong, mot.cot, mot.ly_do) for mot in tu_choi.loi] == [
        (trang, 2, cot, ly_do) for cot, ly_do in loi
    ]
    assert tu_choi.co_dong_khac
    for lan in (thu, cap_nhat):
        assert (lan.loi, lan.tong("moi"), lan.tong("cap_nhat"), lan.tong("khong_doi")) == ([], 0, 1, 5)
    assert (lan_nua.loi, lan_nua.tong("cap_nhat"), lan_nua.tong("khong_doi")) == ([], 0, 6)


def test_chi_kiem_tra_khong_ghi(so_day_du, nhap, dem_moi_bang):
    ket_qua = nhap(so_day_du, chi_kiem_tra=True)

    assert (ket_qua.loi, ket_qua.tong("moi"), dem_moi_bang(), SoDem.objects.count()) == ([], 6, [0] * 9, 0)
    assert ket_qua.cau_ket == (
        "Tệp hợp lệ, chưa ghi gì vì chỉ kiểm tra: 6 dòng mới, 0 dòng sẽ cập nhật, 0 dòng đã có, không đổi."
    )


def test_co_so_du_lieu_tu_choi_dong_cuoi(so_day_du, nhap, dem_moi_bang):
    """The last row of the last sheet breaks a constraint of the database itself: nothing of the rest stays."""
    with connection.cursor() as con_tro:
        con_tro.execute("CREATE UNIQUE INDEX chi_de_thu ON baocao_hoatdong (so_nguoi, loai)")
    HoatDong.objects.create(ma="H0", loai="tap_huan", ngay=date(2026, 1, 5), so_nguoi=31)
    truoc = dem_moi_bang()

    with pytest.raises(LoiNghiepVu) as loi:
        nhap(so_day_du)

    assert str(loi.value) == (
        "Cơ sở dữ liệu từ chối một dòng nên chưa ghi gì. Có thể người khác vừa ghi cùng mã; xin thử lại, nếu vẫn bị "
        "thì báo quản trị."
    )
    assert dem_moi_bang() == truoc


def test_mat_bang_giua_chung(so_day_du, nhap, dem_moi_bang):
    """The database fails at the last sheet, after everything else was written: nothing of the rest stays."""
    truoc = dem_moi_bang()
    with connection.cursor() as con_tro:
        con_tro.execute("ALTER TABLE baocao_hoatdong RENAME COLUMN doi_tuong_khoi_to TO mat_cot")

    with pytest.raises(LoiNghiepVu) as loi:
        nhap(so_day_du)

    with connection.cursor() as con_tro:
        con_tro.execute("ALTER TABLE baocao_hoatdong RENAME COLUMN mat_cot TO doi_tuong_khoi_to")
    assert str(loi.value) == (
        "Cơ sở dữ liệu không ghi được nên chưa ghi gì. Kiểm tra kết nối, dung lượng đĩa rồi thử lại."
    )
    assert dem_moi_bang() == truoc


def test_chuoi_lich_su_va_nhat_ky_lien(so_day_du, luu_so, nhap, capsys, noi_dung_day_du):
    nhap(so_day_du)
    nhap(
        luu_so(noi_dung_day_du | {"Hoạt động": [noi_dung_day_du["Hoạt động"][1] | {"Số người": 1}]}, "moi.xlsx"),
        cap_nhat=True,
    )

    call_command("kiem_nhat_ky")

    assert list(NhatKy.objects.values_list("viec", "doi_tuong", "noi_dung")) == [
        ("nhap", "so", "Đã nhập xong: 6 dòng mới, 0 dòng cập nhật, 0 dòng đã có, không đổi."),
        ("nhap", "so", "Đã nhập xong: 0 dòng mới, 1 dòng cập nhật, 4 dòng đã có, không đổi."),
    ]


def test_danh_tinh_khong_luu_trong_ket_qua(tao_so, nhap):
    """The outcome that the page keeps does not say who a citizen is; the command line, read once, says both values."""
    nhap(tao_so(**{"Lượt tiếp": [{"Họ tên": "Lê Thị Cúc", "Địa chỉ": "Xã A", "Số giấy tờ": "001085"}]}))

    moi = {"Họ tên": "Lê Thị Cúc", "Địa chỉ": "Xã B", "Số giấy tờ": "001086"}
    ket_qua = nhap(tao_so(**{"Lượt tiếp": [moi]}))
    trong_tep = nhap(tao_so(**{"Lượt tiếp": [{"Mã": "2"} | moi, {"Mã": "2"} | moi | {"Địa chỉ": "Xã C"}]}))

    assert [str(loi) for loi in ket_qua.loi] == [
        "Trang “Lượt tiếp”, dòng 2, cột “Địa chỉ”: mã “L1” đã lưu với nội dung khác: đang lưu “Xã A”, "
        "trong tệp “Xã B”.",
        "Trang “Lượt tiếp”, dòng 2, cột “Số giấy tờ”: mã “L1” đã lưu với nội dung khác: đang lưu “001085”, "
        "trong tệp “001086”.",
    ]
    assert [loi[3] for loi in ket_qua.de_luu()["loi"] + trong_tep.de_luu()["loi"]] == [
        "mã “L1” đã lưu với nội dung khác (dữ liệu cá nhân, không hiện).",
        "mã “L1” đã lưu với nội dung khác (dữ liệu cá nhân, không hiện).",
        "mã “2” đã có ở dòng 2 với nội dung khác (dữ liệu cá nhân, không hiện).",
    ]
