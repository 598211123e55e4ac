from django.apps import AppConfig


class BaoCaoConfig(AppConfig):
    """Reports on tiếp công dân, khiếu nại, tố cáo by Thông tư 06/2025/TT-TTCP."""

    name = "baocao"
    verbose_name = "Báo cáo"
