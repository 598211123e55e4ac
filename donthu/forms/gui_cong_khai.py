"""Sending documents and making them public, as steps and as further rows."""

from crispy_forms.layout import Div
from django import forms
from django.utils import timezone

from donthu.actions.gui_cong_khai import CO_THOI_GIAN, NIEM_YET_IT_NHAT, NguoiNhan, van_ban_cong_khai
from donthu.forms.khung import BuocForm, ViecForm
from donthu.models import LanCongKhai, LanGui, VanBanDi
from donthu.phan_loai import LoaiDon
from donthu.quy_trinh.buoc import Buoc
from tochuc.dinh_dang import ngay_vn
from tochuc.forms import TruongMuc, TruongNgay, hang_truong

HinhThuc = LanCongKhai.HinhThuc


class TruongVanBan(TruongMuc):
    """One of the documents issued in the petition; asked for where there is one."""

    def label_from_instance(self, obj):
        return f"{obj.so_ky_hieu} {obj.trich_yeu}, ngày {ngay_vn(obj.ngay)}".strip()

    def dat(self, cac_van_ban) -> None:
        """Offer these; the only one is chosen already."""
        self.queryset = cac_van_ban
        co = list(cac_van_ban[:2])
        self.required = bool(co)
        self.initial = co[0] if len(co) == 1 else None


def truong_van_ban() -> TruongVanBan:
    return TruongVanBan(
        label="Văn bản",
        queryset=VanBanDi.objects.none(),
        empty_label="Chọn văn bản đã ban hành",
        error_messages={"required": "Xin chọn văn bản."},
    )


class LanGuiForm(ViecForm):
    """A document sent to one addressee. Of a tố cáo nobody types who denounced or who is accused."""

    van_ban = truong_van_ban()
    nguoi_nhan = forms.ChoiceField(label="Gửi cho", error_messages={"required": "Xin chọn người nhận."})
    noi_nhan = forms.CharField(
        label="Tên nơi nhận",
        max_length=200,
        required=False,
        help_text="Tên cơ quan, đơn vị hoặc cá nhân nhận văn bản.",
    )
    cach = forms.ChoiceField(label="Cách gửi", choices=LanGui.Cach.choices)
    ngay_nhan = TruongNgay(label="Ngày nhận", required=False, help_text="Để trống khi chưa biết; ghi thêm sau được.")
    chung_tu = forms.CharField(
        label="Chứng từ",
        max_length=200,
        required=False,
        help_text="Số vận đơn, biên bản giao nhận, sổ chuyển giao.",
    )

    def chuan_bi(self) -> None:
        self.fields["ngay"].label = "Ngày gửi"
        self.fields["ngay"].help_text = ""
        self.fields["van_ban"].dat(self.don.van_ban_di.order_by("-ngay", "-pk"))
        la_to_cao = self.don.loai == LoaiDon.TO_CAO
        nhan = {NguoiNhan.NGUOI_GUI: "Người tố cáo", NguoiNhan.NGUOI_BI: "Người bị tố cáo"} if la_to_cao else {}
        self.fields["nguoi_nhan"].choices = [(muc.value, nhan.get(muc, muc.label)) for muc in NguoiNhan]

    def bo_cuc(self) -> tuple:
        return (
            "van_ban",
            "nguoi_nhan",
            Div("noi_nhan", **{"data-khi": f"nguoi_nhan={','.join(self._can_ghi_ten())}"}),
            hang_truong("cach", "ngay"),
            hang_truong("chung_tu", "ngay_nhan"),
        )

    def clean(self):
        du_lieu = super().clean()
        if du_lieu.get("nguoi_nhan") in self._can_ghi_ten() and not du_lieu.get("noi_nhan"):
            self.add_error("noi_nhan", "Xin ghi tên nơi nhận.")
        if du_lieu.get("ngay") and du_lieu.get("ngay_nhan") and du_lieu["ngay_nhan"] < du_lieu["ngay"]:
            self.add_error("ngay_nhan", "Ngày nhận không được trước ngày gửi.")
        return du_lieu

    def _can_ghi_ten(self) -> list[str]:
        if self.don.loai == LoaiDon.TO_CAO:
            return [NguoiNhan.CO_QUAN.value]
        return [NguoiNhan.NGUOI_BI.value, NguoiNhan.CO_QUAN.value]


