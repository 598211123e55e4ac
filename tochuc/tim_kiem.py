"""Vietnamese text folded for search: people type without marks; "đ" is a letter of its own that NFD does not split."""

import unicodedata


def bo_dau(van_ban: str) -> str:
    """Lower case, no marks, đ → d, single spaces: "Khoa  Nội" → "khoa noi"."""
    tach = unicodedata.normalize("NFD", van_ban.lower().replace("đ", "d"))
    return " ".join("".join(ky_tu for ky_tu in tach if not unicodedata.combining(ky_tu)).split())
