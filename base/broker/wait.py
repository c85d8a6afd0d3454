"""Waits until HOST:PORT answers. A Service answers once a pod behind it is ready, so this waits for readiness.

Gives up after five minutes: the pod then shows an error instead of hanging, and the kubelet tries again.
"""

import socket
import sys
import time

host, _, port = sys.argv[1].rpartition(":")
deadline = time.monotonic() + float(sys.argv[2] if len(sys.argv) > 2 else 300)

while True:
    try:
        socket.create_connection((host, int(port)), timeout=5).close()
        print(f"{host}:{port} answers")
        break
    except OSError as error:
        if time.monotonic() >= deadline:
            sys.exit(f"{host}:{port} does not answer: {error}")
        time.sleep(1)
