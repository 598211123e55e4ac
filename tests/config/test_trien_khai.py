"""The files of the installation: what they promise can be read without a Docker daemon."""

import yaml
from django.conf import settings
from django.core.management import call_command

COMPOSE = yaml.safe_load((settings.BASE_DIR / "docker-compose.yml").read_text(encoding="utf-8"))
CUA_TA = ("migrate", "web", "worker", "beat")


def test_services_of_the_installation():
    assert sorted(COMPOSE["services"]) == ["beat", "caddy", "db", "migrate", "redis", "web", "worker"]


def test_every_service_has_limits_and_what_stays_up_is_watched():
    dich_vu = COMPOSE["services"]

    assert [
        ten for ten, muc in dich_vu.items() if set(muc["deploy"]["resources"]["limits"]) != {"cpus", "memory"}
    ] == []
    assert [ten for ten, muc in dich_vu.items() if "healthcheck" not in muc] == ["migrate"]
    assert [ten for ten, muc in dich_vu.items() if "no-new-privileges:true" not in muc["security_opt"]] == []


def test_our_containers_write_only_into_their_volume():
    for ten in CUA_TA:
        assert COMPOSE["services"][ten]["read_only"] is True
        assert COMPOSE["services"][ten]["cap_drop"] == ["ALL"]
        assert COMPOSE["services"][ten]["volumes"] == ["tep:/var/lib/tiepdan"]


def test_example_names_every_key_the_containers_get():
    mau = (settings.BASE_DIR / ".env.example").read_text(encoding="utf-8").splitlines()
    cac_khoa = {dong.split("=", 1)[0] for dong in mau if dong and not dong.startswith("#")}

    can_co = set(COMPOSE["services"]["web"]["environment"])

    assert can_co - cac_khoa == set()


def test_image_does_not_run_as_root():
    cac_dong = (settings.BASE_DIR / "Dockerfile").read_text(encoding="utf-8").splitlines()

    assert [dong for dong in cac_dong if dong.startswith("USER ")] == ["USER ung-dung"]
    assert sum(dong.startswith("FROM ") for dong in cac_dong) == 3


def test_static_files_can_be_named_by_their_content(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"}
    }

    call_command("collectstatic", interactive=False, verbosity=0)

    assert (tmp_path / "staticfiles.json").exists()
