from django import forms

from baocao.models import HoatDong
from baocao.models.hoat_dong import KET_LUAN, THUC_HIEN, TRUONG_RIENG, LoaiHoatDong
from tochuc.forms import TruongNgay, hang_truong, nhom_truong, tao_helper

SAU_HOM_NAY = "Ngày này chưa đến. Xin ghi khi việc đã diễn ra."


class HoatDongForm(forms.ModelForm):
    """One activity; the groups say for which kinds they are. `hom_nay` is the last day that may be written."""

    class Meta:
        model = HoatDong
        fields = ("loai", "ngay", "noi_dung", *TRUONG_RIENG)
        field_classes = dict.fromkeys(("ngay", "ngay_ket_luan", "ngay_thuc_hien_xong"), TruongNgay)
        widgets = {"noi_dung": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, hom_nay, **kwargs):
        super().__init__(*args, **kwargs)
        self.hom_nay = hom_nay
        for ten in TRUONG_RIENG:
            self.fields[ten].required = False
        self.helper = tao_helper(
            hang_truong("loai", "ngay"),
            "noi_dung",
            nhom_truong("Tập huấn, tuyên truyền", hang_truong("so_nguoi", "tong_so_nguoi")),
            nhom_truong("Kiểm tra nội bộ, thanh tra trách nhiệm", hang_truong("so_don_vi")),
            nhom_truong("Kết luận thanh tra", hang_truong("ngay_ket_luan", *KET_LUAN)),
            nhom_truong("Thực hiện kết luận thanh tra", hang_truong("ngay_thuc_hien_xong", *THUC_HIEN)),
        )

    def clean(self):
        du_lieu = super().clean()
        for ten in ("ngay", "ngay_ket_luan", "ngay_thuc_hien_xong"):
            if du_lieu.get(ten) and du_lieu[ten] > self.hom_nay:
                self.add_error(ten, SAU_HOM_NAY)
        for ten in TRUONG_RIENG:
            if not ten.startswith("ngay_") and du_lieu.get(ten, 0) is None:
                du_lieu[ten] = 0  # an amount left empty is none
        return du_lieu


class LocHoatDongForm(forms.Form):
    """Filters of the register."""

    loai = forms.ChoiceField(label="Loại", choices=[("", "Mọi loại"), *LoaiHoatDong.choices], required=False)
    tu = TruongNgay(label="Từ ngày", required=False)
    den = TruongNgay(label="Đến ngày", required=False)
