"""The report of a period as a file with a life: its text, its steps, its comparison, its PDF."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from baocao.actions import bao_cao as viec_bao_cao
from baocao.ban_bao_cao import (
    ba_ky_cua,
    ban_pdf,
    dau_trang_hien_hanh,
    docx_bao_cao,
    in_phu_luc,
    json_bao_cao,
    so_lieu_cua,
    so_lieu_dong_bang,
    tinh_ba_ky,
    xlsx_bao_cao,
)
from baocao.bieu_mau import BaoCaoSoLieu
from baocao.forms.bao_cao import GhiChuBuocForm, LoiVanForm
from baocao.hien_loi_van import hien_loi_van
from baocao.ky import KyBaoCao
from baocao.loi_van import cap_nhat_so
from baocao.models import BaoCaoKy
from baocao.models.bao_cao import TrangThaiBaoCao
from baocao.phu_luc import cac_bang, chuyen_ky_sau, vu_viec_dang_luu_y
from baocao.so_ban import so_hai_ban
from baocao.so_lieu import tinh_bao_cao
from baocao.so_lieu_van import tinh_so_lieu_van
from baocao.so_sanh import BaKy
from baocao.viet_loi_van import viet_bao_cao
from baocao.views.gui_tep import gui_tep
from baocao.views.in_bao_cao import giao_in
from tochuc.loi import LoiNghiepVu
from tochuc.quyen_truy_cap import can_quyen
from tochuc.vai_tro import Quyen

TOI_DA = 100  # petitions in a list of the annexes
COT_DON = ("ma", "loai", "ngay_nhan", "tom_tat", "trang_thai")
SOAN, KY_DUYET = Quyen.NHAP_SO, Quyen.BAN_HANH
# What may be done in each state, by whom: name in the address, words of the button.
CAC_VIEC = {
    TrangThaiBaoCao.DANG_LAP: (("trinh", "Trình Giám đốc", SOAN),),
    TrangThaiBaoCao.TRINH: (("duyet", "Duyệt", KY_DUYET), ("tra-lai", "Trả lại để sửa", KY_DUYET)),
    TrangThaiBaoCao.DUYET: (("chot", "Chốt và lấy số", KY_DUYET), ("tra-lai", "Trả lại để sửa", KY_DUYET)),
    TrangThaiBaoCao.DA_CHOT: (("gui", "Ghi nhận đã gửi Sở Y tế", SOAN), ("lap-lai", "Lập bản sửa", SOAN)),
    TrangThaiBaoCao.DA_GUI: (("lap-lai", "Lập bản sửa", SOAN),),
}


@can_quyen(Quyen.BAO_CAO)
@require_safe
def so_sanh(request, ky: KyBaoCao):
    """A period beside the one before it and the same one of last year."""
    ba_ky = tinh_ba_ky(ky)
    return render(request, "baocao/so_sanh.html", {"ky": ky, "ba_ky": ba_ky, "cac_bang": ba_ky.cac_bang})


@can_quyen(Quyen.BAO_CAO)
@require_safe
def phu_luc(request, ky: KyBaoCao):
    """Annexes of a period; lists of petitions only as far as this person may see them."""
    cac_danh_sach = [
        ("Đơn chuyển sang kỳ sau", chuyen_ky_sau(request.user, ky)),
        *((f"Trong đó có dấu hiệu {ten.lower()}", cac) for ten, cac in vu_viec_dang_luu_y(request.user, ky)),
    ]
    return render(
        request,
        "baocao/phu_luc.html",
        {
            "ky": ky,
            "cac_bang": cac_bang(ky),
            "cac_danh_sach": [(ten, list(cac.only(*COT_DON)[:TOI_DA])) for ten, cac in cac_danh_sach],
            "toi_da": TOI_DA,
        },
    )


@can_quyen(Quyen.BAO_CAO)
@require_safe
def tai_phu_luc(request, ky: KyBaoCao):
    """The tables of the annexes as PDF: of the last version when it is closed, else of now; written in the log."""
    noi_dung = in_phu_luc(_ban_cuoi(ky) or BaoCaoKy(ma_ky=ky.ma, nam=ky.nam))
    ten_tep = f"BC-{ky.ma}-{ky.nam}-phu-luc.pdf"
    return gui_tep(request, noi_dung, ten_tep, doi_tuong=f"bao_cao:{ky}", ghi="Phụ lục, pdf")


@can_quyen(Quyen.BAO_CAO)
@require_http_methods(["GET", "POST"])
def van_ban_ky(request, ky: KyBaoCao):
    """The report: read it, edit it while it is open, see where it stands."""
    bao_cao = _ban_cuoi(ky)
    if bao_cao is None:
        return render(request, "baocao/van_ban_ky.html", {"ky": ky, "bao_cao": None})
    ba_ky = ba_ky_cua(bao_cao)
    form = None
    if bao_cao.trang_thai == TrangThaiBaoCao.DANG_LAP and request.user.co_quyen(SOAN):
        form = LoiVanForm(request.POST or None, bao_cao=bao_cao, bieu_rong=bieu_rong(ba_ky.nay), so_lieu=ba_ky.nay.bieu)
    if request.method == "POST" and form and form.is_valid():
        try:
            return _luu(request, bao_cao, ba_ky, form.tham_so())
        except LoiNghiepVu as loi:
            form.add_error(None, str(loi))
    return _trang(request, bao_cao, ba_ky, form)


@can_quyen(Quyen.BAO_CAO)
@require_safe
def xem_ban(request, ky: KyBaoCao, phien_ban: int):
    """One version to read, the last or an earlier one, with what it changed."""
    bao_cao = get_object_or_404(BaoCaoKy, ma_ky=ky.ma, nam=ky.nam, phien_ban=phien_ban)
    return _trang(request, bao_cao, ba_ky_cua(bao_cao), None)


def _luu(request, bao_cao: BaoCaoKy, ba_ky: BaKy, tham_so: dict) -> HttpResponse:
    """Save the boxes; the one whose button was pressed is first written anew. LoiNghiepVu on somebody else's save."""
    ky, khoa, neo = bao_cao.ky, request.POST.get("viet_lai"), ""
    if khoa:
        if khoa not in tham_so["loi_van"]:
            raise Http404
        tham_so["loi_van"][khoa] = viet_bao_cao(ba_ky, tinh_so_lieu_van(ky))[khoa]
        neo = f"#muc-{khoa.replace('.', '_')}"
    viec_bao_cao.luu_loi_van(bao_cao, nguoi=request.user, **tham_so)
    cau = f"Đã viết lại mục {khoa} từ số liệu và lưu các mục khác." if khoa else "Đã lưu lời văn báo cáo."
    messages.success(request, cau, extra_tags=_ten_ban_nhap(bao_cao))
    return redirect(f"{reverse('baocao:van_ban_ky', args=[ky])}{neo}")


