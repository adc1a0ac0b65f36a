"""S3 and STS by moto with authentication on, and beside it a container's and an EC2 instance's credentials endpoint.

Reads one JSON line with the keys to store, prints one with addresses and credentials, ends when its input does.
"""

import http.server
import json
import logging
import sys
import threading

import boto3
import flask
import moto.settings
from botocore.config import Config
from moto.core.authorization import ActionAuthenticatorMixin
from moto.moto_server.threaded_moto_server import ThreadedMotoServer

logging.getLogger("werkzeug").setLevel(logging.CRITICAL)
BUCKET = "cricksy-uploads-test"
ALLOW = json.dumps({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]})
DENY = json.dumps({"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "s3:*", "Resource": "*"}]})
counts = {}


def store(s3, key):
    s3.put_object(Bucket=BUCKET, Key=key, Body=("bytes of " + key).encode())


def access_key(iam, name, policy):
    iam.create_user(UserName=name)
    iam.put_user_policy(UserName=name, PolicyName="p", PolicyDocument=policy)
    key = iam.create_access_key(UserName=name)["AccessKey"]
    return {"accessKey": key["AccessKeyId"], "secretKey": key["SecretAccessKey"]}


def check_as_aws_does():
    """Two ways in which moto's authentication differs from that of AWS, put right.

    It checks the signature of the path as decoded and encoded anew, so that even boto3 cannot read `a+b`; and it wants
    AssumeRoleWithWebIdentity signed.
    """
    check = ActionAuthenticatorMixin._authenticate_and_authorize_action

    def checked(self, *arguments, **named):
        if self._get_action() == "AssumeRoleWithWebIdentity":
            return
        uri, self.uri = self.uri, "http://" + flask.request.host + flask.request.environ["REQUEST_URI"]
        try:
            check(self, *arguments, **named)
        finally:
            self.uri = uri

    ActionAuthenticatorMixin._authenticate_and_authorize_action = checked


class Identity(http.server.BaseHTTPRequestHandler):
    """Hands out credentials of a role that moto knows, to those who ask in the right way."""

    document = b""

    def answer(self, status, body):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_PUT(self):
        lifetime = self.headers.get("X-aws-ec2-metadata-token-ttl-seconds", "")
        good = self.path == "/latest/api/token" and lifetime.isdigit() and "X-Forwarded-For" not in self.headers
        self.answer(200, b"metadata-token==") if good else self.answer(400, b"")

    def do_GET(self):
        counts[self.path] = counts.get(self.path, 0) + 1
        roles = "/latest/meta-data/iam/security-credentials/"
        if self.path == "/counts":
            self.answer(200, json.dumps(counts).encode())
        elif self.path.startswith("/container/"):
            good = self.headers.get("Authorization") == "container-token"
            self.answer(200, self.document) if good else self.answer(401, b"")
        elif self.headers.get("X-aws-ec2-metadata-token") != "metadata-token==":
            self.answer(401, b"")
        elif self.path == roles:
            self.answer(200, b"cricksy-role")
        elif self.path == roles + "cricksy-role":
            self.answer(200, self.document)
        else:
            self.answer(404, b"")

    def log_message(self, *_):
        pass


def main():
    keys = json.loads(sys.stdin.readline())
    check_as_aws_does()
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    address = "http://127.0.0.1:%d" % server.get_host_and_port()[1]
    options = {
        "endpoint_url": address, "region_name": "us-east-1", "aws_access_key_id": "setup",
        "aws_secret_access_key": "setup", "config": Config(s3={"addressing_style": "path"}),
    }
    s3, iam, sts = (boto3.client(name, **options) for name in ("s3", "iam", "sts"))
    s3.create_bucket(Bucket=BUCKET)
    for key in keys:
        store(s3, key)
    for algorithm in ("CRC32", "SHA1", "SHA256"):
        s3.put_object(Bucket=BUCKET, Key="checksum/" + algorithm, Body=b"summed up", ChecksumAlgorithm=algorithm)
    upload = s3.create_multipart_upload(Bucket=BUCKET, Key="parts")["UploadId"]
    parts = []
    for number, body in ((1, b"a" * (5 << 20)), (2, b"b")):
        part = s3.upload_part(Bucket=BUCKET, Key="parts", UploadId=upload, PartNumber=number, Body=body)
        parts.append({"PartNumber": number, "ETag": part["ETag"]})
    s3.complete_multipart_upload(Bucket=BUCKET, Key="parts", UploadId=upload, MultipartUpload={"Parts": parts})
    role = iam.create_role(RoleName="cricksy-role", AssumeRolePolicyDocument=ALLOW)["Role"]["Arn"]
    iam.put_role_policy(RoleName="cricksy-role", PolicyName="p", PolicyDocument=ALLOW)
    reader, stranger = access_key(iam, "reader", ALLOW), access_key(iam, "stranger", DENY)
    given = sts.assume_role(RoleArn=role, RoleSessionName="machine")["Credentials"]
    Identity.document = json.dumps({
        "Code": "Success", "AccessKeyId": given["AccessKeyId"], "SecretAccessKey": given["SecretAccessKey"],
        "Token": given["SessionToken"], "Expiration": given["Expiration"].strftime("%Y-%m-%dT%H:%M:%SZ"),
    }).encode()
    ActionAuthenticatorMixin.request_count = 0
    moto.settings.INITIAL_NO_AUTH_ACTION_COUNT = 0
    identity = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Identity)
    threading.Thread(target=identity.serve_forever, daemon=True).start()
    session = {"accessKey": given["AccessKeyId"], "secretKey": given["SecretAccessKey"], "token": given["SessionToken"]}
    print(json.dumps({
        "address": address, "bucket": BUCKET, "reader": reader, "stranger": stranger, "session": session, "role": role,
        "identity": "http://127.0.0.1:%d" % identity.server_address[1],
    }), flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()
