"""Steps that only a tố cáo has, and refusing to handle what is no petition."""

from typing import Any

from django import forms

from donthu.forms.khung import BuocForm, GhiChuForm, GhiNhanForm
from donthu.forms.truong import ODanhSach, co_quan_ngoai, o_van_ban
from donthu.ly_do import XU_LY_KET_LUAN
from donthu.phan_loai import LoaiDon
from donthu.quy_trinh.buoc import Buoc
from tochuc.forms import TruongNgay, hang_truong


class KhongXuLyForm(GhiNhanForm):
    HOI = "Căn cứ không xử lý"

    def chuan_bi(self) -> None:
        super().chuan_bi()
        self.fields["ghi_chu"].help_text = (
            "Vì sao không có cơ sở để kiểm tra: không rõ người vi phạm, không có tài liệu, chứng cứ cụ thể."
            if self.don.loai == LoaiDon.TO_CAO
            else "Số, ngày văn bản đã trả lời hoặc hướng dẫn; vì sao không có tình tiết mới."
        )


class _NoiXuLyForm(GhiChuForm):
    co_quan_nhan = forms.CharField(max_length=200, error_messages={"required": "Xin ghi nơi nhận để kiểm tra, xử lý."})

    field_order = ("co_quan_nhan", "ghi_chu", "ngay")

    def chuan_bi(self) -> None:
        self.fields["co_quan_nhan"].widget = ODanhSach(co_quan_ngoai(), attrs={"maxlength": 200})


class ChuyenKiemTraForm(_NoiXuLyForm):
    def chuan_bi(self) -> None:
        super().chuan_bi()
        self.fields["co_quan_nhan"].label = "Nơi thanh tra, kiểm tra"
        self.fields["co_quan_nhan"].help_text = "Đoàn kiểm tra của Trung tâm, hoặc cơ quan có thẩm quyền."


class ChuyenDieuTraForm(_NoiXuLyForm):
    def chuan_bi(self) -> None:
        super().chuan_bi()
        self.fields["co_quan_nhan"].label = "Cơ quan điều tra, viện kiểm sát nhận hồ sơ"
        self.fields["ghi_chu"].help_text = "Dấu hiệu tội phạm; chuyển ngay, không chờ giải quyết."


class TuXacMinhForm(BuocForm):
    """The director verified it himself: the accused was heard, and what was found."""

    ngay_giai_trinh = TruongNgay(
        label="Ngày nghe người bị tố cáo giải trình",
        error_messages={"required": "Xin ghi ngày: người bị tố cáo phải được giải trình (Điều 31 Luật Tố cáo)."},
    )
    dia_diem = forms.CharField(
        label="Nơi làm việc",
        max_length=200,
        initial="Trụ sở Trung tâm",
        error_messages={"required": "Xin ghi nơi làm việc."},
    )
    giai_trinh = forms.CharField(
        label="Ý kiến giải trình của người bị tố cáo",
        max_length=10_000,
        widget=o_van_ban(5),
        error_messages={"required": "Xin ghi ý kiến giải trình của người bị tố cáo."},
        help_text="Không đưa cho người bị tố cáo đơn, tên hay điều gì làm lộ người tố cáo.",
    )
    ket_qua_xac_minh = forms.CharField(
        label="Kết quả xác minh và đề xuất kết luận",
        max_length=20_000,
        widget=o_van_ban(9),
        error_messages={"required": "Xin ghi kết quả xác minh."},
        help_text="Từng nội dung tố cáo: đúng, đúng một phần hay sai; căn cứ; biện pháp xử lý.",
    )

    def bo_cuc(self) -> tuple:
        return hang_truong("ngay_giai_trinh", "dia_diem"), "giai_trinh", "ket_qua_xac_minh", "ngay"

    def clean(self):
        du_lieu = super().clean()
        ngay_nghe, ngay = du_lieu.get("ngay_giai_trinh"), du_lieu.get("ngay")
        if ngay_nghe and ngay and ngay_nghe > ngay:
            self.add_error("ngay_giai_trinh", "Phải nghe giải trình trước khi xác minh xong.")
        return du_lieu


