"""A real PostgreSQL on a free loopback port with the table of CONTRACT.md, gone when its `with` ends."""

import os
import pathlib
import shutil
import subprocess
import tempfile

import psycopg
from redis_server import free_port

PASSWORD = "chaos"
#: Every change of a row is written down, so that a row that was touched twice is seen.
SCHEMA = f"""
CREATE TABLE uploads (id integer PRIMARY KEY, uploader_id varchar(255) NOT NULL, game_id integer NULL,
  filename varchar(512) NOT NULL, file_type varchar(100) NOT NULL, s3_key varchar(1024) NOT NULL UNIQUE,
  status varchar(50) NOT NULL, parsed_preview json NULL, upload_metadata json NOT NULL, error_message text NULL,
  created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now());
CREATE TABLE changes (id integer, old varchar(50), new varchar(50), at timestamptz DEFAULT clock_timestamp());
CREATE FUNCTION note_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
  'BEGIN INSERT INTO changes (id, old, new) VALUES (NEW.id, OLD.status, NEW.status); RETURN NEW; END';
CREATE TRIGGER note_change AFTER UPDATE ON uploads FOR EACH ROW EXECUTE FUNCTION note_change();
CREATE ROLE cricksy LOGIN PASSWORD '{PASSWORD}';
GRANT SELECT, UPDATE ON uploads TO cricksy;
"""


def programs() -> pathlib.Path:
    versions = pathlib.Path("/usr/lib/postgresql").iterdir()
    return max((path for path in versions if path.name.isdigit()), key=lambda path: int(path.name)) / "bin"


class PostgresServer:
    """PostgreSQL refuses root: then it runs as nobody."""

    def __init__(self):
        self.folder, self.port = pathlib.Path(tempfile.mkdtemp(prefix="cricksy-postgres-")), free_port()
        self.url = f"postgresql+asyncpg://cricksy:{PASSWORD}@127.0.0.1:{self.port}/postgres"
        self.connection = None

    def _run(self, program: str, *arguments: str):
        as_user = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"] if os.geteuid() == 0 else []
        done = subprocess.run(
            [*as_user, str(programs() / program), "-D", str(self.folder / "data"), *arguments], cwd="/tmp",
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"{program} {' '.join(arguments)}: {done.stdout}")

    def __enter__(self):
        if os.geteuid() == 0:
            shutil.chown(self.folder, "nobody", "nogroup")
        try:
            self._run("initdb", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
            with (self.folder / "data" / "postgresql.conf").open("a") as settings:
                settings.write(
                    f"port = {self.port}\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = '{self.folder}'\n"
                    "fsync = off\nshared_buffers = 16MB\n")
            self.start()
            self.query(SCHEMA)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        try:
            self.stop("immediate")
        except RuntimeError:
            pass
        shutil.rmtree(self.folder, ignore_errors=True)

    def start(self):
        log = str(self.folder / "data" / "server.log")
        self._run("pg_ctl", "start", "-w", "-t", "20", "-s", "-l", log)

    def stop(self, mode: str = "fast"):
        self.connection = None
        self._run("pg_ctl", "stop", "-w", "-t", "20", "-s", "-m", mode)

    def query(self, text: str, *values) -> list[tuple]:
        """As the superuser, over a connection that is kept until the server stops."""
        if self.connection is None:
            self.connection = psycopg.connect(
                host="127.0.0.1", port=self.port, user="postgres", dbname="postgres", autocommit=True)
        cursor = self.connection.execute(text, values or None)
        return cursor.fetchall() if cursor.description else []

    def insert(self, uploads: list[tuple[int, str]]):
        """Rows as the backend makes them before it enqueues: id and key."""
        self.query("SELECT 1")
        with self.connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO uploads (id, uploader_id, filename, file_type, s3_key, status, upload_metadata) "
                "VALUES (%s, 'chaos', 'card.png', 'image/png', %s, 'processing', '{}')", uploads)
