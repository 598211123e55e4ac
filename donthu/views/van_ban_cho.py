"""Drafts that wait for me: to review, to sign, to mend."""

from django.db.models import QuerySet
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from donthu.ban_thao_cho import ban_thao_cho
from donthu.models import BanThao
from donthu.soan_thao import van_ban_ngay
from tochuc.phan_trang import phan_trang

THU_TU = ("sua_luc", "pk")  # the longest waiting first
MOI_TRANG = 20
TRAN = 200
COT = ("ma_mau", "trang_thai", "sua_luc", "don__ma", "don__loai", "don__tom_tat", "nguoi_soan__ho_ten")


@require_safe
def van_ban_cho(request):
    trang = phan_trang(
        ban_thao_cho(request.user),
        request.GET,
        thu_tu=THU_TU,
        moi_trang=MOI_TRANG,
        danh_tu="dự thảo",
        tran=TRAN,
        chon=_chon_cot,
    )
    ngay = timezone.localdate()
    ngu_canh = {
        "trang": trang,
        "cac_dong": [(ban_thao, van_ban_ngay(ban_thao.ma_mau, ngay).ten) for ban_thao in trang],
    }
    return render(request, "donthu/van_ban/cho.html", ngu_canh)


def _chon_cot(cac_ban_thao: QuerySet[BanThao]) -> QuerySet[BanThao]:
    """What a row shows."""
    return cac_ban_thao.select_related("don", "nguoi_soan").only(*COT)
