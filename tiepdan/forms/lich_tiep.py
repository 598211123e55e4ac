"""Forms of the schedule."""

from crispy_forms.layout import Div
from django import forms
from django.utils import timezone

from donthu.forms.truong import TruongNguoi, o_van_ban
from tiepdan.hinh_thuc import HinhThuc, LoaiLich, NguoiTiep
from tochuc.forms import TruongNgay, hang_truong, nhom_truong, tao_helper
from tochuc.models import NhanVien


class TruongGio(forms.TimeField):
    def __init__(self, **kwargs):
        super().__init__(
            input_formats=["%H:%M", "%H.%M", "%Hh%M", "%H"],
            widget=forms.TimeInput(format="%H:%M", attrs={"placeholder": "07:30", "autocomplete": "off"}),
            error_messages={"invalid": "Nhập giờ theo dạng 07:30."},
            required=False,
            **kwargs,
        )


class ChiTietLichForm(forms.Form):
    """Who receives, when, where, with whom, about what: what has to be posted (Đ11.2 NĐ 154/2026)."""

    can_bo = TruongNguoi(
        label="Người tiếp (ghi rõ tên)",
        queryset=NhanVien.objects.none(),
        required=False,
        empty_label="Chưa ghi tên",
        help_text="Lịch phải nêu rõ họ tên người tiếp.",
    )
    gio_tu = TruongGio(label="Từ giờ")
    gio_den = TruongGio(label="Đến giờ")
    dia_diem = forms.CharField(label="Địa điểm", max_length=200, required=False)
    hinh_thuc = forms.ChoiceField(
        label="Hình thức",
        choices=HinhThuc,
        initial=HinhThuc.TRUC_TIEP,
        required=False,
        help_text="Tiếp trực tuyến do người đứng đầu quyết định (Điều 20 Nghị định 154/2026/NĐ-CP).",
    )
    diem_cau = forms.CharField(
        label="Nền tảng, các điểm cầu (khi tiếp trực tuyến)",
        max_length=300,
        required=False,
        help_text="Hệ thống của cơ quan nhà nước; điểm cầu trung tâm và các điểm cầu thành phần.",
    )
    thanh_phan = forms.CharField(label="Thành phần tham dự", max_length=300, required=False)
    noi_dung = forms.CharField(label="Dự kiến nội dung", max_length=500, required=False, widget=o_van_ban(2))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        dang_lam = NhanVien.objects.filter(is_active=True).only("ho_ten", "chuc_vu")
        self.fields["can_bo"].queryset = dang_lam.order_by("ho_ten")
        self.helper = tao_helper(*self.bo_cuc())

    def clean_hinh_thuc(self) -> str:
        return self.cleaned_data["hinh_thuc"] or HinhThuc.TRUC_TIEP

    def bo_cuc(self) -> tuple:
        return (
            "can_bo",
            hang_truong("gio_tu", "gio_den"),
            hang_truong("hinh_thuc", "dia_diem"),
            Div("diem_cau", **{"data-khi": f"hinh_thuc={HinhThuc.TRUC_TUYEN}"}),
            "thanh_phan",
            "noi_dung",
        )


class TaoLichForm(ChiTietLichForm):
    """The year by a rule: day 15 of each month, the next working day when it is off."""

    nam = forms.IntegerField(
        label="Năm",
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid": "Nhập năm, ví dụ 2027."},
    )
    ngay_trong_thang = forms.IntegerField(
        label="Ngày tiếp trong tháng",
        initial=15,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        help_text="Trùng ngày nghỉ thì dời sang ngày làm việc tiếp theo.",
        error_messages={"invalid": "Nhập một ngày từ 1 đến 20."},
    )

    def bo_cuc(self) -> tuple:
        return (
            nhom_truong("Quy tắc", hang_truong("nam", "ngay_trong_thang")),
            nhom_truong("Ghi cho cả 12 buổi (sửa được từng buổi)", *super().bo_cuc()),
        )


class ThemLichForm(ChiTietLichForm):
    ngay = TruongNgay(label="Ngày tiếp")
    loai = forms.ChoiceField(label="Loại lịch", choices=LoaiLich, initial=LoaiLich.DOT_XUAT)
    nguoi_tiep = forms.ChoiceField(
        label="Người tiếp",
        choices=[muc for muc in NguoiTiep.choices if muc[0] != NguoiTiep.THUONG_XUYEN],
        initial=NguoiTiep.THU_TRUONG,
        help_text="Không dùng cho lịch thường xuyên. Buổi ủy quyền không tính vào ngày tiếp của thủ trưởng.",
    )

    def bo_cuc(self) -> tuple:
        return (hang_truong("ngay", "loai", "nguoi_tiep"), *super().bo_cuc())


class HuyLichForm(forms.Form):
    ly_do = forms.CharField(label="Lý do hủy", max_length=300, error_messages={"required": "Ghi lý do hủy."})


class TrucTuyenForm(forms.Form):
    """What was done before an online day (Đ23.1 NĐ 154/2026)."""

    ngay_bao = TruongNgay(
        label="Đã thông báo ngày", required=False, help_text="Ít nhất 05 ngày làm việc trước ngày tiếp."
    )
    ngay_thu = TruongNgay(
        label="Thử kết nối thành công ngày", required=False, help_text="Ít nhất 01 ngày làm việc trước ngày tiếp."
    )


class DoiLichForm(forms.Form):
    ngay_moi = TruongNgay(label="Dời sang ngày", error_messages={"required": "Chọn ngày mới."})
    ly_do = forms.CharField(label="Lý do dời", max_length=240, error_messages={"required": "Ghi lý do dời."})

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = tao_helper(hang_truong("ngay_moi", "ly_do"))


def nam_mac_dinh() -> int:
    """The year whose schedule is made next: from November on, the coming one."""
    hom_nay = timezone.localdate()
    return hom_nay.year + (hom_nay.month >= 11)
