"""From the re-check to the effect of the decision, and what the Sở and the Court do to it (Luật KN; NĐ 124/2020)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time, timedelta

from django.db.models import Exists, OuterRef, Q

from donthu.actions.dong_ho import han_giai_quyet, han_moi
from donthu.actions.khung import buoc_chi_ghi, thuc_hien
from donthu.models import BuoiLamViec, DonThu, HanViec, LanGui, LoaiBuoi, NguoiDu
from donthu.phan_loai import KET_QUA_KHIEU_NAI_LAN_HAI, KetQua
from donthu.quy_trinh.buoc import Buoc
from donthu.quy_trinh.khieu_nai import CHO_HIEU_LUC, KHIEU_NAI
from donthu.quy_trinh.trang_thai import TrangThai
from donthu.thoi_han import cac_dong, tinh
from donthu.viec import Viec
from tochuc.dinh_dang import ngay_vn, thu_ngay
from tochuc.loi import LoiNghiepVu
from tochuc.models import NgayNghi, NhanVien

NGUOI_KHIEU_NAI = "Người khiếu nại"
MOT_NGAY = timedelta(days=1)

kiem_tra_lai = buoc_chi_ghi(
    Buoc.KIEM_TRA_LAI,
    "Look again at what is complained of: ground, competence, content, order (Đ29.1a Luật KN; Đ17 NĐ 124/2020).",
)
khieu_nai_dung = buoc_chi_ghi(
    Buoc.KHIEU_NAI_DUNG, "The re-check finds the complaint right: decided at once (Đ17.3 NĐ 124/2020)."
)
du_thao = buoc_chi_ghi(
    Buoc.DU_THAO, "Draft where no đối thoại is due: what is asked for and what was found agree (Đ30.1, 31 Luật KN)."
)
bao_cao_cap_tren = buoc_chi_ghi(
    Buoc.BAO_CAO_CAP_TREN, "The file or report went to whoever asked (Đ13.2c, 14.2đ Luật KN; Đ38.3 Luật TC)."
)
chi_dao_thi_hanh = buoc_chi_ghi(
    Buoc.CHI_DAO_THI_HANH, "Say in writing who carries out what by when (Đ44.4, 46 Luật KN; Đ31 NĐ 124/2020)."
)


# --- Đối thoại (Đ30, 39, 53 Luật KN; Đ28, 28a NĐ 124/2020) -----------------------------------------------------------


def bao_doi_thoai(
    don: DonThu,
    *,
    nguoi: NhanVien,
    ngay: date,
    ngay_doi_thoai: date,
    gio: time,
    dia_diem: str,
    chu_tri: str,
    nguoi_du: Sequence[tuple[str, str]],
    so_buoc: int | None = None,
) -> DonThu:
    """Notify the đối thoại, at least 5 days before it. `nguoi_du`: (name, capacity), the complainant among them.

    A new notice takes the place of one whose day has not come.
    """
    if not any(la_nguoi_khieu_nai(tu_cach) for _, tu_cach in nguoi_du):
        raise LoiNghiepVu(f"Phải mời người khiếu nại: ghi tư cách “{NGUOI_KHIEU_NAI}” trong danh sách mời.")
    _kiem_ngay_bao(ngay, ngay_doi_thoai)
    cau = f"Đối thoại {gio:%H:%M} {thu_ngay(ngay_doi_thoai)}, tại {dia_diem}."
    with thuc_hien(Buoc.BAO_DOI_THOAI, don, nguoi, ngay, so_buoc, cau) as don:
        don.buoi_lam_viec.filter(loai=LoaiBuoi.DOI_THOAI, ket_qua=BuoiLamViec.KetQua.DU_KIEN).delete()
        buoi = BuoiLamViec.objects.create(
            don=don,
            loai=LoaiBuoi.DOI_THOAI,
            ngay=ngay_doi_thoai,
            gio=gio,
            dia_diem=dia_diem,
            chu_tri=chu_tri,
            ngay_bao=ngay,
            nguoi_ghi=nguoi,
        )
        _them_nguoi_du(buoi, nguoi_du)
    return don


def _kiem_ngay_bao(ngay: date, ngay_doi_thoai: date) -> None:
    if not any(dong.hieu_luc(ngay_doi_thoai) for dong in cac_dong(Viec.BAO_DOI_THOAI)):
        return
    han = tinh(Viec.BAO_DOI_THOAI, ngay_doi_thoai, NgayNghi.objects.lich())
    if ngay > han.han:
        raise LoiNghiepVu(
            f"Thông báo đối thoại phải trước ngày đối thoại ít nhất {han.so:02d} ngày: đối thoại "
            f"{thu_ngay(ngay_doi_thoai)} thì thông báo muộn nhất {thu_ngay(han.han)} ({han.thoi_han.can_cu})."
        )


def hoan_doi_thoai(don: DonThu, *, nguoi: NhanVien, ngay: date, ly_do: str, so_buoc: int | None = None) -> DonThu:
    """The complainant is absent for a good reason: another day is to be notified (Đ28.4, 28a NĐ 124/2020)."""
    with thuc_hien(Buoc.HOAN_DOI_THOAI, don, nguoi, ngay, so_buoc, ly_do) as don:
        buoi = buoi_doi_thoai(don)
        buoi.ket_qua = BuoiLamViec.KetQua.HOAN
        buoi.noi_dung = ly_do
        buoi.save(update_fields=["ket_qua", "noi_dung"])
        for du in buoi.nguoi_du.all():
            if la_nguoi_khieu_nai(du.tu_cach):
                du.co_mat, du.ly_do = NguoiDu.CoMat.VANG_CO_LY_DO, ly_do[:200]
                du.save(update_fields=["co_mat", "ly_do"])
    return don


def doi_thoai(
    don: DonThu,
    *,
    nguoi: NhanVien,
    ngay: date,
    noi_dung: str,
    ket_luan: str,
    co_mat: Mapping[int, NguoiDu.CoMat],
    them: Iterable[tuple[str, str]] = (),
    so_buoc: int | None = None,
) -> DonThu:
    """What was said at the đối thoại, and who came. `co_mat`: key of NguoiDu → whether there; `them`: who came besides.

    A complainant absent without a good reason does not stop it, and the minutes say so; one with a good reason does:
    LoiNghiepVu, it is to be put off (Đ30.6 Luật KN; Đ28.4, 28.5 NĐ 124/2020).
    """
    with thuc_hien(Buoc.DOI_THOAI, don, nguoi, ngay, so_buoc) as don:
        buoi = buoi_doi_thoai(don)
        if ngay < buoi.ngay:
            raise LoiNghiepVu(
                f"Buổi đối thoại đã thông báo vào {thu_ngay(buoi.ngay)}, chưa diễn ra; đổi ngày thì báo lại."
            )
        nguoi_du = list(buoi.nguoi_du.all())
        for du in nguoi_du:
            du.co_mat = co_mat.get(du.pk, NguoiDu.CoMat.CO)
            du.save(update_fields=["co_mat"])
        khieu_nai = {du.co_mat for du in nguoi_du if la_nguoi_khieu_nai(du.tu_cach)}
        if NguoiDu.CoMat.VANG_CO_LY_DO in khieu_nai:
            raise LoiNghiepVu(
                "Người khiếu nại vắng mặt có lý do chính đáng: phải hoãn và thông báo buổi đối thoại khác (Điều 28.4, "
                "28a Nghị định 124/2020/NĐ-CP)."
            )
        vang = khieu_nai == {NguoiDu.CoMat.VANG}
        buoi.ket_qua = BuoiLamViec.KetQua.VANG if vang else BuoiLamViec.KetQua.DA_HOP
        cau_vang = "Người khiếu nại vắng mặt không có lý do chính đáng.\n" if vang else ""
        buoi.noi_dung, buoi.ket_luan, buoi.nguoi_ghi = cau_vang + noi_dung, ket_luan, nguoi
        buoi.save(update_fields=["ket_qua", "noi_dung", "ket_luan", "nguoi_ghi"])
        _them_nguoi_du(buoi, them)
    return don


def buoi_doi_thoai(don: DonThu) -> BuoiLamViec:
    """The đối thoại that was notified and has not been held."""
    return don.buoi_lam_viec.get(loai=LoaiBuoi.DOI_THOAI, ket_qua=BuoiLamViec.KetQua.DU_KIEN)


def la_nguoi_khieu_nai(tu_cach: str) -> bool:
    """Whether somebody is there as the complainant, or for the complainant."""
    return NGUOI_KHIEU_NAI.casefold() in tu_cach.casefold()


def _them_nguoi_du(buoi: BuoiLamViec, nguoi_du: Iterable[tuple[str, str]]) -> None:
    NguoiDu.objects.bulk_create(NguoiDu(buoi=buoi, ho_ten=ho_ten, tu_cach=tu_cach) for ho_ten, tu_cach in nguoi_du)


# --- The decision: drafted, sent, in effect --------------------------------------------------------------------------


def gui_quyet_dinh(
    don: DonThu,
    *,
    nguoi: NhanVien,
    ngay: date,
    cach: LanGui.Cach | str = "",
    chung_tu: str = "",
    noi_nhan: Iterable[str] = (),
    ngay_nhan: date | None = None,
    so_buoc: int | None = None,
) -> DonThu:
    """Send the decision to the complainant and to `noi_nhan` (Đ32, 41 Luật KN; Đ29.2 NĐ 124/2020).

    `ngay_nhan`: the day the complainant got it, from which the time of complaining again runs; where it is not known
    yet the step is taken once more when it is, for that day alone.
    """
    with thuc_hien(Buoc.GUI_QUYET_DINH, don, nguoi, ngay, so_buoc, _cau_gui(ngay_nhan, chung_tu)) as don:
        if don.ngay_gui_quyet_dinh is None:
            van_ban = don.van_ban_di.filter(ma_mau=KHIEU_NAI[Buoc.BAN_HANH].van_ban.ma_mau).last()
            LanGui.objects.bulk_create(
                LanGui(don=don, van_ban=van_ban, noi_nhan=noi, cach=cach, ngay=ngay, chung_tu=chung_tu, nguoi=nguoi)
                for noi in (don.nguoi_gui, *noi_nhan)
            )
            don.ngay_gui_quyet_dinh = ngay
            don.dang_dung_thi_hanh = False  # it lasts no longer than the resolving (Đ35 Luật KN)
        elif ngay_nhan is None:
            raise LoiNghiepVu("Quyết định đã gửi: xin ghi ngày người khiếu nại nhận quyết định.")
        if ngay_nhan:
            if ngay_nhan < don.ngay_gui_quyet_dinh:
                raise LoiNghiepVu("Ngày người khiếu nại nhận quyết định không được trước ngày gửi.")
            don.lan_gui.filter(noi_nhan=don.nguoi_gui, ngay_nhan=None).update(ngay_nhan=ngay_nhan)
            don.ngay_nhan_quyet_dinh = ngay_nhan
    return don


def _cau_gui(ngay_nhan: date | None, chung_tu: str) -> str:
    nhan = f"Người khiếu nại nhận quyết định ngày {ngay_vn(ngay_nhan)}." if ngay_nhan else ""
    return f"{chung_tu}. {nhan}".strip(". ") + "." if chung_tu or nhan else ""


def co_hieu_luc(
    don: DonThu, *, nguoi: NhanVien | None, ngay: date, ghi_chu: str = "", so_buoc: int | None = None
) -> DonThu:
    """The decision has taken effect: both the wait from its issue and the time of complaining again have run out.

    Đ44, 57 Luật KN. `nguoi` None: the passing of time. LoiNghiepVu before the day of effect, which is the day after the
    later of the two, and while the day on which the complainant got the decision is not known.
    """
    with thuc_hien(Buoc.CO_HIEU_LUC, don, nguoi, ngay, so_buoc, ghi_chu) as don:
        if _thieu_ngay_nhan(don):
            raise LoiNghiepVu(
                "Chưa ghi ngày người khiếu nại nhận quyết định, nên chưa biết khi nào hết thời hạn khiếu nại lần hai "
                "(Điều 33.1 Luật Khiếu nại)."
            )
        cuoi = max(han.han for han in don.han_viec.filter(ngay_xong=None, viec__in=CHO_HIEU_LUC))
        don.ngay_hieu_luc = cuoi + MOT_NGAY
        if ngay < don.ngay_hieu_luc:
            raise LoiNghiepVu(
                f"Quyết định chỉ có hiệu lực từ {thu_ngay(don.ngay_hieu_luc)}, khi đã hết cả thời gian chờ kể từ ngày "
                "ban hành và thời hạn khiếu nại tiếp (Điều 33.1, 44 Luật Khiếu nại)."
            )
    return don


def _thieu_ngay_nhan(don: DonThu) -> bool:
    return don.lan == 1 and don.ngay_lan_hai is None and don.ngay_nhan_quyet_dinh is None


def ghi_hieu_luc(ngay: date) -> int:
    """Write down every decision that has taken effect by `ngay`; returns how many. A second run finds none."""
    dang_mo = HanViec.objects.filter(don=OuterRef("pk"), ngay_xong=None, viec__in=CHO_HIEU_LUC)
    cac_don = DonThu.objects.filter(
        Exists(dang_mo),
        ~Exists(dang_mo.filter(han__gte=ngay)),
        Q(lan=2) | Q(ngay_lan_hai__isnull=False) | Q(ngay_nhan_quyet_dinh__isnull=False),
        trang_thai=TrangThai.CHO_HIEU_LUC,
    )
    so_don = 0
    for don in cac_don:
        try:
            co_hieu_luc(don, nguoi=None, ngay=ngay, so_buoc=don.so_buoc)
        except LoiNghiepVu:  # somebody moved it meanwhile: it is no longer waiting, or not as it was read
            continue
        so_don += 1
    return so_don


# --- The Sở and the Court --------------------------------------------------------------------------------------------


def khieu_nai_lan_hai(
    don: DonThu, *, nguoi: NhanVien, ngay: date, ly_do: str = "", so_buoc: int | None = None
) -> DonThu:
    """The complainant complained to the Sở on `ngay` (Đ33.1 Luật KN).

    Of a petition not decided yet, only when the term ran out; in either case within the time of the law, later only
    with `ly_do`, the good reason.
    """
    with thuc_hien(Buoc.KHIEU_NAI_LAN_HAI, don, nguoi, ngay, so_buoc, ly_do) as don:
        het_han = _het_khieu_nai_lan_hai(don, ngay)
        if het_han and ngay > het_han and not ly_do:
            raise LoiNghiepVu(
                f"Thời hạn khiếu nại lần hai đã hết ngày {ngay_vn(het_han)}: phải ghi lý do chính đáng (Điều 33.1 Luật "
                "Khiếu nại)."
            )
        don.tam_dinh_chi.filter(den_ngay=None).update(den_ngay=ngay)
        don.dang_tam_dinh_chi = don.dang_giam_dinh = don.dang_dung_thi_hanh = False
    return don


def _het_khieu_nai_lan_hai(don: DonThu, ngay: date) -> date | None:
    """Last day of complaining again, None while nobody knows when the decision was received."""
    if don.ngay_ban_hanh:
        han = don.han_viec.filter(ngay_xong=None, viec=Viec.KHIEU_NAI_LAN_HAI).first()
        return han and han.han
    giai_quyet = han_giai_quyet(don)
    if giai_quyet.dung_tu or ngay <= giai_quyet.han:
        raise LoiNghiepVu(
            "Chưa có quyết định giải quyết lần đầu và chưa hết thời hạn giải quyết, nên chưa khiếu nại lần hai được "
            "(Điều 33.1 Luật Khiếu nại)."
        )
    return han_moi(don, Viec.KHIEU_NAI_LAN_HAI, giai_quyet.han, NgayNghi.objects.lich()).han


def cap_tren_yeu_cau(
    don: DonThu, *, nguoi: NhanVien, ngay: date, co_quan: str, noi_dung: str, so_buoc: int | None = None
) -> DonThu:
    """The Sở or the Court asks for the file or a report; the time to answer runs from `ngay`, the day of receipt.

    Đ13.2c, 14.2đ Luật KN; Đ38.2 Luật TC.
    """
    with thuc_hien(Buoc.CAP_TREN_YEU_CAU, don, nguoi, ngay, so_buoc, f"{co_quan}: {noi_dung}") as don:
        pass
    return don


def ket_qua_lan_hai(
    don: DonThu,
    *,
    nguoi: NhanVien,
    ngay: date,
    ket_qua: KetQua,
    so_van_ban: str,
    noi_dung: str = "",
    so_buoc: int | None = None,
) -> DonThu:
    """The Sở decided on `ngay`, by the document `so_van_ban`: it upholds or changes ours (Đ40, 41 Luật KN)."""
    if ket_qua not in KET_QUA_KHIEU_NAI_LAN_HAI:
        raise LoiNghiepVu("Quyết định lần hai công nhận, hoặc hủy, sửa kết quả lần đầu.")
    cau = f"{KetQua(ket_qua).label}: Quyết định số {so_van_ban} ngày {ngay_vn(ngay)}. {noi_dung}".strip()
    with thuc_hien(Buoc.KET_QUA_LAN_HAI, don, nguoi, ngay, so_buoc, cau) as don:
        don.ngay_lan_hai = ngay
    return don


def khoi_kien(
    don: DonThu, *, nguoi: NhanVien, ngay: date, toa_an: str, ghi_chu: str = "", so_buoc: int | None = None
) -> DonThu:
    """The complainant went to the Court `toa_an` instead (Đ7, 33.2, 42 Luật KN)."""
    with thuc_hien(Buoc.KHOI_KIEN, don, nguoi, ngay, so_buoc, f"{toa_an}. {ghi_chu}".strip()) as don:
        pass
    return don


def ban_an(
    don: DonThu, *, nguoi: NhanVien, ngay: date, so_van_ban: str, noi_dung: str, so_buoc: int | None = None
) -> DonThu:
    """The Court's judgment, in effect from `ngay`, is what will be carried out (Đ42 Luật KN)."""
    with thuc_hien(Buoc.BAN_AN, don, nguoi, ngay, so_buoc, f"{so_van_ban}. {noi_dung}") as don:
        don.ngay_hieu_luc = ngay
    return don


