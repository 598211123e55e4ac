"""Entering a petition that came by post, by the box, by the hot line or from another body."""

from typing import Any

from crispy_forms.bootstrap import InlineRadios
from crispy_forms.layout import HTML, Div
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from donthu.forms.truong import ODanhSach, TruongNhieuNguoi, co_quan_ngoai, nguoi_bi_to_cao_duoc_chon, o_van_ban
from donthu.models import DonThu, LinhVuc
from donthu.phan_loai import LoaiDon, NguonDon
from tochuc.forms import TruongMuc, TruongNgay, hang_truong, nhom_truong, tao_helper

KHI_TO_CAO = f"loai={LoaiDon.TO_CAO}"
O_GOI_Y_TRUNG = '{% include "donthu/trung_lap/o_goi_y.html" %}'
O_CONG_DAN = '{% include "donthu/cong_dan.html" %}'


class NhapDonForm(forms.Form):
    """What stands on the letter. Who wrote it is `CongDanForm`, which a tố cáo does not have (Đ56 Luật TC)."""

    loai = forms.ChoiceField(
        label="Loại đơn",
        choices=LoaiDon.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Xin chọn loại đơn."},
        help_text="Theo nội dung, yêu cầu của đơn, không theo tiêu đề. Có thể đổi khi phân loại.",
    )
    nguon = forms.ChoiceField(
        label="Nguồn đơn", choices=NguonDon.choices, initial=NguonDon.BUU_CHINH, help_text="Đơn đến bằng đường nào."
    )
    co_quan_chuyen_den = forms.CharField(label="Cơ quan chuyển đến", max_length=200, required=False)
    ngay_nhan = TruongNgay(label="Ngày nhận", help_text="Mọi thời hạn tính từ ngày này.")
    ngay_viet_don = TruongNgay(label="Ngày viết đơn", required=False)
    so_nguoi = forms.IntegerField(
        label="Số người ký đơn",
        initial=1,
        min_value=1,
        max_value=100_000,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"min_value": "Số người ít nhất là 1.", "invalid": "Xin nhập một số nguyên."},
    )
    linh_vuc = TruongMuc(
        label="Lĩnh vực",
        queryset=LinhVuc.objects.order_by("ma"),
        empty_label="Chọn lĩnh vực",
        error_messages={"required": "Xin chọn lĩnh vực."},
    )
    tom_tat = forms.CharField(
        label="Tóm tắt nội dung",
        max_length=1000,
        widget=o_van_ban(),
        error_messages={"required": "Xin tóm tắt nội dung đơn."},
        help_text="Việc gì, ở đâu, khi nào. Đơn tố cáo: không ghi tên, địa chỉ, điều gì làm lộ người tố cáo.",
    )
    yeu_cau = forms.CharField(
        label="Yêu cầu, đề nghị của người gửi", max_length=1000, required=False, widget=o_van_ban(2)
    )
    doi_tuong = forms.CharField(label="Người, đơn vị bị khiếu nại, tố cáo, phản ánh", max_length=300, required=False)
    nguoi_bi_to_cao = TruongNhieuNguoi(
        label="Người của Trung tâm bị tố cáo",
        queryset=nguoi_bi_to_cao_duoc_chon(),
        required=False,
        help_text="Người được chọn sẽ không xem được vụ việc này. Giữ phím Ctrl để chọn nhiều người.",
    )
    bi_to_cao_lanh_dao = forms.BooleanField(
        label="Bị tố cáo là Giám đốc, Phó Giám đốc hoặc tập thể Trung tâm",
        required=False,
        help_text="Lãnh đạo Trung tâm sẽ không xem được; đơn phải chuyển Sở Y tế.",
    )
    da_gui_cap_tren = forms.BooleanField(
        label="Người gửi đã gửi cấp trên trước khi Trung tâm giải quyết", required=False
    )
    khan_cap = forms.BooleanField(label="Khẩn cấp, báo ngay lãnh đạo", required=False)
    ly_do_khan_cap = forms.CharField(
        label="Lý do khẩn cấp",
        max_length=300,
        required=False,
        help_text="Hậu quả khó khắc phục, thiệt hại nghiêm trọng nếu không xử lý ngay.",
    )
    don_cung_vu_viec = forms.CharField(
        label="Cùng vụ việc với đơn",
        max_length=40,
        required=False,
        help_text="Mã đơn đã nhận về cùng việc này, ví dụ DT-2026-0012; để trống nếu là vụ việc mới.",
    )

    def __init__(self, *args, nguoi, **kwargs):
        super().__init__(*args, **kwargs)
        self.nguoi = nguoi
        self.fields["ngay_nhan"].initial = timezone.localdate()
        self.fields["co_quan_chuyen_den"].widget = ODanhSach(co_quan_ngoai(), attrs={"maxlength": 200})
        self.helper = tao_helper(
            nhom_truong(
                "Đơn",
                InlineRadios("loai"),
                hang_truong("nguon", "ngay_nhan"),
                Div("co_quan_chuyen_den", **{"data-khi": f"nguon={NguonDon.CO_QUAN_CHUYEN}"}),
                hang_truong("ngay_viet_don", "so_nguoi"),
            ),
            Div(nhom_truong("Người gửi đơn", HTML(O_CONG_DAN)), **{"data-khi-khong": KHI_TO_CAO}),
            Div(
                nhom_truong(
                    "Tố cáo", HTML('{% include "donthu/giu_bi_mat.html" %}'), "nguoi_bi_to_cao", "bi_to_cao_lanh_dao"
                ),
                **{"data-khi": KHI_TO_CAO},
            ),
            nhom_truong(
                "Nội dung",
                "linh_vuc",
                "tom_tat",
                HTML(O_GOI_Y_TRUNG),
                "yeu_cau",
                "doi_tuong",
                "don_cung_vu_viec",
                "da_gui_cap_tren",
                "khan_cap",
                Div("ly_do_khan_cap", **{"data-khi": "khan_cap=on"}),
            ),
        )

    def clean_ngay_nhan(self):
        ngay = self.cleaned_data["ngay_nhan"]
        if ngay > timezone.localdate():
            raise ValidationError("Ngày nhận không được sau ngày hôm nay.")
        return ngay

    def clean_don_cung_vu_viec(self) -> DonThu | None:
        ma = self.cleaned_data["don_cung_vu_viec"].strip().upper()
        if not ma:
            return None
        don = DonThu.objects.for_user(self.nguoi).filter(ma=ma).select_related("vu_viec").first()
        if don is None:
            raise ValidationError(f"Không thấy đơn mang mã {ma} trong các đơn Ông/Bà được xem.")
        return don

    def clean(self):
        du_lieu = super().clean()
        ngay_viet, ngay_nhan = du_lieu.get("ngay_viet_don"), du_lieu.get("ngay_nhan")
        if ngay_viet and ngay_nhan and ngay_viet > ngay_nhan:
            self.add_error("ngay_viet_don", "Ngày viết đơn không được sau ngày nhận.")
        if du_lieu.get("nguon") == NguonDon.CO_QUAN_CHUYEN:
            if not du_lieu.get("co_quan_chuyen_den") and "co_quan_chuyen_den" not in self.errors:
                self.add_error("co_quan_chuyen_den", "Xin ghi cơ quan đã chuyển đơn đến.")
        else:
            du_lieu["co_quan_chuyen_den"] = ""
        la_to_cao = du_lieu.get("loai") == LoaiDon.TO_CAO
        if not la_to_cao:
            du_lieu.update(nguoi_bi_to_cao=(), bi_to_cao_lanh_dao=False)
        if not du_lieu.get("khan_cap"):
            du_lieu["ly_do_khan_cap"] = ""
        elif not du_lieu.get("ly_do_khan_cap"):
            self.add_error("ly_do_khan_cap", "Xin ghi lý do khẩn cấp.")
        cung = du_lieu.get("don_cung_vu_viec")
        if cung and (cung.loai == LoaiDon.TO_CAO) != la_to_cao:
            self.add_error("don_cung_vu_viec", "Tố cáo không ghi chung vụ việc với đơn loại khác: xin để trống.")
        return du_lieu

    @property
    def la_to_cao(self) -> bool:
        """What was sent says tố cáo: nothing of who wrote is read."""
        return self.data.get("loai") == LoaiDon.TO_CAO

    def tham_so(self) -> dict[str, Any]:
        """Arguments of `tiep_nhan_don`."""
        tham_so = dict(self.cleaned_data)
        cung = tham_so.pop("don_cung_vu_viec")
        tham_so["vu_viec"] = cung.vu_viec if cung else None
        tham_so["nguoi_bi_to_cao"] = tuple(tham_so["nguoi_bi_to_cao"])
        return tham_so
