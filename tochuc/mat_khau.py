"""Passwords: the rules with their sentences in Vietnamese, and the random password handed to somebody once."""

import secrets

from django.contrib.auth import password_validation

# Without letters and digits that look alike on paper (l, 1, i, o, 0).
BANG_CHU = "abcdefghjkmnpqrstuvwxyz23456789"


def tao_mat_khau() -> str:
    """Three groups of four random characters: read aloud or copied from paper without mistakes."""
    return "-".join("".join(secrets.choice(BANG_CHU) for _ in range(4)) for _ in range(3))


class DoDaiToiThieu(password_validation.MinimumLengthValidator):
    def get_error_message(self) -> str:
        return f"Mật khẩu phải có ít nhất {self.min_length} ký tự."

    def get_help_text(self) -> str:
        return f"Có ít nhất {self.min_length} ký tự."


class KhacThongTinCaNhan(password_validation.UserAttributeSimilarityValidator):
    def __init__(self, user_attributes=("username", "ho_ten", "email"), max_similarity=0.7):
        super().__init__(user_attributes, max_similarity)

    def get_error_message(self) -> str:
        return "Mật khẩu quá giống %(verbose_name)s."

    def get_help_text(self) -> str:
        return "Không giống tên đăng nhập, họ tên hoặc thư điện tử."


class KhongPhoBien(password_validation.CommonPasswordValidator):
    def get_error_message(self) -> str:
        return "Mật khẩu này nhiều người dùng nên dễ bị đoán ra."

    def get_help_text(self) -> str:
        return "Không phải mật khẩu nhiều người hay dùng."


class KhongChiChuSo(password_validation.NumericPasswordValidator):
    def get_error_message(self) -> str:
        return "Mật khẩu không được chỉ gồm chữ số."

    def get_help_text(self) -> str:
        return "Không chỉ gồm chữ số."
