"""Real Redis, PostgreSQL and S3 on free loopback ports, and the worker beside them; all of it ends with this process."""

import contextlib
import ctypes
import json
import os
import pathlib
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

import psycopg
import redis

HERE = pathlib.Path(__file__).resolve().parent
MOTO = HERE.parents[1] / "Tests/Support/s3/moto_server.py"
PATIENCE = 60
PR_SET_PDEATHSIG = 1
# Ctrl+C, a kill, a closed terminal: one of them stops everything, a second changes nothing.
ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
libc = ctypes.CDLL(None)


class Failure(Exception):
    """Ends the demo with a sentence."""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(what, ready):
    """Asks until `ready` says something true; what it raises means not yet."""
    deadline = time.monotonic() + PATIENCE
    reason = "no answer"
    while time.monotonic() < deadline:
        try:
            if answer := ready():
                return answer
        except (OSError, redis.RedisError, psycopg.Error) as error:
            reason = str(error).splitlines()[0]
        time.sleep(0.1)
    raise Failure(f"{what} did not come up within {PATIENCE} s: {reason}.")


def unprivileged():
    """PostgreSQL refuses root. setpriv sets the parent-death signal last: a change of user clears it."""
    drop = ["--reuid=nobody", "--regid=nogroup", "--clear-groups"] if os.geteuid() == 0 else []
    return ["setpriv", "--pdeathsig", "QUIT", *drop]


class Servers(contextlib.ExitStack):
    """Starts programs in sessions of their own, so that Ctrl+C reaches the demo alone, which then ends them in turn."""

    def __init__(self):
        super().__init__()
        self.directory = pathlib.Path(tempfile.mkdtemp(prefix="cricksy-demo."))
        self.callback(shutil.rmtree, self.directory, ignore_errors=True)
        self.directory.chmod(0o711)

    def __exit__(self, *details):
        for number in ENDING:
            signal.signal(number, signal.SIG_IGN)
        return super().__exit__(*details)

    def start(self, name, command, stop=signal.SIGTERM, **options):
        log = open(self.directory / f"{name}.log", "wb")
        die_with_us = lambda: libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        options.setdefault("stdin", subprocess.DEVNULL)
        options.setdefault("stdout", log)
        process = subprocess.Popen(command, stderr=log, start_new_session=True, preexec_fn=die_with_us, **options)
        log.close()
        self.callback(end, process, stop)
        return process

    def log(self, name):
        path = self.directory / f"{name}.log"
        return path.read_text(errors="replace") if path.exists() else ""

    def start_redis(self):
        port = free_port()
        self.start("redis", [program("redis-server"), "--port", str(port), "--bind", "127.0.0.1", "--save", "",
                             "--dir", str(self.directory)])
        client = redis.Redis(port=port)
        wait_for("Redis", client.ping)
        return f"redis://127.0.0.1:{port}/0", client.info("server")["redis_version"]

    def start_postgres(self):
        port, data = free_port(), self.directory / "postgres"
        self.initialise_postgres(data)
        self.start("postgres", [*unprivileged(), postgres_program("postgres"), "-D", str(data / "data"), "-p", str(port),
                                "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off",
                                "-c", f"unix_socket_directories={data}"], stop=signal.SIGINT, cwd="/")
        database = Database(port, str(data))
        wait_for("PostgreSQL", database.make)
        return database

    def initialise_postgres(self, data):
        data.mkdir()
        if os.geteuid() == 0:
            shutil.chown(data, "nobody", "nogroup")
        command = [*unprivileged(), postgres_program("initdb"), "-D", str(data / "data"), "-U", "postgres", "-E", "UTF8",
                   "--locale=C.UTF-8", "--auth-local=trust", "--auth-host=scram-sha-256", "--no-sync"]
        made = subprocess.run(command, cwd="/", capture_output=True, text=True)
        if made.returncode != 0:
            raise Failure("initdb failed: " + made.stderr.strip())

    def start_s3(self):
        """Answers with what moto_server.py says: address, bucket, credentials."""
        server = self.start("s3", [sys.executable, "-W", "ignore", str(MOTO)], stdin=subprocess.PIPE,
                            stdout=subprocess.PIPE)
        server.stdin.write(b"[]\n")
        server.stdin.flush()
        line = server.stdout.readline()
        if not line:
            raise Failure("The S3 server did not start: " + self.log("s3").strip())
        return json.loads(line)

    def start_worker(self, binaries, environment, arguments):
        process = self.start("worker", [str(binaries / "cricksy-worker"), "run", *arguments], env=environment)
        return process


def end(process, stop):
    """Asks, then kills. Popen is not asked: the signal that ends the demo may have come while it held its lock."""
    if process.returncode is None:
        for number in (stop, signal.SIGKILL):
            with contextlib.suppress(ProcessLookupError):
                os.kill(process.pid, number)
            if is_gone(process.pid, 10):
                break
    for pipe in (process.stdin, process.stdout):
        if pipe:
            with contextlib.suppress(OSError):
                pipe.close()


def is_gone(pid, patience):
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        try:
            if os.waitpid(pid, os.WNOHANG)[0]:
                return True
        except ChildProcessError:
            return True
        time.sleep(0.05)
    return False


def program(name):
    found = shutil.which(name)
    if not found:
        raise Failure(f"{name} is not installed; `make deps` installs it.")
    return found


def postgres_program(name):
    versions = sorted(pathlib.Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: int(path.parts[4]))
    return str(versions[-1]) if versions else program(name)


class Database:
    """The table of uploads and a user that may do what the worker needs, no more."""

    def __init__(self, port, socket_directory):
        self.port = port
        self.password = secrets.token_hex(16)
        self.owner = {"host": socket_directory, "port": port, "user": "postgres", "dbname": "postgres"}
        self.version = ""

    def make(self):
        with psycopg.connect(**self.owner) as connection:
            self.version = str(connection.info.server_version // 10000)
            connection.execute((HERE / "uploads.sql").read_text())
            connection.execute(f"CREATE ROLE cricksy LOGIN PASSWORD '{self.password}'")
            connection.execute("GRANT SELECT, UPDATE ON uploads TO cricksy")
        return True

    @property
    def url(self):
        return f"postgresql+asyncpg://cricksy:{self.password}@127.0.0.1:{self.port}/postgres"
