"""Sends requests to a server on loopback, one connection for all, and prints the answers as JSON.

request.py PORT [METHOD PATH] ...
"""

import http.client
import json
import sys
import time

connection = http.client.HTTPConnection("127.0.0.1", int(sys.argv[1]), timeout=10)
answers = []
for method, path in zip(sys.argv[2::2], sys.argv[3::2]):
    start = time.perf_counter()
    connection.request(method, path)
    answer = connection.getresponse()
    body = answer.read().decode()
    answers.append({
        "status": answer.status,
        "headers": {name.lower(): value for name, value in answer.getheaders()},
        "body": body,
        "milliseconds": (time.perf_counter() - start) * 1000,
    })
json.dump(answers, sys.stdout)
