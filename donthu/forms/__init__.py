"""One form for each step; `FORM` is where the page of a step finds its own."""

from donthu.forms.giai_quyet import (
    BanHanhForm,
    BaoCaoKetQuaForm,
    GiaoDonViForm,
    KhongThuLyForm,
    YeuCauBoSungForm,
)
from donthu.forms.khung import BuocForm, GhiChuForm
from donthu.forms.phan_loai import NoiNhanForm, PhanLoaiForm
from donthu.forms.theo_doi import (
    CongKhaiForm,
    DinhChiForm,
    GiaHanForm,
    GuiVanBanForm,
    TamDinhChiForm,
    ThiHanhForm,
    ThongBaoForm,
    XuLyKetLuanForm,
)
from donthu.quy_trinh.buoc import Buoc

FORM: dict[Buoc, type[BuocForm]] = {
    Buoc.PHAN_LOAI: PhanLoaiForm,
    Buoc.HUONG_DAN: NoiNhanForm,
    Buoc.CHUYEN_DON: NoiNhanForm,
    Buoc.LUU_DON: GhiChuForm,
    Buoc.TRINH_THU_LY: GhiChuForm,
    Buoc.THU_LY: GhiChuForm,
    Buoc.KHONG_THU_LY: KhongThuLyForm,
    Buoc.GIAO_DON_VI: GiaoDonViForm,
    Buoc.BAO_CAO_KET_QUA: BaoCaoKetQuaForm,
    Buoc.YEU_CAU_BO_SUNG: YeuCauBoSungForm,
    Buoc.BAN_HANH: BanHanhForm,
    Buoc.THONG_BAO: ThongBaoForm,
    Buoc.GUI_VAN_BAN: GuiVanBanForm,
    Buoc.CONG_KHAI: CongKhaiForm,
    Buoc.XU_LY_KET_LUAN: XuLyKetLuanForm,
    Buoc.THI_HANH: ThiHanhForm,
    Buoc.THI_HANH_XONG: ThiHanhForm,
    Buoc.KET_THUC: GhiChuForm,
    Buoc.GIA_HAN: GiaHanForm,
    Buoc.TAM_DINH_CHI: TamDinhChiForm,
    Buoc.TIEP_TUC: GhiChuForm,
    Buoc.DINH_CHI: DinhChiForm,
}

__all__ = ["FORM", "BuocForm"]
