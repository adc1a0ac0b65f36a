"""Real servers on loopback: Redis in three ways, PostgreSQL with the table of CONTRACT.md, S3 with authentication."""

import glob
import json
import os
import signal
import socketserver
import subprocess
import threading

import boto3
import psycopg
import redis
from botocore.config import Config
from redis.backoff import ConstantBackoff
from redis.retry import Retry

from support.process import Program, free_port, wait

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ROOT = os.path.dirname(os.path.dirname(HERE))
TABLE = """
CREATE TABLE uploads (id integer PRIMARY KEY, uploader_id varchar(255) NOT NULL, game_id integer NULL,
  filename varchar(512) NOT NULL, file_type varchar(100) NOT NULL, s3_key varchar(1024) NOT NULL UNIQUE,
  status varchar(50) NOT NULL, parsed_preview json NULL, upload_metadata json NOT NULL, error_message text NULL,
  created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now())
"""


class RedisServer:
    """redis-server in a folder of its own; `settings` are lines of its configuration."""

    def __init__(self, folder, *settings, port=None, **client):
        self.folder, self.port, self.settings = folder, port or free_port(), settings
        self.client_options = {"port": self.port, **client}
        self.start()

    def start(self):
        path = os.path.join(self.folder, "redis.conf")
        with open(path, "w") as file:
            plain = [] if any(line.startswith("port ") for line in self.settings) else [f"port {self.port}"]
            file.write("\n".join(["bind 127.0.0.1", f"dir {self.folder}", 'save ""', *plain, *self.settings]) + "\n")
        self.program = Program(["redis-server", path], os.path.join(self.folder, "redis.log"))
        wait(self._answers, 10, what="redis-server")

    def _answers(self):
        try:
            return redis.Redis(**self.client_options).ping()
        except (redis.ConnectionError, redis.BusyLoadingError):
            assert self.program.process.poll() is None, self.program.tail()

    def client(self, database=0):
        return redis.Redis(**self.client_options, db=database, retry=Retry(ConstantBackoff(0.1), 100),
                           retry_on_error=[redis.ConnectionError])

    def url(self, database=0):
        return f"redis://127.0.0.1:{self.port}/{database}"

    def stop(self):
        self.program.end()


class Certificates:
    """An authority and a server's certificate for 127.0.0.1."""

    def __init__(self, folder):
        self.folder = folder
        self.authority, self.certificate, self.key = (os.path.join(folder, name) for name in ("ca.crt", "s.crt", "s.key"))
        subprocess.run(["bash", "-ec", """
            openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout ca.key -out ca.crt \
                -days 2 -subj /CN=authority
            openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout s.key -out s.csr -subj /CN=s
            printf 'subjectAltName=IP:127.0.0.1,DNS:localhost' >names
            openssl x509 -req -in s.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 2 -extfile names -out s.crt
            """], cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


class PostgresServer:
    """A cluster in a temporary folder. PostgreSQL refuses root, so root runs it as the user postgres."""

    def __init__(self, folder):
        self.folder, self.port = folder, free_port()
        self.programs = max(glob.glob("/usr/lib/postgresql/*/bin"), key=lambda path: int(path.split("/")[-2]))
        self.user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.geteuid() == 0 else []
        if self.user:
            subprocess.run(["chown", "postgres", folder], check=True)
        subprocess.run(
            [*self.user, f"{self.programs}/initdb", "-D", "data", "-U", "postgres", "-A", "trust", "-E", "UTF8",
             "--locale=C.UTF-8", "--no-sync"], cwd=folder, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        # A change of user forgets the signal at the parent's death, so it is asked for once more behind it.
        self.program = Program(
            [*self.user, *(["--pdeathsig", "KILL"] if self.user else []), f"{self.programs}/postgres", "-D", "data", "-p",
             str(self.port), "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off", "-c",
             f"unix_socket_directories={folder}"], os.path.join(os.path.dirname(folder), "postgres.log"), folder=folder)
        wait(self._answers, 20, what="PostgreSQL")
        with self.connect() as database:
            database.execute(TABLE)

    def _answers(self):
        try:
            self.connect().close()
            return True
        except psycopg.OperationalError:
            assert self.program.process.poll() is None, self.program.tail()

    @property
    def url(self):
        return f"postgresql://postgres@127.0.0.1:{self.port}/postgres"

    def connect(self):
        return psycopg.connect(self.url, autocommit=True)

    def stop(self):
        self.program.signal(signal.SIGQUIT)
        self.program.wait(10)


class Storage:
    """moto with authentication on. `fail` makes it answer 503 until told otherwise."""

    def __init__(self, folder, python):
        self.log = os.path.join(folder, "moto.log")
        self.process = subprocess.Popen(
            ["setpriv", "--pdeathsig", "KILL", python, "-W", "ignore", os.path.join(ROOT, "Tests/Support/s3/moto_server.py")], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=open(self.log, "w"), text=True)
        self.process.stdin.write("[]\n")
        self.process.stdin.flush()
        told = json.loads(self.process.stdout.readline())
        self.bucket, self.keys = told["bucket"], told["reader"]
        self.gate = Gate(int(told["address"].rsplit(":", 1)[1]))
        self.address = f"http://127.0.0.1:{self.gate.port}"
        self.client = boto3.client(
            "s3", endpoint_url=told["address"], region_name="us-east-1", aws_access_key_id=self.keys["accessKey"],
            aws_secret_access_key=self.keys["secretKey"], config=Config(s3={"addressing_style": "path"}))

    def put(self, key, body):
        assert self.process.poll() is None, f"moto ended with {self.process.returncode}: {open(self.log).read()[-2000:]}"
        self.client.put_object(Bucket=self.bucket, Key=key, Body=body)

    def fail(self, failing=True):
        self.gate.shut(failing)

    def stop(self):
        self.gate.server.shutdown()
        self.process.kill()
        self.process.wait(10)


class Gate:
    """A way to the server that can be shut: every request is then answered with 503."""

    def __init__(self, behind):
        import socket

        self.failing, self.open, self.refused = False, [], 0
        gate = self

        class Way(socketserver.BaseRequestHandler):
            def handle(self):
                if gate.failing:
                    return self.refuse()
                with socket.create_connection(("127.0.0.1", behind)) as server:
                    gate.open.append(self.request)
                    back = threading.Thread(target=pump, args=(server, self.request), daemon=True)
                    back.start()
                    pump(self.request, server)
                    back.join()

            def refuse(self):
                self.request.recv(65536)
                gate.refused += 1
                body = b"<Error><Code>ServiceUnavailable</Code><Message>away</Message></Error>"
                self.request.sendall(b"HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n"
                                     b"Content-Type: application/xml\r\nContent-Length: %d\r\n\r\n" % len(body) + body)

        def pump(source, target):
            try:
                while data := source.recv(65536):
                    target.sendall(data)
            except OSError:
                pass
            for end in (source, target):
                try:
                    end.shutdown(socket.SHUT_RDWR)
                except OSError:
                    pass

        class Server(socketserver.ThreadingTCPServer):
            daemon_threads = allow_reuse_address = True
            request_queue_size = 128

        self.server = Server(("127.0.0.1", 0), Way)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def shut(self, failing):
        self.failing = failing
        for connection in self.open:
            try:
                connection.shutdown(2)
            except OSError:
                pass
        self.open.clear()
