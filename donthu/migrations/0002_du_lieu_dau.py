"""What a fresh database holds: the category tree, the guards of the trail, the trigram index of search on PostgreSQL."""

import csv
from pathlib import Path

from django.contrib.postgres.operations import BtreeGinExtension, TrigramExtension
from django.db import migrations

from tochuc.chuoi_bam import lenh_bo, lenh_tao

TEP_LINH_VUC = Path(__file__).resolve().parent.parent / "du_lieu" / "linh_vuc.csv"


def nap_linh_vuc(apps, schema_editor):
    linh_vuc = apps.get_model("donthu", "LinhVuc")
    da_nap = {}
    with TEP_LINH_VUC.open(encoding="utf-8") as tep:
        for dong in csv.DictReader(tep):
            da_nap[dong["code"]], _ = linh_vuc.objects.update_or_create(
                ma=dong["code"],
                defaults={
                    "ten": dong["name"],
                    "cha": da_nap.get(dong["parent"]),
                    "nhom_khieu_nai": dong["kn"],
                    "nhom_to_cao": dong["tc"],
                    "nhom_phan_anh": dong["pa"],
                    "don_vi_dau_moi": dong["owner"],
                    "do_nhay": dong["sens"],
                },
            )


def dung_rao(apps, schema_editor):
    for lenh in lenh_tao(schema_editor.connection.vendor, "donthu_lichsu"):
        schema_editor.execute(lenh)


def bo_rao(apps, schema_editor):
    for lenh in lenh_bo(schema_editor.connection.vendor, "donthu_lichsu"):
        schema_editor.execute(lenh)


def dung_chi_muc_tim(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        # The period in front keeps a search for a common word to the newest matches: see donthu/tim_don.py, `KY_NHAN`.
        schema_editor.execute(
            "CREATE INDEX donthu_tim_kiem_trgm ON donthu_donthu "
            "USING gin (((ngay_nhan - DATE '2000-01-01') / 60), tim_kiem gin_trgm_ops)"
        )


def bo_chi_muc_tim(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP INDEX IF EXISTS donthu_tim_kiem_trgm")


class Migration(migrations.Migration):
    dependencies = [("donthu", "0001_initial"), ("tochuc", "0002_du_lieu_dau")]

    operations = [
        migrations.RunPython(nap_linh_vuc, migrations.RunPython.noop),
        migrations.RunPython(dung_rao, bo_rao),
        TrigramExtension(),
        BtreeGinExtension(),
        migrations.RunPython(dung_chi_muc_tim, bo_chi_muc_tim),
    ]
