"""Lock files hold versions and hashes, never the address of a registry: each site brings its own mirror."""

import re
import sys
from pathlib import Path

DIA_CHI = re.compile(r"https?://|^\s*(--index-url|--extra-index-url|--find-links|-i|-f)\b")


def tim_dia_chi(thu_muc: Path) -> list[str]:
    """One sentence for each breach in the lock files of a folder."""
    vi_pham = [
        f"{tep.name}:{so_dong}: address of a registry"
        for tep in sorted(thu_muc.glob("requirements*"))
        for so_dong, dong in enumerate(tep.read_text(encoding="utf-8").splitlines(), start=1)
        if DIA_CHI.search(dong)
    ]
    khoa_npm = thu_muc / "package-lock.json"
    if khoa_npm.exists() and '"resolved"' in khoa_npm.read_text(encoding="utf-8"):
        vi_pham.append('package-lock.json: "resolved" names the address of a registry')
    vi_pham += [f"{ten}: locks with addresses" for ten in ("uv.lock", "poetry.lock") if (thu_muc / ten).exists()]
    return vi_pham


if __name__ == "__main__":
    cac_vi_pham = tim_dia_chi(Path(__file__).resolve().parent.parent)
    sys.exit("\n".join(cac_vi_pham) or None)
