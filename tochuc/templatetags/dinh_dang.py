"""Template filters over tochuc.dinh_dang; moments are turned to local time before the day is read."""

from django import template

from tochuc import dinh_dang

register = template.Library()

register.filter("so_vn", dinh_dang.so_vn)
register.filter("so_van", dinh_dang.so_van)
register.filter("ngay_vn", dinh_dang.ngay_vn, expects_localtime=True)
register.filter("thu_ngay", dinh_dang.thu_ngay, expects_localtime=True)
register.filter("ngay_thang_nam", dinh_dang.ngay_thang_nam, expects_localtime=True)
register.filter("phan_tram", dinh_dang.phan_tram)
