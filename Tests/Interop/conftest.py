"""Fixtures of the suite. `--worker python` runs it against a real Python worker: that is how the tests are tested."""

import os
import shutil
import sys
import tempfile

import pytest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from support import worker as workers  # noqa: E402
from support.cluster import Cluster  # noqa: E402
from support.process import Program  # noqa: E402
from support.servers import Certificates, PostgresServer, RedisServer, Storage  # noqa: E402


def pytest_addoption(parser):
    parser.addoption("--worker", choices=["cricksy", "python"], default="cricksy", help="what is tested")
    parser.addoption("--ours-too", action="store_true", help="run tests that a Python worker must fail against one")


def pytest_collection_modifyitems(config, items):
    if config.getoption("--worker") == "python" and not config.getoption("--ours-too"):
        ours = [item for item in items if item.get_closest_marker("ours")]
        config.hook.pytest_deselected(items=ours)
        items[:] = [item for item in items if item not in ours]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if report.failed:
        for worker in workers.started:
            report.sections.append((f"log of {worker.kind} {worker.node}, exit code {worker.process.poll()}", worker.tail()))
    if call.when == "teardown":
        workers.started[:] = [worker for worker in workers.started if worker.process.poll() is None]
    return report


def pytest_sessionstart(session):
    if session.config.getoption("--worker") == "cricksy":
        for program in (workers.PROGRAM, workers.FAULT_READER):
            assert os.access(program, os.X_OK), f"{program} is missing: make build"


def pytest_sessionfinish():
    for program in Program.all:
        if program.process.poll() is None:
            program.kill()


@pytest.fixture(scope="session")
def kind(request):
    return request.config.getoption("--worker")


@pytest.fixture(scope="session")
def folder():
    path = tempfile.mkdtemp(prefix="cricksy-interop-", dir="/tmp")
    os.chmod(path, 0o755)
    yield path
    shutil.rmtree(path, ignore_errors=True)


@pytest.fixture(scope="session")
def place(folder):
    """Makes folders of their own."""
    def make(name):
        path = os.path.join(folder, name)
        os.makedirs(path, exist_ok=True)
        return path
    return make


@pytest.fixture(scope="session")
def redis_server(place):
    server = RedisServer(place("redis"))
    yield server
    server.stop()


@pytest.fixture(scope="session")
def certificates(place):
    return Certificates(place("certificates"))


@pytest.fixture(scope="session")
def postgres(place):
    server = PostgresServer(place("postgres"))
    yield server
    server.stop()


@pytest.fixture(scope="session")
def storage(place):
    server = Storage(place("storage"), workers.PYTHON["5.4"])
    yield server
    server.stop()


@pytest.fixture(scope="session")
def make_cluster(redis_server, postgres, storage, place, kind):
    def make(name, redis=redis_server, **settings):
        return Cluster(redis, postgres, storage, place(name), kind, **settings)
    return make


@pytest.fixture(scope="module")
def shared(request, make_cluster):
    """A broker database whose workers serve all tests of a module."""
    name = request.module.__name__
    cluster = make_cluster(name, database=0)
    cluster.redis.flushdb()
    yield cluster
    cluster.close()


@pytest.fixture
def lone(request, make_cluster):
    """A broker database for one test that starts and stops workers itself."""
    cluster = make_cluster(request.node.name[:60].replace("/", "-"), database=5)
    cluster.redis.flushdb()
    yield cluster
    cluster.close()


@pytest.fixture
def cluster(shared):
    """The module's cluster. After the test nothing may be claimed any more."""
    shared.clean()
    yield shared
    shared.storage.fail(False)
    shared.settle()
