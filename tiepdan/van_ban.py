"""The forms of reception (phụ lục NĐ 154/2026/NĐ-CP), rows like those of `donthu/van_ban.py`."""

from donthu.bang_thoi_han import CAI_CACH_2026
from donthu.van_ban import CAC_BEN, GIAM_DOC, VanBan
from donthu.viec import TinhTrang

MAU_TIEP_CONG_DAN: tuple[VanBan, ...] = (
    VanBan(
        ma="ND154-01/TCD",
        ten="Thông báo về việc từ chối tiếp công dân",
        # The printed form cites điểm g where Đ4.3 sends to điểm h.
        can_cu="Đ9.3 Luật TCD; Đ4.3, Mẫu số 01/TCD NĐ 154/2026",
        nguoi_ky=GIAM_DOC,
        tu_ngay=CAI_CACH_2026,
        tinh_trang=TinhTrang.CON_NGHI_VAN,
    ),
    VanBan(
        ma="ND154-02/TCD",
        ten="Giấy biên nhận thông tin, tài liệu",
        can_cu="Đ15, Mẫu số 02/TCD NĐ 154/2026",
        nguoi_ky=CAC_BEN,
        tu_ngay=CAI_CACH_2026,
    ),
    VanBan(
        ma="ND154-03/TCD",
        ten="Sổ tiếp công dân",
        can_cu="Đ27.1, Mẫu số 03/TCD NĐ 154/2026",
        nguoi_ky="Không ký",
        tu_ngay=CAI_CACH_2026,
    ),
)
