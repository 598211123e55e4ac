"""A file sent by a person: what it really is, and the same file without anything hidden in it.

Knows neither petitions nor the database. The name says nothing: the kind is found by opening the file.
"""

from tochuc.tep.lam_sach import DINH_DANG, TepSach, lam_sach, mo_ta_dinh_dang
from tochuc.tep.loi import LoiTep

__all__ = ["DINH_DANG", "LoiTep", "TepSach", "lam_sach", "mo_ta_dinh_dang"]
