"""Likely duplicates as they are seen: while typing, on the page of the petition, side by side."""

from datetime import date

from playwright.sync_api import expect

from donthu.actions import tiep_nhan_don
from donthu.models import CongDan, LinhVuc
from donthu.phan_loai import LoaiDon, NguonDon

CHO_LAU = "Chờ khám bảo hiểm y tế từ 6 giờ 30 đến gần 11 giờ mới được gọi số"


def _nhan(bo_may, tom_tat: str):
    return tiep_nhan_don(
        nguoi=bo_may.tchc,
        ngay_nhan=date(2026, 11, 2),
        loai=LoaiDon.PHAN_ANH,
        nguon=NguonDon.BUU_CHINH,
        linh_vuc=LinhVuc.objects.get(ma="03.02"),
        tom_tat=tom_tat,
        cong_dan=CongDan.objects.create(ho_ten="Trần Thị Hoa", so_giay_to="064012345678"),
    )


def test_goi_y_khi_go_va_danh_sach_tren_trang_don(bo_may, cua_so):
    """The hint comes while the summary is typed; the card of the petition's page fills itself."""
    don = _nhan(bo_may, CHO_LAU)
    khac = _nhan(bo_may, f"Phản ánh: {CHO_LAU.lower()}")
    trang = cua_so.dang_nhap(bo_may.tchc)

    trang.goto("/don-thu/nhap/")
    trang.get_by_label("Phản ánh", exact=True).check()
    trang.get_by_label("Tóm tắt nội dung").press_sequentially(CHO_LAU)
    expect(trang.locator("#goi-y-trung")).to_contain_text(don.ma)
    trang.get_by_label("Tóm tắt nội dung").fill("")

    trang.goto(khac.get_absolute_url())
    expect(trang.locator("section", has_text="Có thể trùng")).to_contain_text(don.ma)
