"""The whole story in a browser: from the counter to the printed report, with the clocks of the law all along."""

import re
from datetime import date
from io import BytesIO

from django.core import mail
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from donthu.ly_do import THU_LY_TO_CAO
from donthu.models import CongDan, DonThu, VanBanDi
from donthu.tasks import ghi_hieu_luc, gui_thong_bao, nhac_viec_hang_ngay
from donthu.thoi_han import Viec, tinh
from tochuc.dinh_dang import thu_ngay
from tochuc.models import NgayNghi
from tochuc.tim_kiem import bo_dau

# --- What a person does ----------------------------------------------------------------------------------------------


def lam_buoc(trang: Page, don: DonThu, nut: str, **truong: str | list[str] | bool) -> None:
    """Take one step from the page of the petition: its button, its fields by name, save."""
    trang.goto(don.get_absolute_url())
    trang.get_by_role("link", name=nut, exact=True).click()
    ghi_buoc(trang, **truong)


def ghi_buoc(trang: Page, **truong: str | list[str] | bool) -> None:
    """Fill in the fields by name and save; several boxes to tick by the list of their values, a single one by True."""
    bieu_mau = trang.locator("main form[data-giu-nhap]")
    for ten, gia_tri in truong.items():
        o = bieu_mau.locator(f"[name={ten}]")
        if gia_tri is True:
            o.check()
        elif o.first.get_attribute("type") == "checkbox":
            for mot in gia_tri:
                bieu_mau.locator(f"[name={ten}][value='{mot}']").check()
        elif o.first.get_attribute("type") == "radio":
            bieu_mau.locator(f"[name={ten}][value='{gia_tri}']").check()
        elif o.evaluate("o => o.tagName") == "SELECT":
            o.select_option(gia_tri)
        else:
            o.fill(gia_tri)
    bieu_mau.locator("[type=submit]").first.click()
    expect(trang.locator(".loi-nhan-success").first).to_contain_text("đã ghi nhận")


def chu_pdf(trang: Page, dia_chi: str) -> str:
    """Text of a PDF that this person's browser gets, its spaces and breaks made one."""
    tra_loi = trang.context.request.get(dia_chi)
    assert (tra_loi.status, tra_loi.headers["content-type"]) == (200, "application/pdf")
    cac_trang = PdfReader(BytesIO(tra_loi.body())).pages
    return " ".join("\n".join(to.extract_text() for to in cac_trang).split())


def han_tren_trang(trang: Page, don: DonThu) -> dict[str, str]:
    """The running clocks that the page shows: duty → day."""
    trang.goto(don.get_absolute_url())
    return {
        dong.locator(".han-viec").inner_text(): dong.locator(".han-ngay").inner_text()
        for dong in trang.locator(".ds-han > li").all()
    }


def han_cua_luat(*cac_han: tuple[Viec, date]) -> dict[str, str]:
    """The same by the deadline table: each duty from its first day."""
    lich = NgayNghi.objects.lich()
    return {viec.label: f"Hạn {thu_ngay(tinh(viec, tu, lich).han)}" for viec, tu in cac_han}


def so_lieu_tren_trang(trang: Page, ky: str) -> dict[str, dict[int, str]]:
    """Every number of the six forms that is not nought: form → column → text."""
    trang.goto(f"/bao-cao/{ky}/")
    bieu = {}
    for lien_ket in trang.locator("table.bang-bieu a").all():
        _, ma, cot, _ = lien_ket.get_attribute("href").removeprefix("/bao-cao").rsplit("/", 3)
        bieu.setdefault(ma, {})[int(cot)] = lien_ket.inner_text()
    return bieu


def so_lieu_tren_giay(trang: Page, ky: str) -> dict[str, dict[int, str]]:
    """The same from the PDF of the six forms, in their order."""
    hang = re.findall(r"Trung tâm Y tế ((?:[\d.,]+ )+)\d+\. Ghi chú", chu_pdf(trang, f"/bao-cao/{ky}/tai-ve/pdf/"))
    bieu = {
        ma: {cot: so for cot, so in enumerate(cac_so.split(), 1) if so != "0"}
        for ma, cac_so in zip(CAC_BIEU, hang, strict=True)
    }
    return {ma: cac_cot for ma, cac_cot in bieu.items() if cac_cot}


