"""Work between who gives it and the units."""

from django import forms

from donthu.actions.phan_cong import ViecPhanCong
from donthu.forms.khung import ViecForm
from donthu.forms.truong import (
    TruongCoKhong,
    TruongNguoi,
    cac_nguoi_theo_don_vi,
    don_vi_duoc_giao,
    nguoi_duoc_giao,
    o_van_ban,
)
from donthu.phan_loai import LoaiDon
from tochuc.forms import TruongMuc, TruongNgay, hang_truong
from tochuc.models import DonVi, NhanVien

DAI_LY_DO = 500


class PhoiHopForm(ViecForm):
    """Another unit beside the one that leads; of a tố cáo a named person of it."""

    don_vi = TruongMuc(
        label="Đơn vị phối hợp",
        queryset=DonVi.objects.none(),
        empty_label="Chọn đơn vị",
        error_messages={"required": "Xin chọn đơn vị phối hợp."},
    )
    nguoi_duoc_giao = TruongNguoi(
        label="Người thực hiện",
        queryset=NhanVien.objects.none(),
        required=False,
        empty_label="Trưởng đơn vị phân công",
        error_messages={"required": "Xin chọn người thực hiện: chỉ người được giao mới được biết vụ việc tố cáo."},
    )
    yeu_cau = forms.CharField(
        label="Nội dung cần phối hợp",
        max_length=700,
        widget=o_van_ban(3),
        error_messages={"required": "Xin ghi nội dung cần phối hợp."},
    )
    han_noi_bo = TruongNgay(
        label="Hạn nội bộ", required=False, help_text="Ngày đơn vị phải báo cáo, trong thời hạn của luật."
    )

    def chuan_bi(self) -> None:
        self.fields["don_vi"].queryset = don_vi_duoc_giao().exclude(pk=self.don.don_vi_id)
        nguoi = self.fields["nguoi_duoc_giao"]
        nguoi.queryset = nguoi_duoc_giao(self.don)
        if self.don.loai == LoaiDon.TO_CAO:
            nguoi.required, nguoi.empty_label = True, "Chọn người thực hiện"
        nguoi.choices = cac_nguoi_theo_don_vi(nguoi)

    def bo_cuc(self) -> tuple:
        return hang_truong("don_vi", "nguoi_duoc_giao"), "yeu_cau", hang_truong("han_noi_bo", "ngay")

    def clean(self):
        du_lieu = super().clean()
        don_vi, nguoi = du_lieu.get("don_vi"), du_lieu.get("nguoi_duoc_giao")
        if don_vi and nguoi and nguoi.don_vi_id != don_vi.pk:
            self.add_error("nguoi_duoc_giao", f"{nguoi} không thuộc {don_vi}.")
        return du_lieu


class LyDoViecForm(ViecForm):
    """Returning work, or ending the part of a unit: why."""

    ly_do = forms.CharField(
        label="Lý do", max_length=DAI_LY_DO, widget=o_van_ban(3), error_messages={"required": "Xin ghi lý do."}
    )

    field_order = ("ly_do", "ngay")


class BaoCaoPhoiHopForm(ViecForm):
    bao_cao = forms.CharField(
        label="Kết quả phần việc phối hợp",
        max_length=20_000,
        widget=o_van_ban(8),
        error_messages={"required": "Xin ghi kết quả phần việc phối hợp."},
    )

    field_order = ("bao_cao", "ngay")


class XinThemHanForm(ViecForm):
    den_ngay = TruongNgay(
        label="Xin thêm đến ngày",
        error_messages={"required": "Xin ghi ngày."},
        help_text="Không quá thời hạn giải quyết của luật.",
    )
    ly_do = forms.CharField(
        label="Lý do", max_length=DAI_LY_DO, widget=o_van_ban(3), error_messages={"required": "Xin ghi lý do."}
    )

    field_order = ("den_ngay", "ly_do", "ngay")


class TraLoiXinForm(ViecForm):
    dong_y = TruongCoKhong(label="Đồng ý thêm hạn", error_messages={"required": "Xin chọn có hoặc không."})
    tra_loi = forms.CharField(label="Ý kiến", max_length=DAI_LY_DO, required=False, widget=o_van_ban(3))

    field_order = ("dong_y", "tra_loi", "ngay")


class NhacViecForm(ViecForm):
    noi_dung = forms.CharField(
        label="Nội dung nhắc",
        max_length=DAI_LY_DO,
        widget=o_van_ban(3),
        error_messages={"required": "Xin ghi nội dung nhắc."},
    )

    field_order = ("noi_dung", "ngay")


class TraLoiNhacForm(ViecForm):
    tra_loi = forms.CharField(
        label="Trả lời",
        max_length=1000,
        widget=o_van_ban(3),
        error_messages={"required": "Xin ghi câu trả lời."},
        help_text="Việc đã làm, vướng mắc, ngày dự kiến xong.",
    )

    field_order = ("tra_loi", "ngay")


FORM_PHAN_CONG: dict[ViecPhanCong, type[ViecForm]] = {
    ViecPhanCong.NHAN: ViecForm,
    ViecPhanCong.TRA_LAI: LyDoViecForm,
    ViecPhanCong.BAO_CAO: BaoCaoPhoiHopForm,
    ViecPhanCong.XIN_HAN: XinThemHanForm,
    ViecPhanCong.TRA_LOI_NHAC: TraLoiNhacForm,
    ViecPhanCong.NHAC: NhacViecForm,
    ViecPhanCong.TRA_LOI_XIN: TraLoiXinForm,
    ViecPhanCong.THOI: LyDoViecForm,
}
