"""Forms of `donthu/actions/khieu_nai.py`."""

from typing import Any

from crispy_forms.bootstrap import InlineRadios
from django import forms

from donthu.actions.khieu_nai import NGUOI_KHIEU_NAI, la_nguoi_khieu_nai
from donthu.forms.khung import DAI_GHI_CHU, LY_DO_CU_THE, BuocForm, GhiChuForm, LyDoForm
from donthu.forms.truong import ODanhSach, TruongDong, TruongGio, TruongHaiCot, co_quan_ngoai, o_van_ban
from donthu.ly_do import LY_DO_CHINH_DANG, LyDo
from donthu.models import BuoiLamViec, LanGui, LoaiBuoi, NguoiDu
from donthu.phan_loai import KET_QUA_KHIEU_NAI_LAN_HAI
from donthu.quy_trinh.buoc import Buoc
from tochuc.forms import TruongNgay, hang_truong
from tochuc.models import CauHinh

THIEU_NOI_DUNG = {"required": "Xin ghi nội dung."}


class KhieuNaiDungForm(BuocForm):
    ghi_chu = forms.CharField(
        label="Căn cứ xác định khiếu nại đúng",
        max_length=DAI_GHI_CHU,
        widget=o_van_ban(),
        error_messages={"required": "Xin ghi căn cứ xác định khiếu nại đúng."},
        help_text="Quyết định, hành vi bị khiếu nại sai ở điểm nào; sẽ sửa đổi, hủy bỏ hay chấm dứt.",
    )

    field_order = ("ghi_chu", "ngay")


class BaoDoiThoaiForm(BuocForm):
    """When and where people meet, and who is asked to come."""

    ngay_doi_thoai = TruongNgay(
        label="Ngày đối thoại",
        help_text="Thông báo trước ít nhất 05 ngày.",
        error_messages={"required": "Xin ghi ngày."},
    )
    gio = TruongGio(label="Giờ bắt đầu", error_messages={"required": "Xin ghi giờ bắt đầu."})
    dia_diem = forms.CharField(
        label="Địa điểm", max_length=200, error_messages={"required": "Xin ghi địa điểm đối thoại."}
    )
    chu_tri = forms.CharField(
        label="Người chủ trì", max_length=150, error_messages={"required": "Xin ghi người chủ trì đối thoại."}
    )
    nguoi_du = TruongHaiCot(
        label="Mời dự",
        so_dong=5,
        thieu="Người liên quan",
        error_messages={"required": "Xin ghi người được mời."},
        help_text="Mỗi người một dòng: họ tên | tư cách. Phải có người khiếu nại.",
    )

    field_order = ("ngay_doi_thoai", "gio", "dia_diem", "chu_tri", "nguoi_du", "ngay")

    def chuan_bi(self) -> None:
        cau_hinh = CauHinh.hien_hanh()
        self.fields["dia_diem"].initial = cau_hinh.ten_co_quan
        self.fields["chu_tri"].initial = f"{cau_hinh.nguoi_dung_dau}, {cau_hinh.chuc_danh_dung_dau}".strip(", ")
        cac_dong = [f"{self.don.nguoi_gui} | {NGUOI_KHIEU_NAI}"]
        if self.don.doi_tuong:
            cac_dong.append(f"{self.don.doi_tuong[:150]} | Người bị khiếu nại")
        self.fields["nguoi_du"].initial = "\n".join(cac_dong)
        self.fields["ngay"].label = "Ngày thông báo"

    def bo_cuc(self) -> tuple:
        return hang_truong("ngay_doi_thoai", "gio"), hang_truong("dia_diem", "chu_tri"), "nguoi_du", "ngay"

    def clean(self):
        du_lieu = super().clean()
        if du_lieu.get("ngay_doi_thoai") and du_lieu.get("ngay") and du_lieu["ngay_doi_thoai"] < du_lieu["ngay"]:
            self.add_error("ngay_doi_thoai", "Ngày đối thoại không được trước ngày thông báo.")
        cac_nguoi = du_lieu.get("nguoi_du")
        if cac_nguoi and not any(la_nguoi_khieu_nai(tu_cach) for _, tu_cach in cac_nguoi):
            self.add_error("nguoi_du", f"Xin ghi tư cách “{NGUOI_KHIEU_NAI}” cho người khiếu nại được mời.")
        return du_lieu


