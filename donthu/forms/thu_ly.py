"""Proposing, accepting, refusing to accept."""

from typing import Any

from django import forms

from donthu.forms.khung import GhiChuForm, LyDoForm
from donthu.ly_do import KHONG_THU_LY_KHIEU_NAI, THU_LY_TO_CAO, LyDo, ly_do_khong_thu_ly
from donthu.models import DonThu
from donthu.phan_loai import LoaiDon
from donthu.quy_trinh.buoc import Buoc
from donthu.thoi_hieu import ThoiHieu, thoi_hieu_cua
from tochuc.models import NgayNghi

QUA_THOI_HIEU = "thoi_hieu"  # the ground of Đ11.6 in KHONG_THU_LY_KHIEU_NAI
DU_BON_DIEU_KIEN = "Tố cáo đủ bốn điều kiện thụ lý (Đ29.1 Luật TC)"
KHONG_THUOC_DIEU_11 = "Khiếu nại không thuộc trường hợp không được thụ lý (Đ11 Luật KN)"


def thoi_hieu_hom_nay(don: DonThu) -> ThoiHieu | None:
    """The time-bar of a khiếu nại by today's calendar."""
    return thoi_hieu_cua(don, NgayNghi.objects.lich()) if don.loai == LoaiDon.KHIEU_NAI else None


def cau_thoi_hieu(don: DonThu) -> tuple[str, ...]:
    """What a page says of the time-bar before the person decides; nothing where there is none."""
    thoi_hieu = thoi_hieu_hom_nay(don)
    return thoi_hieu.cac_cau if thoi_hieu else ()


class TrinhThuLyForm(GhiChuForm):
    @property
    def luu_y(self) -> tuple[str, ...]:
        return cau_thoi_hieu(self.don)


class ThuLyForm(GhiChuForm):
    """Accept: what the law asks to be looked at is ticked, and the trail says that it was."""

    def chuan_bi(self) -> None:
        if self.don.loai == LoaiDon.TO_CAO:
            self.fields["dieu_kien"] = forms.MultipleChoiceField(
                label="Điều kiện thụ lý",
                choices=[(ly_do.ma, str(ly_do)) for ly_do in THU_LY_TO_CAO],
                widget=forms.CheckboxSelectMultiple,
                required=False,
                help_text="Thụ lý khi có đủ cả bốn; thiếu một thì không thụ lý.",
            )
        elif self.don.loai == LoaiDon.KHIEU_NAI:
            self.fields["khong_co_can_cu"] = forms.BooleanField(
                label="Đã kiểm tra: không có căn cứ nào của Điều 11 Luật Khiếu nại",
                help_text=" ".join(f"({so}) {ly_do.noi_dung}." for so, ly_do in enumerate(KHONG_THU_LY_KHIEU_NAI, 1)),
                error_messages={"required": "Xin xác nhận không có căn cứ không thụ lý; nếu có thì chọn không thụ lý."},
            )
        self.order_fields(("dieu_kien", "khong_co_can_cu", *self.field_order))

    @property
    def luu_y(self) -> tuple[str, ...]:
        return cau_thoi_hieu(self.don)

    def clean_dieu_kien(self) -> list[str]:
        da_chon = self.cleaned_data["dieu_kien"]
        thieu = [ly_do.noi_dung for ly_do in THU_LY_TO_CAO if ly_do.ma not in da_chon]
        if thieu:
            raise forms.ValidationError(f"Chưa đủ điều kiện thụ lý tố cáo (Điều 29.1 Luật Tố cáo): {'; '.join(thieu)}.")
        return da_chon

    def tham_so(self) -> dict[str, Any]:
        tham_so = dict(self.cleaned_data)
        da_kiem = ""
        if tham_so.pop("dieu_kien", None):
            da_kiem = DU_BON_DIEU_KIEN
        if tham_so.pop("khong_co_can_cu", False):
            da_kiem = KHONG_THUOC_DIEU_11
        tham_so["ghi_chu"] = ". ".join(phan for phan in (da_kiem, tham_so["ghi_chu"]) if phan)
        return tham_so


class KhongThuLyForm(LyDoForm):
    """Refuse to accept; a complaint out of time opens with that ground, which the person may change."""

    def chuan_bi(self) -> None:
        super().chuan_bi()
        thoi_hieu = thoi_hieu_hom_nay(self.don)
        if thoi_hieu and thoi_hieu.da_het:
            self.fields["muc_ly_do"].initial = QUA_THOI_HIEU

    @property
    def luu_y(self) -> tuple[str, ...]:
        return cau_thoi_hieu(self.don)

    def cac_ly_do(self) -> tuple[LyDo, ...]:
        return ly_do_khong_thu_ly(self.don.loai)


CAC_FORM = {
    Buoc.TRINH_THU_LY: TrinhThuLyForm,
    Buoc.THU_LY: ThuLyForm,
    Buoc.KHONG_THU_LY: KhongThuLyForm,
}
