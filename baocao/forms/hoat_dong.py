from datetime import date

from crispy_forms.layout import Div
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q

from baocao.models import HoatDong, PhatHien
from baocao.models.hoat_dong import KET_LUAN, LOAI_CO_THAM_DU, LOAI_VAN_BAN, THUC_HIEN, TRUONG_RIENG, LoaiHoatDong
from donthu.forms.truong import TruongDem
from tochuc.dinh_dang import cat_chu, ngay_vn
from tochuc.forms import TruongMuc, TruongNgay, hang_truong, khi_la, nhom_truong, tao_helper
from tochuc.models import DonVi
from tochuc.models.don_vi import LoaiDonVi

SAU_HOM_NAY = "Ngày này chưa đến. Xin ghi khi việc đã diễn ra."
KIEM_TRA_THANH_TRA = (LoaiHoatDong.KIEM_TRA, LoaiHoatDong.THANH_TRA)


def don_vi_cua_trung_tam(*con_giu: int | None):
    """Units of the centre, without the bodies outside it; those of `con_giu` also when they are no more."""
    return DonVi.objects.filter(Q(hoat_dong=True) | Q(pk__in=con_giu)).exclude(loai=LoaiDonVi.NGOAI)


class TruongVanBan(TruongMuc):
    """One of the documents in the register."""

    def label_from_instance(self, obj):
        so = obj.so_ky_hieu or obj.ma
        return f"{so} ngày {ngay_vn(obj.ngay)}: {cat_chu(obj.noi_dung, 80)}"


