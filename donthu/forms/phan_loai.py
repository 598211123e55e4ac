"""Classifying a petition, and sending it to another body."""

from typing import Any

from crispy_forms.bootstrap import InlineRadios
from crispy_forms.layout import Div
from django import forms

from donthu.forms.khung import BuocForm, GhiChuForm, ghep_ly_do
from donthu.forms.thu_ly import cau_thoi_hieu
from donthu.forms.truong import (
    ODanhSach,
    TruongCoKhong,
    TruongDem,
    TruongNhieuNguoi,
    co_quan_ngoai,
    lua_chon_ly_do,
    nguoi_bi_to_cao_duoc_chon,
)
from donthu.ly_do import KHONG_DU_DIEU_KIEN
from donthu.models import DonThu, LinhVuc
from donthu.phan_loai import CUA_LOAI, KIEN_NGHI_PHAN_ANH, LOAI_CO_LAN_HAI, LoaiDon, NguonDon, loi_so_dai_dien
from donthu.quy_trinh.buoc import Buoc
from tochuc.dinh_dang import ngay_vn
from tochuc.forms import TruongMuc, TruongNgay, hang_truong, nhom_truong
from tochuc.models import CauHinh

LAN = (("1", "Lần đầu"), ("2", "Khiếu nại lần hai, tố cáo tiếp"))
# A tố cáo is made by letter or in person (Đ22 Luật TC).
KHONG_PHAI_HINH_THUC_TO_CAO = (NguonDon.DUONG_DAY_NONG, NguonDon.TRUC_TUYEN)
NHIEU_NGUOI = ("du_chu_ky", "so_dai_dien")  # asked only of a petition of several people
# What is asked only where something else was ticked, and is empty where it was not.
THEO_O = {
    "buoc_thoi_viec": "ky_luat",
    "ly_do_vung_sau": "vung_sau",
    "co_chung_cu": "nac_danh",
    "ly_do_khan_cap": "khan_cap",
}


def khi_loai(*cac_loai: str) -> dict[str, str]:
    """The attribute that shows a part of the form only for these kinds (static/js/an-hien.js)."""
    return {"data-khi": f"loai={','.join(cac_loai)}"}