class HoanDoiThoaiForm(LyDoForm):
    """Grounds of who cannot come; the proof goes into the file."""

    def chuan_bi(self) -> None:
        super().chuan_bi()
        self.fields["ly_do"].help_text = "Nêu giấy tờ chứng minh; bản chụp lưu hồ sơ."

    def cac_ly_do(self) -> tuple[LyDo, ...]:
        return LY_DO_CHINH_DANG


class DoiThoaiForm(BuocForm):
    """What was said, and for each person invited whether he came."""

    noi_dung = forms.CharField(
        label="Nội dung, ý kiến của từng người",
        max_length=20_000,
        widget=o_van_ban(8),
        error_messages=THIEU_NOI_DUNG,
    )
    ket_luan = forms.CharField(
        label="Nội dung đã thống nhất, nội dung còn khác nhau",
        max_length=5_000,
        widget=o_van_ban(),
        error_messages=THIEU_NOI_DUNG,
    )
    them = TruongHaiCot(
        label="Người dự khác",
        required=False,
        so_dong=2,
        thieu="Người dự",
        help_text="Mỗi người một dòng: họ tên | tư cách. Bỏ trống nếu không có.",
    )

    def chuan_bi(self) -> None:
        self.fields["ngay"].label = "Ngày đối thoại"
        buoi = self.don.buoi_lam_viec.filter(loai=LoaiBuoi.DOI_THOAI, ket_qua=BuoiLamViec.KetQua.DU_KIEN).last()
        self.nguoi_du = list(buoi.nguoi_du.all()) if buoi else []
        for du in self.nguoi_du:
            self.fields[self._ten_o(du)] = forms.ChoiceField(
                label=f"{du.ho_ten} ({du.tu_cach})",
                choices=NguoiDu.CoMat.choices,
                initial=NguoiDu.CoMat.CO,
                widget=forms.RadioSelect,
            )

    def bo_cuc(self) -> tuple:
        return (*(InlineRadios(self._ten_o(du)) for du in self.nguoi_du), "them", "noi_dung", "ket_luan", "ngay")

    def tham_so(self) -> dict[str, Any]:
        tham_so = dict(self.cleaned_data)
        return tham_so | {"co_mat": {du.pk: tham_so.pop(self._ten_o(du)) for du in self.nguoi_du}}

    def _ten_o(self, du: NguoiDu) -> str:
        return f"co_mat_{du.pk}"