# --- Execution -------------------------------------------------------------------------------------------------------


def dung_thi_hanh(
    don: DonThu, *, nguoi: NhanVien, ngay: date, den_ngay: date, ly_do: str, so_buoc: int | None = None
) -> DonThu:
    """Suspend the decision complained of until `den_ngay`, no longer than the term of resolution (Đ35 Luật KN)."""
    cau = f"Đến ngày {ngay_vn(den_ngay)}. {ly_do}"
    with thuc_hien(Buoc.DUNG_THI_HANH, don, nguoi, ngay, so_buoc, cau) as don:
        han = han_giai_quyet(don).han
        if not ngay <= den_ngay <= han:
            raise LoiNghiepVu(
                f"Thời gian tạm đình chỉ thi hành không được vượt quá thời hạn giải quyết còn lại, đến {thu_ngay(han)} "
                "(Điều 35 Luật Khiếu nại)."
            )
        don.dang_dung_thi_hanh = True
    return don


def bo_dung_thi_hanh(don: DonThu, *, nguoi: NhanVien, ngay: date, ly_do: str, so_buoc: int | None = None) -> DonThu:
    """Lift the suspension at once when its reason is gone (Đ35 Luật KN; Đ26 NĐ 124/2020)."""
    with thuc_hien(Buoc.BO_DUNG_THI_HANH, don, nguoi, ngay, so_buoc, ly_do) as don:
        don.dang_dung_thi_hanh = False
    return don