CAC_BIEU = ("01-TCD", "02-XLD", "03-GQKN", "04-GQTC", "05-KQTH", "06-QLKNTC")
MOT_LUOT = dict.fromkeys((1, 2, 3, 5, 6, 7), "1")
# One khiếu nại of 05.02 (lĩnh vực khác), found partly right, 3.5 Trđ given back to one person and paid.
SO_LIEU_KHIEU_NAI = {
    "01-TCD": MOT_LUOT,
    "02-XLD": dict.fromkeys((1, 2, 3, 4, 5, 6, 7, 11), "1"),
    "03-GQKN": dict.fromkeys((1, 2, 4, 7, 10, 18), "1") | {15: "3,5"},
    "05-KQTH": {1: "1", 2: "1", 7: "3,5", 9: "3,5"},
}
# One tố cáo of 05.02 (lĩnh vực hành chính), found right; one official to be handled, and handled.
SO_LIEU_TO_CAO = {
    "01-TCD": MOT_LUOT,
    "02-XLD": dict.fromkeys((1, 2, 3, 4, 5, 12, 13, 15), "1"),
    "04-GQTC": dict.fromkeys((1, 2, 4, 7, 8, 21, 22), "1"),
    "05-KQTH": dict.fromkeys((16, 17, 27, 28), "1"),
}


# --- Khiếu nại --------------------------------------------------------------------------------------------------------


def ghi_khieu_nai(trang: Page) -> DonThu:
    """The one-screen form, with the documents handed in; it ends in a petition."""
    trang.keyboard.press("n")
    expect(trang.get_by_role("heading", level=1)).to_have_text("Ghi lượt tiếp công dân")
    trang.get_by_role("radio", name="Khiếu nại").check()
    trang.get_by_label("Họ và tên").fill("Nguyễn Thị Hạnh")
    trang.get_by_label("Số giấy tờ").fill("064 190 001 234")
    trang.get_by_label("Địa chỉ").fill("Thôn 2, xã Ia Băng, tỉnh Gia Lai")
    trang.get_by_label("Nội dung trình bày").fill("Không được hoàn tiền tạm ứng viện phí khi chuyển tuyến.")
    trang.get_by_label("Tên tài liệu").first.fill("Đơn khiếu nại viết tay")
    trang.get_by_label("Số trang").first.fill("2")
    trang.get_by_role("radio", name="Lập đơn").check()
    trang.get_by_label("Lĩnh vực").select_option(label="05.02 Tạm ứng - hoàn ứng")
    trang.keyboard.press("Control+Enter")
    expect(trang.get_by_role("heading", level=1)).to_have_text("Lượt tiếp LT-2026-0001")
    return DonThu.objects.get(ma="DT-2026-0001")


