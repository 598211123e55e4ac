"""The fields of a paper of reception, as its row in the table of documents lists them."""

from typing import Any

from django import forms
from django.utils import timezone

from donthu.forms.truong import o_van_ban
from donthu.van_ban.mau import DANH_SACH, DOAN_VAN, NGAY_THANG, Truong, VanBan
from tochuc.forms import TruongNgay, tao_helper

DAI_NHAT = 3000


class GiayToForm(forms.Form):
    """What is printed may be changed before it is; nothing of it is stored."""

    def __init__(self, *args, mau: VanBan, gia_tri_dau: dict[str, Any], **kwargs):
        """`gia_tri_dau`: what the fields start with, by name."""
        super().__init__(*args, **kwargs)
        for truong in mau.truong:
            self.fields[truong.ten] = o_cua(truong)
            self.fields[truong.ten].initial = gia_tri_dau.get(truong.ten)
        if "ngay_ky" in self.fields:
            self.fields["ngay_ky"].initial = timezone.localdate()
        self.helper = tao_helper(*self.fields)


def o_cua(truong: Truong) -> forms.Field:
    """The form field of one field of a document; its doubt is said beside it."""
    cau = [truong.goi_y, f"Còn nghi vấn: {truong.nghi_van}" if truong.nghi_van else ""]
    chung = {
        "label": truong.nhan,
        "required": truong.bat_buoc,
        "help_text": " ".join(phan for phan in cau if phan),
        "error_messages": {"required": f"Xin ghi “{truong.nhan.lower()}”."},
    }
    if truong.kieu == NGAY_THANG:
        return TruongNgay(**chung)
    nhieu_dong = {DOAN_VAN: o_van_ban(4), DANH_SACH: o_van_ban(3)}.get(truong.kieu)
    return forms.CharField(max_length=DAI_NHAT, **({"widget": nhieu_dong} if nhieu_dong else {}), **chung)
