"""Accepting, assigning, resolving, issuing."""

from typing import Any

from crispy_forms.bootstrap import InlineRadios
from django import forms

from donthu.forms.khung import BuocForm
from donthu.forms.truong import (
    TruongCoKhong,
    TruongDem,
    TruongNguoi,
    TruongSoLuong,
    cac_nguoi_theo_don_vi,
    don_vi_duoc_giao,
    nguoi_duoc_giao,
    o_van_ban,
)
from donthu.models import DonThu
from donthu.phan_loai import LOAI_CO_LAN_HAI, LoaiDon, ket_qua_hop_le
from donthu.quy_trinh.buoc import Buoc
from tochuc.forms import TruongMuc, TruongNgay, hang_truong, nhom_truong
from tochuc.models import DonVi, NhanVien


class GiaoDonViForm(BuocForm):
    """Give the petition to a unit, to whom in it, and by when for ourselves."""

    don_vi = TruongMuc(
        label="Giao đơn vị",
        queryset=DonVi.objects.none(),
        empty_label="Chọn đơn vị",
        error_messages={"required": "Xin chọn đơn vị được giao."},
    )
    nguoi_duoc_giao = TruongNguoi(
        label="Người thực hiện",
        queryset=NhanVien.objects.none(),
        required=False,
        empty_label="Trưởng đơn vị phân công",
        error_messages={"required": "Giao tố cáo phải chỉ rõ người thực hiện."},
    )
    han_noi_bo = TruongNgay(
        label="Hạn nội bộ", required=False, help_text="Ngày đơn vị phải báo cáo, trước hạn của luật."
    )
    yeu_cau = forms.CharField(
        label="Yêu cầu",
        max_length=700,
        required=False,
        widget=o_van_ban(3),
        help_text="Nội dung cần xác minh, trả lời.",
    )

    def chuan_bi(self) -> None:
        don_vi = don_vi_duoc_giao()
        self.fields["don_vi"].queryset = don_vi
        if not self.don.don_vi_id and self.don.linh_vuc.don_vi_dau_moi:
            dau_moi = don_vi.filter(ma=self.don.linh_vuc.don_vi_dau_moi).values_list("pk", flat=True)
            self.fields["don_vi"].initial = dau_moi.first()
        nguoi = self.fields["nguoi_duoc_giao"]
        if self.don.loai == LoaiDon.TO_CAO:
            nguoi.required = True
            nguoi.empty_label = "Chọn người thực hiện"
            nguoi.help_text = "Chỉ người được giao mới được biết vụ việc."
        nguoi.queryset = nguoi_duoc_giao(self.don)
        nguoi.choices = cac_nguoi_theo_don_vi(nguoi)

    def bo_cuc(self) -> tuple:
        return hang_truong("don_vi", "nguoi_duoc_giao"), "yeu_cau", hang_truong("han_noi_bo", "ngay")

    def clean(self):
        du_lieu = super().clean()
        don_vi, nguoi = du_lieu.get("don_vi"), du_lieu.get("nguoi_duoc_giao")
        if don_vi and nguoi and nguoi.don_vi_id != don_vi.pk:
            self.add_error("nguoi_duoc_giao", f"{nguoi} không thuộc {don_vi}.")
        if du_lieu.get("han_noi_bo") and du_lieu.get("ngay") and du_lieu["han_noi_bo"] < du_lieu["ngay"]:
            self.add_error("han_noi_bo", "Hạn nội bộ không được trước ngày giao.")
        return du_lieu


class BaoCaoKetQuaForm(BuocForm):
    bao_cao = forms.CharField(
        label="Kết quả xác minh, giải quyết và đề xuất",
        max_length=20_000,
        widget=o_van_ban(9),
        error_messages={"required": "Xin ghi kết quả và đề xuất."},
        help_text="Nội dung đã xác minh, kết luận từng nội dung, việc đã làm để khắc phục, đề xuất trả lời.",
    )

    khac_ket_qua = TruongCoKhong(
        label="Yêu cầu của người khiếu nại và kết quả xác minh còn khác nhau?",
        help_text="Còn khác nhau thì phải tổ chức đối thoại trước khi dự thảo quyết định (Điều 30 Luật Khiếu nại).",
        error_messages={"required": "Xin cho biết còn khác nhau hay không."},
    )
    da_giai_trinh = forms.BooleanField(
        label="Đã làm việc và nhận giải trình bằng văn bản của người bị tố cáo",
        error_messages={"required": "Phải có giải trình bằng văn bản của người bị tố cáo (Điều 12 NĐ 31/2019/NĐ-CP)."},
    )

    CHI_CUA_LOAI = {"khac_ket_qua": LoaiDon.KHIEU_NAI, "da_giai_trinh": LoaiDon.TO_CAO}

    def chuan_bi(self) -> None:
        for ten, loai in self.CHI_CUA_LOAI.items():
            if self.don.loai != loai:
                del self.fields[ten]

    def bo_cuc(self) -> tuple:
        khac = (InlineRadios("khac_ket_qua"),) if "khac_ket_qua" in self.fields else ()
        giai_trinh = ("da_giai_trinh",) if "da_giai_trinh" in self.fields else ()
        return ("bao_cao", *khac, *giai_trinh, "ngay")


