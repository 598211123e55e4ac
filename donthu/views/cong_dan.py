"""Finding a citizen who wrote or came before. The number travels in the body of a POST, never in an address."""

from django.shortcuts import render
from django.views.decorators.http import require_POST

from donthu.actions.cong_dan import tim_theo_giay_to
from donthu.forms.cong_dan import CongDanForm, du_lieu_cua
from donthu.models import DonThu
from tochuc.models import NhatKy
from tochuc.models.nhat_ky import ViecNhatKy
from tochuc.quyen_truy_cap import can_quyen
from tochuc.vai_tro import Quyen

DON_CU = 5


@can_quyen(Quyen.NHAP_DON)
@require_POST
def tim_cong_dan(request):
    return render(request, "donthu/cong_dan.html", tra_cuu(request))


def tra_cuu(request, **tham_so_form) -> dict:
    """Context of donthu/cong_dan.html after a look-up: the fields filled when the person is known, else as typed.

    Whose data are shown is written in the log. `tham_so_form`: further arguments of CongDanForm.
    """
    da_go = CongDanForm(request.POST)
    cong_dan = tim_theo_giay_to(da_go["so_giay_to"].value() or "")
    if cong_dan is None:
        return {"form_cong_dan": CongDanForm(initial=request.POST.dict(), **tham_so_form), "da_tim": True}
    NhatKy.ghi(request.user, ViecNhatKy.XEM, f"cong_dan:{cong_dan.pk}", "Tra cứu công dân theo số giấy tờ")
    don_cu = DonThu.objects.for_user(request.user).filter(cong_dan__so_giay_to_bam=cong_dan.so_giay_to_bam)
    return {
        "form_cong_dan": CongDanForm(initial=du_lieu_cua(cong_dan), **tham_so_form),
        "da_tim": True,
        "cong_dan": cong_dan,
        "don_cu": don_cu.only("ma", "loai", "ngay_nhan", "trang_thai", "tom_tat")[:DON_CU],
    }