def test_khieu_nai_tu_quay_tiep_den_bao_cao(bo_may, cua_so, dong_ho):
    ngay_nhan, ngay_thu_ly, ngay_nhac = date(2026, 7, 2), date(2026, 7, 3), date(2026, 7, 27)
    ngay_ban_hanh, ngay_thi_hanh = date(2026, 8, 3), date(2026, 9, 10)

    # The counter: the visit, its receipt, its petition.
    dong_ho.dat(ngay_nhan)
    quay = cua_so.dang_nhap(bo_may.tiep_dan)
    don = ghi_khieu_nai(quay)
    bien_nhan = chu_pdf(quay, quay.get_by_role("link", name="In giấy biên nhận").get_attribute("href"))
    assert "Số: 01/GBN-TTYT" in bien_nhan
    assert "Đã nhận của ông/bà: Nguyễn Thị Hạnh" in bien_nhan
    assert "1 Đơn khiếu nại viết tay 2" in bien_nhan
    quay.get_by_role("link", name="Mở đơn DT-2026-0001").click()
    expect(quay.get_by_role("heading", level=1)).to_have_text("Đơn DT-2026-0001")
    assert han_tren_trang(quay, don) == han_cua_luat((Viec.THU_LY_KN, ngay_nhan), (Viec.BAO_KET_QUA_TIEP, ngay_nhan))

    # TCHC finds it without accents, classifies, proposes; the director accepts, looks at the decision complained of
    # again, gives the matter to a khoa and orders its verification.
    dong_ho.dat(ngay_thu_ly)
    tchc = cua_so.dang_nhap(bo_may.tchc)
    tchc.keyboard.press("/")
    tchc.keyboard.type("hoan tien tam ung")
    tchc.keyboard.press("Enter")
    tchc.locator("tbody").get_by_role("link", name="DT-2026-0001").click()
    tchc.get_by_role("link", name="Phân loại", exact=True).click()
    ghi_buoc(tchc, du_dieu_kien="1", thuoc_tham_quyen="1")
    lam_buoc(tchc, don, "Trình thụ lý")
    giam_doc = cua_so.dang_nhap(bo_may.giam_doc)
    giam_doc.get_by_role("link", name="Thụ lý: đơn DT-2026-0001").click()
    ghi_buoc(giam_doc, khong_co_can_cu=True)
    lam_buoc(giam_doc, don, "Giao đơn vị", don_vi=str(bo_may.khoa.pk), yeu_cau="Đối chiếu chứng từ tạm ứng.")
    lam_buoc(giam_doc, don, "Kiểm tra lại quyết định, hành vi bị khiếu nại", ghi_chu="Chưa đủ cơ sở kết luận.")
    to_truong = str(bo_may.truong_khoa.pk)
    lam_buoc(giam_doc, don, "Ra quyết định xác minh", to_truong=to_truong, den_ngay="24/07/2026")
    assert han_tren_trang(giam_doc, don) == han_cua_luat(
        (Viec.GIAI_QUYET_KN_LAN_DAU, ngay_thu_ly), (Viec.BAO_KET_QUA_TIEP, ngay_nhan)
    )
    lam_buoc(tchc, don, "Thông báo cho công dân", ghi_chu="Thông báo số 01/TB-TTYT")

    # Five working days before the term ends the head of the khoa, told before of the new task, is reminded of it, on
    # the page and by mail, once.
    dong_ho.dat(ngay_nhac, gio=7)
    nhac_viec_hang_ngay.delay()
    nhac_viec_hang_ngay.delay()
    gui_thong_bao.delay()
    gui_thong_bao.delay()
    han = thu_ngay(tinh(Viec.GIAI_QUYET_KN_LAN_DAU, ngay_thu_ly, NgayNghi.objects.lich()).han)
    assert [(thu.to, thu.subject) for thu in mail.outbox] == [
        ([bo_may.truong_khoa.email], "Nhắc việc: 2 việc cần xử lý")
    ]
    assert "Đơn DT-2026-0001: đơn vị được giao chủ trì giải quyết." in mail.outbox[0].body
    assert f"Đơn DT-2026-0001: Giải quyết khiếu nại lần đầu. Còn 5 ngày làm việc (hạn {han})" in mail.outbox[0].body
    khoa = cua_so.dang_nhap(bo_may.truong_khoa)
    expect(khoa.locator(".viec > li")).to_have_count(1)
    khoa.get_by_role("link", name=re.compile("^Thông báo")).click()
    khoa.get_by_role("button", name=re.compile("Giải quyết khiếu nại lần đầu")).click()
    expect(khoa.get_by_role("heading", level=1)).to_have_text("Đơn DT-2026-0001")
    khoa.get_by_role("link", name="Giao việc").click()
    khoa.get_by_role("link", name=re.compile("^Báo cáo kết quả")).click()
    ghi_buoc(khoa, bao_cao="Chứng từ đúng; còn phải hoàn 3,5 triệu đồng. Khiếu nại đúng một phần.", khac_ket_qua="1")

    # What was asked for and what was found differ: the parties meet before the decision is drafted.
    giam_doc = cua_so.dang_nhap(bo_may.giam_doc)
    lam_buoc(giam_doc, don, "Thông báo đối thoại", ngay_doi_thoai=f"{ngay_ban_hanh:%d/%m/%Y}", gio="08:30")

    # The director meets them and decides on the last day, the decision seen before and after it is signed.
    dong_ho.dat(ngay_ban_hanh)
    giam_doc = cua_so.dang_nhap(bo_may.giam_doc)
    y_kien = "Người khiếu nại nhận phần tiền còn phải hoàn."
    lam_buoc(giam_doc, don, "Ghi kết quả đối thoại", noi_dung=y_kien, ket_luan="Thống nhất hoàn 3,5 triệu đồng.")
    giam_doc.goto("/")
    giam_doc.get_by_role("link", name="Ban hành quyết định: đơn DT-2026-0001").click()
    to_giay = giam_doc.frame_locator("iframe.trang-giay")
    expect(to_giay.get_by_text("Về việc giải quyết khiếu nại của ông/bà Nguyễn Thị Hạnh")).to_be_visible()
    expect(giam_doc.get_by_label("Nội dung quyết định")).to_have_value(re.compile("hoàn 3,5 triệu đồng"))
    ghi_buoc(giam_doc, ket_qua="dung_mot_phan", tra_lai_tien="3,5", ca_nhan_duoc_tra="1")
    quyet_dinh = giam_doc.get_by_role("row").filter(has_text="02/QĐ-TTYT").get_by_role("link").get_attribute("href")
    chu_quyet_dinh = chu_pdf(giam_doc, quyet_dinh)
    assert "Số: 02/QĐ-TTYT" in chu_quyet_dinh
    assert "còn phải hoàn 3,5 triệu đồng" in chu_quyet_dinh
    assert han_tren_trang(giam_doc, don) == han_cua_luat(
        (Viec.GUI_QD_KN_LAN_DAU, ngay_ban_hanh), (Viec.CONG_KHAI_QD_KN, ngay_ban_hanh)
    )

    # TCHC hands it over and puts it up; it takes effect when nobody complains again or goes to court.
    tchc = cua_so.dang_nhap(bo_may.tchc)
    ngay_giao = f"{ngay_ban_hanh:%d/%m/%Y}"
    lam_buoc(tchc, don, "Gửi quyết định, ghi ngày nhận", cach="truc_tiep", ngay_nhan=ngay_giao)
    van_ban = str(don.van_ban_di.get(ma_mau="ND124-15").pk)
    lam_buoc(tchc, don, "Công khai", van_ban=van_ban, noi="Bảng niêm yết của Trung tâm", den_ngay="31/08/2026")
    assert han_tren_trang(tchc, don) == han_cua_luat(
        (Viec.KHIEU_NAI_LAN_HAI, ngay_ban_hanh), (Viec.CHO_HIEU_LUC_QD_LAN_DAU, ngay_ban_hanh)
    )
    dong_ho.dat(ngay_thi_hanh)
    ghi_hieu_luc.delay()

    # It is carried out and the matter closed.
    giam_doc = cua_so.dang_nhap(bo_may.giam_doc)
    lam_buoc(giam_doc, don, "Chỉ đạo thi hành", ghi_chu="Phòng Tài chính - Kế toán hoàn tiền.")
    tchc = cua_so.dang_nhap(bo_may.tchc)
    lam_buoc(tchc, don, "Thi hành xong", da_tra_tien="3,5")
    lam_buoc(tchc, don, "Kết thúc")
    assert han_tren_trang(tchc, don) == {}
    expect(tchc.get_by_text("Đơn đã đóng ngày 10/09/2026")).to_be_visible()

    # The quarter: on the page, behind a number, on paper.
    assert so_lieu_tren_trang(tchc, "Q3-2026") == SO_LIEU_KHIEU_NAI
    expect(tchc.get_by_text("phép kiểm tra của hướng dẫn ghi biểu").first).to_contain_text("Đúng cả")
    tchc.locator("#bieu-03-GQKN").get_by_role("link", name="3,5").click()
    expect(tchc.get_by_role("link", name="DT-2026-0001")).to_be_visible()
    assert so_lieu_tren_giay(tchc, "Q3-2026") == SO_LIEU_KHIEU_NAI


