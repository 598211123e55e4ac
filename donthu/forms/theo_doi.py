"""After the decision, and what may happen on the way."""

from typing import Any

from crispy_forms.bootstrap import InlineRadios
from crispy_forms.layout import Div
from django import forms

from donthu.forms.khung import LY_DO_CU_THE, BuocForm, GhiChuForm, GhiNhanForm, LyDoForm, ghep_ly_do
from donthu.forms.truong import TruongDem, TruongSoLuong, lua_chon_ly_do, o_van_ban
from donthu.ly_do import TIEU_CHI_PHUC_TAP, VAN_GIAI_QUYET_TO_CAO, LyDo, ly_do_dinh_chi, ly_do_tam_dinh_chi
from donthu.models import KetQuaThiHanh, LanRut, PhamViRut
from donthu.phan_loai import LOAI_CO_LAN_HAI, LoaiDon
from donthu.quy_trinh.buoc import Buoc
from tochuc.forms import hang_truong, nhom_truong

DO_RUT = "rut"  # the ground of đình chỉ that needs a withdrawal written down
TIEU_CHI_VA_SO_LAN = {
    LoaiDon.KHIEU_NAI: "Một tiêu chí trở lên: kéo dài thời hạn một lần.",
    LoaiDon.TO_CAO: "Một tiêu chí: gia hạn một lần. Từ 02 tiêu chí trở lên: gia hạn tối đa hai lần.",
}


class ThongBaoForm(GhiNhanForm):
    HOI = "Đã thông báo cho công dân thế nào"
    GOI_Y = "Số văn bản, hoặc ngày giờ đã báo trực tiếp, qua điện thoại."


class ThiHanhForm(GhiChuForm):
    """What was carried out on one day (biểu 05 of TT 06/2025)."""

    TIEN_DAT = ("da_thu_tien", "da_thu_dat", "da_tra_tien", "da_tra_dat")
    DEM = (
        "to_chuc_da_xu_ly",
        "nguoi_da_xu_ly",
        "can_bo_da_xu_ly",
        "vu_khoi_to",
        "nguoi_khoi_to",
        "can_bo_khoi_to",
    )

    def chuan_bi(self) -> None:
        for ten in (*self.TIEN_DAT, *self.DEM):
            truong = KetQuaThiHanh._meta.get_field(ten)
            loai_truong = TruongSoLuong if ten in self.TIEN_DAT else TruongDem
            self.fields[ten] = loai_truong(label=truong.verbose_name[:1].upper() + truong.verbose_name[1:])

    def bo_cuc(self) -> tuple:
        return (
            nhom_truong("Tiền, đất đã thu, đã trả (để trống nếu không có)", hang_truong(*self.TIEN_DAT)),
            nhom_truong("Đã xử lý (để trống nếu không có)", hang_truong(*self.DEM)),
            "ghi_chu",
            "ngay",
        )

    def clean(self):
        du_lieu = super().clean()
        for phan, tong in (("can_bo_da_xu_ly", "nguoi_da_xu_ly"), ("can_bo_khoi_to", "nguoi_khoi_to")):
            if du_lieu.get(phan, 0) > du_lieu.get(tong, 0):
                self.add_error(phan, "Không được lớn hơn tổng số người.")
        return du_lieu


class GiaHanForm(BuocForm):
    """Why the case is complex, or for our own term why it takes longer; and by how many days."""

    tieu_chi = forms.MultipleChoiceField(
        label="Tiêu chí xác định vụ việc phức tạp",
        choices=[(muc.ma, muc.noi_dung) for muc in TIEU_CHI_PHUC_TAP],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Xin chọn ít nhất một tiêu chí; không có thì không kéo dài được thời hạn."},
    )
    ly_do = forms.CharField(label="Lý do", max_length=LY_DO_CU_THE, widget=o_van_ban(3), required=False)
    so_ngay = forms.IntegerField(
        label="Số ngày thêm",
        min_value=1,
        max_value=60,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"required": "Xin ghi số ngày thêm.", "invalid": "Xin nhập một số nguyên."},
    )

    field_order = ("tieu_chi", "ly_do", "so_ngay", "ngay")

    def chuan_bi(self) -> None:
        if self.don.loai in LOAI_CO_LAN_HAI:
            self.fields["tieu_chi"].initial = self.don.tieu_chi_phuc_tap
            self.fields["tieu_chi"].help_text = TIEU_CHI_VA_SO_LAN[self.don.loai]
        else:
            del self.fields["tieu_chi"]
            self.fields["ly_do"].required = True
            self.fields["ly_do"].error_messages["required"] = "Xin ghi lý do kéo dài hạn."

    def bo_cuc(self) -> tuple:
        tieu_chi = ("tieu_chi",) if "tieu_chi" in self.fields else ()
        return (*tieu_chi, "ly_do", hang_truong("so_ngay", "ngay"))


