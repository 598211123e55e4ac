"""The plan of verification, its sessions and who came, what it collected."""

from typing import Any

from django import forms
from django.utils import timezone

from donthu.actions.xac_minh_viec import cac_loai_buoi
from donthu.forms.khung import ViecForm
from donthu.forms.truong import o_van_ban
from donthu.models import BangChung, BuoiLamViec, NguoiDu, TepDinhKem
from donthu.phan_loai import LoaiDon
from tochuc.forms import TruongMuc, TruongNgay, hang_truong, nhom_truong, tao_helper

KetQuaBuoi = BuoiLamViec.KetQua
GIU_BI_MAT = "Người tố cáo chỉ ghi bằng mã, không ghi họ tên."
DONG_TRONG = 3


class KeHoachForm(ViecForm):
    ngay = None
    ke_hoach = forms.CharField(
        label="Kế hoạch xác minh",
        max_length=20_000,
        widget=o_van_ban(12),
        error_messages={"required": "Xin ghi kế hoạch."},
        help_text="Mục đích, nội dung, đối tượng, người thực hiện, thời gian, phương pháp của từng việc.",
    )


class GioPhut(forms.TimeField):
    widget = forms.TimeInput(format="%H:%M", attrs={"placeholder": "hh:mm", "autocomplete": "off"})


class BuoiForm(ViecForm):
    """A session: planned, or held with its minutes."""

    loai = forms.ChoiceField(label="Loại buổi", error_messages={"required": "Xin chọn loại buổi."})
    gio = GioPhut(
        label="Giờ bắt đầu", required=False, error_messages={"invalid": "Xin nhập giờ dạng giờ:phút, ví dụ 08:30."}
    )
    dia_diem = forms.CharField(
        label="Địa điểm", max_length=200, error_messages={"required": "Xin ghi địa điểm làm việc."}
    )
    chu_tri = forms.CharField(label="Người chủ trì", max_length=150, required=False)
    ngay_bao = TruongNgay(label="Ngày thông báo, mời", required=False)
    ket_qua = forms.ChoiceField(label="Kết quả", choices=KetQuaBuoi.choices, initial=KetQuaBuoi.DU_KIEN)
    noi_dung = forms.CharField(
        label="Nội dung, ý kiến của từng người",
        max_length=20_000,
        required=False,
        widget=o_van_ban(8),
        help_text="Bắt buộc khi buổi đã diễn ra. Buổi hoãn, vắng: ghi lý do.",
    )
    ket_luan = forms.CharField(
        label="Nội dung đã thống nhất, còn khác nhau", max_length=5_000, required=False, widget=o_van_ban(4)
    )

    def chuan_bi(self) -> None:
        self.fields["ngay"].label = "Ngày"
        self.fields["ngay"].help_text = ""
        self.fields["loai"].choices = [(loai.value, loai.label) for loai in cac_loai_buoi(self.don)]
        if self.don.loai == LoaiDon.TO_CAO:
            self.fields["noi_dung"].help_text += f" {GIU_BI_MAT}"

    def bo_cuc(self) -> tuple:
        return (
            hang_truong("loai", "ket_qua"),
            hang_truong("ngay", "gio", "ngay_bao"),
            hang_truong("dia_diem", "chu_tri"),
            nhom_truong("Biên bản", "noi_dung", "ket_luan"),
        )

    def clean_ngay(self):
        """A session may lie ahead; one that was held may not (see `clean`)."""
        return self.cleaned_data["ngay"]

    def clean(self):
        du_lieu = super().clean()
        ngay, ngay_bao, ket_qua = (du_lieu.get(ten) for ten in ("ngay", "ngay_bao", "ket_qua"))
        if ket_qua == KetQuaBuoi.DA_HOP:
            if ngay and ngay > timezone.localdate():
                self.add_error("ngay", "Buổi đã diễn ra không thể có ngày sau hôm nay.")
            if not du_lieu.get("noi_dung"):
                self.add_error("noi_dung", "Xin ghi nội dung, ý kiến của từng người.")
        if ngay and ngay_bao and ngay_bao > ngay:
            self.add_error("ngay_bao", "Ngày thông báo không được sau ngày làm việc.")
        return du_lieu


