"""What is written, read back column by column; matters, people, numbers, closed days."""

from datetime import date
from decimal import Decimal

from baocao.models import HoatDong
from donthu.models import CongDan, DonThu, LichSu, PhanCong, VuViec
from tiepdan.models import LichTiep, LuotTiep, NgayDaKhoa
from tochuc.models import NhatKy, SoDem
from tochuc.vai_tro import VaiTro


def _truong(doi_tuong, *bo: str) -> dict:
    return {
        truong.name: getattr(doi_tuong, truong.name)
        for truong in doi_tuong._meta.concrete_fields
        if truong.name not in {"id", *bo}
    }


def test_doc_lai_luot_tiep(so_day_du, nhap):
    nhap(so_day_du)

    luot = LuotTiep.objects.get()
    assert (luot.ma, luot.ngay, luot.nguoi_tiep, luot.hinh_thuc, luot.so_nguoi, luot.loai, luot.noi_dung) == (
        "L1",
        date(2026, 3, 20),
        "uy_quyen",
        "truc_tuyen",
        6,
        "KN",
        "Khiếu nại việc thu viện phí",
    )
    assert (luot.vu_viec.ma, luot.ket_qua, luot.ly_do_tu_choi) == ("V1", "tu_choi", "SO_CU")
    nguoi = luot.cong_dan
    assert (nguoi.ho_ten, nguoi.dia_chi, nguoi.so_giay_to, nguoi.ho_ten_tim) == (
        "Nguyễn Văn Ánh",
        "Thôn 1, xã Mẫu",
        "001085000123",
        "nguyen van anh",
    )
    assert len(nguoi.so_giay_to_bam) == 64


def test_doc_lai_ngay_tiep(so_day_du, nhap):
    nhap(so_day_du)

    lich = LichTiep.objects.get()
    assert (lich.ngay, lich.loai, lich.nguoi_tiep, lich.da_huy, lich.da_cong_bo) == (
        date(2027, 1, 15),
        "dot_xuat",
        "thu_truong",
        True,
        True,
    )


def test_doc_lai_don_thu(so_day_du, nhap):
    nhap(so_day_du)

    don = DonThu.objects.select_related("linh_vuc", "don_vi", "vu_viec").get(ma="D1")
    bo = ("vu_viec", "linh_vuc", "don_vi", "ma_nguoi_to_cao", "tim_kiem", "tim_kiem_dau")
    mac_dinh = _truong(DonThu(), *bo)
    assert {ten: gia_tri for ten, gia_tri in _truong(don, *bo).items() if gia_tri != mac_dinh[ten]} == {
        "ma": "D1",
        "ngay_nhan": date(2026, 3, 2),
        "nguon": "buu_chinh",
        "loai": "TC",
        "lan": 2,
        "so_nguoi": 2,
        "tom_tat": "Tố cáo việc nhận tiền của người bệnh",
        "trang_thai": "ket_thuc",
        "so_buoc": 1,
        "ngay_xu_ly": date(2026, 3, 4),
        "du_dieu_kien": True,
        "thuoc_tham_quyen": True,
        "huong_xu_ly": "de_xuat_thu_ly",
        "ngay_thu_ly": date(2026, 3, 9),
        "ngay_ban_hanh": date(2026, 4, 2),
        "ket_qua": "dung_mot_phan",
        "ngay_thi_hanh_xong": date(2026, 5, 4),
        "ngay_ket_thuc": date(2026, 5, 4),
        "thu_hoi_tien": Decimal("12.50"),
        "thu_hoi_dat": Decimal("3.00"),
        "tra_lai_tien": Decimal("4.25"),
        "tra_lai_dat": Decimal("5.00"),
        "to_chuc_duoc_tra": 6,
        "ca_nhan_duoc_tra": 7,
        "to_chuc_bi_kien_nghi": 8,
        "nguoi_bi_kien_nghi": 10,
        "can_bo_bi_kien_nghi": 9,
        "vu_chuyen_dieu_tra": 11,
        "nguoi_chuyen_dieu_tra": 13,
        "can_bo_chuyen_dieu_tra": 12,
    }
    assert (don.linh_vuc.ma, don.don_vi.ma, don.vu_viec.ma) == ("02.01", "NOI", "V1")
    assert _truong(don.ket_qua_thi_hanh.get(), "don") == {
        "ngay": date(2026, 5, 4),
        "da_thu_tien": Decimal("14.50"),
        "da_thu_dat": Decimal("15.00"),
        "da_tra_tien": Decimal("16.00"),
        "da_tra_dat": Decimal("17.00"),
        "to_chuc_da_xu_ly": 18,
        "nguoi_da_xu_ly": 20,
        "can_bo_da_xu_ly": 19,
        "vu_khoi_to": 21,
        "nguoi_khoi_to": 23,
        "can_bo_khoi_to": 22,
    }


