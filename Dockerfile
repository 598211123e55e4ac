# Three stages: npm assets, Python packages, and an image that holds neither npm nor a compiler and runs without root.

FROM node:20-bookworm-slim AS tai-nguyen
WORKDIR /ung-dung
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --no-progress

FROM python:3.11-slim-bookworm AS goi-python
COPY requirements.txt /tmp/requirements.txt
RUN python -m venv /venv \
    && /venv/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes -r /tmp/requirements.txt

FROM python:3.11-slim-bookworm
RUN apt-get update \
    && apt-get install -y --no-install-recommends \
        fontconfig libharfbuzz-subset0 libpango-1.0-0 libpangoft2-1.0-0 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /ung-dung --shell /usr/sbin/nologin ung-dung
ENV PATH=/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    XDG_CACHE_HOME=/tmp \
    VAR_DIR=/var/lib/tiepdan \
    BIND=0.0.0.0:8000
WORKDIR /ung-dung
COPY --from=goi-python /venv /venv
COPY . .
# The fonts of the documents stay in static/vendor, so the assets are copied before the static files are collected.
# The keys below live for one command only; no key is in the image.
RUN --mount=type=bind,from=tai-nguyen,source=/ung-dung/node_modules,target=/ung-dung/node_modules \
    python scripts/chep_tai_nguyen.py \
    && SECRET_KEY=$(python -c "import secrets; print(secrets.token_urlsafe(50))") \
       KHOA_BAM=$(python -c "import secrets; print(secrets.token_urlsafe(32))") \
       KHOA_MA_HOA=$(python -c "from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())") \
       DEMO=true python manage.py collectstatic --no-input --verbosity 0 \
    && rm -rf "$VAR_DIR" \
    && install -d -o ung-dung -g root -m 0750 "$VAR_DIR"
USER ung-dung
VOLUME /var/lib/tiepdan
EXPOSE 8000
CMD ["gunicorn"]
