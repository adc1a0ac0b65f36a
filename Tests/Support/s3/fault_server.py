"""An S3 server that fails as it is told: the first segment of the key names the fault (SECURITY.md 5.3, row 8).

Prints one JSON line with addresses, ends when its input does. GET /log answers with every request that came in, GET
/sent with the bytes sent per key, GET /other-log with what came in at the other address, where nothing should.
"""

import base64
import email.utils
import hashlib
import json
import os
import socket
import socketserver
import ssl
import struct
import subprocess
import sys
import tempfile
import threading
import time

BODY = b"0123456789" * 100
TAG = '"%s"' % hashlib.md5(BODY).hexdigest()
log, sent, counts = [], {}, {}


def error(code, extra=""):
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>{code}</Code>{extra}</Error>'.encode()


class Exchange(socketserver.StreamRequestHandler):
    """One connection; request after request until one of them breaks it."""

    def handle(self):
        while self.one():
            pass

    def one(self):
        line = self.rfile.readline().decode("latin-1").split(" ")
        if len(line) != 3:
            return False
        headers = {}
        for raw in iter(self.rfile.readline, b"\r\n"):
            if not raw:
                return False
            name, _, value = raw.decode("latin-1").partition(":")
            headers[name.lower()] = value.strip()
        self.method, self.path = line[0], line[1]
        if self.path in ("/log", "/sent", "/other-log"):
            return self.tell()
        self.server.log.append({"method": self.method, "path": self.path, "headers": headers})
        self.key = self.method + " " + self.path
        counts[self.key] = counts.get(self.key, 0) + 1
        fault = self.path.split("/")[2] if self.path.count("/") > 1 else ""
        return getattr(self, fault.replace("-", "_"), self.not_found)(headers)

    def tell(self):
        told = {"/log": log, "/sent": sent, "/other-log": self.server.other.log}[self.path]
        body = json.dumps(told).encode()
        self.connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
        return True

    def head(self, status, length, **extra):
        lines = [f"HTTP/1.1 {status} X", f"Date: {email.utils.formatdate(usegmt=True)}"]
        if length is not None:
            lines.append(f"Content-Length: {length}")
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in extra.items()]
        self.send(("\r\n".join(lines) + "\r\n\r\n").encode())

    def send(self, data):
        self.connection.sendall(data)
        sent[self.key] = sent.get(self.key, 0) + len(data)

    def answer(self, status, body=b"", length=None, **extra):
        self.head(status, len(body) if length is None else length, **extra)
        if self.method != "HEAD":
            self.send(body)
        return True

    def whole(self, headers=None, **extra):
        return self.answer(200, BODY, **{"ETag": TAG, **extra})

    def times(self, count):
        return counts[self.key] <= count

    def fine(self, headers): return self.whole()
    def empty(self, headers): return self.answer(200, ETag='"%s"' % hashlib.md5(b"").hexdigest())
    def not_found(self, headers): return self.answer(404, error("NoSuchKey"))
    def denied(self, headers): return self.answer(403, error("AccessDenied"))
    def no_bucket(self, headers): return self.answer(404, error("NoSuchBucket"))
    def slow_down(self, headers): return self.whole() if self.method == "HEAD" else self.answer(503, error("SlowDown"))

    def fail_twice(self, headers):
        fails = self.method == "GET" and self.times(2)
        return self.answer(500, error("InternalError")) if fails else self.whole()

    def too_many(self, headers): return self.answer(429) if self.times(1) else self.whole()
    def escapes(self, headers): return self.answer(500, error("\x1b[31mEvil\u202e sentence"))
    def redirect(self, headers): return self.answer(301, error("PermanentRedirect"), **self.elsewhere())
    def temporary(self, headers): return self.answer(307, error("TemporaryRedirect"), Location=self.elsewhere()["Location"])
    def gzip(self, headers): return self.whole(Content_Encoding="gzip")
    def wrong_tag(self, headers): return self.whole(ETag='"%s"' % ("0" * 32))
    def tag_of_parts(self, headers): return self.whole(ETag='"%s-2"' % ("0" * 32))
    def kms_tag(self, headers):
        return self.whole(ETag='"%s"' % ("0" * 32), x_amz_server_side_encryption="aws:kms")
    def wrong_region(self, headers):
        return self.answer(400, error("AuthorizationHeaderMalformed", "<Region>eu-west-1</Region>"))

    def elsewhere(self):
        return {"Location": "http://127.0.0.1:%d%s" % (self.server.other.server_address[1], self.path),
                "x_amz_bucket_region": "eu-west-1"}

    def wrong_sum_once(self, headers):
        assert self.method == "HEAD" or headers["x-amz-checksum-mode"] == "ENABLED"
        right = base64.b64encode(hashlib.sha256(BODY).digest()).decode()
        return self.whole(x_amz_checksum_sha256="A" * 43 + "=" if self.times(1) and self.method == "GET" else right)

    def slow(self, headers):
        self.head(200, len(BODY))
        for byte in BODY if self.method == "GET" else b"":
            self.send(bytes([byte]))
            time.sleep(1)
        return True

    def silent(self, headers):
        time.sleep(30)
        return False

    def cut(self, headers):
        if self.method == "HEAD" or not self.times(1 if self.path.endswith("once") else 1000):
            return self.whole()
        self.head(200, len(BODY), ETag=TAG)
        self.send(BODY[:500])
        return False

    def reset(self, headers):
        if self.method == "HEAD" or not self.times(1 if self.path.endswith("once") else 1000):
            return self.whole()
        self.head(200, len(BODY), ETag=TAG)
        self.send(BODY[:500])
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()
        return False

    def lie(self, headers):
        """HEAD says 10 bytes, GET sends more than announced."""
        self.head(200, 10)
        if self.method == "GET":
            self.send(BODY)
        return False

    def grown(self, headers):
        """HEAD says less than GET."""
        return self.answer(200, b"", length=10) if self.method == "HEAD" else self.answer(200, BODY)

    def huge(self, headers): return self.answer(200, b"", length=10**12)

    def late_huge(self, headers):
        """HEAD says 10 bytes, GET announces a terabyte."""
        self.head(200, 10 if self.method == "HEAD" else 10**12)
        return self.flood(BODY)

    def endless(self, headers):
        if self.method == "HEAD":
            self.head(200, 10)
            return True
        self.head(200, None, Transfer_Encoding="chunked")
        return self.flood(b"%x\r\n%s\r\n" % (len(BODY), BODY))

    def headers(self, headers):
        """A header block without end."""
        self.send(b"HTTP/1.1 200 OK\r\n")
        return self.flood(b"x-filler: %s\r\n" % (b"y" * 1000))

    def flood(self, data):
        try:
            while self.method == "GET" or data.startswith(b"x-"):
                self.send(data)
        except OSError:
            return False
        return True

    def error_200(self, headers):
        body = error("InternalError")
        return self.answer(200, body, length=len(body))

    def garbage(self, headers):
        self.send(b"\x00\xff not http\r\n\r\n")
        return False

    def skewed(self, headers):
        return self.answer(403, error("RequestTimeTooSkewed"))

    def old_key(self, headers):
        """Takes only credentials of which the first letters are NEW. AWS answers 400, others 403."""
        if "Credential=NEW" in headers["authorization"] and headers["x-amz-security-token"] == "new-token":
            return self.whole()
        return self.answer(400 if self.path.endswith("400") else 403, error("ExpiredToken"))

    def credentials(self, headers):
        """A container's endpoint. Its first answer is a pair that the server no longer takes."""
        word = "OLD" if self.times(1) and "expired" in self.path else "NEW"
        time.sleep(0.2)
        if "broken" in self.path and not self.times(1) or "stumbling" in self.path and self.times(1):
            return self.answer(500)
        lifetime = 100 if "short" in self.path else 3600
        return self.answer(200, json.dumps({
            "AccessKeyId": word + "KEY", "SecretAccessKey": word.lower() + "-secret", "Token": word.lower() + "-token",
            "Expiration": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + lifetime)),
        }).encode())


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 128

    def __init__(self, other=None, tls=None):
        super().__init__(("127.0.0.1", 0), Exchange)
        self.other, self.tls = other, tls
        self.log = log if other else []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def get_request(self):
        connection, address = super().get_request()
        return (self.tls.wrap_socket(connection, server_side=True, do_handshake_on_connect=False) if self.tls
                else connection), address

    def handle_error(self, *_):
        pass

    @property
    def port(self):
        return self.server_address[1]


def certificate(folder, name):
    files = [os.path.join(folder, name + end) for end in (".pem", ".key")]
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=" + name,
                    "-addext", "subjectAltName=" + name, "-out", files[0], "-keyout", files[1]], check=True,
                   stderr=subprocess.DEVNULL)
    return files


def secure(files, newest=None):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*files)
    if newest:
        context.set_ciphers("ALL:@SECLEVEL=0")
        context.minimum_version, context.maximum_version = ssl.TLSVersion.TLSv1, newest
    return context


def main():
    with tempfile.TemporaryDirectory(prefix="cricksy-s3-faults-") as folder:
        right, wrong = certificate(folder, "IP:127.0.0.1"), certificate(folder, "DNS:elsewhere.example")
        other = Server()
        other.other = other
        plain = Server(other)
        secured = {"tls": secure(right), "tlsWrongHost": secure(wrong), "tlsOld": secure(right, ssl.TLSVersion.TLSv1_1)}
        told = {name: "https://127.0.0.1:%d" % Server(other, context).port for name, context in secured.items()}
        told |= {"address": "http://127.0.0.1:%d" % plain.port, "authority": right[0], "otherAuthority": wrong[0]}
        print(json.dumps(told), flush=True)
        sys.stdin.read()


main()