class TamDinhChiForm(LyDoForm):
    def cac_ly_do(self) -> tuple[LyDo, ...]:
        return ly_do_tam_dinh_chi(self.don.loai)


class DinhChiForm(LyDoForm):
    def cac_ly_do(self) -> tuple[LyDo, ...]:
        return ly_do_dinh_chi(self.don.loai)

    def tham_so(self) -> dict[str, Any]:
        return super().tham_so() | {"do_rut": self.cleaned_data["muc_ly_do"] == DO_RUT}


class RutDonForm(BuocForm):
    """How, and how much of it, was withdrawn; of a tố cáo whether it is resolved all the same (Đ33.3 Luật TC)."""

    hinh_thuc = forms.ChoiceField(label="Hình thức", choices=LanRut.HinhThuc.choices, widget=forms.RadioSelect)
    pham_vi = forms.ChoiceField(
        label="Phạm vi",
        choices=PhamViRut.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Xin chọn phạm vi rút."},
    )
    so_nguoi = forms.IntegerField(
        label="Số người rút",
        min_value=1,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"invalid": "Xin nhập một số nguyên."},
    )
    noi_dung = forms.CharField(
        label="Nội dung được rút",
        max_length=700,
        widget=o_van_ban(3),
        error_messages={"required": "Xin ghi nội dung được rút."},
        help_text="Ghi rõ ngày của đơn rút, biên bản; người rút đã ký hoặc điểm chỉ.",
    )
    van_giai_quyet = forms.ChoiceField(
        label="Vẫn phải giải quyết vì",
        required=False,
        help_text="Chọn khi rút toàn bộ mà Luật Tố cáo vẫn buộc giải quyết.",
    )

    field_order = ("hinh_thuc", "pham_vi", "so_nguoi", "noi_dung", "van_giai_quyet", "ngay")

    def chuan_bi(self) -> None:
        self.fields["hinh_thuc"].initial = LanRut.HinhThuc.DON
        if self.don.so_nguoi == 1:
            mot_nguoi = [muc for muc in PhamViRut.choices if muc[0] != PhamViRut.MOT_SO_NGUOI]
            self.fields["pham_vi"].choices = mot_nguoi
            del self.fields["so_nguoi"]
        if self.don.loai == LoaiDon.TO_CAO:
            chon = lua_chon_ly_do(VAN_GIAI_QUYET_TO_CAO)[1:]
            self.fields["van_giai_quyet"].choices = [("", "Không, đình chỉ giải quyết"), *chon]
        else:
            del self.fields["van_giai_quyet"]

    def bo_cuc(self) -> tuple:
        so_nguoi, van = (), ()
        if "so_nguoi" in self.fields:
            so_nguoi = (Div("so_nguoi", **{"data-khi": f"pham_vi={PhamViRut.MOT_SO_NGUOI}"}),)
        if "van_giai_quyet" in self.fields:
            van = (Div("van_giai_quyet", **{"data-khi-khong": f"pham_vi={PhamViRut.MOT_PHAN}"}),)
        return (InlineRadios("hinh_thuc"), "pham_vi", *so_nguoi, "noi_dung", *van, "ngay")

    def clean(self):
        du_lieu = super().clean()
        if du_lieu.get("pham_vi") != PhamViRut.MOT_SO_NGUOI:
            du_lieu["so_nguoi"] = 1
        elif not du_lieu.get("so_nguoi") and "so_nguoi" not in self.errors:
            self.add_error("so_nguoi", "Xin ghi số người rút.")
        elif (du_lieu.get("so_nguoi") or 0) > self.don.so_nguoi:
            self.add_error("so_nguoi", f"Đơn chỉ có {self.don.so_nguoi} người.")
        return du_lieu

    def tham_so(self) -> dict[str, Any]:
        tham_so = dict(self.cleaned_data)
        if tham_so.get("van_giai_quyet"):
            can_cu = ghep_ly_do(VAN_GIAI_QUYET_TO_CAO, tham_so["van_giai_quyet"], "")
            toan_bo = tham_so["pham_vi"] != PhamViRut.MOT_PHAN
            tham_so["van_giai_quyet"] = can_cu if toan_bo else ""
        return tham_so


CAC_FORM = {
    Buoc.THONG_BAO: ThongBaoForm,
    Buoc.THI_HANH: ThiHanhForm,
    Buoc.THI_HANH_XONG: ThiHanhForm,
    Buoc.KET_THUC: GhiChuForm,
    Buoc.GIA_HAN: GiaHanForm,
    Buoc.TAM_DINH_CHI: TamDinhChiForm,
    Buoc.TIEP_TUC: GhiChuForm,
    Buoc.RUT_DON: RutDonForm,
    Buoc.DINH_CHI: DinhChiForm,
}
