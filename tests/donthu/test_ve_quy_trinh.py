"""The drawing leaves nothing out, keeps its boxes apart and marks the way of a petition."""

import re
from datetime import date
from itertools import combinations
from xml.etree.ElementTree import Element, fromstring

import pytest

from donthu.models import DonThu
from donthu.phan_loai import LoaiDon
from donthu.quy_trinh import QUY_TRINH
from donthu.quy_trinh.buoc import Buoc
from donthu.quy_trinh.khieu_nai import KHIEU_NAI
from donthu.quy_trinh.trang_thai import TrangThai
from donthu.ve_quy_trinh import DaDi, doc_bang, ve_quy_trinh
from tochuc.models import NhatKy
from tochuc.models.nhat_ky import ViecNhatKy

TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"|"X-CSRFToken": "\w+"')


def _ve(loai: str, da_di: DaDi | None = None) -> Element:
    return fromstring(ve_quy_trinh("thử", QUY_TRINH[loai], da_di))  # noqa: S314 - our own


def _hop(goc: Element) -> list[tuple[float, float, float, float]]:
    return [tuple(float(o.get(ten)) for ten in ("x", "y", "width", "height")) for o in goc.iter("rect")]


def _chu_cua(goc: Element, lop: str) -> list[str]:
    """Words of the groups of a class, lines joined."""
    return [" ".join(chu.text for chu in g.iter("text")) for g in goc.iter("g") if lop in g.get("class", "").split()]


@pytest.mark.parametrize("loai", QUY_TRINH)
def test_moi_buoc_moi_trang_thai_deu_duoc_ve(loai):
    bang = QUY_TRINH[loai]

    goc = _ve(loai)

    trang_thai = {tt for duong in bang.values() if set(duong.tu) != set(TrangThai) for tt in (*duong.tu, duong.den)}
    cac_hop = " ".join(_chu_cua(goc, "hop"))
    assert {o.get("href") for o in goc.iter("a")} == {f"#buoc-{buoc}" for buoc in bang}
    assert [tt for tt in trang_thai - {None} if tt.label not in cac_hop] == []


@pytest.mark.parametrize("loai", QUY_TRINH)
def test_hop_khong_de_len_nhau_va_nam_trong_hinh(loai):
    goc = _ve(loai)

    cac_hop = _hop(goc)
    de = [
        (mot, hai)
        for mot, hai in combinations(cac_hop, 2)
        if mot[0] < hai[0] + hai[2]
        and hai[0] < mot[0] + mot[2]
        and mot[1] < hai[1] + hai[3]
        and hai[1] < mot[1] + mot[3]
    ]
    rong, cao = float(goc.get("width")), float(goc.get("height"))
    assert de == []
    assert [hop for hop in cac_hop if hop[0] < 0 or hop[0] + hop[2] > rong or hop[1] + hop[3] > cao] == []


def test_truc_chinh_la_duong_dai_nhat_den_ket_thuc():
    assert doc_bang("khiếu nại", KHIEU_NAI).truc_chinh == (
        TrangThai.TIEP_NHAN,
        TrangThai.DA_PHAN_LOAI,
        TrangThai.DANG_XEM_XET,
        TrangThai.DANG_GIAI_QUYET,
        TrangThai.KIEM_TRA_LAI,
        TrangThai.XAC_MINH,
        TrangThai.CO_KET_QUA,
        TrangThai.DOI_THOAI,
        TrangThai.DU_THAO,
        TrangThai.DA_BAN_HANH,
        TrangThai.CHO_HIEU_LUC,
        TrangThai.CO_HIEU_LUC,
        TrangThai.DANG_THI_HANH,
        TrangThai.THI_HANH_XONG,
        TrangThai.KET_THUC,
    )


def test_viec_lam_duoc_suot_mot_doan_chi_viet_mot_lan():
    so_do = doc_bang("khiếu nại", KHIEU_NAI)

    assert so_do.theo_doan["Từ “Chờ duyệt thụ lý” đến “Chờ ký ban hành”"] == [(Buoc.RUT_DON, "Ghi nhận rút khiếu nại")]
    assert [buoc for buoc, _ in so_do.theo_doan["Từ “Đang giải quyết” đến “Đang xác minh”"]] == [
        Buoc.GIAO_DON_VI,
        Buoc.YEU_CAU_TAI_LIEU,
    ]
    # Urging goes on while it is carried out, which is a state by itself.
    assert (Buoc.DON_DOC, "Đôn đốc") in so_do.tai_cho[TrangThai.DANG_THI_HANH]
    assert TrangThai.LAN_HAI in so_do.cac_nhanh


