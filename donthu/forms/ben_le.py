"""Forms of `donthu/actions/ben_le.py`."""

from typing import Any

from crispy_forms.layout import Div
from django import forms
from django.core.exceptions import ValidationError

from donthu.forms.khung import BuocForm, GhiNhanForm
from donthu.forms.truong import ODanhSach, TruongNhieuNguoi, co_quan_ngoai, nguoi_bi_to_cao_duoc_chon, o_van_ban
from donthu.models import DonThu, LinhVuc
from donthu.phan_loai import LoaiDon
from donthu.quy_trinh.buoc import Buoc
from tochuc.forms import TruongMuc, TruongNgay, hang_truong
from tochuc.models import DonVi

LAP_DON, CHI_HUONG_DAN = "lap_don", "huong_dan"
CACH_TACH = (
    (LAP_DON, "Lập đơn riêng cho nội dung này, tính từ cùng ngày nhận"),
    (CHI_HUONG_DAN, "Chỉ hướng dẫn người gửi viết đơn riêng"),
)
NOI_DUNG_TACH = ("loai", "linh_vuc", "tom_tat")


class TachDonForm(BuocForm):
    """Content of another kind: a petition of its own, or only the advice to write one."""

    cach = forms.ChoiceField(label="Cách tách", choices=CACH_TACH, widget=forms.RadioSelect, initial=LAP_DON)
    loai = forms.ChoiceField(label="Loại của nội dung tách ra", required=False)
    linh_vuc = TruongMuc(
        label="Lĩnh vực", queryset=LinhVuc.objects.order_by("ma"), empty_label="Chọn lĩnh vực", required=False
    )
    tom_tat = forms.CharField(
        label="Tóm tắt nội dung tách ra",
        max_length=1000,
        required=False,
        widget=o_van_ban(),
        help_text="Nội dung tố cáo: không ghi tên, địa chỉ, điều gì làm lộ người tố cáo. Đơn tố cáo tách ra không nối "
        "với đơn này ở bất cứ đâu.",
    )
    yeu_cau = forms.CharField(label="Yêu cầu, đề nghị", max_length=1000, required=False, widget=o_van_ban(2))
    doi_tuong = forms.CharField(label="Người, đơn vị bị khiếu nại, tố cáo, phản ánh", max_length=300, required=False)
    so_nguoi = forms.IntegerField(
        label="Số người ký",
        min_value=1,
        max_value=100_000,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"min_value": "Số người ít nhất là 1.", "invalid": "Xin nhập một số nguyên."},
    )
    nguoi_bi_to_cao = TruongNhieuNguoi(
        label="Người của Trung tâm bị tố cáo",
        queryset=nguoi_bi_to_cao_duoc_chon(),
        required=False,
        help_text="Người được chọn sẽ không xem được vụ việc đó. Giữ phím Ctrl để chọn nhiều người.",
    )
    bi_to_cao_lanh_dao = forms.BooleanField(
        label="Bị tố cáo là Giám đốc, Phó Giám đốc hoặc tập thể Trung tâm",
        required=False,
        help_text="Đơn đó phải chuyển Sở Y tế; lãnh đạo Trung tâm không xem được.",
    )

    def chuan_bi(self) -> None:
        self.fields["loai"].choices = [
            ("", "Chọn loại"),
            *((ma, ten) for ma, ten in LoaiDon.choices if ma != self.don.loai),
        ]
        self.fields["so_nguoi"].initial = self.don.so_nguoi

    def bo_cuc(self) -> tuple:
        return (
            "cach",
            Div(
                hang_truong("loai", "linh_vuc"),
                "tom_tat",
                "yeu_cau",
                hang_truong("doi_tuong", "so_nguoi"),
                Div("nguoi_bi_to_cao", "bi_to_cao_lanh_dao", **{"data-khi": f"loai={LoaiDon.TO_CAO}"}),
                **{"data-khi": f"cach={LAP_DON}"},
            ),
            "ngay",
        )

    def clean(self):
        du_lieu = super().clean()
        if du_lieu.get("cach") == LAP_DON:
            for ten in NOI_DUNG_TACH:
                if not du_lieu.get(ten) and ten not in self.errors:
                    self.add_error(ten, f"Xin điền “{self.fields[ten].label.lower()}”.")
        return du_lieu

    def tham_so(self) -> dict[str, Any]:
        tham_so = dict(self.cleaned_data)
        if tham_so.pop("cach") == CHI_HUONG_DAN:
            return {"ngay": tham_so["ngay"], "so_buoc": tham_so["so_buoc"]}
        tham_so["so_nguoi"] = tham_so["so_nguoi"] or 1
        if tham_so["loai"] != LoaiDon.TO_CAO:
            tham_so.update(nguoi_bi_to_cao=(), bi_to_cao_lanh_dao=False)
        tham_so["nguoi_bi_to_cao"] = tuple(tham_so["nguoi_bi_to_cao"])
        return tham_so