class GuiQuyetDinhForm(BuocForm):
    """To whom and how the decision went; once it has gone, only when the complainant got it."""

    GUI_DI = ("cach", "chung_tu", "noi_nhan")

    cach = forms.ChoiceField(label="Cách gửi người khiếu nại", choices=LanGui.Cach.choices)
    chung_tu = forms.CharField(
        label="Chứng từ gửi",
        max_length=200,
        required=False,
        help_text="Số vận đơn, biên bản giao nhận.",
    )
    noi_nhan = TruongDong(
        label="Nơi nhận khác",
        required=False,
        dai_dong=200,
        help_text="Người bị khiếu nại, người có quyền, nghĩa vụ liên quan, nơi chuyển đơn đến; mỗi nơi một dòng.",
    )
    ngay_nhan = TruongNgay(
        label="Ngày người khiếu nại nhận",
        required=False,
        help_text="Thời hạn khiếu nại lần hai tính từ ngày này. Chưa biết thì để trống, ghi sau.",
        error_messages={"required": "Xin ghi ngày người khiếu nại nhận quyết định."},
    )

    field_order = (*GUI_DI, "ngay", "ngay_nhan")

    def chuan_bi(self) -> None:
        if self.don.ngay_gui_quyet_dinh:
            for ten in self.GUI_DI:
                del self.fields[ten]
            self.fields["ngay_nhan"].required = True
            self.fields["ngay_nhan"].help_text = "Thời hạn khiếu nại lần hai tính từ ngày này."
            nhan = self.don.lan_gui.filter(noi_nhan=self.don.nguoi_gui, ngay_nhan__isnull=False)
            self.fields["ngay_nhan"].initial = nhan.values_list("ngay_nhan", flat=True).first()
            return
        self.fields["ngay"].label = "Ngày gửi"
        noi = (self.don.doi_tuong, self.don.co_quan_chuyen_den, CauHinh.hien_hanh().co_quan_chu_quan)
        self.fields["noi_nhan"].initial = "\n".join(chu[:200] for chu in noi if chu)

    def bo_cuc(self) -> tuple:
        if "cach" not in self.fields:
            return "ngay_nhan", "ngay"
        return hang_truong("cach", "chung_tu"), "noi_nhan", hang_truong("ngay", "ngay_nhan")

    def clean(self):
        du_lieu = super().clean()
        gui, nhan = self.don.ngay_gui_quyet_dinh or du_lieu.get("ngay"), du_lieu.get("ngay_nhan")
        if gui and nhan and nhan < gui:
            self.add_error("ngay_nhan", "Ngày nhận không được trước ngày gửi.")
        return du_lieu


class KhieuNaiLanHaiForm(BuocForm):
    ly_do = forms.CharField(
        label="Lý do chính đáng khi đã hết thời hạn",
        max_length=LY_DO_CU_THE,
        required=False,
        widget=o_van_ban(2),
        help_text="Chỉ ghi khi người khiếu nại gửi sau thời hạn khiếu nại lần hai.",
    )

    field_order = ("ly_do", "ngay")

    def chuan_bi(self) -> None:
        self.fields["ngay"].label = "Ngày khiếu nại lần hai"


class CapTrenYeuCauForm(BuocForm):
    co_quan = forms.CharField(
        label="Cơ quan yêu cầu", max_length=200, error_messages={"required": "Xin ghi cơ quan yêu cầu."}
    )
    noi_dung = forms.CharField(
        label="Số, ngày văn bản; nội dung yêu cầu",
        max_length=500,
        widget=o_van_ban(3),
        error_messages={"required": "Xin ghi văn bản, nội dung yêu cầu."},
    )

    field_order = ("co_quan", "noi_dung", "ngay")

    def chuan_bi(self) -> None:
        o = self.fields["co_quan"]
        o.widget = ODanhSach(co_quan_ngoai(), attrs=o.widget.attrs)
        o.initial = CauHinh.hien_hanh().co_quan_chu_quan
        self.fields["ngay"].label = "Ngày nhận yêu cầu"


class BaoCaoCapTrenForm(BuocForm):
    ghi_chu = forms.CharField(
        label="Hồ sơ, nội dung đã gửi",
        max_length=DAI_GHI_CHU,
        widget=o_van_ban(),
        error_messages={"required": "Xin ghi hồ sơ, nội dung đã gửi."},
    )

    field_order = ("ghi_chu", "ngay")


class KetQuaLanHaiForm(BuocForm):
    ket_qua = forms.ChoiceField(
        label="Kết quả giải quyết lần hai",
        choices=[(muc.value, muc.label) for muc in KET_QUA_KHIEU_NAI_LAN_HAI],
        widget=forms.RadioSelect,
        error_messages={"required": "Xin chọn kết quả."},
    )
    so_van_ban = forms.CharField(
        label="Số quyết định", max_length=60, error_messages={"required": "Xin ghi số quyết định của Sở Y tế."}
    )
    noi_dung = forms.CharField(label="Nội dung phải thực hiện", max_length=700, required=False, widget=o_van_ban(3))

    field_order = ("ket_qua", "so_van_ban", "noi_dung", "ngay")

    def chuan_bi(self) -> None:
        self.fields["ngay"].label = "Ngày quyết định"

    def bo_cuc(self) -> tuple:
        return InlineRadios("ket_qua"), hang_truong("so_van_ban", "ngay"), "noi_dung"


