"""A business failure raised anywhere below becomes a page with its sentence (HTTP 409)."""

from django.shortcuts import render

from tochuc.loi import LoiNghiepVu


class LoiNghiepVuMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if isinstance(exception, LoiNghiepVu):
            return render(request, "409.html", {"loi": str(exception)}, status=409)
        return None