# --- Tố cáo -----------------------------------------------------------------------------------------------------------

DANH_TINH = {
    "Họ và tên": "Rơ Châm Hiếu",
    "Số giấy tờ": "064190007777",
    "Địa chỉ": "Làng Kép, xã Ia Băng",
    "Điện thoại": "0912345678",
}


def ghi_to_cao(trang: Page, bi_to_cao: str) -> DonThu:
    """The officer has the name on the form already when the citizen says it is a tố cáo."""
    trang.goto("/tiep-dan/ghi/")
    trang.get_by_role("radio", name="Khiếu nại").check()
    for nhan, chu in DANH_TINH.items():
        trang.get_by_label(nhan).fill(chu)
    trang.get_by_label("Nội dung trình bày").fill("Bác sĩ nhận tiền bồi dưỡng của người bệnh.")
    trang.get_by_role("radio", name="Tố cáo").check()
    expect(trang.get_by_label("Họ và tên")).to_be_hidden()
    trang.get_by_label("Người của Trung tâm bị tố cáo").select_option(label=bi_to_cao)
    trang.get_by_label("Tên tài liệu").first.fill("Đoạn ghi âm")
    trang.get_by_role("radio", name="Lập đơn").check()
    trang.get_by_label("Lĩnh vực").select_option(label="05.02 Tạm ứng - hoàn ứng")
    trang.get_by_role("button", name="Lưu lượt tiếp").click()
    expect(trang.get_by_role("heading", level=1)).to_have_text("Lượt tiếp LT-2026-0001")
    return DonThu.objects.get(ma="DT-2026-0001")