def _ten_ban_nhap(bao_cao: BaoCaoKy) -> str:
    """Name of the draft in the browser: one of a text that was saved since is not offered."""
    return f"bao-cao-{bao_cao.ma_ky}-{bao_cao.nam}-{bao_cao.phien_ban}-{bao_cao.so_lan_sua}"


def _trang(request, bao_cao: BaoCaoKy, ba_ky: BaKy, form: LoiVanForm | None) -> HttpResponse:
    ky = bao_cao.ky
    cac_ban = list(BaoCaoKy.objects.filter(ma_ky=ky.ma, nam=ky.nam).order_by("-phien_ban"))
    cac_muc = hien_loi_van(bao_cao, ba_ky, form)
    so_doi = [so for muc in cac_muc for so in muc.so_da_doi]
    cac_viec = CAC_VIEC[bao_cao.trang_thai] if bao_cao == cac_ban[0] else ()
    ban_truoc = next((ban for ban in cac_ban if ban.phien_ban == bao_cao.phien_ban - 1), None)
    return render(
        request,
        "baocao/van_ban_ky.html",
        {
            "ky": ky,
            "bao_cao": bao_cao,
            "form": form,
            "ten_ban_nhap": _ten_ban_nhap(bao_cao),
            "cac_muc": cac_muc,
            "so_doi": len(so_doi),
            "doi_ca_cau": sum(not so.thay_duoc for so in so_doi),
            "con_thay_doi": not bao_cao.da_dong_bang and timezone.localdate() <= ky.den_ngay,
            "cac_viec": [viec for viec in cac_viec if request.user.co_quyen(viec[2])],
            "cac_buoc": bao_cao.cac_buoc.select_related("nguoi"),
            "cac_ban": cac_ban,
            "ban_truoc": ban_truoc,
            "khac_ban_truoc": so_hai_ban(so_lieu_cua(ban_truoc), ba_ky.nay, ban_truoc.loi_van, bao_cao.loi_van)
            if ban_truoc
            else None,
        },
        status=409 if form and form.non_field_errors() else 200,
    )