class YeuCauBoSungForm(BuocForm):
    ly_do = forms.CharField(
        label="Cần làm rõ thêm",
        max_length=1000,
        widget=o_van_ban(),
        error_messages={"required": "Xin ghi nội dung cần làm rõ."},
    )

    field_order = ("ly_do", "ngay")


class BanHanhForm(BuocForm):
    """The decision, conclusion or reply, and the amounts it states (biểu 03, 04 of TT 06/2025)."""

    TIEN_DAT = ("thu_hoi_tien", "thu_hoi_dat", "tra_lai_tien", "tra_lai_dat")
    DEM = (
        "to_chuc_duoc_tra",
        "ca_nhan_duoc_tra",
        "to_chuc_bi_kien_nghi",
        "nguoi_bi_kien_nghi",
        "can_bo_bi_kien_nghi",
        "vu_chuyen_dieu_tra",
        "nguoi_chuyen_dieu_tra",
        "can_bo_chuyen_dieu_tra",
    )

    ket_qua = forms.ChoiceField(
        label="Kết quả", widget=forms.RadioSelect, error_messages={"required": "Xin chọn kết quả giải quyết."}
    )
    noi_dung_ban_hanh = forms.CharField(
        label="Nội dung quyết định, kết luận, trả lời",
        max_length=20_000,
        widget=o_van_ban(9),
        error_messages={"required": "Xin ghi nội dung."},
    )

    field_order = ("ket_qua", "noi_dung_ban_hanh", "ngay")

    def chuan_bi(self) -> None:
        hop_le = ket_qua_hop_le(self.don.loai, self.don.lan)
        if hop_le:
            self.fields["ket_qua"].choices = [(muc.value, muc.label) for muc in hop_le]
        else:
            del self.fields["ket_qua"]
        bao_cao = self.don.phan_cong.filter(ngay_thoi_giao=None).values_list("bao_cao", flat=True).first()
        # What the director found himself (tự xác minh) stands on the row already.
        self.fields["noi_dung_ban_hanh"].initial = self.don.noi_dung_ban_hanh or bao_cao or ""
        if self.co_kien_nghi:
            for ten in (*self.TIEN_DAT, *self.DEM):
                loai_truong = TruongSoLuong if ten in self.TIEN_DAT else TruongDem
                self.fields[ten] = loai_truong(label=_viet_hoa(DonThu._meta.get_field(ten).verbose_name))

    @property
    def co_kien_nghi(self) -> bool:
        """Only khiếu nại, tố cáo end in recovered money, land and people to be handled."""
        return self.don.loai in LOAI_CO_LAN_HAI

    def bo_cuc(self) -> tuple:
        kien_nghi = (
            (
                nhom_truong("Kiến nghị thu hồi, trả lại (để trống nếu không có)", hang_truong(*self.TIEN_DAT)),
                nhom_truong("Kiến nghị xử lý (để trống nếu không có)", hang_truong(*self.DEM)),
            )
            if self.co_kien_nghi
            else ()
        )
        ket_qua = (InlineRadios("ket_qua"),) if "ket_qua" in self.fields else ()
        return (*ket_qua, "noi_dung_ban_hanh", "ngay", *kien_nghi)

    def clean(self):
        du_lieu = super().clean()
        for phan, tong in (
            ("can_bo_bi_kien_nghi", "nguoi_bi_kien_nghi"),
            ("can_bo_chuyen_dieu_tra", "nguoi_chuyen_dieu_tra"),
        ):
            if du_lieu.get(phan, 0) > du_lieu.get(tong, 0):
                self.add_error(phan, "Không được lớn hơn tổng số người.")
        return du_lieu

    def tham_so(self) -> dict[str, Any]:
        return {"ket_qua": ""} | self.cleaned_data


def _viet_hoa(chu: str) -> str:
    return chu[:1].upper() + chu[1:]


CAC_FORM = {
    Buoc.GIAO_DON_VI: GiaoDonViForm,
    Buoc.BAO_CAO_KET_QUA: BaoCaoKetQuaForm,
    Buoc.YEU_CAU_BO_SUNG: YeuCauBoSungForm,
    Buoc.BAN_HANH: BanHanhForm,
}