def test_doc_lai_don_ngoai_tham_quyen(so_day_du, nhap):
    nhap(so_day_du)

    don = DonThu.objects.select_related("cong_dan", "vu_viec").get(ma="D2")
    assert (don.vu_viec.ma, don.nguon, don.du_dieu_kien, don.thuoc_tham_quyen, don.huong_xu_ly) == (
        "VV.D2",
        "buu_chinh",
        True,
        False,
        "chuyen_don",
    )
    assert (don.cong_dan.ho_ten, don.cong_dan.dia_chi, don.ma_nguoi_to_cao) == ("Trần Thị Bưởi", "Xã Mẫu", "")
    assert don.tim_kiem == "d2 tran thi buoi phan anh viec cua co quan khac"


def test_doc_lai_hoat_dong(so_day_du, nhap):
    nhap(so_day_du)

    thanh_tra, tap_huan = HoatDong.objects.order_by("ma")
    assert _truong(thanh_tra) == {
        "ma": "H1",
        "loai": "thanh_tra",
        "ngay": date(2026, 3, 2),
        "noi_dung": "Thanh tra trách nhiệm",
        "don_vi": None,
        "so_ky_hieu": "",
        "sua_doi_cho": None,
        "so_don_vi_vi_pham": 0,
        "lo_danh_tinh": False,
        "so_nguoi": 0,
        "tong_so_nguoi": 0,
        "so_don_vi": 3,
        "ngay_ket_luan": date(2026, 4, 2),
        "to_chuc_hanh_chinh": 1,
        "ca_nhan_hanh_chinh": 2,
        "to_chuc_dieu_tra": 3,
        "ca_nhan_dieu_tra": 4,
        "ngay_thuc_hien_xong": date(2026, 5, 2),
        "da_xu_ly_to_chuc": 5,
        "da_xu_ly_ca_nhan": 6,
        "vu_khoi_to": 7,
        "doi_tuong_khoi_to": 8,
    }
    assert (tap_huan.so_nguoi, tap_huan.tong_so_nguoi, tap_huan.noi_dung) == (31, 40, "")


def test_cap_nhat_dat_lai_don(so_day_du, luu_so, nhap, noi_dung_day_du):
    """The petition goes back to where the changed row puts it, with a second line of trail and no orphan left."""
    nhap(so_day_du)
    truoc = DonThu.objects.get(ma="D2")
    moi = noi_dung_day_du["Đơn thư"][1] | {
        "Hướng xử lý": None,
        "Thuộc thẩm quyền": "x",
        "Ngày thụ lý": date(2026, 3, 9),
        "Đơn vị": "NOI",
        "Họ tên": "Trần Thị Bòng",
        "Vụ việc": "V2",
    }

    nhap(luu_so(noi_dung_day_du | {"Đơn thư": [noi_dung_day_du["Đơn thư"][0], moi]}, "moi.xlsx"), cap_nhat=True)

    don = DonThu.objects.get(ma="D2")
    assert (don.trang_thai, don.ngay_ket_thuc, don.so_buoc, don.vu_viec.ma) == ("dang_giai_quyet", None, 2, "V2")
    assert (don.cong_dan_id, don.cong_dan.ho_ten) == (truoc.cong_dan_id, "Trần Thị Bòng")
    assert don.tim_kiem == "d2 tran thi bong phan anh viec cua co quan khac"
    assert list(don.han_viec.values_list("viec", "ngay_xong")) == [("C6", None)]
    assert list(don.phan_cong.values_list("don_vi__ma", "ngay_giao")) == [("NOI", date(2026, 3, 9))]
    assert list(don.lich_su.values_list("stt", "buoc", "tu", "den", "ngay")) == [
        (1, "nhap_so", "", "da_chuyen", date(2026, 3, 4)),
        (2, "nhap_so", "da_chuyen", "dang_giai_quyet", date(2026, 3, 9)),
    ]
    assert sorted(VuViec.objects.values_list("ma", flat=True)) == ["V1", "V2"]


