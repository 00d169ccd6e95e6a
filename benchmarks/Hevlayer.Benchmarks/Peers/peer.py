"""The calls as a Python program makes them with nothing but its standard library.

Reads lines "WORK CALLS" and answers each with "WALL-SECONDS PROCESSOR-SECONDS".
"""

import array
import http.client
import json
import random
import sys
import time
import urllib.parse

connection = http.client.HTTPConnection(urllib.parse.urlsplit(sys.argv[1]).netloc)
headers = {"authorization": "Bearer benchmark", "content-type": "application/json"}

# A model gives 32-bit numbers; as numbers of the language they have 64.
vectors = [
    {"id": f"chunk-{index:05}", "vector": array.array("f", ((random.random() - 0.5) / 10 for _ in range(384))).tolist()}
    for index in range(16)
]


def send(method: str, path: str, body: object) -> object:
    connection.request(method, path, json.dumps(body, separators=(",", ":")), headers)
    response = connection.getresponse()
    reply = response.read()
    if response.status != 200:
        raise RuntimeError(response.status)
    return json.loads(reply)


def put_vectors() -> None:
    send("PUT", "/v2/pipelines/1/documents/products%2Fdocument-00001/vectors", {"vectors": vectors})


def claim() -> None:
    send("POST", "/v2/pipelines/1/claim", {"limit": 16, "worker_id": "embed-0", "lease_seconds": 300})


work = {"vectors": put_vectors, "claim": claim}

for line in sys.stdin:
    name, calls = line.split()
    processor = time.process_time()
    begin = time.perf_counter()
    for _ in range(int(calls)):
        work[name]()
    print(time.perf_counter() - begin, time.process_time() - processor, flush=True)
