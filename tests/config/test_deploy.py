"""What a real installation is set up with starts this program, hardened, and nginx writes down nothing of anybody."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from django.conf import settings

from pentameter.config import keys, supervisor

DEPLOY = Path(__file__).resolve().parents[2] / "deploy"
SERVICES = sorted(path.name for path in (DEPLOY / "systemd").glob("*.service"))
GUIDE = DEPLOY.parent / "docs" / "guides" / "real-installation.md"
NGINX = DEPLOY / "nginx" / "pentameter.conf"
HARDENED = {
    "NoNewPrivileges": "yes",
    "ProtectSystem": "strict",
    "ProtectHome": "yes",
    "PrivateTmp": "yes",
    "PrivateDevices": "yes",
    "ProtectProc": "invisible",
    "ProtectKernelTunables": "yes",
    "ProtectKernelModules": "yes",
    "ProtectControlGroups": "yes",
    "RestrictAddressFamilies": "AF_UNIX AF_INET AF_INET6",
    "RestrictNamespaces": "yes",
    "RestrictSUIDSGID": "yes",
    "LockPersonality": "yes",
    "CapabilityBoundingSet": "",
    "LimitCORE": "0",
    "MemorySwapMax": "0",
    "UMask": "0077",
}
NGINX_HERE = shutil.which("nginx", path=os.environ["PATH"] + ":/usr/sbin")
SYSTEMD_HERE = shutil.which("systemd-analyze")


def unit(name: str) -> dict[str, list[str]]:
    """What a unit says in its part [Service] or [Timer]: every word with all that is said under it."""
    said: dict[str, list[str]] = {}
    part = ""
    for line in (DEPLOY / "systemd" / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            part = line
        elif "=" in line and part in ("[Service]", "[Timer]"):
            key, _, value = line.partition("=")
            said.setdefault(key, []).append(value)
    return said


def variables(name: str) -> dict[str, str]:
    """What an environment file says."""
    lines = (DEPLOY / name).read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


@pytest.mark.parametrize("name", SERVICES)
def test_every_service_is_hardened(name: str) -> None:
    said = unit(name)
    assert {key: said.get(key, ["not said"])[-1] for key in HARDENED} == HARDENED
    assert said["User"] == (["pentameter-public"] if "public" in name else ["pentameter"])
    assert said["EnvironmentFile"] == [f"/etc/pentameter/{'public' if 'public' in name else 'staff'}.env"]


@pytest.mark.parametrize(("door", "port"), [("staff", 8000), ("public", 8001)])
def test_a_door_is_started_as_the_supervisor_starts_it(door: str, port: int) -> None:
    (start,) = unit(f"pentameter-{door}.service")["ExecStart"]
    workers = re.search(r"--workers (\d+)", start)
    assert workers
    same = supervisor.door_command(door, port, workers=int(workers[1]))[1:]
    assert sorted(start.split()[1:]) == sorted(same)
    assert f"pentameter.config.settings.{door}" in unit(f"pentameter-{door}.service")["Environment"][0]


def test_the_worker_is_started_as_the_supervisor_starts_it() -> None:
    (start,) = unit("pentameter-worker.service")["ExecStart"]
    assert start.split()[1:] == supervisor.worker_command()[1:]


def test_what_a_service_writes_to_is_what_it_is_told_of() -> None:
    told = variables("staff.env")
    for name in ("staff", "worker", "backup"):
        writes = unit(f"pentameter-{name}.service")["ReadWritePaths"][0].split()
        for path in (told["PENTAMETER_DATA"], told["PENTAMETER_CHECKPOINTS"]):
            assert any(path.startswith(one) for one in writes)
        assert not any(told["PENTAMETER_KEYS"].startswith(one) for one in writes), "no process writes keys"


def test_the_public_door_is_told_nothing_of_the_staffs() -> None:
    public, staff = variables("public.env"), variables("staff.env")
    assert "DATABASE_URL" not in public
    assert public["PENTAMETER_KEYS"] != staff["PENTAMETER_KEYS"]
    assert not public["PENTAMETER_DATA"].startswith(str(Path(staff["PENTAMETER_DATA"]).parent) + "/")
    shut = unit("pentameter-public.service")["InaccessiblePaths"][0].replace("-/", "/").split()
    assert staff["PENTAMETER_KEYS"] in shut
    assert staff["PENTAMETER_CHECKPOINTS"] in shut


def test_a_backup_is_made_every_night_also_after_a_night_without_power() -> None:
    timer = unit("pentameter-backup.timer")
    assert timer["OnCalendar"] == ["*-*-* 02:30:00 Europe/London"]
    assert timer["Persistent"] == ["yes"]


@pytest.mark.skipif(SYSTEMD_HERE is None, reason="systemd-analyze is not here: the units are read by the tests above")
def test_systemd_understands_every_unit(tmp_path: Path) -> None:
    names = [path.name for path in (DEPLOY / "systemd").iterdir()]
    for name in names:
        said = (DEPLOY / "systemd" / name).read_text(encoding="utf-8")
        (tmp_path / name).write_text(re.sub(r"/opt/pentameter/\.venv/bin/\w+", sys.executable, said), encoding="utf-8")
    words = [str(SYSTEMD_HERE), "verify", "--man=no", *(f"./{name}" for name in names)]
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


# Both doors' real settings


@pytest.mark.parametrize("door", ["staff", "public"])
def test_djangos_own_examination_of_a_real_installation_finds_nothing(tmp_path: Path, door: str) -> None:
    keys.make(tmp_path / "keys", demo=False)
    for one in (tmp_path / "keys").iterdir():
        if door == "public" and one.name not in (keys.PUBLIC_DOOR, keys.TIPS_PUBLIC):
            one.unlink()
    told = variables(f"{door}.env") | {
        "PATH": os.environ["PATH"],
        "PENTAMETER_DATA": str(tmp_path / "data"),
        "PENTAMETER_KEYS": str(tmp_path / "keys"),
        "DJANGO_SETTINGS_MODULE": f"pentameter.config.settings.{door}",
    }
    words = [sys.executable, "-W", "error::DeprecationWarning:pentameter", "-m", "django", "check", "--deploy"]
    done = subprocess.run([*words, "--fail-level", "WARNING"], env=told, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "no issues (0 silenced)" in done.stdout


@pytest.mark.installation
@pytest.mark.skipif(not os.environ.get("DATABASE_URL"), reason="an embedded database has no roles")
def test_the_roles_of_the_guide_keep_the_public_door_out_of_the_staffs_database() -> None:
    said = re.search(r"<<'SQL'\n(.*?)\n    SQL", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    assert said
    ours = f"trial{os.getpid()}"
    statements = [one for one in said[1].replace("pentameter", ours).split(";") if one.strip()]
    server = urlsplit(os.environ["DATABASE_URL"])

    def connected(role: str, database: str) -> psycopg.Connection:
        there = server._replace(netloc=f"{role}@{server.netloc.rpartition('@')[2]}", path=f"/{database}")
        return psycopg.connect(urlunsplit(there), autocommit=True)

    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as all_may:
        try:
            for one in statements:
                all_may.execute(one)
            with connected(ours, f"{ours}_public") as staff:
                staff.execute("CREATE TABLE told (word text)")
            with connected(f"{ours}-public", f"{ours}_public") as public:
                public.execute("INSERT INTO told VALUES ('released')")
            with connected(ours, f"{ours}_staff") as staff:
                staff.execute("CREATE TABLE kept (word text)")
            with pytest.raises(psycopg.OperationalError, match="permission denied"):
                connected(f"{ours}-public", f"{ours}_staff")
        finally:
            for name in (f"{ours}_staff", f"{ours}_public"):
                all_may.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
            for name in (ours, f"{ours}-public"):
                all_may.execute(f'DROP ROLE IF EXISTS "{name}"')


# nginx


def _nginx() -> str:
    lines = NGINX.read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if not line.lstrip().startswith("#"))


def test_nginx_writes_down_nothing_of_anybody() -> None:
    formats = re.findall(r"log_format (\w+) [^;]*;", _nginx())
    assert formats == ["pentameter"]
    (said,) = re.findall(r"log_format pentameter ([^;]*);", _nginx())
    assert set(re.findall(r"\$(\w+)", said)) == {
        *("time_iso8601", "server_name", "request_method", "status", "request_time"),
        *("upstream_status", "bytes_sent", "request_id"),
    }
    assert re.findall(r"access_log ([^;]*);", _nginx()) == ["/var/log/nginx/pentameter.log pentameter"]
    assert re.findall(r"error_log ([^;]*);", _nginx()) == ["/var/log/nginx/error.log emerg"]


def test_nginx_replaces_what_a_browser_says_of_itself() -> None:
    said = (DEPLOY / "nginx" / "proxy.inc").read_text(encoding="utf-8")
    headers = dict(re.findall(r"proxy_set_header (\S+) ([^;]*);", said))
    assert headers["X-Forwarded-For"] == "$remote_addr", "one server, one address: PENTAMETER_PROXIES=1"
    assert headers["X-Forwarded-Proto"] == "$scheme"
    assert headers["Forwarded"] == headers["Via"] == headers["X-Forwarded-Host"] == '""'
    assert variables("staff.env")["PENTAMETER_PROXIES"] == variables("public.env")["PENTAMETER_PROXIES"] == "1"
    passed_on = re.findall(r"proxy_pass [^;]*;\s*(\S+ \S+);", _nginx())
    assert set(passed_on) == {"include /etc/nginx/pentameter-proxy.inc"}


def test_nginx_speaks_tls_alone_and_limits_what_comes_in() -> None:
    said = _nginx()
    assert re.findall(r"ssl_protocols ([^;]*);", said) == ["TLSv1.2 TLSv1.3"]
    (ciphers,) = re.findall(r"ssl_ciphers ([^;]*);", said)
    assert all(one.startswith("ECDHE-") and ("GCM" in one or "POLY1305" in one) for one in ciphers.split(":"))
    places = re.findall(r"location [^{]*\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}", said)
    to_a_door = [place for place in places if "proxy_pass" in place]
    assert len(to_a_door) == 5
    assert all("limit_req " in place and "client_max_body_size" in place for place in to_a_door)
    largest = max(int(one) for one in re.findall(r"client_max_body_size (\d+)m", said))
    assert settings.UPLOAD_LIMIT < largest * 1024**2 < settings.UPLOAD_LIMIT * 1.1


def test_nginx_hands_on_neither_health_nor_figures() -> None:
    for server in _nginx().split("server_name ")[1:]:
        if "proxy_pass" in server:
            assert "location = /health/ready/ { return 404; }" in server
    assert "location ^~ /metrics { return 404; }" in _nginx()


def test_nginx_asks_by_the_names_that_the_doors_are_told() -> None:
    names = set(re.findall(r"server_name ([^_;]*);", _nginx()))
    for door in ("staff.env", "public.env"):
        assert variables(door)["PENTAMETER_HOSTS"] in names


@pytest.mark.skipif(NGINX_HERE is None, reason="nginx is not here: its configuration is read by the tests above")
def test_nginx_itself_understands_it(tmp_path: Path) -> None:
    made = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "1"]
    where = ["-keyout", str(tmp_path / "one.key"), "-out", str(tmp_path / "one.crt"), "-subj", "/CN=trial"]
    subprocess.run([*made, *where], capture_output=True, check=True)
    said = NGINX.read_text(encoding="utf-8")
    for here, there in (
        (r"/etc/nginx/tls/\w+\.", f"{tmp_path}/one."),
        (r"/etc/nginx/pentameter-proxy\.inc", str(DEPLOY / "nginx" / "proxy.inc")),
        (r"/var/log/nginx/", f"{tmp_path}/"),
        (r"/dev/shm/nginx-pentameter", f"{tmp_path}/body"),
        (r"listen (\[::\]:)?(80|443)\b", r"listen \g<1>1\g<2>"),
    ):
        said = re.sub(here, there, said)
    whole = f"pid {tmp_path}/pid; error_log {tmp_path}/e.log emerg; events {{}} http {{ {said} }}"
    (tmp_path / "nginx.conf").write_text(whole, encoding="utf-8")
    words = [str(NGINX_HERE), "-t", "-q", "-p", str(tmp_path), "-c", str(tmp_path / "nginx.conf")]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
