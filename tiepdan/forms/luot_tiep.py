"""The form of a visit, in the order of what is said at the counter."""

import uuid
from dataclasses import fields
from typing import Any

from crispy_forms.layout import HTML, Div, Field
from django import forms
from django.utils import timezone

from donthu.forms.cong_dan import CongDanForm
from donthu.forms.truong import (
    ODanhSach,
    TruongNguoi,
    TruongNhieuNguoi,
    co_quan_ngoai,
    nguoi_bi_to_cao_duoc_chon,
    o_van_ban,
)
from donthu.models import LinhVuc
from donthu.phan_loai import LoaiDon
from tiepdan.actions import LoiPhieu
from tiepdan.actions.phieu_tiep import PhieuTiep, lam_sach, loi_cua_phieu
from tiepdan.hinh_thuc import LY_DO_TU_CHOI, HinhThuc, HuongTiep, KetQuaTiep, NguoiTiep
from tiepdan.models import LuotTiep
from tochuc.forms import TruongMuc, TruongNgay, nhom_truong, tao_helper
from tochuc.models import NhanVien
from tochuc.vai_tro import VaiTro

O_CHON = "tiepdan/manh/o_chon.html"
MANH_TRA_CUU = '{% include "tiepdan/manh/nut_tra_cuu.html" %}'
NGUOI_TIEP = [
    (NguoiTiep.THUONG_XUYEN, "Thường xuyên"),
    (NguoiTiep.THU_TRUONG, "Thủ trưởng"),
    (NguoiTiep.UY_QUYEN, "Ủy quyền"),
]
TINH_TRANG = ("Bản gốc", "Bản photo", "Bản sao công chứng", "Tệp, ảnh chụp")
KET_CUC = [
    (HuongTiep.LAP_DON, "Lập đơn"),
    (HuongTiep.HUONG_DAN, "Hướng dẫn"),
    (HuongTiep.CHUYEN_DON, "Chuyển đơn"),
    (HuongTiep.TRA_LOI_NGAY, "Trả lời ngay"),
    (HuongTiep.GIAI_THICH, "Giải thích, chấm dứt"),
    (KetQuaTiep.TU_CHOI, "Từ chối tiếp"),
]
TRUONG_PHIEU = frozenset(truong.name for truong in fields(PhieuTiep))
LA_TO_CAO = f"loai={LoaiDon.TO_CAO}"
# Fields that only some endings need; what the person typed for another ending is not meant.
THEO_KET_CUC = {
    "linh_vuc": (HuongTiep.LAP_DON,),
    "co_quan_nhan": (HuongTiep.HUONG_DAN, HuongTiep.CHUYEN_DON),
    "so_van_ban": (HuongTiep.HUONG_DAN, HuongTiep.CHUYEN_DON),
    "tra_loi": (HuongTiep.GIAI_THICH, HuongTiep.TRA_LOI_NGAY),
    "ly_do_tu_choi": (KetQuaTiep.TU_CHOI,),
}
# Where the page shows what the rules say of a field it has under another name.
TRUONG_TREN_FORM = {"huong": "ket_cuc", "ket_qua": "ket_cuc", "vu_viec": "ma_vu_viec", "tai_lieu": None}


def lua_chon_tu_choi() -> list[tuple[str, str]]:
    return [
        ("", "Chọn một căn cứ"),
        *((ly_do.ma, f"{ly_do.noi_dung} ({ly_do.can_cu})") for ly_do in LY_DO_TU_CHOI),
    ]


