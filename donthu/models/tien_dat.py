"""Amounts as the forms of TT 06/2025 write them: money in triệu đồng, land in m², people and bodies as counts."""

from django.core.validators import MinValueValidator
from django.db import models


def truong_so_luong(nhan: str) -> models.DecimalField:
    """Money in triệu đồng (Trđ) or land in m², two decimals."""
    return models.DecimalField(nhan, max_digits=14, decimal_places=2, default=0, validators=[MinValueValidator(0)])


def so_dem(nhan: str) -> models.PositiveIntegerField:
    """A number of people, bodies or cases."""
    return models.PositiveIntegerField(nhan, default=0)
