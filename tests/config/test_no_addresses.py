"""Lock files hold versions and hashes only."""

from django.conf import settings

from scripts.no_addresses import tim_dia_chi


def test_lock_files_of_the_project():
    assert tim_dia_chi(settings.BASE_DIR) == []


def test_each_breach_is_named(tmp_path):
    (tmp_path / "requirements.txt").write_text("django==5.2\n--index-url x\npkg @ https://may.example/pkg.whl\n")
    (tmp_path / "package-lock.json").write_text('{"packages": {"a": {"resolved": "x"}}}')
    (tmp_path / "uv.lock").touch()

    assert tim_dia_chi(tmp_path) == [
        "requirements.txt:2: address of a registry",
        "requirements.txt:3: address of a registry",
        'package-lock.json: "resolved" names the address of a registry',
        "uv.lock: locks with addresses",
    ]