@can_quyen(Quyen.BAO_CAO)
@require_POST
def lam_viec(request, ky: KyBaoCao, viec: str):
    """One step of the report's life."""
    bao_cao, nguoi = _ban_cuoi(ky), request.user
    form = GhiChuBuocForm(request.POST)
    ghi_chu = form.cleaned_data["ghi_chu"] if form.is_valid() else ""
    if viec in ("lap", "lap-lai"):
        loi_van = viet_bao_cao(tinh_ba_ky(ky), tinh_so_lieu_van(ky)) if ky.co_loi_van and bao_cao is None else {}
        viec_bao_cao.mo_bao_cao(ky, nguoi=nguoi, loi_van=loi_van, ly_do=ghi_chu)
    elif bao_cao is None:
        raise Http404
    elif viec == "trinh":
        rong = bieu_rong(tinh_bao_cao(ky))
        viec_bao_cao.trinh(bao_cao, nguoi=nguoi, khong_phat_sinh=rong, ghi_chu=ghi_chu)
    elif viec == "chot":
        ngay = timezone.localdate()
        dong_bang = so_lieu_dong_bang(ky, ngay)
        viec_bao_cao.chot(bao_cao, nguoi=nguoi, ngay=ngay, dau_trang=dau_trang_hien_hanh(nguoi), **dong_bang)
        giao_in(_ban_cuoi(ky), nguoi)
    elif viec == "cap-nhat-so":
        _cap_nhat(bao_cao, nguoi)
    elif viec in VIEC_GHI_CHU:
        VIEC_GHI_CHU[viec](bao_cao, nguoi=nguoi, ghi_chu=ghi_chu)
    else:
        raise Http404
    messages.success(request, "Đã ghi nhận.")
    return redirect("baocao:van_ban_ky", ky)


VIEC_GHI_CHU = {"duyet": viec_bao_cao.duyet, "tra-lai": viec_bao_cao.tra_lai, "gui": viec_bao_cao.gui_so}


@can_quyen(Quyen.BAO_CAO)
@require_safe
def tai_van_ban(request, ky: KyBaoCao, phien_ban: int, dinh_dang: str):
    """One version as a file of any format; who took it out is written in the log.

    A PDF that is not there yet is a worker's business (`views/in_bao_cao.py`): the page says so and offers it.
    """
    bao_cao = get_object_or_404(BaoCaoKy, ma_ky=ky.ma, nam=ky.nam, phien_ban=phien_ban)
    if dinh_dang not in BAN_TAI:
        raise Http404
    if dinh_dang == "pdf" and not bao_cao.duong_dan:
        return redirect("baocao:van_ban_ky", ky)
    ten_tep = f"BC-{ky.ma}-{ky.nam}-ban-{phien_ban}.{dinh_dang}"
    ghi = f"Báo cáo, bản {phien_ban}, {dinh_dang}"
    return gui_tep(request, BAN_TAI[dinh_dang](bao_cao), ten_tep, doi_tuong=f"bao_cao:{ky}", ghi=ghi)


BAN_TAI = {"pdf": ban_pdf, "docx": docx_bao_cao, "xlsx": xlsx_bao_cao, "json": json_bao_cao}


def bieu_rong(so_lieu: BaoCaoSoLieu) -> list[str]:
    """Forms in which nothing happened: somebody has to say that this is so."""
    return [ma for ma, cac_cot in so_lieu.bieu.items() if not any(cac_cot.values())]


def _ban_cuoi(ky: KyBaoCao) -> BaoCaoKy | None:
    return BaoCaoKy.objects.filter(ma_ky=ky.ma, nam=ky.nam).order_by("-phien_ban").first()


def _cap_nhat(bao_cao: BaoCaoKy, nguoi) -> None:
    ba_ky = tinh_ba_ky(bao_cao.ky)
    viec_bao_cao.luu_loi_van(
        bao_cao,
        nguoi=nguoi,
        loi_van={khoa: cap_nhat_so(chu, ba_ky.nay.bieu, ba_ky.cung_ky.bieu) for khoa, chu in bao_cao.loi_van.items()},
        xac_nhan_khong=bao_cao.xac_nhan_khong,
        so_lan_sua=bao_cao.so_lan_sua,
    )
