"""The parts of a petition that have no row, found in one query: its page has a dozen, most petitions few of them."""

from django.db.models import Exists, OuterRef, Prefetch, prefetch_related_objects

from donthu.models import DonThu

CAC_PHAN = {
    ten: DonThu._meta.get_field(ten).related_model
    for ten in (
        "to_xac_minh",
        "buoi_lam_viec",
        "bang_chung",
        "lan_gui",
        "lan_cong_khai",
        "tam_dinh_chi",
        "van_ban_di",
        "ket_qua_thi_hanh",
        "bao_ve",
        "tep",
    )
}
# Only described here; each petition asks it by its key.
CO_DONG = DonThu.objects.order_by().values_list(
    *(Exists(model.objects.filter(don=OuterRef("pk"))) for model in CAC_PHAN.values())
)


def ghi_phan_trong(don: DonThu) -> None:
    """Let `don` know which of its parts are empty; asking it for one of them then costs no query."""
    co_dong = CO_DONG.get(pk=don.pk)
    trong = [ten for ten, co in zip(CAC_PHAN, co_dong, strict=True) if not co]
    prefetch_related_objects([don], *(Prefetch(ten, CAC_PHAN[ten].objects.none()) for ten in trong))
