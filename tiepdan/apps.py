from django.apps import AppConfig


class TiepDanConfig(AppConfig):
    name = "tiepdan"
    verbose_name = "Tiếp công dân"
