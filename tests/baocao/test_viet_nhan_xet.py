"""The text of Mẫu số 02, sections III to VI: proposals from the numbers, no opinion made up."""

from datetime import date

import pytest

from baocao.du_kien_van import ChuyenKySau, DungHan, HaiKy, KeHoachTrongKy, TonTai, ViecKeHoach
from baocao.ky import lap_ky
from tests.baocao.ky_mau import viet


def bon_quy(*so):
    return tuple(zip((lap_ky("Q4", 2025), *(lap_ky(ma, 2026) for ma in ("Q1", "Q2", "Q3"))), so, strict=True))


def test_uu_diem_la_ty_le_khong_chia_cho_khong():
    van = viet(
        XLD_1=14, XLD_2=13, GQTC_2=2, GQTC_7=3, KQTH_16=1, TCD_10=9,
        dung_han=DungHan(tong=40, dung=38, tre=1),
        ke_hoach=KeHoachTrongKy(den_han=4, da_xong=4),
    )  # fmt: skip

    assert van["III.1"] == (
        "Kết quả chủ yếu trong kỳ:\n"
        "- Tỷ lệ đơn đã xử lý: 92,86% (13/14 đơn).\n"
        "- Tỷ lệ tố cáo thuộc thẩm quyền đã giải quyết: 150,00% (kể cả của kỳ trước: 03/02 vụ việc).\n"
        "- Tỷ lệ kết luận nội dung tố cáo đã thực hiện xong: 0,00% (trong tổng số 01 kết luận).\n"
        "- Tỷ lệ việc hoàn thành đúng thời hạn luật định: 95,00% (38/40 việc).\n"
        "- Tỷ lệ nhiệm vụ của kế hoạch hoàn thành: 100,00% (04/04 nhiệm vụ)."
    )


def test_han_che_va_noi_lien_quan():
    van = viet(
        TCD_10=9, XLD_1=5, XLD_2=3, KQTH_1=2, KQTH_2=1,
        chuyen_ky_sau=ChuyenKySau(tong=9, phuc_tap=2, dong_nguoi=1, qua_45_ngay=1),
        dung_han_don_vi=(DungHan("Khoa Nhi", 3, 3), DungHan("Khoa Nội", 5, 3, 1)),
        ke_hoach=KeHoachTrongKy(qua_han=(ViecKeHoach("Niêm yết nội quy", date(2026, 6, 30), "Phòng TCHC"),)),
        ton_tai=TonTai(qua_han=2),
    )  # fmt: skip

    assert van["III.2"] == (
        "- Còn 02 đơn chưa xử lý xong đến hết ngày 14/09/2026, trong đó 01 đơn đã quá 45 ngày kể từ ngày tiếp nhận "
        "(điểm b khoản 3 Điều 41 Nghị định số 154/2026/NĐ-CP).\n"
        "- 02 đơn khiếu nại, kiến nghị, phản ánh không được giải quyết đúng hạn, thuộc 01 đơn vị: Khoa Nội (02/05 "
        "đơn).\n"
        "- Còn 01 quyết định giải quyết khiếu nại chưa thi hành xong.\n"
        "- 01 nhiệm vụ của kế hoạch đã quá hạn, chưa hoàn thành: Niêm yết nội quy (Phòng TCHC, hạn 30/06/2026).\n"
        "- 02 tồn tại phát hiện qua kiểm tra nội bộ đã quá hạn khắc phục."
    )
    assert van["III.3"] == (
        "- Về khách quan: trong số đơn chuyển sang kỳ sau có 02 đơn phức tạp, 01 đơn đông người.\n"
        "- Về chủ quan: các tồn tại, hạn chế nêu trên liên quan đến việc phân loại, xử lý đơn; tiến độ giải quyết của "
        "các đơn vị được giao; việc thi hành quyết định giải quyết khiếu nại; tiến độ thực hiện kế hoạch của các đơn "
        "vị chủ trì; việc khắc phục sau kiểm tra của các đơn vị."
    )


