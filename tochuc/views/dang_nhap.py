"""Signing in and out, and one's own password."""

from django.contrib import messages
from django.contrib.auth import login, update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView, LogoutView, PasswordChangeView, RedirectURLMixin
from django.http import HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import FormView

from tochuc import actions
from tochuc.forms import DangNhapForm, DoiMatKhauForm, MatKhauMoiForm
from tochuc.models import NhanVien

# In the session of somebody whose password is right but was given by another: who, and the mark of that password.
CHO_DAT_MAT_KHAU = "cho_dat_mat_khau"
BACKEND_DANG_NHAP = "django.contrib.auth.backends.ModelBackend"


class DangNhap(LoginView):
    template_name = "tochuc/dang_nhap.html"
    authentication_form = DangNhapForm
    redirect_authenticated_user = True

    def form_valid(self, form):
        nguoi = form.get_user()
        if actions.mat_khau_cho_doi(nguoi):
            self.request.session.cycle_key()
            self.request.session[CHO_DAT_MAT_KHAU] = [nguoi.pk, nguoi.get_session_auth_hash()]
            tiep = self.get_redirect_url()
            return redirect(reverse("mat_khau_moi") + (f"?{urlencode({'next': tiep})}" if tiep else ""))
        login(self.request, nguoi)
        actions.ghi_dang_nhap(nguoi)
        return HttpResponseRedirect(self.get_success_url())


@method_decorator(login_not_required, name="dispatch")
class MatKhauMoi(RedirectURLMixin, FormView):
    """The second half of a first sign-in: nothing opens before the password is one's own."""

    template_name = "tochuc/mat_khau_moi.html"
    form_class = MatKhauMoiForm
    next_page = "/"

    @method_decorator(sensitive_post_parameters())
    @method_decorator(never_cache)
    def dispatch(self, request, *args, **kwargs):
        self.nguoi = self._nguoi_cho()
        if self.nguoi is None:
            return redirect("dang_nhap")
        return super().dispatch(request, *args, **kwargs)

    def _nguoi_cho(self) -> NhanVien | None:
        nguoi_id, dau_mat_khau = self.request.session.get(CHO_DAT_MAT_KHAU, (None, None))
        nguoi = NhanVien.objects.filter(pk=nguoi_id, is_active=True).first()
        # A password given once more in between makes the first one worthless.
        return nguoi if nguoi and nguoi.get_session_auth_hash() == dau_mat_khau else None

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"user": self.nguoi}

    def get_context_data(self, **kwargs):
        return super().get_context_data(tiep=self.get_redirect_url(), nguoi_dat=self.nguoi, **kwargs)

    def form_valid(self, form):
        actions.doi_mat_khau(self.nguoi, form.cleaned_data["new_password1"])
        del self.request.session[CHO_DAT_MAT_KHAU]
        login(self.request, self.nguoi, backend=BACKEND_DANG_NHAP)
        actions.ghi_dang_nhap(self.nguoi)
        messages.success(self.request, "Đã đặt mật khẩu mới.")
        return HttpResponseRedirect(self.get_success_url())


class DangXuat(LogoutView):
    next_page = "dang_nhap"


class DoiMatKhau(PasswordChangeView):
    template_name = "tochuc/doi_mat_khau.html"
    form_class = DoiMatKhauForm
    success_url = "/"

    def form_valid(self, form):
        actions.doi_mat_khau(form.user, form.cleaned_data["new_password1"])
        update_session_auth_hash(self.request, form.user)
        messages.success(self.request, "Đã đổi mật khẩu. Các máy khác đang dùng tài khoản này phải đăng nhập lại.")
        return HttpResponseRedirect(self.get_success_url())
