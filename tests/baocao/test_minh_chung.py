"""Statements: who writes them, what is refused, what the form and the list say."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from baocao.actions.minh_chung import luu_minh_chung
from baocao.models import MinhChung
from baocao.models.minh_chung import LoaiMinhChung
from donthu.actions.tep import LyDoGo
from tests.donthu.tep_mau import tep_anh
from tochuc.loi import LoiNghiepVu
from tochuc.models import NhatKy
from tochuc.vai_tro import VaiTro

HOM_NAY = date(2026, 11, 20)


@pytest.fixture
def tchc(tao_nguoi):
    return tao_nguoi(VaiTro.TCHC)


def test_ghi_va_sua_minh_chung(tchc):
    muc = luu_minh_chung(None, nguoi=tchc, hom_nay=HOM_NAY, loai=LoaiMinhChung.NOI_QUY, ngay=HOM_NAY)
    muc = luu_minh_chung(muc, nguoi=tchc, hom_nay=HOM_NAY, so_ky_hieu="12/NQ-TTYT")

    assert (muc.ngay, muc.so_ky_hieu, muc.nguoi) == (HOM_NAY, "12/NQ-TTYT", tchc)
    assert list(NhatKy.objects.order_by("stt").values_list("noi_dung", flat=True)) == [
        "Ghi minh chứng: Nội quy tiếp công dân",
        "Sửa minh chứng: Nội quy tiếp công dân",
    ]


@pytest.mark.parametrize(
    ("truong", "cau"),
    [
        ({"ngay": HOM_NAY + timedelta(days=1)}, "không được sau hôm nay"),
        ({"het_han": HOM_NAY}, "Ngày hết hiệu lực phải sau ngày ban hành"),
        ({"so_nguoi": 3}, "Chỉ ghi cho biên bản mở hòm thư"),
        ({"loai": LoaiMinhChung.MO_HOM_THU, "so_nguoi": 3}, "Biên bản mở hòm thư phải ghi số này"),
        (
            {"loai": LoaiMinhChung.BOI_DUONG, "het_han": HOM_NAY + timedelta(days=9)},
            "Việc làm từng lần không có ngày hết hiệu lực",
        ),
    ],
)
def test_minh_chung_khong_hop_le(tchc, truong, cau):
    mac_dinh = {"loai": LoaiMinhChung.NOI_QUY, "ngay": HOM_NAY}

    with pytest.raises(LoiNghiepVu, match=cau):
        luu_minh_chung(None, nguoi=tchc, hom_nay=HOM_NAY, **mac_dinh | truong)

    assert not MinhChung.objects.exists()


@pytest.mark.parametrize("vai_tro", [VaiTro.LANH_DAO, VaiTro.TRUONG_DON_VI, VaiTro.TIEP_DAN])
def test_chi_tchc_ghi_minh_chung(tao_nguoi, vai_tro):
    with pytest.raises(PermissionDenied):
        luu_minh_chung(None, nguoi=tao_nguoi(vai_tro), hom_nay=HOM_NAY, loai=LoaiMinhChung.NOI_QUY, ngay=HOM_NAY)


def test_bieu_mau_ghi_minh_chung_bao_can_cu_cu(client, tchc):
    client.force_login(tchc)

    trong = client.get("/bao-cao/minh-chung/them/?loai=quy_che")
    response = client.post(
        "/bao-cao/minh-chung/them/",
        {"loai": "quy_che", "ngay": "05/01/2026", "can_cu": "Nghị định 64/2014/NĐ-CP"},
        follow=True,
    )

    assert trong.context["form"].initial["loai"] == "quy_che"
    assert [message.level_tag for message in response.context["messages"]] == ["success", "warning"]
    assert MinhChung.objects.get().can_cu == "Nghị định 64/2014/NĐ-CP"


def test_bieu_mau_khong_nhan_ngay_chua_den(client, tchc):
    client.force_login(tchc)
    mai = timezone.localdate() + timedelta(days=1)

    response = client.post("/bao-cao/minh-chung/them/", {"loai": "noi_quy", "ngay": f"{mai:%d/%m/%Y}"})

    assert response.context["form"].errors == {
        "ngay": ["Ngày này chưa đến. Xin ghi khi việc đã làm, văn bản đã ban hành."]
    }


def test_danh_sach_moi_nhat_va_theo_loai(client, tchc):
    client.force_login(tchc)
    _, moi = [
        luu_minh_chung(None, nguoi=tchc, hom_nay=HOM_NAY, loai=LoaiMinhChung.NOI_QUY, ngay=date(nam, 1, 5))
        for nam in (2025, 2026)
    ]

    tat_ca = client.get("/bao-cao/minh-chung/").context["cac_moi_nhat"]
    theo_loai = client.get("/bao-cao/minh-chung/?loai=noi_quy").context["cac_dong"]

    assert [muc for _, _, muc in tat_ca] == [moi] + [None] * 7
    assert len(theo_loai) == 2
    assert "Chưa ghi minh chứng nào" in client.get("/bao-cao/minh-chung/?loai=quy_che").content.decode()


def test_gui_va_go_tep_tren_trang(client, tchc, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "tep"
    client.force_login(tchc)
    muc = luu_minh_chung(None, nguoi=tchc, hom_nay=HOM_NAY, loai=LoaiMinhChung.NOI_QUY, ngay=HOM_NAY)

    gui = client.post(f"/bao-cao/minh-chung/{muc.pk}/tep/", {"cac_tep": tep_anh()})
    trang = client.get(muc.get_absolute_url()).content.decode()
    go = client.post(f"/bao-cao/tep-kem/{muc.tep.get().pk}/go/", {"ly_do": LyDoGo.TAI_NHAM})

    assert (gui.url, "anh.jpg" in trang) == (f"/bao-cao/minh-chung/{muc.pk}/#tep", True)
    assert (go.url, muc.tep.count()) == (f"/bao-cao/minh-chung/{muc.pk}/#tep", 0)
