"""After the decision, and what may happen on the way."""

from django import forms

from donthu.forms.khung import DAI_GHI_CHU, BuocForm, GhiChuForm, LyDoForm
from donthu.forms.truong import TruongDem, TruongSoLuong, o_van_ban
from donthu.ly_do import LyDo, ly_do_dinh_chi, ly_do_tam_dinh_chi
from donthu.models import KetQuaThiHanh
from tochuc.forms import hang_truong, nhom_truong


class ViecDaLamForm(BuocForm):
    """Something was sent, published or told: how, with which proof."""

    ghi_chu = forms.CharField(label="Đã làm thế nào", max_length=DAI_GHI_CHU, widget=o_van_ban(3))

    field_order = ("ghi_chu", "ngay")


class ThongBaoForm(ViecDaLamForm):
    def chuan_bi(self) -> None:
        self.fields["ghi_chu"].label = "Đã thông báo cho công dân thế nào"
        self.fields["ghi_chu"].help_text = "Số văn bản, hoặc ngày giờ đã báo trực tiếp, qua điện thoại."


class GuiVanBanForm(ViecDaLamForm):
    def chuan_bi(self) -> None:
        self.fields["ghi_chu"].label = "Đã gửi cho ai, bằng cách nào"
        self.fields["ghi_chu"].help_text = "Người nhận, số vận đơn hoặc biên bản giao nhận."


class CongKhaiForm(ViecDaLamForm):
    def chuan_bi(self) -> None:
        self.fields["ghi_chu"].label = "Đã công khai bằng hình thức nào"
        self.fields["ghi_chu"].help_text = "Niêm yết, cuộc họp, cổng thông tin; thời gian công khai."


class XuLyKetLuanForm(ViecDaLamForm):
    def chuan_bi(self) -> None:
        self.fields["ghi_chu"].label = "Đã xử lý kết luận thế nào"
        self.fields["ghi_chu"].help_text = "Quyết định xử lý, biện pháp khắc phục, kiến nghị đã gửi."


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
    so_ngay = forms.IntegerField(
        label="Số ngày thêm",
        min_value=1,
        max_value=60,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"required": "Xin ghi số ngày thêm.", "invalid": "Xin nhập một số nguyên."},
    )
    van_ban = forms.CharField(
        label="Văn bản",
        max_length=300,
        error_messages={"required": "Xin ghi số, ngày của văn bản."},
        help_text="Số, ngày văn bản xác định vụ việc phức tạp hoặc quyết định gia hạn; không có thì không gia hạn.",
    )

    field_order = ("van_ban", "so_ngay", "ngay")

    def bo_cuc(self) -> tuple:
        return "van_ban", hang_truong("so_ngay", "ngay")


class TamDinhChiForm(LyDoForm):
    def cac_ly_do(self) -> tuple[LyDo, ...]:
        return ly_do_tam_dinh_chi(self.don.loai)


class DinhChiForm(LyDoForm):
    def cac_ly_do(self) -> tuple[LyDo, ...]:
        return ly_do_dinh_chi(self.don.loai)