class LuotTiepForm(CongDanForm):
    """Who receives, how, what about, who came, what was said, how it ended. Identity is not read of a tố cáo."""

    nguoi_tiep = forms.ChoiceField(
        label="Người tiếp", choices=NGUOI_TIEP, initial=NguoiTiep.THUONG_XUYEN, widget=forms.RadioSelect
    )
    can_bo = TruongNguoi(
        label="Cán bộ tiếp", queryset=NhanVien.objects.none(), required=False, empty_label="Chọn người"
    )
    hinh_thuc = forms.ChoiceField(
        label="Hình thức", choices=HinhThuc, initial=HinhThuc.TRUC_TIEP, widget=forms.RadioSelect
    )
    loai = forms.ChoiceField(
        label="Loại",
        choices=LoaiDon,
        widget=forms.RadioSelect,
        error_messages={"required": "Chọn loại: khiếu nại, tố cáo, kiến nghị, phản ánh hay ý kiến khác."},
    )
    dong_y_khac_ten = forms.BooleanField(label="Đúng là một người, nay mang họ tên khác", required=False)
    dai_dien = forms.CharField(label="Đại diện, được ủy quyền của", max_length=200, required=False)
    so_nguoi = forms.IntegerField(
        label="Số người",
        min_value=1,
        max_value=9999,
        initial=1,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"invalid": "Nhập số người bằng chữ số.", "min_value": "Số người ít nhất là 1."},
    )
    so_dai_dien = forms.IntegerField(
        label="Người đại diện",
        min_value=1,
        max_value=99,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        help_text="Từ 5 người: cử 1–2; trên 10 người: tối đa 5.",
        error_messages={"invalid": "Nhập số người đại diện bằng chữ số.", "min_value": "Ít nhất 1 người đại diện."},
    )
    doi_tuong = forms.CharField(label="Người, đơn vị bị khiếu nại, tố cáo, phản ánh", max_length=300, required=False)
    nguoi_bi_to_cao = TruongNhieuNguoi(
        label="Người của Trung tâm bị tố cáo",
        queryset=NhanVien.objects.none(),
        required=False,
        help_text="Người được chọn sẽ không xem được việc này. Giữ phím Ctrl để chọn nhiều người.",
    )
    bi_to_cao_lanh_dao = forms.BooleanField(
        label="Bị tố cáo là Giám đốc, Phó Giám đốc hoặc tập thể Trung tâm", required=False
    )
    khong_giu_bi_mat = forms.BooleanField(
        label="Người tố cáo xác nhận không yêu cầu giữ bí mật danh tính",
        required=False,
        help_text="Tiếp trực tuyến về tố cáo chỉ khi có xác nhận này (Điều 20 Nghị định 154/2026/NĐ-CP).",
    )
    noi_dung = forms.CharField(
        label="Nội dung trình bày (tóm tắt)",
        max_length=1000,
        widget=o_van_ban(3),
        error_messages={"required": "Ghi tóm tắt nội dung trình bày."},
    )
    yeu_cau = forms.CharField(label="Yêu cầu, đề nghị", max_length=1000, required=False, widget=o_van_ban(3))
    co_quan_da_giai_quyet = forms.CharField(label="Cơ quan đã giải quyết (nếu có)", max_length=300, required=False)
    ma_vu_viec = forms.CharField(
        label="Vụ việc đã có (mã đơn, lượt)",
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "placeholder": "DT-2026-0012"}),
    )
    ket_cuc = forms.ChoiceField(
        label="Buổi tiếp kết thúc bằng",
        choices=KET_CUC,
        widget=forms.RadioSelect,
        error_messages={"required": "Chọn buổi tiếp kết thúc thế nào."},
    )
    linh_vuc = TruongMuc(
        label="Lĩnh vực", queryset=LinhVuc.objects.order_by("ma"), required=False, empty_label="Chọn lĩnh vực"
    )
    co_quan_nhan = forms.CharField(label="Cơ quan được hướng dẫn, chuyển đến", max_length=200, required=False)
    so_van_ban = forms.CharField(label="Số văn bản hướng dẫn, chuyển đơn", max_length=60, required=False)
    tra_loi = forms.CharField(
        label="Nội dung đã trả lời, giải thích", max_length=2000, required=False, widget=o_van_ban(3)
    )
    ly_do_tu_choi = forms.ChoiceField(label="Căn cứ từ chối", choices=lua_chon_tu_choi, required=False)
    ngay = TruongNgay(label="Ngày tiếp")
    gio = forms.TimeField(
        label="Giờ tiếp",
        required=False,
        input_formats=["%H:%M", "%H.%M", "%Hh%M", "%H"],
        widget=forms.TimeInput(format="%H:%M", attrs={"placeholder": "08:30", "autocomplete": "off"}),
        error_messages={"invalid": "Nhập giờ theo dạng 08:30."},
    )
    ghi_chu = forms.CharField(label="Ghi chú", max_length=500, required=False)
    khoa_gui = forms.UUIDField(required=False, widget=forms.HiddenInput)
    so_lan_sua = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, nguoi: NhanVien, luot: LuotTiep | None = None, **kwargs):
        """`nguoi`: who fills the form; `luot`: the visit being corrected."""
        initial = _cua_luot(luot) if luot else _luc_nay(nguoi)
        super().__init__(*args, initial=initial | kwargs.pop("initial", {}), **kwargs)
        self.nguoi = nguoi
        can_bo = NhanVien.objects.filter(is_active=True).only("ho_ten", "chuc_vu").order_by("ho_ten")
        self.fields["can_bo"].queryset = can_bo
        lanh_dao = NhanVien.objects.filter(is_active=True, vai_tro__vai_tro=VaiTro.LANH_DAO).order_by("pk").first()
        if lanh_dao:
            self.fields["can_bo"].widget.attrs["data-thu-truong"] = lanh_dao.pk
        self.fields["nguoi_bi_to_cao"].queryset = nguoi_bi_to_cao_duoc_chon()
        o = self.fields["co_quan_nhan"]
        o.widget = ODanhSach(co_quan_ngoai(), attrs=o.widget.attrs)
        if luot and luot.don_id:
            for ten in ("loai", "linh_vuc", "ma_vu_viec", "ngay", "ket_cuc"):
                self.fields[ten].disabled = True
            self.fields["ma_vu_viec"].widget.attrs["placeholder"] = ""
        for ten in ("ho_ten", "dia_chi"):
            self.fields[ten].widget.attrs["aria-required"] = "true"
        self.helper = tao_helper(*self._bo_cuc())

    def _bo_cuc(self) -> tuple:
        o_chon = {ten: Field(ten, template=O_CHON) for ten in ("nguoi_tiep", "hinh_thuc", "loai", "ket_cuc")}
        return (
            nhom_truong(
                "Buổi tiếp",
                hang_phieu("buoi", o_chon["nguoi_tiep"], "can_bo", o_chon["hinh_thuc"]),
                o_chon["loai"],
            ),
            Div(
                nhom_truong(
                    "Người đến",
                    hang_phieu("ho-ten", "ho_ten", "loai_giay_to", "so_giay_to", HTML(MANH_TRA_CUU)),
                    HTML('{% include "tiepdan/manh/khac_ten.html" %}'),
                    HTML('{% include "tiepdan/manh/nguoi_quen.html" %}'),
                    hang_phieu("dia-chi", "dia_chi", "dien_thoai"),
                    hang_phieu("cap", "ngay_cap", "noi_cap", "dai_dien"),
                ),
                **{"data-khi-khong": LA_TO_CAO},
            ),
            Div(
                HTML('{% include "tiepdan/manh/nhac_to_cao.html" %}'),
                nhom_truong("Người bị tố cáo", "nguoi_bi_to_cao", "bi_to_cao_lanh_dao"),
                Div("khong_giu_bi_mat", **{"data-khi": f"hinh_thuc={HinhThuc.TRUC_TUYEN}"}),
                **{"data-khi": LA_TO_CAO},
            ),
            nhom_truong(
                "Nội dung",
                hang_phieu("doi-tuong", "so_nguoi", "so_dai_dien", "doi_tuong"),
                hang_phieu("trinh-bay", "noi_dung", "yeu_cau"),
                HTML('{% include "donthu/trung_lap/o_goi_y.html" %}'),
                hang_phieu("vu-viec", "co_quan_da_giai_quyet", "ma_vu_viec"),
            ),
            nhom_truong("Thông tin, tài liệu nhận", HTML('{% include "tiepdan/manh/tai_lieu.html" %}')),
            nhom_truong(
                "Kết thúc",
                o_chon["ket_cuc"],
                Div("linh_vuc", **_khi("linh_vuc")),
                Div(hang_phieu("vu-viec", "co_quan_nhan", "so_van_ban"), **_khi("co_quan_nhan")),
                Div("tra_loi", **_khi("tra_loi")),
                Div("ly_do_tu_choi", **_khi("ly_do_tu_choi")),
                hang_phieu("ngay-gio", "ngay", "gio", "ghi_chu"),
            ),
            "khoa_gui",
            "so_lan_sua",
        )

    def clean(self):
        """Also ask the rules of the action about what was read, so that all mistakes are said at once."""
        du_lieu = super().clean()
        if du_lieu.get("loai") == LoaiDon.TO_CAO:
            for ten in (*CongDanForm.base_fields, "dai_dien"):
                self.errors.pop(ten, None)
                du_lieu[ten] = None if ten == "ngay_cap" else ""
        phieu = PhieuTiep(**{"loai": "", "noi_dung": ""} | self._phieu(du_lieu))
        ngay = du_lieu.get("ngay") or timezone.localdate()
        loi = loi_cua_phieu(lam_sach(phieu), self.nguoi, ngay)
        self._them_loi({ten: cau for ten, cau in loi.items() if self._ten_tren_form(ten) not in self.errors})
        return du_lieu

    def phieu(self) -> dict[str, Any]:
        """Arguments of the action, without the matter and the documents; `is_valid()` was true."""
        return self._phieu(self.cleaned_data) | {"ngay": self.cleaned_data["ngay"]}

    def _phieu(self, du_lieu: dict[str, Any]) -> dict[str, Any]:
        phieu = {ten: gia_tri for ten, gia_tri in du_lieu.items() if ten in TRUONG_PHIEU}
        ket_cuc = du_lieu.get("ket_cuc", "")
        for ten, dung_khi in THEO_KET_CUC.items():
            if ket_cuc not in dung_khi:
                phieu[ten] = None if ten == "linh_vuc" else ""
        tu_choi = ket_cuc == KetQuaTiep.TU_CHOI
        phieu["ket_qua"] = KetQuaTiep.TU_CHOI if tu_choi else KetQuaTiep.DA_TIEP
        phieu["huong"] = "" if tu_choi else ket_cuc
        phieu["nguoi_bi_to_cao"] = tuple(du_lieu.get("nguoi_bi_to_cao", ()))
        return phieu

    def them_loi(self, loi: LoiPhieu) -> None:
        """Put the sentences of the rules beside their fields."""
        self._them_loi(loi.cac_loi)

    def _them_loi(self, cac_loi: dict[str, str]) -> None:
        for ten, cau in cac_loi.items():
            self.add_error(self._ten_tren_form(ten), cau)

    def _ten_tren_form(self, ten: str) -> str | None:
        ten = TRUONG_TREN_FORM.get(ten, ten)
        return ten if ten in self.fields else None


