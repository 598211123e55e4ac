class LoiTep(ValueError):
    """A file that cannot be taken; `str()` is the Vietnamese sentence for the person."""
