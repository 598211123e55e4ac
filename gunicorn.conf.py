"""How gunicorn serves; WEB_WORKERS and WEB_THREADS size it to the machine."""

import os

wsgi_app = "config.wsgi:application"
bind = os.environ.get("BIND", "127.0.0.1:8000")
workers = int(os.environ.get("WEB_WORKERS", "2"))
worker_class = "gthread"
threads = int(os.environ.get("WEB_THREADS", "4"))
preload_app = True  # the code is loaded once and shared; a wrong setting ends the start with its sentence
timeout = 120
max_requests = 5000  # a leak of a library stays small
max_requests_jitter = 500
control_socket_disable = True
accesslog = None  # config.truy_cap writes one line per request, without personal data
errorlog = "-"
loglevel = "warning"
