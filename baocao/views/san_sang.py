"""Whether the centre is ready for an inspection: the sixteen points, on the screen and on paper."""

from collections import Counter

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from baocao.dau_giay import dau_giay
from baocao.san_sang import DongSanSang, TinhTrang, kiem_san_sang
from baocao.views.gui_tep import gui_tep
from tochuc.dinh_dang import ngay_vn
from tochuc.in_an import in_pdf
from tochuc.models import NgayNghi
from tochuc.quyen_truy_cap import can_quyen
from tochuc.vai_tro import Quyen

# Worst first: what is missing is what the page is for.
THU_TU = (TinhTrang.CHUA_DAT, TinhTrang.SAP_HAN, TinhTrang.DAT, TinhTrang.KHONG_AP_DUNG)


@can_quyen(Quyen.BAO_CAO)
@require_safe
def san_sang(request):
    """The list, each point with its proof, or with what mends it where this person may do that."""
    return render(request, "baocao/san_sang.html", _ngu_canh(request.user))


@can_quyen(Quyen.BAO_CAO)
@require_safe
def san_sang_pdf(request):
    ngu_canh = _ngu_canh(request.user)
    ngay = ngu_canh["hom_nay"]
    trich_yeu = f"Tự kiểm tra điều kiện tiếp công dân, giải quyết đơn đến ngày {ngay_vn(ngay)}"
    noi_dung = in_pdf(
        "baocao/in/san_sang.html",
        {**dau_giay("BẢNG TỰ KIỂM TRA", trich_yeu), **ngu_canh, "noi_nhan": ["Ban Giám đốc", "Lưu: VT, TCHC"]},
    )
    ten_tep = f"san-sang-kiem-tra-{ngay.isoformat()}.pdf"
    return gui_tep(request, noi_dung, ten_tep, doi_tuong="san_sang", ghi=trich_yeu)


def _ngu_canh(nguoi) -> dict:
    hom_nay = timezone.localdate()
    cac_dong: list[DongSanSang] = kiem_san_sang(nguoi, hom_nay, NgayNghi.objects.lich())
    dem = Counter(dong.ket_qua.tinh_trang for dong in cac_dong)
    return {
        "hom_nay": hom_nay,
        "cac_dong": [(dong, _nut(dong, nguoi)) for dong in cac_dong],
        "tong_hop": [(tinh_trang, dem[tinh_trang]) for tinh_trang in THU_TU],
    }


def _nut(dong: DongSanSang, nguoi):
    """What mends the point, for who may do it."""
    sua = dong.ket_qua.sua
    return sua if sua and (sua.quyen is None or nguoi.co_quyen(sua.quyen)) else None
