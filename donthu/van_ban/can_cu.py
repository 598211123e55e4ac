"""How a document cites the texts of law: type, number, day, issuer, subject, and what amended them (NĐ 30/2020)."""

from datetime import date

from donthu.bang_thoi_han import CAI_CACH_2026

LUAT_SUA_DOI = (
    ", được sửa đổi, bổ sung bởi Luật số 136/2025/QH15 ngày 10 tháng 12 năm 2025 sửa đổi, bổ sung một số điều của Luật "
    "Tiếp công dân, Luật Khiếu nại, Luật Tố cáo"
)
NGHI_DINH_SUA_DOI = ", được sửa đổi, bổ sung bởi Nghị định số {so}/2026/NĐ-CP ngày 15 tháng 5 năm 2026"


def trich_dan(ngay: date | None) -> dict[str, str]:
    """Name in the patterns of fields → the text as a paper of `ngay` cites it, without the word "Căn cứ"."""
    moi = ngay is None or ngay >= CAI_CACH_2026
    luat, nd_155, nd_156 = (
        (LUAT_SUA_DOI, NGHI_DINH_SUA_DOI.format(so=155), NGHI_DINH_SUA_DOI.format(so=156)) if moi else ("", "", "")
    )
    return {
        "luat_kn": f"Luật Khiếu nại ngày 11 tháng 11 năm 2011{luat}",
        "luat_tc": f"Luật Tố cáo ngày 12 tháng 6 năm 2018{luat}",
        "luat_tcd": f"Luật Tiếp công dân ngày 25 tháng 11 năm 2013{luat}",
        "nd_124": "Nghị định số 124/2020/NĐ-CP ngày 19 tháng 10 năm 2020 của Chính phủ quy định chi tiết một số điều "
        f"và biện pháp thi hành Luật Khiếu nại{nd_155}",
        "nd_31": "Nghị định số 31/2019/NĐ-CP ngày 10 tháng 4 năm 2019 của Chính phủ quy định chi tiết một số điều "
        f"và biện pháp tổ chức thi hành Luật Tố cáo{nd_156}",
        "tt_05": "Thông tư số 05/2021/TT-TTCP ngày 01 tháng 10 năm 2021 của Tổng Thanh tra Chính phủ quy định quy "
        "trình xử lý đơn khiếu nại, đơn tố cáo, đơn kiến nghị, phản ánh",
    }
