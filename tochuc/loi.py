"""The one kind of business failure. Its sentence is shown to the person as it stands (HTTP 409)."""


class LoiNghiepVu(Exception):
    """A rule of law or of order forbids what was asked; `str()` is the Vietnamese sentence for the person."""