class NguoiDuForm(forms.Form):
    """Somebody invited; a row without a name is nobody."""

    ho_ten = forms.CharField(label="Họ tên, chức vụ", max_length=150, required=False)
    tu_cach = forms.CharField(label="Tư cách", max_length=100, required=False)
    co_mat = forms.ChoiceField(label="Có mặt", choices=NguoiDu.CoMat.choices, initial=NguoiDu.CoMat.CO)
    ly_do = forms.CharField(label="Lý do vắng", max_length=200, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = tao_helper(hang_truong("ho_ten", "tu_cach"), hang_truong("co_mat", "ly_do"))

    def clean(self):
        du_lieu = super().clean()
        if not du_lieu.get("ho_ten") and (du_lieu.get("tu_cach") or du_lieu.get("ly_do")):
            self.add_error("ho_ten", "Xin ghi họ tên.")
        if du_lieu.get("ho_ten") and not du_lieu.get("tu_cach"):
            self.add_error("tu_cach", "Xin ghi tư cách.")
        if du_lieu.get("co_mat") == NguoiDu.CoMat.VANG_CO_LY_DO and not du_lieu.get("ly_do"):
            self.add_error("ly_do", "Xin ghi lý do vắng.")
        return du_lieu


BangNguoiDu = forms.formset_factory(NguoiDuForm, extra=DONG_TRONG, max_num=40)


def cac_nguoi_du(bang: forms.BaseFormSet) -> list[dict[str, Any]]:
    """Fields of the people named in a valid formset."""
    return [dong.cleaned_data for dong in bang if dong.cleaned_data.get("ho_ten")]


class TruongTep(TruongMuc):
    def label_from_instance(self, obj):
        return f"{obj.ten} ({obj.get_muc_display().lower()})"


class BangChungForm(ViecForm):
    """One line of the list of what was collected."""

    ten = forms.CharField(
        label="Tên tài liệu, chứng cứ", max_length=200, error_messages={"required": "Xin ghi tên tài liệu."}
    )
    nguoi_giao = forms.CharField(label="Người giao", max_length=150, error_messages={"required": "Xin ghi người giao."})
    so_trang = forms.IntegerField(
        label="Số trang",
        required=False,
        min_value=1,
        max_value=30_000,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"invalid": "Xin nhập một số nguyên."},
    )
    tinh_trang = forms.CharField(label="Tình trạng", max_length=100, initial="Bản sao")
    tep = TruongTep(
        label="Tệp",
        queryset=TepDinhKem.objects.none(),
        required=False,
        empty_label="Không có tệp",
        help_text="Chọn trong các tệp đã tải lên của đơn.",
    )

    def chuan_bi(self) -> None:
        self.fields["ngay"].label = "Ngày nhận"
        self.fields["ngay"].help_text = ""
        self.fields["tep"].queryset = self.don.tep.all()
        if self.don.loai == LoaiDon.TO_CAO:
            self.fields["nguoi_giao"].help_text = GIU_BI_MAT

    def bo_cuc(self) -> tuple:
        return (
            "ten",
            hang_truong("nguoi_giao", "ngay"),
            hang_truong("so_trang", "tinh_trang"),
            "tep",
        )


def ban_dau_buoi(buoi: BuoiLamViec | None) -> dict[str, Any]:
    """What a session says now, to be edited."""
    cot = ("loai", "ngay", "gio", "dia_diem", "chu_tri", "ngay_bao", "ket_qua", "noi_dung", "ket_luan")
    return {ten: getattr(buoi, ten) for ten in cot} if buoi else {}


def ban_dau_bang_chung(dong: BangChung | None) -> dict[str, Any]:
    """What a line of evidence says now, to be edited."""
    cot = ("ngay", "ten", "nguoi_giao", "so_trang", "tinh_trang", "tep")
    return {ten: getattr(dong, ten) for ten in cot} if dong else {}
