"""Bringing old registers in: one workbook, four sheets, all rows or none."""

from baocao.nhap_so.chay import nhap_so
from baocao.nhap_so.loi import KetQuaNhap, LoiDong, LoiTep

__all__ = ["KetQuaNhap", "LoiDong", "LoiTep", "nhap_so"]