def ban_hanh_trich(tchc: Page, giam_doc: Page, don: DonThu) -> VanBanDi:
    """The extract of the conclusion, all that may be put up: written, reviewed, signed on the document pages."""
    tchc.goto(don.get_absolute_url())
    tchc.get_by_role("link", name="Soạn, xem dự thảo").click()
    tchc.get_by_text(re.compile("^Mẫu khác")).click()
    tchc.get_by_role("link", name="Trích kết luận nội dung tố cáo").click()
    tchc.get_by_label("2. Căn cứ pháp luật").fill("Điều 6 Luật Khám bệnh, chữa bệnh.")
    tchc.get_by_label("4. Biện pháp xử lý").fill("Xem xét xử lý kỷ luật người vi phạm.")
    tchc.get_by_role("button", name="Lưu và trình thẩm định").click()
    expect(tchc.locator(".loi-nhan-success").first).to_contain_text("Đã trình dự thảo")
    tchc.get_by_role("link", name="Trích kết luận nội dung tố cáo").click()
    tchc.get_by_role("button", name="Đồng ý, chuyển ký").click()
    expect(tchc.locator(".loi-nhan-success").first).to_contain_text("chuyển người ký")
    giam_doc.goto("/don-thu/van-ban-cho/")
    giam_doc.get_by_role("link", name="Trích kết luận nội dung tố cáo").click()
    giam_doc.get_by_role("button", name="Ký ban hành").click()
    expect(giam_doc.locator(".loi-nhan-success").first).to_contain_text("Đã ký ban hành 02/KL-TTYT")
    return don.van_ban_di.get(ma_mau="ND31-12T")


def lo_danh_tinh(noi: str) -> list[str]:
    """What of the denouncer stands in this text."""
    return [chu for chu in DANH_TINH.values() if chu.casefold() in noi.casefold() or bo_dau(chu) in bo_dau(noi)]


