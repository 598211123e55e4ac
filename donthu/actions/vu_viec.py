"""The matter a petition belongs to: moving it to another one with all that hangs on it."""

from donthu.models import DonThu, VuViec


def doi_vu_viec(don: DonThu, vu_viec: VuViec) -> None:
    """Move the petition and the rows of any app that hang on it to `vu_viec`; the caller saves the petition."""
    for quan_he in VuViec._meta.related_objects:
        model = quan_he.related_model
        for truong in model._meta.fields:
            if truong.related_model is DonThu and model is not DonThu:
                dong = model._base_manager.filter(**{truong.name: don, quan_he.field.name: don.vu_viec_id})
                dong.update(**{quan_he.field.name: vu_viec})
    don.vu_viec = vu_viec


def ve_vu_viec_rieng(don: DonThu) -> None:
    """Give the petition a matter of its own, so that nothing is found through the one it shared."""
    doi_vu_viec(don, VuViec.objects.create(ma=f"VV.{don.ma}.{don.so_buoc}"))