class GuiVanBanForm(LanGuiForm, BuocForm):
    """The first sending, which closes the clock of sending in time."""


class NgayNhanForm(ViecForm):
    """When the addressee received it."""

    chung_tu = forms.CharField(
        label="Chứng từ",
        max_length=200,
        error_messages={"required": "Xin ghi giấy báo phát, biên bản giao nhận."},
        help_text="Giấy báo phát, biên bản giao nhận.",
    )

    field_order = ("ngay", "chung_tu")

    def chuan_bi(self) -> None:
        self.fields["ngay"].label = "Ngày nhận"
        self.fields["ngay"].help_text = "Ngày ghi trên chứng từ."


class LanCongKhaiForm(ViecForm):
    """A decision or conclusion made public; of a tố cáo only the extract is offered."""

    van_ban = truong_van_ban()
    hinh_thuc = forms.ChoiceField(
        label="Hình thức", choices=HinhThuc.choices, initial=HinhThuc.NIEM_YET, widget=forms.RadioSelect
    )
    noi = forms.CharField(
        label="Nơi công khai",
        max_length=200,
        error_messages={"required": "Xin ghi nơi công khai."},
        help_text="Bảng niêm yết nào, địa chỉ trang nào, cuộc họp nào; báo chí phải đăng, phát ít nhất 02 lần.",
    )
    den_ngay = TruongNgay(label="Công khai đến ngày", required=False, help_text="Ít nhất 15 ngày liên tục.")
    ngay_bao = TruongNgay(
        label="Ngày thông báo cuộc họp",
        required=False,
        help_text="Quyết định giải quyết khiếu nại: trước ít nhất 03 ngày.",
    )

    def chuan_bi(self) -> None:
        self.fields["ngay"].label = "Công khai từ ngày"
        self.fields["ngay"].help_text = ""
        self.fields["den_ngay"].initial = timezone.localdate() + NIEM_YET_IT_NHAT
        van_ban = self.fields["van_ban"]
        van_ban.dat(van_ban_cong_khai(self.don))
        if self.don.loai == LoaiDon.TO_CAO:
            van_ban.required = True
            van_ban.empty_label = "Chọn bản trích kết luận"
            van_ban.help_text = "Chỉ công khai bản trích đã bỏ thông tin về người tố cáo; bản đầy đủ không chọn được."
            van_ban.error_messages["required"] = (
                "Phải ban hành bản trích kết luận nội dung tố cáo rồi mới công khai được."
            )

    def bo_cuc(self) -> tuple:
        co_thoi_gian = ",".join(CO_THOI_GIAN)
        return (
            "van_ban",
            "hinh_thuc",
            "noi",
            "ngay",
            Div("den_ngay", **{"data-khi": f"hinh_thuc={co_thoi_gian}"}),
            Div("ngay_bao", **{"data-khi": f"hinh_thuc={HinhThuc.CUOC_HOP.value}"}),
        )

    def clean(self):
        du_lieu = super().clean()
        hinh_thuc, ngay, den_ngay = (du_lieu.get(ten) for ten in ("hinh_thuc", "ngay", "den_ngay"))
        if hinh_thuc in CO_THOI_GIAN and "den_ngay" not in self.errors and not den_ngay:
            self.add_error("den_ngay", "Xin ghi ngày kết thúc công khai.")
        if hinh_thuc in CO_THOI_GIAN and ngay and den_ngay and den_ngay < ngay + NIEM_YET_IT_NHAT:
            self.add_error("den_ngay", f"Ít nhất 15 ngày liên tục: đến {ngay_vn(ngay + NIEM_YET_IT_NHAT)} hoặc sau đó.")
        return du_lieu


class CongKhaiForm(LanCongKhaiForm, BuocForm):
    """The first publication, which closes the clock of publishing in time."""


CAC_FORM = {Buoc.GUI_VAN_BAN: GuiVanBanForm, Buoc.CONG_KHAI: CongKhaiForm}
