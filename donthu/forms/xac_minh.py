"""Forms of `donthu/actions/xac_minh.py`."""

from django import forms

from donthu.forms.khung import BuocForm
from donthu.forms.truong import (
    ODanhSach,
    TruongHaiCot,
    TruongNguoi,
    TruongNhieuNguoi,
    cac_nguoi_theo_don_vi,
    co_quan_ngoai,
    nguoi_xac_minh,
    o_van_ban,
)
from donthu.phan_loai import LoaiDon
from donthu.quy_trinh.buoc import Buoc
from tochuc.forms import TruongNgay, hang_truong
from tochuc.models import NhanVien


class XacMinhForm(BuocForm):
    """Who verifies what, from when to when, by which plan."""

    to_truong = TruongNguoi(
        label="Tổ trưởng (người được giao xác minh)",
        queryset=NhanVien.objects.none(),
        empty_label="Chọn một người",
        error_messages={"required": "Xin chọn Tổ trưởng hoặc người được giao xác minh."},
    )
    thanh_vien = TruongNhieuNguoi(
        label="Thành viên",
        queryset=NhanVien.objects.none(),
        required=False,
        help_text="Giữ phím Ctrl để chọn nhiều người.",
        error_messages={"required": "Tổ xác minh nội dung tố cáo phải có từ 02 người trở lên."},
    )
    noi_dung = forms.CharField(
        label="Nội dung xác minh",
        max_length=1000,
        widget=o_van_ban(),
        error_messages={"required": "Xin ghi nội dung xác minh."},
    )
    ke_hoach = forms.CharField(
        label="Kế hoạch xác minh",
        max_length=5_000,
        required=False,
        widget=o_van_ban(5),
        help_text="Làm việc với ai, ở đâu, thu thập tài liệu gì, ai làm việc nào.",
    )
    tu_ngay = TruongNgay(label="Xác minh từ ngày", error_messages={"required": "Xin ghi ngày bắt đầu."})
    den_ngay = TruongNgay(
        label="Đến ngày",
        help_text="Trong thời hạn giải quyết.",
        error_messages={"required": "Xin ghi ngày kết thúc xác minh."},
    )

    field_order = ("to_truong", "thanh_vien", "noi_dung", "ke_hoach", "tu_ngay", "den_ngay", "ngay")

    def chuan_bi(self) -> None:
        cac_nguoi = nguoi_xac_minh(self.don)
        to_truong = self.fields["to_truong"]
        to_truong.queryset = self.fields["thanh_vien"].queryset = cac_nguoi
        to_truong.choices = cac_nguoi_theo_don_vi(to_truong)
        self.fields["thanh_vien"].required = self.don.loai == LoaiDon.TO_CAO
        self.fields["tu_ngay"].initial = self.fields["ngay"].initial
        self.fields["noi_dung"].initial = self.don.tom_tat

    def bo_cuc(self) -> tuple:
        return "to_truong", "thanh_vien", "noi_dung", "ke_hoach", hang_truong("tu_ngay", "den_ngay", "ngay")

    def clean(self):
        du_lieu = super().clean()
        ngay, tu, den = (du_lieu.get(ten) for ten in ("ngay", "tu_ngay", "den_ngay"))
        if ngay and tu and tu < ngay:
            self.add_error("tu_ngay", "Ngày bắt đầu xác minh không được trước ngày ra quyết định.")
        if tu and den and den < tu:
            self.add_error("den_ngay", "Ngày kết thúc không được trước ngày bắt đầu.")
        return du_lieu


class YeuCauTaiLieuForm(BuocForm):
    noi_cung_cap = forms.CharField(
        label="Yêu cầu ai cung cấp", max_length=200, error_messages={"required": "Xin ghi người, cơ quan được yêu cầu."}
    )
    noi_dung = forms.CharField(
        label="Thông tin, tài liệu, bằng chứng cần cung cấp",
        max_length=700,
        widget=o_van_ban(),
        error_messages={"required": "Xin ghi tài liệu cần cung cấp."},
    )

    field_order = ("noi_cung_cap", "noi_dung", "ngay")


class NhanTaiLieuForm(BuocForm):
    nguoi_giao = forms.CharField(
        label="Người giao", max_length=150, error_messages={"required": "Xin ghi người giao tài liệu."}
    )
    tai_lieu = TruongHaiCot(
        label="Tài liệu, bằng chứng",
        dai_dong=200,
        so_dong=5,
        error_messages={"required": "Xin ghi tài liệu đã nhận."},
        help_text="Mỗi tài liệu một dòng: tên | tình trạng (bản chính, bản sao, số trang).",
    )

    field_order = ("nguoi_giao", "tai_lieu", "ngay")


class TrungCauGiamDinhForm(BuocForm):
    co_quan = forms.CharField(
        label="Cơ quan, tổ chức giám định", max_length=200, error_messages={"required": "Xin ghi nơi giám định."}
    )
    noi_dung = forms.CharField(
        label="Nội dung cần giám định",
        max_length=700,
        widget=o_van_ban(),
        error_messages={"required": "Xin ghi nội dung cần giám định."},
    )

    field_order = ("co_quan", "noi_dung", "ngay")

    def chuan_bi(self) -> None:
        o = self.fields["co_quan"]
        o.widget = ODanhSach(co_quan_ngoai(), attrs=o.widget.attrs)
        if self.don.loai == LoaiDon.TO_CAO:
            self.fields["ngay"].help_text = "Thời gian giám định từ ngày này không tính vào thời hạn giải quyết."


class KetQuaGiamDinhForm(BuocForm):
    ket_luan = forms.CharField(
        label="Kết luận giám định",
        max_length=1000,
        widget=o_van_ban(),
        error_messages={"required": "Xin ghi kết luận giám định."},
    )

    field_order = ("ket_luan", "ngay")


CAC_FORM = {
    Buoc.XAC_MINH: XacMinhForm,
    Buoc.YEU_CAU_TAI_LIEU: YeuCauTaiLieuForm,
    Buoc.NHAN_TAI_LIEU: NhanTaiLieuForm,
    Buoc.TRUNG_CAU_GIAM_DINH: TrungCauGiamDinhForm,
    Buoc.KET_QUA_GIAM_DINH: KetQuaGiamDinhForm,
}