def test_loi_ta_noi_du_cac_mui_ten():
    ta = _ve(LoaiDon.KHAC).findtext("desc")

    assert ta == (
        "Tiếp nhận đơn → Mới tiếp nhận; Mới tiếp nhận: Phân loại → Đã phân loại; "
        "Đã phân loại: Ghi nhận và lưu → Đã lưu đơn; Đã phân loại: Trả lời và kết thúc → Đã kết thúc; "
        "Mới tiếp nhận: Tách nội dung khác loại; Đã phân loại: Tách nội dung khác loại; Đã phân loại: Phân loại; "
        "Làm được ở mọi trạng thái: Thông báo cho công dân."
    )


def test_duong_da_qua_va_cho_dang_dung():
    da_di = DaDi(
        frozenset({"tiep_nhan", "da_phan_loai", "luu_don"}),
        frozenset({("tiep_nhan", "", "tiep_nhan"), ("luu_don", "da_phan_loai", "luu_don")}),
        "luu_don",
    )

    goc = _ve(LoaiDon.KHIEU_NAI, da_di)

    assert _chu_cua(goc, "canh-da-qua") == ["Tiếp nhận đơn", "Gộp đơn trùng Lưu đơn"]
    assert _chu_cua(goc, "hop-da-qua") == [
        "✓ Mới tiếp nhận • Tách nội dung khác loại",
        "✓ Đã phân loại • Tách nội dung khác loại • Phân loại",
    ]
    assert _chu_cua(goc, "hop-hien-tai") == ["▸ Đơn đang ở đây Đã lưu đơn"]


@pytest.fixture
def don_da_luu(bo_may, nhan, phan_loai) -> DonThu:
    """A tố cáo of the head of the khoa, classified as not eligible."""
    don = nhan(LoaiDon.TO_CAO, date(2026, 9, 1), nguoi_bi_to_cao=[bo_may.truong_khoa])
    return phan_loai(don, date(2026, 9, 2), du_dieu_kien=False, thuoc_tham_quyen=None, ly_do_khong_du="Nặc danh")


def test_trang_quy_trinh_ve_duong_cua_don(client, bo_may, don_da_luu):
    client.force_login(bo_may.tchc)

    trang = client.get("/don-thu/quy-trinh/TC/", {"don": don_da_luu.pk})

    assert "▸ Đơn đang ở đây" in trang.content.decode()
    doc = NhatKy.objects.filter(doi_tuong=don_da_luu.ma, viec=ViecNhatKy.XEM).values_list("nguoi", flat=True)
    assert list(doc) == [bo_may.tchc.pk]


@pytest.mark.parametrize("don", ["", "-1", "1.5", "²", "99999999999999999999999", "999999"])
def test_don_khong_co_that_thi_404(client, bo_may, don):
    client.force_login(bo_may.tchc)

    assert client.get("/don-thu/quy-trinh/TC/", {"don": don}).status_code == 404


def test_don_khac_loai_thi_404(client, bo_may, don_da_luu):
    client.force_login(bo_may.tchc)

    assert client.get("/don-thu/quy-trinh/KN/", {"don": don_da_luu.pk}).status_code == 404


@pytest.mark.parametrize("ai", ["truong_khoa", "khoa_khac", "quan_tri"])
def test_ai_khong_duoc_biet_don_thi_404_nhu_khong_co(client, bo_may, don_da_luu, ai):
    client.force_login(getattr(bo_may, ai))

    that, gia = (client.get("/don-thu/quy-trinh/TC/", {"don": pk}) for pk in (don_da_luu.pk, 999_999))

    assert that.status_code == 404
    assert TOKEN.sub(b"", that.content) == TOKEN.sub(b"", gia.content)


def test_so_truy_van_khong_theo_so_buoc(client, bo_may, nhan, phan_loai, django_assert_num_queries):
    don = nhan(LoaiDon.KHIEU_NAI, date(2026, 9, 1))
    client.force_login(bo_may.giam_doc)
    client.get("/quy-dinh/")

    for _ in range(2):
        with django_assert_num_queries(7):
            client.get("/don-thu/quy-trinh/KN/", {"don": don.pk})
        phan_loai(don, date(2026, 9, 2))
