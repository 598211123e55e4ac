"""What a fresh database holds: the one row of settings, the days off 2024-2027, the guards of the log."""

import csv
from pathlib import Path

from django.db import migrations

from tochuc.chuoi_bam import lenh_bo, lenh_tao

TEP_NGAY_NGHI = Path(__file__).resolve().parent.parent / "du_lieu" / "ngay_nghi.csv"


def nap_du_lieu(apps, schema_editor):
    apps.get_model("tochuc", "CauHinh").objects.get_or_create(pk=1)
    ngay_nghi = apps.get_model("tochuc", "NgayNghi")
    with TEP_NGAY_NGHI.open(encoding="utf-8") as tep:
        ngay_nghi.objects.bulk_create(
            (ngay_nghi(**dong | {"da_xac_nhan": dong["da_xac_nhan"] == "1"}) for dong in csv.DictReader(tep)),
            ignore_conflicts=True,
        )


def dung_rao(apps, schema_editor):
    for lenh in lenh_tao(schema_editor.connection.vendor, "tochuc_nhatky"):
        schema_editor.execute(lenh)


def bo_rao(apps, schema_editor):
    for lenh in lenh_bo(schema_editor.connection.vendor, "tochuc_nhatky"):
        schema_editor.execute(lenh)


class Migration(migrations.Migration):
    dependencies = [("tochuc", "0001_initial")]

    operations = [
        migrations.RunPython(nap_du_lieu, migrations.RunPython.noop),
        migrations.RunPython(dung_rao, bo_rao),
    ]