class HoatDongForm(forms.ModelForm):
    """One activity; the groups say for which kinds they are. `hom_nay` is the last day that may be written.

    Where the people are written by unit, their two amounts follow from the units and are not asked.
    """

    class Meta:
        model = HoatDong
        fields = ("loai", "ngay", "noi_dung", "don_vi", *TRUONG_RIENG)
        field_classes = {
            **dict.fromkeys(("ngay", "ngay_ket_luan", "ngay_thuc_hien_xong"), TruongNgay),
            "don_vi": TruongMuc,
            "sua_doi_cho": TruongVanBan,
        }
        widgets = {"noi_dung": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, hom_nay, theo_don_vi=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.hom_nay = hom_nay
        for ten in TRUONG_RIENG:
            self.fields[ten].required = False
        self.fields["don_vi"].queryset = don_vi_cua_trung_tam(self.instance.don_vi_id)
        self.fields["don_vi"].empty_label = "(không ghi)"
        self.fields["loai"].choices = [("", "Chọn loại"), *LoaiHoatDong.choices]
        van_ban = HoatDong.objects.filter(loai__in=LOAI_VAN_BAN).exclude(pk=self.instance.pk)
        self.fields["sua_doi_cho"].queryset = van_ban.only("ma", "so_ky_hieu", "ngay", "noi_dung")
        self.fields["sua_doi_cho"].empty_label = "(không ghi)"
        so_nguoi = hang_truong("so_nguoi", "tong_so_nguoi")
        if theo_don_vi:
            del self.fields["so_nguoi"], self.fields["tong_so_nguoi"]
            so_nguoi = Div()
        self.helper = tao_helper(
            hang_truong("loai", "ngay"),
            "noi_dung",
            "don_vi",
            khi_la(
                "loai",
                LOAI_VAN_BAN,
                nhom_truong(
                    "Văn bản chỉ đạo",
                    "so_ky_hieu",
                    khi_la("loai", TRUONG_RIENG["sua_doi_cho"], "sua_doi_cho"),
                ),
            ),
            khi_la("loai", LOAI_CO_THAM_DU, nhom_truong("Tập huấn, tuyên truyền, bồi dưỡng, mời dự", so_nguoi)),
            khi_la(
                "loai",
                KIEM_TRA_THANH_TRA,
                nhom_truong("Kiểm tra nội bộ, thanh tra trách nhiệm", hang_truong("so_don_vi", "so_don_vi_vi_pham")),
            ),
            khi_la(
                "loai",
                TRUONG_RIENG["ngay_ket_luan"],
                nhom_truong("Kết luận thanh tra", hang_truong("ngay_ket_luan", *KET_LUAN)),
                nhom_truong("Thực hiện kết luận thanh tra", hang_truong("ngay_thuc_hien_xong", *THUC_HIEN)),
            ),
            khi_la("loai", TRUONG_RIENG["lo_danh_tinh"], nhom_truong("Phê bình, xử lý vi phạm", "lo_danh_tinh")),
        )

    def clean(self):
        du_lieu = super().clean()
        for ten in ("ngay", "ngay_ket_luan", "ngay_thuc_hien_xong"):
            if du_lieu.get(ten) and du_lieu[ten] > self.hom_nay:
                self.add_error(ten, SAU_HOM_NAY)
        for ten, truong in self.fields.items():
            if isinstance(truong, forms.IntegerField) and du_lieu.get(ten, 0) is None:
                du_lieu[ten] = 0  # an amount left empty is none
        return du_lieu


class LocHoatDongForm(forms.Form):
    """Filters of the register."""

    loai = forms.ChoiceField(label="Loại", choices=[("", "Mọi loại"), *LoaiHoatDong.choices], required=False)
    tu = TruongNgay(label="Từ ngày", required=False)
    den = TruongNgay(label="Đến ngày", required=False)


class ThamDuForm(forms.Form):
    """How many of each unit should have come and came: two boxes a unit, empty for none."""

    def __init__(self, *args, hoat_dong: HoatDong, **kwargs):
        super().__init__(*args, **kwargs)
        co_san = {dong.don_vi_id: dong for dong in hoat_dong.tham_du.all()}
        self.cac_don_vi = list(don_vi_cua_trung_tam(*co_san))
        moi_du = hoat_dong.loai == LoaiHoatDong.MOI_DU
        for dv in self.cac_don_vi:
            dong = co_san.get(dv.pk)
            self.fields[f"phai_du_{dv.pk}"] = TruongDem(
                label=f"{dv}: {'được mời' if moi_du else 'phải dự'}", initial=dong and dong.phai_du
            )
            self.fields[f"da_du_{dv.pk}"] = TruongDem(label=f"{dv}: đã dự", initial=dong and dong.da_du)
        for truong in self.fields.values():
            truong.widget.attrs["aria-label"] = truong.label
            truong.widget.attrs["class"] = "form-control"

    @property
    def cac_dong(self):
        """Unit, box of those who should have come, box of those who came."""
        return [(dv, self[f"phai_du_{dv.pk}"], self[f"da_du_{dv.pk}"]) for dv in self.cac_don_vi]

    def clean(self):
        du_lieu = super().clean()
        for dv in self.cac_don_vi:
            phai_du, da_du = du_lieu.get(f"phai_du_{dv.pk}"), du_lieu.get(f"da_du_{dv.pk}")
            if phai_du is not None and da_du is not None and da_du > phai_du:
                self.add_error(f"da_du_{dv.pk}", "Số người đã dự không được lớn hơn số người phải dự.")
        return du_lieu

    def so_nguoi(self) -> dict[DonVi, tuple[int, int]]:
        """Unit → (phải dự, đã dự)."""
        du_lieu = self.cleaned_data
        return {dv: (du_lieu[f"phai_du_{dv.pk}"], du_lieu[f"da_du_{dv.pk}"]) for dv in self.cac_don_vi}


class PhatHienForm(forms.ModelForm):
    """One finding of a check and its deadline."""

    class Meta:
        model = PhatHien
        fields = ("don_vi", "noi_dung", "han_khac_phuc")
        field_classes = {"don_vi": TruongMuc, "han_khac_phuc": TruongNgay}
        widgets = {"noi_dung": forms.Textarea(attrs={"rows": 3})}
        error_messages = {
            "don_vi": {"required": "Xin chọn đơn vị."},
            "noi_dung": {"required": "Xin ghi tồn tại, vi phạm."},
            "han_khac_phuc": {"required": "Xin ghi hạn khắc phục."},
        }

    def __init__(self, *args, ngay_kiem_tra, **kwargs):
        super().__init__(*args, **kwargs)
        self.ngay_kiem_tra = ngay_kiem_tra
        self.fields["don_vi"].queryset = don_vi_cua_trung_tam(self.instance.don_vi_id)
        self.fields["don_vi"].empty_label = "Chọn đơn vị"
        if self.instance.ngay_khac_phuc:
            self.fields[
                "han_khac_phuc"
            ].help_text = "Đã khắc phục xong. Ghi hạn khác là yêu cầu đơn vị khắc phục lại, tính từ ngày kiểm tra."
        self.helper = tao_helper(hang_truong("don_vi", "han_khac_phuc"), "noi_dung")

    def clean_han_khac_phuc(self):
        han = self.cleaned_data["han_khac_phuc"]
        if han <= self.ngay_kiem_tra:
            raise ValidationError(f"Hạn khắc phục phải sau ngày kiểm tra ({ngay_vn(self.ngay_kiem_tra)}).")
        return han


class KhacPhucForm(forms.Form):
    """What was done about a finding, and when."""

    bien_phap = forms.CharField(
        label="Biện pháp đã khắc phục",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Xin ghi biện pháp đã khắc phục."},
    )
    ngay = TruongNgay(label="Ngày khắc phục xong", error_messages={"required": "Xin ghi ngày khắc phục xong."})

    def __init__(self, *args, phat_hien: PhatHien, hom_nay: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.tu_ngay, self.hom_nay = phat_hien.hoat_dong.ngay, hom_nay
        self.fields["ngay"].initial = hom_nay
        self.fields["bien_phap"].initial = phat_hien.bien_phap
        self.helper = tao_helper("bien_phap", "ngay")

    def clean_ngay(self):
        ngay = self.cleaned_data["ngay"]
        if not self.tu_ngay <= ngay <= self.hom_nay:
            raise ValidationError("Ngày khắc phục xong từ ngày kiểm tra đến hôm nay.")
        return ngay
