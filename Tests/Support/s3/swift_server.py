"""OpenStack Swift with s3api: an S3 server that verifies signatures as strictly as AWS does.

Reads one JSON line with the keys to store, prints one with the address and keys, ends when its input does.
`swift_server.py serve CONFIGURATION APP ROOT` is one of its four servers.
"""

import getpass
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

BUCKET, KEY, SECRET = "cricksy-uploads-test", "test:tester", "testing"
SERVERS = ("account", "container", "object")
PIPELINE = "catch_errors gatekeeper healthcheck cache listing_formats s3api tempauth slo dlo symlink"


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for each in sockets:
        each.bind(("127.0.0.1", 0))
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


def write(root, name, text):
    with open(os.path.join(root, "etc", name), "w") as file:
        file.write(text)


def common(root, port):
    return (f"[DEFAULT]\nbind_ip = 127.0.0.1\nbind_port = {port}\nworkers = 0\nuser = {getpass.getuser()}\n"
            f"swift_dir = {root}/etc\ndevices = {root}/srv\nmount_check = false\nlog_address = {root}/no-log\n")


def configure(root, ports):
    write(root, "swift.conf", "[swift-hash]\nswift_hash_path_suffix = abc\nswift_hash_path_prefix = def\n"
          "[storage-policy:0]\nname = gold\ndefault = yes\n")
    for name, port in zip(SERVERS, ports):
        write(root, name + ".conf", common(root, port) + f"[pipeline:main]\npipeline = {name}-server\n"
              f"[app:{name}-server]\nuse = egg:swift#{name}\nfallocate_reserve = 0\n")
    special = {"tempauth": "user_test_tester = testing .admin\n", "s3api": "s3_acl = no\nlocation = us-east-1\n",
               "cache": "memcache_servers = 127.0.0.1:%d\n" % ports[4]}
    filters = "".join(f"[filter:{name}]\nuse = egg:swift#{'memcache' if name == 'cache' else name}\n"
                      f"{special.get(name, '')}" for name in PIPELINE.split())
    write(root, "proxy.conf", common(root, ports[3]) + f"[pipeline:main]\npipeline = {PIPELINE} proxy-server\n"
          "[app:proxy-server]\nuse = egg:swift#proxy\nallow_account_management = true\naccount_autocreate = true\n"
          + filters)


def make_rings(root, ports):
    from swift.common.ring import RingBuilder
    for name, port in zip(SERVERS, ports):
        builder = RingBuilder(2, 1, 0)
        builder.add_dev({"id": 0, "region": 1, "zone": 1, "ip": "127.0.0.1", "port": port, "device": "sdb1",
                         "weight": 1.0, "meta": "", "replication_ip": "127.0.0.1", "replication_port": port})
        builder.rebalance()
        builder.get_ring().save(os.path.join(root, "etc", name + ".ring.gz"))


def serve(configuration, app, root):
    import swift.common.utils as utils

    def point_at_our_file():
        for module in list(sys.modules.values()):
            if module and hasattr(module, "SWIFT_CONF_FILE"):
                module.SWIFT_CONF_FILE = root + "/etc/swift.conf"

    point_at_our_file()
    import swift.common.utils.base  # noqa: F401
    import swift.common.utils.config  # noqa: F401
    point_at_our_file()
    utils.HASH_PATH_PREFIX, utils.HASH_PATH_SUFFIX = b"def", b"abc"
    import swift.common.storage_policy as policy
    from swift.common.wsgi import run_wsgi
    point_at_our_file()
    policy.reload_storage_policies()
    sys.exit(run_wsgi(configuration, app))


def store(address, keys):
    import boto3
    from botocore.config import Config
    s3 = boto3.client(
        "s3", endpoint_url=address, region_name="us-east-1", aws_access_key_id=KEY, aws_secret_access_key=SECRET,
        config=Config(s3={"addressing_style": "path"}, request_checksum_calculation="when_required",
                      retries={"max_attempts": 0}))
    deadline = time.monotonic() + 60
    while True:
        try:
            s3.create_bucket(Bucket=BUCKET)
            break
        except Exception:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)
    for key in keys:
        s3.put_object(Bucket=BUCKET, Key=key, Body=("bytes of " + key).encode())


def main():
    keys = json.loads(sys.stdin.readline())
    root = tempfile.mkdtemp(prefix="cricksy-swift-")
    servers = []
    try:
        for folder in ("etc", "srv/sdb1"):
            os.makedirs(os.path.join(root, folder))
        ports = free_ports(5)
        configure(root, ports)
        make_rings(root, ports)
        for name in SERVERS + ("proxy",):
            servers.append(subprocess.Popen(
                [sys.executable, "-W", "ignore", __file__, "serve", f"{root}/etc/{name}.conf", name + "-server", root],
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL if "CRICKSY_TEST_VERBOSE" not in os.environ else None))
        address = f"http://127.0.0.1:{ports[3]}"
        store(address, keys)
        print(json.dumps({"address": address, "bucket": BUCKET, "reader": {"accessKey": KEY, "secretKey": SECRET}}),
              flush=True)
        sys.stdin.read()
    finally:
        for server in servers:
            server.send_signal(signal.SIGKILL)
            server.wait()
        shutil.rmtree(root, ignore_errors=True)


if sys.argv[1:2] == ["serve"]:
    serve(*sys.argv[2:5])
else:
    main()
