"""Classifying a petition, and sending it to another body."""

from typing import Any

from crispy_forms.bootstrap import InlineRadios
from crispy_forms.layout import Div
from django import forms

from donthu.forms.khung import BuocForm, GhiChuForm, ghep_ly_do
from donthu.forms.truong import (
    ODanhSach,
    TruongCoKhong,
    TruongNhieuNguoi,
    co_quan_ngoai,
    lua_chon_ly_do,
    nguoi_bi_to_cao_duoc_chon,
)
from donthu.ly_do import KHONG_DU_DIEU_KIEN
from donthu.models import LinhVuc
from donthu.phan_loai import LOAI_CO_LAN_HAI, LoaiDon
from tochuc.forms import nhom_truong
from tochuc.models import CauHinh

LAN = (("1", "Lần đầu"), ("2", "Khiếu nại lần hai, tố cáo tiếp"))


class PhanLoaiForm(BuocForm):
    """What the petition is, whether it is eligible, whether the centre is competent (Đ6, 7 TT 05/2021/TT-TTCP).

    What another kind does not have is not sent by the page and not read here.
    """

    loai = forms.ChoiceField(
        label="Loại đơn",
        choices=LoaiDon.choices,
        help_text="Theo nội dung, mục đích, yêu cầu của đơn, không theo tiêu đề.",
    )
    linh_vuc = forms.ModelChoiceField(label="Lĩnh vực", queryset=LinhVuc.objects.order_by("ma"), empty_label=None)
    lan = forms.TypedChoiceField(label="Lần", choices=LAN, coerce=int, empty_value=1, required=False)
    ky_luat = forms.BooleanField(label="Khiếu nại quyết định kỷ luật viên chức", required=False)
    vung_sau = forms.BooleanField(label="Vùng sâu, vùng xa đi lại khó khăn (thời hạn dài hơn)", required=False)
    ly_do_vung_sau = forms.CharField(label="Lý do xác định vùng sâu, vùng xa", max_length=300, required=False)
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
        help_text="Đơn này phải chuyển Sở Y tế; lãnh đạo Trung tâm không xem được.",
    )
    du_dieu_kien = TruongCoKhong(
        label="Đủ điều kiện xử lý?", error_messages={"required": "Xin cho biết đơn có đủ điều kiện xử lý không."}
    )
    muc_khong_du = forms.ChoiceField(
        label="Lý do không đủ điều kiện", choices=lua_chon_ly_do(KHONG_DU_DIEU_KIEN), required=False
    )
    ly_do_khong_du = forms.CharField(label="Lý do cụ thể", max_length=150, required=False)
    thuoc_tham_quyen = TruongCoKhong(label="Thuộc thẩm quyền giải quyết của Trung tâm?", required=False)

    def chuan_bi(self) -> None:
        don = self.don
        for ten in ("loai", "lan", "ky_luat", "vung_sau", "ly_do_vung_sau", "doi_tuong", "bi_to_cao_lanh_dao"):
            self.fields[ten].initial = getattr(don, ten)
        self.fields["linh_vuc"].initial = don.linh_vuc_id
        self.fields["nguoi_bi_to_cao"].initial = [nguoi.pk for nguoi in don.nguoi_bi_to_cao.all()]
        for ten in ("du_dieu_kien", "thuoc_tham_quyen"):
            self.fields[ten].initial = getattr(don, ten)
        self.fields["ly_do_khong_du"].initial = don.ly_do_khong_du[:150]

    def bo_cuc(self) -> tuple:
        lan_hai = ",".join(LOAI_CO_LAN_HAI)
        return (
            nhom_truong(
                "Đơn này là gì",
                "loai",
                "linh_vuc",
                Div("lan", **{"data-khi": f"loai={lan_hai}"}),
                Div(
                    "ky_luat",
                    "vung_sau",
                    Div("ly_do_vung_sau", **{"data-khi": "vung_sau=on"}),
                    **{"data-khi": f"loai={LoaiDon.KHIEU_NAI}"},
                ),
                "doi_tuong",
                Div("nguoi_bi_to_cao", "bi_to_cao_lanh_dao", **{"data-khi": f"loai={LoaiDon.TO_CAO}"}),
            ),
            nhom_truong(
                "Xử lý thế nào",
                InlineRadios("du_dieu_kien"),
                Div("muc_khong_du", "ly_do_khong_du", **{"data-khi": "du_dieu_kien=0"}),
                Div(InlineRadios("thuoc_tham_quyen"), **{"data-khi-khong": "du_dieu_kien=0"}),
                "ngay",
            ),
        )

    def clean(self):
        du_lieu = super().clean()
        loai = du_lieu.get("loai")
        if loai not in LOAI_CO_LAN_HAI:
            du_lieu["lan"] = 1
        if loai != LoaiDon.KHIEU_NAI:
            du_lieu.update(ky_luat=False, vung_sau=False)
        if not du_lieu.get("vung_sau"):
            du_lieu["ly_do_vung_sau"] = ""
        elif not du_lieu.get("ly_do_vung_sau"):
            self.add_error("ly_do_vung_sau", "Xin ghi lý do xác định vùng sâu, vùng xa đi lại khó khăn.")
        if loai != LoaiDon.TO_CAO:
            du_lieu.update(nguoi_bi_to_cao=(), bi_to_cao_lanh_dao=False)
        self._kiem_xu_ly(du_lieu)
        return du_lieu

    def _kiem_xu_ly(self, du_lieu: dict[str, Any]) -> None:
        if du_lieu.get("du_dieu_kien") is False:
            if not du_lieu.get("muc_khong_du") and not du_lieu.get("ly_do_khong_du"):
                self.add_error("muc_khong_du", "Xin chọn hoặc ghi lý do đơn không đủ điều kiện xử lý.")
            du_lieu["thuoc_tham_quyen"] = None
        elif du_lieu.get("du_dieu_kien") and du_lieu.get("thuoc_tham_quyen", "sai") is None:
            self.add_error("thuoc_tham_quyen", "Xin cho biết đơn có thuộc thẩm quyền của Trung tâm không.")

    def tham_so(self) -> dict[str, Any]:
        tham_so = dict(self.cleaned_data)
        ma, cu_the = tham_so.pop("muc_khong_du"), tham_so["ly_do_khong_du"]
        tham_so["ly_do_khong_du"] = "" if tham_so["du_dieu_kien"] else ghep_ly_do(KHONG_DU_DIEU_KIEN, ma, cu_the)
        tham_so["nguoi_bi_to_cao"] = tuple(tham_so["nguoi_bi_to_cao"])
        return tham_so


class NoiNhanForm(GhiChuForm):
    """Guide to, or send to, the competent body."""

    co_quan_nhan = forms.CharField(
        label="Cơ quan có thẩm quyền", max_length=200, error_messages={"required": "Xin ghi cơ quan có thẩm quyền."}
    )

    field_order = ("co_quan_nhan", "ghi_chu", "ngay")

    def chuan_bi(self) -> None:
        o = self.fields["co_quan_nhan"]
        o.widget = ODanhSach(co_quan_ngoai(), attrs=o.widget.attrs)
        if self.don.bi_to_cao_lanh_dao:
            o.initial = CauHinh.hien_hanh().co_quan_chu_quan
