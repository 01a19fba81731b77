"""Work of which a whole process is measured: its memory, and how long it takes to start."""

import json
import pathlib
import subprocess
import sys
import time

import torch


class Peak:
    """The most memory that a process of its own held while it trained three steps; the best of eager and compiled."""

    def __init__(self, request: dict):
        self.requests = [request | {"compile": compiled} for compiled in {False, request["compile"]}]
        self.name = f"PyTorch {torch.__version__}"

    def round(self) -> dict:
        script = str(pathlib.Path(__file__).with_name("steps.py"))
        peaks = [
            int(subprocess.run([sys.executable, script, json.dumps(request)], check=True, capture_output=True).stdout)
            for request in self.requests
        ]  # fmt: skip
        return {"bytes": min(peaks)}


class Import:
    """From the start of Python until PyTorch is imported and could begin."""

    def __init__(self, request: dict):
        self.name = f"import of PyTorch {torch.__version__}"

    def round(self) -> dict:
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", "import torch"], check=True)
        return {"seconds": time.perf_counter() - start}