class PhanLoaiForm(BuocForm):
    """What the petition is, whether it is eligible, whether the centre is competent (Đ6, 7 TT 05/2021/TT-TTCP).

    What another kind does not have is not sent by the page and not read here.
    """

    loai = forms.ChoiceField(
        label="Loại đơn",
        choices=LoaiDon.choices,
        help_text="Theo nội dung, mục đích, yêu cầu của đơn, không theo tiêu đề. Chuyển thành tố cáo: phần mềm xóa "
        "tên, địa chỉ, số điện thoại, giấy tờ người gửi, tệp và dự thảo đã có; tên đã ghi ở ghi chú các bước trước thì "
        "không xóa được.",
    )
    linh_vuc = TruongMuc(label="Lĩnh vực", queryset=LinhVuc.objects.order_by("ma"), empty_label=None)
    lan = forms.TypedChoiceField(label="Lần", choices=LAN, coerce=int, empty_value=1, required=False)
    ngay_biet = TruongNgay(
        label="Ngày nhận hoặc biết quyết định, hành vi bị khiếu nại",
        required=False,
        help_text="Để tính thời hiệu. Khiếu nại lần hai: ngày nhận quyết định giải quyết lần đầu.",
    )
    ky_luat = forms.BooleanField(label="Khiếu nại quyết định kỷ luật viên chức", required=False)
    buoc_thoi_viec = forms.BooleanField(label="Quyết định kỷ luật là buộc thôi việc", required=False)
    vung_sau = forms.BooleanField(label="Vùng sâu, vùng xa đi lại khó khăn (thời hạn dài hơn)", required=False)
    ly_do_vung_sau = forms.CharField(label="Lý do xác định vùng sâu, vùng xa", max_length=300, required=False)
    nac_danh = forms.BooleanField(
        label="Nặc danh, mạo danh, hoặc không đúng hình thức tố cáo",
        required=False,
        help_text="Không rõ họ tên, địa chỉ; hoặc qua điện thoại, thư điện tử, mạng xã hội: không thụ lý theo Luật Tố "
        "cáo (Điều 22, 25).",
    )
    co_chung_cu = forms.BooleanField(
        label="Nêu rõ người vi phạm, kèm tài liệu, chứng cứ cụ thể, có cơ sở kiểm tra",
        required=False,
        help_text="Có: thanh tra, kiểm tra hoặc chuyển (Điều 25.2). Không có: không đủ điều kiện xử lý.",
    )
    quy_dinh_hanh_chinh = forms.BooleanField(
        label="Về quy định hành chính",
        required=False,
        help_text="Chuyển cơ quan có thẩm quyền trong 05 ngày làm việc (Điều 9 Nghị định 20/2008/NĐ-CP).",
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
        help_text="Đơn này phải chuyển Sở Y tế; lãnh đạo Trung tâm không xem được.",
    )
    du_chu_ky = TruongCoKhong(label="Có đủ chữ ký của mọi người gửi đơn?", required=False)
    so_dai_dien = TruongDem(label="Số người đại diện được cử bằng văn bản")
    da_gui_cap_tren = forms.BooleanField(
        label="Người gửi đã gửi cấp trên trước khi Trung tâm giải quyết", required=False
    )
    khan_cap = forms.BooleanField(label="Khẩn cấp, báo ngay lãnh đạo", required=False)
    ly_do_khan_cap = forms.CharField(
        label="Lý do khẩn cấp",
        max_length=300,
        required=False,
        help_text="Quyết định, hành vi gây hoặc đe dọa gây hậu quả khó khắc phục, thiệt hại nghiêm trọng.",
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
        for ten in ("loai", *CUA_LOAI, "du_dieu_kien", "thuoc_tham_quyen"):
            self.fields[ten].initial = getattr(don, ten)
        self.fields["linh_vuc"].initial = don.linh_vuc_id
        self.fields["nguoi_bi_to_cao"].initial = [nguoi.pk for nguoi in don.nguoi_bi_to_cao.all()]
        self.fields["ly_do_khong_du"].initial = don.ly_do_khong_du[:150]
        if don.so_nguoi == 1:
            for ten in NHIEU_NGUOI:
                del self.fields[ten]
        else:
            self.fields["so_dai_dien"].help_text = (
                f"Đơn {don.so_nguoi} người. Từ 5 đến 10 người cử 1 hoặc 2 người; trên 10 người không quá 5 người "
                "(Điều 29 Luật Tiếp công dân)."
            )

    @property
    def luu_y(self) -> tuple[str, ...]:
        if self.don.loai == LoaiDon.TO_CAO and self.don.nguon in KHONG_PHAI_HINH_THUC_TO_CAO:
            return (
                f"Nguồn đơn là {self.don.get_nguon_display().lower()}: không phải hình thức tố cáo của Điều 22 Luật Tố "
                "cáo (bằng đơn hoặc trình bày trực tiếp). Xử lý như thông tin có nội dung tố cáo (Điều 25): kiểm tra "
                "khi nêu rõ người vi phạm, có chứng cứ cụ thể.",
            )
        return cau_thoi_hieu(self.don)

    def bo_cuc(self) -> tuple:
        nhieu_nguoi = (
            Div(InlineRadios("du_chu_ky"), "so_dai_dien", **{"data-khi-khong": f"loai={LoaiDon.KHAC}"})
            if self.don.so_nguoi > 1
            else Div()
        )
        return (
            nhom_truong(
                "Đơn này là gì",
                hang_truong("loai", "linh_vuc"),
                Div("lan", **khi_loai(*LOAI_CO_LAN_HAI)),
                Div(
                    "ngay_biet",
                    "ky_luat",
                    Div("buoc_thoi_viec", **{"data-khi": "ky_luat=on"}),
                    "vung_sau",
                    Div("ly_do_vung_sau", **{"data-khi": "vung_sau=on"}),
                    **khi_loai(LoaiDon.KHIEU_NAI),
                ),
                Div("nac_danh", Div("co_chung_cu", **{"data-khi": "nac_danh=on"}), **khi_loai(LoaiDon.TO_CAO)),
                Div("quy_dinh_hanh_chinh", **khi_loai(*KIEN_NGHI_PHAN_ANH)),
                "doi_tuong",
                Div("nguoi_bi_to_cao", "bi_to_cao_lanh_dao", **khi_loai(LoaiDon.TO_CAO)),
                nhieu_nguoi,
                "da_gui_cap_tren",
                "khan_cap",
                Div("ly_do_khan_cap", **{"data-khi": "khan_cap=on"}),
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
        self._bo_cua_loai_khac(loai, du_lieu)
        for ten, o_chon in (("ly_do_vung_sau", "vung_sau"), ("ly_do_khan_cap", "khan_cap")):
            if du_lieu.get(o_chon) and not du_lieu.get(ten) and ten not in self.errors:
                self.add_error(ten, f"Xin ghi “{self.fields[ten].label.lower()}”.")
        ngay_biet = du_lieu.get("ngay_biet")
        if ngay_biet and ngay_biet > self.don.ngay_nhan:
            self.add_error("ngay_biet", f"Không được sau ngày nhận đơn ({ngay_vn(self.don.ngay_nhan)}).")
        if loi := loi_so_dai_dien(self.don.so_nguoi, du_lieu.get("so_dai_dien")):
            self.add_error("so_dai_dien", loi)
        self._kiem_xu_ly(du_lieu)
        return du_lieu

    def _bo_cua_loai_khac(self, loai: str | None, du_lieu: dict[str, Any]) -> None:
        for ten, cac_loai in CUA_LOAI.items():
            o_chon = THEO_O.get(ten)
            if ten in self.fields and (loai not in cac_loai or (o_chon and not du_lieu.get(o_chon))):
                du_lieu[ten] = DonThu._meta.get_field(ten).get_default()
        if loai != LoaiDon.TO_CAO:
            du_lieu["nguoi_bi_to_cao"] = ()
        if "so_dai_dien" in self.fields:
            du_lieu["so_dai_dien"] = du_lieu.get("so_dai_dien") or None

    def _kiem_xu_ly(self, du_lieu: dict[str, Any]) -> None:
        du = du_lieu.get("du_dieu_kien")
        if du is False:
            if not du_lieu.get("muc_khong_du") and not du_lieu.get("ly_do_khong_du"):
                self.add_error("muc_khong_du", "Xin chọn hoặc ghi lý do đơn không đủ điều kiện xử lý.")
            du_lieu["thuoc_tham_quyen"] = None
        elif du and du_lieu.get("nac_danh") and not du_lieu.get("co_chung_cu"):
            self.add_error(
                "du_dieu_kien",
                "Tố cáo nặc danh không kèm chứng cứ cụ thể thì không đủ điều kiện xử lý (Điều 25.1 Luật Tố cáo).",
            )
        elif du and du_lieu.get("thuoc_tham_quyen", "sai") is None:
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


CAC_FORM = {
    Buoc.PHAN_LOAI: PhanLoaiForm,
    Buoc.HUONG_DAN: NoiNhanForm,
    Buoc.CHUYEN_DON: NoiNhanForm,
    Buoc.LUU_DON: GhiChuForm,
}
