"""The public page behind the QR code: that a document exists, its number, its date, its SHA-256. Nothing else."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from donthu.models import VanBanDi


@login_not_required
@never_cache
@require_safe
def tra_cuu(request, ma_tra_cuu):
    """Not even the title is told: whose petition it is must not be guessed from it (Đ56 Luật TC)."""
    cac_van_ban = VanBanDi.objects.filter(ma_tra_cuu=ma_tra_cuu).select_related("ban_tai_len")
    van_ban = cac_van_ban.only("so_ky_hieu", "ngay", "sha256", "ban_tai_len__sha256").first()
    return render(
        request,
        "donthu/tra_cuu.html",
        {"van_ban": van_ban, "ma_tra_cuu": ma_tra_cuu},
        status=200 if van_ban else 404,
    )
