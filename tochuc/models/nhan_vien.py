import functools
from collections.abc import Callable

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import QuerySet
from django.utils.functional import cached_property

from tochuc.models.don_vi import DonVi
from tochuc.vai_tro import BANG_QUYEN, Quyen, VaiTro, quyen_cua


class NhanVienManager(BaseUserManager):
    def tao(self, username: str, password: str | None, vai_tro=(), **khac) -> "NhanVien":
        """Create a person with roles (an iterable of VaiTro)."""
        nguoi = self.model(username=username, **khac)
        nguoi.set_password(password)
        nguoi.save(using=self._db)
        nguoi.dat_vai_tro(vai_tro)
        return nguoi

    def co_quyen(self, quyen: Quyen):
        """Active people one of whose roles holds `quyen`."""
        vai_tro = [ten for ten, cac_quyen in BANG_QUYEN.items() if quyen in cac_quyen]
        return self.filter(is_active=True, vai_tro__vai_tro__in=vai_tro).distinct()


class NhanVien(AbstractBaseUser):
    """Somebody of the centre who signs in. What he may do comes from his roles (`tochuc/vai_tro.py`) only."""

    username = models.CharField(
        "tên đăng nhập", max_length=50, unique=True, error_messages={"unique": "Tên đăng nhập này đã có người dùng."}
    )
    ho_ten = models.CharField("họ và tên", max_length=100)
    chuc_vu = models.CharField("chức vụ", max_length=100, blank=True)
    don_vi = models.ForeignKey(
        DonVi, models.PROTECT, null=True, blank=True, related_name="nhan_vien", verbose_name="đơn vị"
    )
    email = models.EmailField("thư điện tử", blank=True)
    is_active = models.BooleanField("đang làm việc", default=True)

    objects = NhanVienManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["ho_ten"]

    class Meta:
        verbose_name = "nhân viên"
        verbose_name_plural = "nhân viên"
        ordering = ["ho_ten"]

    def __str__(self):
        return self.ho_ten

    @cached_property
    def tap_vai_tro(self) -> frozenset[VaiTro]:
        return frozenset(VaiTro(dong.vai_tro) for dong in self.vai_tro.all())

    @cached_property
    def tap_quyen(self) -> frozenset[Quyen]:
        return quyen_cua(self.tap_vai_tro)

    def co_quyen(self, *quyen: Quyen) -> bool:
        """True when every one of `quyen` is held and the person is active."""
        return self.is_active and self.tap_quyen.issuperset(quyen)

    @property
    def la_cap_pho(self) -> bool:
        """A deputy, by his title: signs "KT." (Đ13 NĐ 30/2020); knows of a tố cáo when the director says so."""
        return self.chuc_vu.strip().casefold().startswith("phó")

    def dat_vai_tro(self, vai_tro) -> None:
        """Replace the roles of this person."""
        self.vai_tro.all().delete()
        VaiTroNhanVien.objects.bulk_create(VaiTroNhanVien(nhan_vien=self, vai_tro=VaiTro(ten)) for ten in vai_tro)
        self.__dict__.pop("tap_vai_tro", None)
        self.__dict__.pop("tap_quyen", None)


class VaiTroNhanVien(models.Model):
    """One role of one person; a small centre gives several to the same person."""

    nhan_vien = models.ForeignKey(NhanVien, models.CASCADE, related_name="vai_tro", verbose_name="nhân viên")
    vai_tro = models.CharField("vai trò", max_length=20, choices=VaiTro)

    class Meta:
        verbose_name = "vai trò của nhân viên"
        verbose_name_plural = "vai trò của nhân viên"
        constraints = [models.UniqueConstraint(fields=["nhan_vien", "vai_tro"], name="moi_vai_tro_mot_lan")]

    def __str__(self):
        return self.get_vai_tro_display()


DA_DUNG_TOI_DA = 4096


def nho_theo_nguoi(dung: Callable[[QuerySet, NhanVien], QuerySet]) -> Callable[[QuerySet, NhanVien], QuerySet]:
    """Decorate `for_user` of a queryset: what it makes of the whole table is kept, unread, while the unit, roles and
    title of the person stay. Every page asks several times, and putting the question takes longer than its answer.

    What the queryset selects (`values`, `only`) comes after it.
    """
    da_dung: dict[tuple, QuerySet] = {}

    @functools.wraps(dung)
    def for_user(self: QuerySet, nguoi: NhanVien) -> QuerySet:
        khoa = (nguoi.pk, nguoi.don_vi_id, nguoi.is_active, nguoi.tap_vai_tro, nguoi.la_cap_pho)
        if khoa not in da_dung:
            if len(da_dung) >= DA_DUNG_TOI_DA:
                da_dung.clear()
            da_dung[khoa] = dung(type(self)(self.model), nguoi)
        return self & da_dung[khoa].all()

    return for_user