def hang_phieu(ten: str, *truong) -> Div:
    """Fields of one row; the widths stand in tiep-dan.css under the name of the row."""
    return Div(*truong, css_class=f"hang-phieu hang-{ten}")


def _khi(ten: str) -> dict[str, str]:
    return {"data-khi": f"ket_cuc={','.join(THEO_KET_CUC[ten])}"}


def _luc_nay(nguoi: NhanVien) -> dict[str, Any]:
    luc_nay = timezone.localtime()
    return {
        "can_bo": nguoi.pk,
        "ngay": luc_nay.date(),
        "gio": luc_nay.time().replace(second=0, microsecond=0),
        "khoa_gui": uuid.uuid4(),
    }


def _cua_luot(luot: LuotTiep) -> dict[str, Any]:
    """What the form shows of a visit that was written."""
    ten_chung = [ten for ten in LuotTiepForm.base_fields if hasattr(luot, ten) and ten != "khoa_gui"]
    gia_tri = {ten: getattr(luot, ten) for ten in ten_chung}
    if luot.cong_dan and not luot.ve_to_cao:
        gia_tri |= {ten: getattr(luot.cong_dan, ten) for ten in CongDanForm.base_fields}
    return gia_tri | {
        "can_bo": luot.can_bo_id,
        "nguoi_bi_to_cao": [nguoi.pk for nguoi in luot.nguoi_bi_to_cao.all()],
        "ket_cuc": luot.huong or luot.ket_qua,
        "linh_vuc": luot.don and luot.don.linh_vuc_id,
    }


