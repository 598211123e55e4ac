#!/usr/bin/env python
"""Command line of the application."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line


def chay_lenh() -> None:
    """Run a management command; a wrong configuration ends in one sentence and exit code 1."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as loi:
        sys.exit(f"Không khởi động được: {loi}")


if __name__ == "__main__":
    chay_lenh()