class XuLyKetLuanForm(BuocForm):
    """What was done on the conclusion: which acts of the law, and how."""

    viec_da_lam = forms.MultipleChoiceField(
        label="Đã xử lý",
        choices=[(ly_do.ma, ly_do.noi_dung) for ly_do in XU_LY_KET_LUAN],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Xin chọn ít nhất một việc đã làm."},
    )
    ghi_chu = forms.CharField(
        label="Cụ thể",
        max_length=500,
        widget=o_van_ban(3),
        error_messages={"required": "Xin ghi quyết định, văn bản đã ban hành."},
        help_text="Số, ngày quyết định xử lý, văn bản kiến nghị; thời hạn khắc phục.",
    )

    field_order = ("viec_da_lam", "ghi_chu", "ngay")

    def tham_so(self) -> dict[str, Any]:
        tham_so = dict(self.cleaned_data)
        da_chon = tham_so.pop("viec_da_lam")
        cac = "; ".join(ly_do.noi_dung for ly_do in XU_LY_KET_LUAN if ly_do.ma in da_chon)
        tham_so["ghi_chu"] = f"{cac}. {tham_so['ghi_chu']}"
        return tham_so


class BaoCaoXuLyForm(GhiNhanForm):
    HOI = "Đã báo cáo kết quả xử lý thế nào"
    GOI_Y = "Nơi nhận, số, ngày báo cáo; kết quả xử lý."


class ToCaoTiepForm(GhiNhanForm):
    HOI = "Cơ quan nhận và lý do tố cáo tiếp"
    GOI_Y = "Số, ngày văn bản báo cho Trung tâm. Không ghi tên, địa chỉ người tố cáo."
    HOI_NGAY = "Ngày cấp trên nhận tố cáo tiếp"


class GiuNguyenKetLuanForm(GhiNhanForm):
    HOI = "Văn bản của cấp trên giữ nguyên kết luận"
    GOI_Y = "Cơ quan, số, ngày văn bản; lý do không giải quyết lại."
    HOI_NGAY = "Ngày nhận văn bản"


class CapTrenGiaiQuyetForm(GhiNhanForm):
    HOI = "Quyết định giải quyết lại của cấp trên"
    GOI_Y = "Cơ quan, số, ngày quyết định thụ lý giải quyết lại."
    HOI_NGAY = "Ngày nhận quyết định"


class KeoDaiKiemTraForm(BuocForm):
    """How many working days more, and which of the two grounds of the law."""

    so_ngay = forms.IntegerField(
        label="Số ngày làm việc thêm",
        min_value=1,
        max_value=3,
        initial=3,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        help_text="Tổng cộng không quá 10 ngày làm việc kể từ ngày nhận tố cáo.",
        error_messages={
            "required": "Xin ghi số ngày thêm.",
            "invalid": "Xin nhập một số nguyên.",
            "min_value": "Số ngày thêm ít nhất là 01.",
            "max_value": "Chỉ được thêm nhiều nhất 03 ngày làm việc (Điều 24.1 Luật Tố cáo).",
        },
    )
    ly_do = forms.CharField(
        label="Phải kiểm tra, xác minh tại nhiều địa điểm, hoặc ủy quyền xác minh",
        max_length=500,
        widget=o_van_ban(3),
        error_messages={"required": "Xin ghi lý do phải kéo dài."},
        help_text="Ghi các địa điểm hoặc cơ quan được ủy quyền. Không ghi tên, địa chỉ người tố cáo.",
    )

    field_order = ("so_ngay", "ly_do", "ngay")


CAC_FORM = {
    Buoc.KEO_DAI_KIEM_TRA: KeoDaiKiemTraForm,
    Buoc.KHONG_XU_LY: KhongXuLyForm,
    Buoc.CHUYEN_KIEM_TRA: ChuyenKiemTraForm,
    Buoc.CHUYEN_DIEU_TRA: ChuyenDieuTraForm,
    Buoc.TU_XAC_MINH: TuXacMinhForm,
    Buoc.XU_LY_KET_LUAN: XuLyKetLuanForm,
    Buoc.BAO_CAO_XU_LY: BaoCaoXuLyForm,
    Buoc.TO_CAO_TIEP: ToCaoTiepForm,
    Buoc.GIU_NGUYEN_KET_LUAN: GiuNguyenKetLuanForm,
    Buoc.CAP_TREN_GIAI_QUYET: CapTrenGiaiQuyetForm,
}