def test_nhieu_don_vi_cham_chi_ke_nam():
    van = viet(TCD_10=9, dung_han_don_vi=tuple(DungHan(f"Khoa {so}", so, 0) for so in range(1, 8)))

    assert van["III.2"].endswith(
        "thuộc 07 đơn vị: Khoa 7 (07/07 đơn); Khoa 6 (06/06 đơn); Khoa 5 (05/05 đơn); Khoa 4 (04/04 đơn); "
        "Khoa 3 (03/03 đơn); và 02 đơn vị khác."
    )


def test_ky_dang_chay_chua_noi_thieu_ngay_tiep():
    van = viet(XLD_1=1, tinh_den=date(2026, 8, 1))

    assert van["III.2"] == "- Còn 01 đơn chưa xử lý xong đến hết ngày 01/08/2026."


@pytest.mark.parametrize(
    ("so", "chu"),
    [
        ((10, 10, 10, 20), "xu hướng tăng. Dự báo trong kỳ tiếp theo, số đơn có thể tiếp tục tăng."),
        ((20, 20, 20, 10), "xu hướng giảm. Dự báo trong kỳ tiếp theo, số đơn có thể tiếp tục giảm."),
        ((10, 10, 10, 11), "xu hướng ổn định. Dự báo trong kỳ tiếp theo, số đơn ở mức tương đương."),
    ],
)
def test_du_bao_tu_bon_quy(so, chu):
    assert viet(bon_quy=bon_quy(*so))["IV"].endswith(chu)


def test_du_bao_neu_linh_vuc_va_don_can_luu_y():
    van = viet(
        bon_quy=bon_quy(41, 27, 16, 21),
        linh_vuc=(HaiKy("Bảo hiểm y tế", 8, 3, "04"), HaiKy("Viện phí", 2, 0, "05")),
        chuyen_ky_sau=ChuyenKySau(tong=12, dong_nguoi=1, keo_dai=2),
    )

    assert van["IV"] == (
        "Số đơn tiếp nhận bốn quý gần nhất: quý IV/2025: 41 đơn, quý I/2026: 27 đơn, quý II/2026: 16 đơn, quý "
        "III/2026: 21 đơn; xu hướng giảm. Dự báo trong kỳ tiếp theo, số đơn có thể tiếp tục giảm, tập trung ở các lĩnh "
        "vực có nhiều đơn trong kỳ: Bảo hiểm y tế (08 đơn); Viện phí (02 đơn).\n\n"
        "Trong 12 đơn chuyển sang kỳ sau có 01 đơn đông người, 02 đơn kéo dài (một đơn có thể mang nhiều đặc điểm), "
        "cần tập trung giải quyết, không để phát sinh điểm nóng."
    )


def test_quy_dang_chay_khong_tinh_vao_xu_huong():
    van = viet(bon_quy=bon_quy(10, 10, 10, 1), tinh_den=date(2026, 7, 1))

    assert "quý III/2026: 01 đơn (tính đến ngày 01/07/2026); xu hướng ổn định." in van["IV"]


def test_phuong_huong_ke_nhiem_vu_den_han():
    viec = ViecKeHoach("Tập huấn nghiệp vụ tiếp công dân.", date(2026, 10, 15), "Phòng TCHC")

    van = viet(chuyen_ky_sau=ChuyenKySau(tong=4), ke_hoach=KeHoachTrongKy(qua_han=(viec,), ky_sau=(viec,) * 13))

    assert van["V"].splitlines()[:6] == [
        "- Duy trì tiếp công dân thường xuyên; người đứng đầu trực tiếp tiếp công dân định kỳ theo lịch đã công bố.",
        "- Giải quyết dứt điểm 04 đơn chuyển sang kỳ sau, bảo đảm thời hạn luật định.",
        "- Hoàn thành 01 nhiệm vụ của kế hoạch đã quá hạn.",
        "",
        "Nhiệm vụ theo kế hoạch đến hạn trong kỳ tiếp theo:",
        "- Tập huấn nghiệp vụ tiếp công dân, hạn ngày 15/10/2026, chủ trì: Phòng TCHC.",
    ]
    assert van["V"].endswith("- Và 01 nhiệm vụ khác theo kế hoạch.")