def test_to_cao_khong_de_lai_danh_tinh(bo_may, cua_so, dong_ho):
    ngay_nhan, ngay_thu_ly, ngay_ket_luan = date(2026, 7, 30), date(2026, 7, 31), date(2026, 8, 25)
    da_doc: dict[str, list[str]] = {}
    cua_so.nghe(lambda dia_chi, nguon: da_doc.setdefault(dia_chi, []).extend(lo_danh_tinh(nguon)))

    dong_ho.dat(ngay_nhan)
    quay = cua_so.dang_nhap(bo_may.tiep_dan)
    don = ghi_to_cao(quay, bi_to_cao="Đinh Văn Sĩ (Khoa Ngoại)")
    bien_nhan = chu_pdf(quay, quay.get_by_role("link", name="In giấy biên nhận").get_attribute("href"))
    assert f"Đã nhận của người tố cáo mang mã {don.ma_nguoi_to_cao}" in bien_nhan
    assert lo_danh_tinh(bien_nhan) == []
    assert lo_danh_tinh(quay.evaluate("JSON.stringify(localStorage)")) == []
    assert han_tren_trang(quay, don) == han_cua_luat((Viec.THU_LY_TC, ngay_nhan), (Viec.BAO_KET_QUA_TIEP, ngay_nhan))

    dong_ho.dat(ngay_thu_ly)
    tchc = cua_so.dang_nhap(bo_may.tchc)
    tchc.goto("/don-thu/?q=nhan+tien+boi+duong")
    tchc.locator("tbody").get_by_role("link", name="DT-2026-0001").click()
    tchc.get_by_role("link", name="Phân loại", exact=True).click()
    ghi_buoc(tchc, du_dieu_kien="1", thuoc_tham_quyen="1")
    lam_buoc(tchc, don, "Trình thụ lý")
    giam_doc = cua_so.dang_nhap(bo_may.giam_doc)
    lam_buoc(giam_doc, don, "Thụ lý", dieu_kien=[ly_do.ma for ly_do in THU_LY_TO_CAO])
    truong_khoa = str(bo_may.truong_khoa.pk)
    lam_buoc(giam_doc, don, "Giao đơn vị", don_vi=str(bo_may.khoa.pk), nguoi_duoc_giao=truong_khoa)
    to_xac_minh = {"to_truong": truong_khoa, "thanh_vien": [str(bo_may.tchc.pk)]}
    lam_buoc(giam_doc, don, "Thành lập Tổ xác minh", den_ngay="20/08/2026", **to_xac_minh)
    assert han_tren_trang(giam_doc, don) == han_cua_luat(
        (Viec.GIAI_QUYET_TC, ngay_thu_ly), (Viec.BAO_THU_LY_TC, ngay_thu_ly), (Viec.BAO_KET_QUA_TIEP, ngay_nhan)
    )
    lam_buoc(tchc, don, "Thông báo cho công dân", ghi_chu="Theo địa chỉ trong phong bì niêm phong.")
    thong_bao = str(don.van_ban_di.get(ma_mau="ND31-04").pk)
    gui = {"nguoi_nhan": "nguoi_gui", "cach": "truc_tiep"}
    lam_buoc(tchc, don, "Gửi văn bản", van_ban=thong_bao, **gui)

    # Whoever is accused: the petition does not exist, not even by its address.
    bac_si = cua_so.dang_nhap(bo_may.bac_si)
    expect(bac_si.get_by_text("Không còn việc nào đang chờ")).to_be_visible()
    tra_loi = bac_si.context.request.get(don.get_absolute_url())
    assert tra_loi.status == 404
    assert don.ma not in tra_loi.text()

    dong_ho.dat(ngay_ket_luan)
    nhac_viec_hang_ngay.delay()
    gui_thong_bao.delay()
    assert bo_may.truong_khoa.email in {dia_chi for thu in mail.outbox for dia_chi in thu.to}
    assert [chu for thu in mail.outbox for chu in lo_danh_tinh(thu.subject + thu.body)] == []
    khoa = cua_so.dang_nhap(bo_may.truong_khoa)
    khoa.goto("/giao-viec/")
    khoa.get_by_role("link", name=re.compile("^Báo cáo kết quả")).click()
    ghi_buoc(khoa, bao_cao="Có nhận tiền của một người bệnh.", da_giai_trinh=True)
    giam_doc = cua_so.dang_nhap(bo_may.giam_doc)
    lam_buoc(giam_doc, don, "Ban hành kết luận", ket_qua="dung", nguoi_bi_kien_nghi="1", can_bo_bi_kien_nghi="1")
    assert han_tren_trang(giam_doc, don) == han_cua_luat(
        (Viec.GUI_KET_LUAN_TC, ngay_ket_luan),
        (Viec.XU_LY_KET_LUAN_TC, ngay_ket_luan),
        (Viec.CONG_KHAI_KET_LUAN_TC, ngay_ket_luan),
    )
    lam_buoc(giam_doc, don, "Xử lý kết luận", viec_da_lam=["xu_ly"], ghi_chu="Quyết định kỷ luật số 05/QĐ-TTYT")
    tchc = cua_so.dang_nhap(bo_may.tchc)
    ket_luan = str(don.van_ban_di.get(ma_mau="ND31-12").pk)
    lam_buoc(tchc, don, "Gửi văn bản", van_ban=ket_luan, **gui)
    trich = ban_hanh_trich(tchc, giam_doc, don)
    lam_buoc(tchc, don, "Công khai", van_ban=str(trich.pk), noi="Bảng niêm yết của Trung tâm")
    lam_buoc(tchc, don, "Báo cáo kết quả xử lý kết luận", ghi_chu="Báo cáo số 09/BC-TTYT")
    lam_buoc(tchc, don, "Thực hiện xong kết luận", nguoi_da_xu_ly="1", can_bo_da_xu_ly="1")
    lam_buoc(tchc, don, "Kết thúc")
    assert han_tren_trang(tchc, don) == {}

    assert so_lieu_tren_trang(tchc, "Q3-2026") == SO_LIEU_TO_CAO
    assert so_lieu_tren_giay(tchc, "Q3-2026") == SO_LIEU_TO_CAO
    for dia_chi in ("/tiep-dan/", "/tiep-dan/so/", "/don-thu/", "/thong-bao/", "/giao-viec/?muc=da_bao_cao"):
        tchc.goto(dia_chi)
    assert lo_danh_tinh(chu_pdf(tchc, "/tiep-dan/so/so-tiep-cong-dan.pdf")) == []
    assert {dia_chi for dia_chi, lo in da_doc.items() if lo} == set()
    assert len(da_doc) > 20
    assert CongDan.objects.count() == 0
