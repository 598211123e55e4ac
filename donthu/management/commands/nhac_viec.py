"""Write and send the reminders of today at once, without waiting for the morning."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from donthu import nhac_viec
from tochuc.models import NgayNghi


class Command(BaseCommand):
    help = "Lập và gửi ngay các thông báo nhắc việc của hôm nay; chạy lại không nhắc trùng."

    def handle(self, *args, **options):
        bay_gio = timezone.now()
        moi = nhac_viec.lap_thong_bao(timezone.localdate(), NgayNghi.objects.lich(), bay_gio)
        thu = nhac_viec.gui_thu(bay_gio)
        self.stdout.write(f"{moi} thông báo mới, {thu} thư đã gửi.")