def test_cap_nhat_thanh_to_cao_xoa_danh_tinh(tao_so, nhap):
    """What turns out to be a tố cáo keeps no name: not on the row, not in the search, not as an orphan."""
    nhap(tao_so(**{"Đơn thư": [{"Họ tên": "Người Được Giấu"}], "Lượt tiếp": [{"Họ tên": "Người Được Giấu"}]}))

    doi = tao_so(**{"Đơn thư": [{"Loại": "TC"}], "Lượt tiếp": [{"Loại": "TC"}]})
    tu_choi = nhap(doi)
    cap_nhat = nhap(doi, cap_nhat=True)

    don = DonThu.objects.get()
    assert [loi.cot for loi in tu_choi.loi] == ["Loại", "Loại"]
    assert (cap_nhat.tong("cap_nhat"), CongDan.objects.count()) == (2, 0)
    assert don.tim_kiem == f"d1 {don.ma_nguoi_to_cao.lower()} tom tat don"


def test_moi_to_cao_mot_ma_rieng(tao_so, nhap):
    cac_don = [{"Mã": f"D{so}", "Loại": "TC", "Ngày nhận": f"0{1 + so % 9}/03/{2025 + so % 2}"} for so in range(60)]

    nhap(tao_so(**{"Đơn thư": cac_don}))

    cac_ma = set(DonThu.objects.values_list("ma_nguoi_to_cao", flat=True))
    assert len(cac_ma) == 60
    assert {ma[:9] for ma in cac_ma} == {"NTC-2025-", "NTC-2026-"}
    assert CongDan.objects.count() == 0


def test_vu_viec_chung_va_rieng(tao_so, nhap):
    """One code is one matter across sheets; a visit and a petition of the same number are two matters all the same."""
    nhap(
        tao_so(
            **{
                "Lượt tiếp": [{"Mã": "1"}, {"Mã": "2", "Vụ việc": "V"}, {"Mã": "3", "Vụ việc": "VV.2"}],
                "Đơn thư": [{"Mã": "1"}, {"Mã": "2"}, {"Mã": "3", "Vụ việc": "V"}],
            }
        )
    )

    luot = dict(LuotTiep.objects.values_list("ma", "vu_viec__ma"))
    don = dict(DonThu.objects.values_list("ma", "vu_viec__ma"))
    assert luot == {"1": "VL.1", "2": "V", "3": "VV.2"}
    assert don == {"1": "VV.1", "2": "VV.2", "3": "V"}
    assert VuViec.objects.count() == 4


def test_mot_nguoi_mot_giay_to(tao_so, nhap):
    """The same paper, name and address is one record; another address is what was written down that day."""
    nguoi = {"Họ tên": "Lê Thị Cúc", "Địa chỉ": "Xã A", "Số giấy tờ": "001 085"}

    nhap(
        tao_so(
            **{
                "Lượt tiếp": [
                    {"Mã": "1"} | nguoi,
                    {"Mã": "2"} | nguoi | {"Số giấy tờ": "001085"},
                    {"Mã": "3"} | nguoi | {"Địa chỉ": "Xã B"},
                    {"Mã": "4", "Họ tên": "Lê Thị Cúc"},
                ]
            }
        )
    )

    theo_luot = dict(LuotTiep.objects.values_list("ma", "cong_dan"))
    assert theo_luot["1"] == theo_luot["2"]
    assert len(set(theo_luot.values())) == 3


