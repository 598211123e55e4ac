from django.apps import AppConfig


class DonThuConfig(AppConfig):
    name = "donthu"
    verbose_name = "Đơn thư"