class GopDonForm(BuocForm):
    """Which petition received before this one repeats."""

    trung_voi = forms.CharField(
        label="Trùng với đơn",
        max_length=40,
        error_messages={"required": "Xin ghi mã đơn đã nhận."},
        help_text="Mã đơn đã nhận trước về cùng nội dung, ví dụ DT-2026-0012.",
    )
    ly_do = forms.CharField(
        label="Vì sao là đơn trùng",
        max_length=300,
        widget=o_van_ban(2),
        error_messages={"required": "Xin ghi vì sao hai đơn trùng nhau."},
        help_text="Cùng người gửi, cùng nội dung, bản sao gửi nhiều nơi.",
    )

    field_order = ("trung_voi", "ly_do", "ngay")

    def clean_trung_voi(self) -> DonThu:
        ma = self.cleaned_data["trung_voi"].strip().upper()
        don = (
            DonThu.objects.for_user(self.nguoi).filter(ma=ma).exclude(pk=self.don.pk).select_related("vu_viec").first()
        )
        if don is None:
            raise ValidationError(f"Không thấy đơn nào khác mang mã {ma} trong các đơn Ông/Bà được xem.")
        return don


class TraLoiNoiChuyenForm(GhiNhanForm):
    GOI_Y = "Số, ngày văn bản; nội dung trả lời."

    def chuan_bi(self) -> None:
        super().chuan_bi()
        self.fields["ghi_chu"].label = f"Đã trả lời {self.don.co_quan_chuyen_den or 'nơi chuyển đơn'} thế nào"


class DonDocForm(BuocForm):
    noi_nhan = forms.CharField(
        label="Đôn đốc ai", max_length=200, error_messages={"required": "Xin ghi đơn vị, cơ quan được đôn đốc."}
    )
    noi_dung = forms.CharField(
        label="Về việc gì",
        max_length=600,
        widget=o_van_ban(3),
        error_messages={"required": "Xin ghi việc cần đôn đốc."},
        help_text="Việc đang chậm, lý do phải báo cáo, yêu cầu về kết quả.",
    )
    tra_loi_truoc = TruongNgay(label="Trả lời trước ngày", required=False)

    def chuan_bi(self) -> None:
        don_vi = DonVi.objects.filter(duoc_giao=True, hoat_dong=True).order_by("ten").values_list("ten", flat=True)
        self.fields["noi_nhan"].widget = ODanhSach((*don_vi, *co_quan_ngoai()), attrs={"maxlength": 200})
        if self.don.don_vi:
            self.fields["noi_nhan"].initial = self.don.don_vi.ten

    def bo_cuc(self) -> tuple:
        return "noi_nhan", "noi_dung", hang_truong("tra_loi_truoc", "ngay")

    def clean(self):
        du_lieu = super().clean()
        han, ngay = du_lieu.get("tra_loi_truoc"), du_lieu.get("ngay")
        if han and ngay and han < ngay:
            self.add_error("tra_loi_truoc", "Ngày phải trả lời không được trước ngày đôn đốc.")
        return du_lieu


CAC_FORM = {
    Buoc.TACH_DON: TachDonForm,
    Buoc.GOP_DON: GopDonForm,
    Buoc.TRA_LOI_NOI_CHUYEN: TraLoiNoiChuyenForm,
    Buoc.DON_DOC: DonDocForm,
}
