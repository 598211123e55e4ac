"""A Word file that an office changed after the number was given, put in as the issued text."""

from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from donthu.actions.ban_thao import QUYEN_KY, co_mot_quyen
from donthu.actions.tep import nhan_tep
from donthu.ban_in import KIEU_TEP
from donthu.models import DonThu, MucTep, VanBanDi
from donthu.phan_loai import LoaiDon
from tochuc.kho_tep import bo_tep
from tochuc.loi import LoiNghiepVu
from tochuc.models import NhanVien, NhatKy
from tochuc.models.nhat_ky import ViecNhatKy
from tochuc.vai_tro import Quyen

QUYEN_THAY = QUYEN_KY | {Quyen.THEO_DOI}
DA_GUI = "Văn bản đã gửi đi nên không thay bản chính được. Xin ban hành văn bản sửa đổi hoặc đính chính."
DA_CO = "Văn bản này đã có bản chính tải lên."
KHONG_PHAI_DOCX = "Bản chính phải là tệp Word (.docx)."


def thay_ban_chinh(van_ban: VanBanDi, *, nguoi: NhanVien, tep: UploadedFile, da_che: bool = False) -> VanBanDi:
    """Take in the changed DOCX of a document as its issued text; number and date stay.

    `da_che`: as for every file of a tố cáo. Raises PermissionDenied, LoiNghiepVu.
    """
    with transaction.atomic():
        don = DonThu.objects.select_for_update(of=("self",)).get(pk=van_ban.don_id)
        van_ban = VanBanDi.objects.get(pk=van_ban.pk)
        if not co_mot_quyen(don, nguoi, QUYEN_THAY):
            raise PermissionDenied
        if van_ban.ban_tai_len_id:
            raise LoiNghiepVu(DA_CO)
        if van_ban.lan_gui.exists():
            raise LoiNghiepVu(DA_GUI)
        (dong,) = nhan_tep(don, nguoi=nguoi, cac_tep=[tep], muc=MucTep.VAN_BAN, da_che=da_che)
        if dong.kieu != KIEU_TEP["docx"]:
            bo_tep(dong.duong_dan)
            raise LoiNghiepVu(KHONG_PHAI_DOCX)
        van_ban.ban_tai_len = dong
        van_ban.save(update_fields=["ban_tai_len"])
        NhatKy.ghi(
            nguoi,
            ViecNhatKy.SUA,
            don.ma,
            f"Dùng tệp số {dong.pk} làm bản chính của văn bản {van_ban.so_ky_hieu or van_ban.pk}",
            mat=don.loai == LoaiDon.TO_CAO,
        )
    return van_ban