class TaiLieuForm(forms.Form):
    """One document handed in, as the receipt lists it (Mẫu 02/TCD)."""

    ten = forms.CharField(label="Tên tài liệu", max_length=300, required=False)
    so_trang = forms.IntegerField(
        label="Số trang",
        min_value=1,
        max_value=99999,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"invalid": "Nhập số trang bằng chữ số.", "min_value": "Số trang ít nhất là 1."},
    )
    tinh_trang = forms.ChoiceField(
        label="Tình trạng", choices=[("", "Chọn"), *((ten, ten) for ten in TINH_TRANG)], required=False
    )

    def clean(self):
        du_lieu = super().clean()
        if not du_lieu.get("ten") and (du_lieu.get("so_trang") or du_lieu.get("tinh_trang")):
            self.add_error("ten", "Ghi tên tài liệu của dòng này.")
        return du_lieu


TaiLieuFormSet = forms.formset_factory(TaiLieuForm, extra=2, max_num=50, absolute_max=60)


def tai_lieu_da_nhan(formset) -> list[dict[str, Any]]:
    """Rows with a name, as the action takes them; an emptied row is a document taken off the list."""
    return [
        {"ten": dong["ten"], "so_trang": dong["so_trang"], "tinh_trang": dong["tinh_trang"]}
        for dong in formset.cleaned_data
        if dong.get("ten")
    ]