CAC_BUOC = {
    Buoc.KIEM_TRA_LAI: kiem_tra_lai,
    Buoc.KHIEU_NAI_DUNG: khieu_nai_dung,
    Buoc.BAO_DOI_THOAI: bao_doi_thoai,
    Buoc.HOAN_DOI_THOAI: hoan_doi_thoai,
    Buoc.DOI_THOAI: doi_thoai,
    Buoc.DU_THAO: du_thao,
    Buoc.GUI_QUYET_DINH: gui_quyet_dinh,
    Buoc.CO_HIEU_LUC: co_hieu_luc,
    Buoc.KHIEU_NAI_LAN_HAI: khieu_nai_lan_hai,
    Buoc.CAP_TREN_YEU_CAU: cap_tren_yeu_cau,
    Buoc.BAO_CAO_CAP_TREN: bao_cao_cap_tren,
    Buoc.KET_QUA_LAN_HAI: ket_qua_lan_hai,
    Buoc.KHOI_KIEN: khoi_kien,
    Buoc.BAN_AN: ban_an,
    Buoc.CHI_DAO_THI_HANH: chi_dao_thi_hanh,
    Buoc.DUNG_THI_HANH: dung_thi_hanh,
    Buoc.BO_DUNG_THI_HANH: bo_dung_thi_hanh,
}
