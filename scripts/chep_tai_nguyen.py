"""Copy what the pages and the documents need from node_modules into static/vendor/, which git ignores.

Style sheets lose their references to source maps and to font formats that are not copied: the storage that puts
hashes into file names follows each reference and stops at a missing file.
"""

import re
import shutil
import sys
from pathlib import Path

GOC_DU_AN = Path(__file__).resolve().parent.parent
NGUON_NPM = GOC_DU_AN / "node_modules"
DICH_VENDOR = GOC_DU_AN / "static" / "vendor"

BE_VIETNAM = "@fontsource/be-vietnam-pro"
TRONG_LUONG = (400, 500, 600, 700)
BO_CHU = ("vietnamese", "latin-ext", "latin")
TINOS = ("400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic")

SAO_CHEP = {
    "tabler/tabler.min.js": "@tabler/core/dist/js/tabler.min.js",
    "tabler-icons/fonts/tabler-icons.woff2": "@tabler/icons-webfont/dist/fonts/tabler-icons.woff2",
    "be-vietnam-pro/LICENSE": f"{BE_VIETNAM}/LICENSE",
    "tinos/LICENSE_FONT": "@expo-google-fonts/tinos/LICENSE_FONT",
    **{f"tinos/Tinos_{kieu}.ttf": f"@expo-google-fonts/tinos/{kieu}/Tinos_{kieu}.ttf" for kieu in TINOS},
    **{
        f"be-vietnam-pro/files/{ten}": f"{BE_VIETNAM}/files/{ten}"
        for bo in BO_CHU
        for do_dam in TRONG_LUONG
        for ten in [f"be-vietnam-pro-{bo}-{do_dam}-normal.woff2"]
    },
}
KIEU_DANG = {
    "tabler/tabler.min.css": ["@tabler/core/dist/css/tabler.min.css"],
    "tabler-icons/tabler-icons.min.css": ["@tabler/icons-webfont/dist/tabler-icons.min.css"],
    "be-vietnam-pro/be-vietnam-pro.css": [f"{BE_VIETNAM}/{do_dam}.css" for do_dam in TRONG_LUONG],
}
CHI_KHI_PHAT_TRIEN = {"axe.min.js": "axe-core/axe.min.js"}

BAN_DO_NGUON = re.compile(r"\n?(/\*|//)# sourceMappingURL=[^\n]*")
DINH_DANG_THUA = re.compile(r""",\s*url\([^)]*\)\s*format\(["'](?:woff|truetype)["']\)""")


def lam_gon(chu: str) -> str:
    """Drop the reference to a source map and the font formats older than woff2."""
    return DINH_DANG_THUA.sub("", BAN_DO_NGUON.sub("", chu))


def chep_tat_ca() -> None:
    """Make static/vendor/ hold exactly the files named above; axe only where npm installed it (not in production)."""
    can_co = set()
    tai_nguyen = SAO_CHEP | {dich: nguon for dich, nguon in CHI_KHI_PHAT_TRIEN.items() if (NGUON_NPM / nguon).exists()}
    for dich, cac_nguon in [*((dich, [nguon]) for dich, nguon in tai_nguyen.items()), *KIEU_DANG.items()]:
        duong_dich = DICH_VENDOR / dich
        duong_dich.parent.mkdir(parents=True, exist_ok=True)
        can_co.add(duong_dich)
        if duong_dich.suffix in (".css", ".js"):
            cac_doan = [(NGUON_NPM / nguon).read_text(encoding="utf-8") for nguon in cac_nguon]
            duong_dich.write_text(lam_gon("\n".join(cac_doan)), encoding="utf-8")
        else:
            shutil.copyfile(NGUON_NPM / cac_nguon[0], duong_dich)
    for tep in DICH_VENDOR.rglob("*"):
        if tep.is_file() and tep not in can_co:
            tep.unlink()


if __name__ == "__main__":
    try:
        chep_tat_ca()
    except FileNotFoundError as loi:
        sys.exit(f"Missing {loi.filename}: run 'npm ci' first.")