def test_sua_nguoi_dung_chung_khong_doi_dong_khac(tao_so, nhap):
    nguoi = {"Họ tên": "Lê Thị Cúc", "Địa chỉ": "Xã A", "Số giấy tờ": "001085"}
    nhap(tao_so(**{"Lượt tiếp": [{"Mã": "1"} | nguoi, {"Mã": "2"} | nguoi]}))

    moi = [{"Mã": "1"} | nguoi, {"Mã": "2"} | nguoi | {"Địa chỉ": "Xã B"}]
    ket_qua = nhap(tao_so(**{"Lượt tiếp": moi}), cap_nhat=True)

    assert ket_qua.tong("cap_nhat") == 1
    assert [luot.cong_dan.dia_chi for luot in LuotTiep.objects.order_by("ma")] == ["Xã A", "Xã B"]


def test_ma_cua_phan_mem_nang_so_dem(tao_so, nhap):
    """Numbers that came from our own register are not given again."""
    nhap(
        tao_so(
            **{
                "Đơn thư": [{"Mã": "DT-2025-0007"}, {"Mã": "DT-2026-0012"}, {"Mã": "DT-2026-0003"}, {"Mã": "5/2026"}],
                "Lượt tiếp": [{"Mã": "LT-2026-0009"}],
            }
        )
    )

    so_cuoi = set(SoDem.objects.values_list("so_dang_ky", "nam", "so_cuoi"))
    assert {("don_thu", 2025, 7), ("don_thu", 2026, 12), ("luot_tiep", 2026, 9)} <= so_cuoi


def test_nguoi_nhap(so_day_du, nhap, tao_nguoi):
    nguoi = tao_nguoi(VaiTro.TCHC)

    nhap(so_day_du, nguoi=nguoi)

    assert set(DonThu.objects.values_list("nguoi_nhap", flat=True)) == {nguoi.pk}
    assert set(LichSu.objects.values_list("nguoi", flat=True)) == {nguoi.pk}
    assert LuotTiep.objects.get().nguoi_ghi == nguoi
    assert NhatKy.objects.get().nguoi == nguoi


def test_ngay_da_khoa(tao_so, nhap, tao_nguoi):
    """A closed day of the register takes no visit from a file either, and none of its visits changes."""
    nhap(tao_so(**{"Lượt tiếp": [{}]}))
    NgayDaKhoa.objects.create(ngay=date(2026, 3, 20), nguoi=tao_nguoi())

    them = nhap(tao_so(**{"Lượt tiếp": [{"Mã": "L2"}]}))
    doi = nhap(tao_so(**{"Lượt tiếp": [{"Ngày": "23/03/2026"}]}), cap_nhat=True)
    giu = nhap(tao_so(**{"Lượt tiếp": [{}]}))

    ly_do = "sổ ngày 20/03/2026 đã khóa, chỉ ghi bổ sung được trên phần mềm."
    assert [[loi.ly_do for loi in lan.loi] for lan in (them, doi, giu)] == [[ly_do], [ly_do], []]


def test_lich_chua_cong_bo(tao_so, nhap):
    LichTiep.objects.create(ngay=date(2026, 3, 16), loai="dinh_ky", nguoi_tiep="thu_truong")
    tep = tao_so(**{"Ngày tiếp": [{}]})

    tu_choi = nhap(tep)
    cap_nhat = nhap(tep, cap_nhat=True)

    assert [(loi.cot, loi.ly_do.rpartition(": ")[2]) for loi in tu_choi.loi] == [
        ("Ngày", "đang lưu là lịch chưa công bố, trong tệp là lịch đã công bố.")
    ]
    assert (cap_nhat.tong("cap_nhat"), LichTiep.objects.get().da_cong_bo) == (1, True)


def test_lich_huy_ben_lich_thay(tao_so, nhap):
    """A day cancelled and set again is two rows; the register means the one that holds."""
    chung = {"ngay": date(2026, 3, 16), "loai": "dinh_ky", "nguoi_tiep": "thu_truong", "da_cong_bo": True}
    LichTiep.objects.create(**chung, da_huy=True)
    LichTiep.objects.create(**chung)

    ket_qua = nhap(tao_so(**{"Ngày tiếp": [{}]}))

    assert (ket_qua.loi, ket_qua.tong("khong_doi")) == ([], 1)


def test_khong_co_phan_cong_cho_don_da_xong(so_day_du, nhap):
    nhap(so_day_du)

    assert PhanCong.objects.count() == 0
