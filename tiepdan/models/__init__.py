from tiepdan.models.lich_tiep import LichTiep
from tiepdan.models.luot_tiep import BoSung, LuotTiep, NgayDaKhoa, TaiLieuNhan

__all__ = ["BoSung", "LichTiep", "LuotTiep", "NgayDaKhoa", "TaiLieuNhan"]