class KhoiKienForm(GhiChuForm):
    toa_an = forms.CharField(label="Tòa án thụ lý", max_length=200, error_messages={"required": "Xin ghi Tòa án."})

    field_order = ("toa_an", "ghi_chu", "ngay")


class BanAnForm(BuocForm):
    so_van_ban = forms.CharField(
        label="Số, ngày bản án, quyết định", max_length=200, error_messages={"required": "Xin ghi bản án, quyết định."}
    )
    noi_dung = forms.CharField(
        label="Nội dung phải thi hành", max_length=700, widget=o_van_ban(), error_messages=THIEU_NOI_DUNG
    )

    field_order = ("so_van_ban", "noi_dung", "ngay")

    def chuan_bi(self) -> None:
        self.fields["ngay"].label = "Ngày có hiệu lực pháp luật"


class ChiDaoThiHanhForm(BuocForm):
    ghi_chu = forms.CharField(
        label="Ai làm gì, xong trước ngày nào, báo cáo ai",
        max_length=DAI_GHI_CHU,
        widget=o_van_ban(5),
        error_messages={"required": "Xin ghi nội dung chỉ đạo thi hành."},
    )

    field_order = ("ghi_chu", "ngay")


class DungThiHanhForm(BuocForm):
    ly_do = forms.CharField(
        label="Hậu quả khó khắc phục nếu thi hành",
        max_length=LY_DO_CU_THE,
        widget=o_van_ban(3),
        error_messages={"required": "Xin ghi lý do."},
    )
    den_ngay = TruongNgay(
        label="Tạm đình chỉ thi hành đến ngày",
        help_text="Không quá thời hạn giải quyết còn lại.",
        error_messages={"required": "Xin ghi ngày hết tạm đình chỉ thi hành."},
    )

    field_order = ("ly_do", "den_ngay", "ngay")


class BoDungThiHanhForm(BuocForm):
    ly_do = forms.CharField(
        label="Lý do hủy bỏ",
        max_length=LY_DO_CU_THE,
        widget=o_van_ban(3),
        error_messages={"required": "Xin ghi lý do."},
    )

    field_order = ("ly_do", "ngay")


CAC_FORM = {
    Buoc.KIEM_TRA_LAI: GhiChuForm,
    Buoc.KHIEU_NAI_DUNG: KhieuNaiDungForm,
    Buoc.BAO_DOI_THOAI: BaoDoiThoaiForm,
    Buoc.HOAN_DOI_THOAI: HoanDoiThoaiForm,
    Buoc.DOI_THOAI: DoiThoaiForm,
    Buoc.DU_THAO: GhiChuForm,
    Buoc.GUI_QUYET_DINH: GuiQuyetDinhForm,
    Buoc.CO_HIEU_LUC: GhiChuForm,
    Buoc.KHIEU_NAI_LAN_HAI: KhieuNaiLanHaiForm,
    Buoc.CAP_TREN_YEU_CAU: CapTrenYeuCauForm,
    Buoc.BAO_CAO_CAP_TREN: BaoCaoCapTrenForm,
    Buoc.KET_QUA_LAN_HAI: KetQuaLanHaiForm,
    Buoc.KHOI_KIEN: KhoiKienForm,
    Buoc.BAN_AN: BanAnForm,
    Buoc.CHI_DAO_THI_HANH: ChiDaoThiHanhForm,
    Buoc.DUNG_THI_HANH: DungThiHanhForm,
    Buoc.BO_DUNG_THI_HANH: BoDungThiHanhForm,
}
