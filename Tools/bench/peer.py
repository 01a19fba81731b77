"""The other side of `glassbox bench --peer PYTHON`: Python's libraries, doing the same work in turns.

Reads one JSON object a line and answers with one:

    {"start": WORK, ...its sizes}   {"name": "PyTorch 2.13.0, compiled, fused AdamW"}: warmed up and ready
    {"round": true}                 {"seconds": 0.05} or {"bytes": 123}: that work, done once more
    anything that fails             {"error": "PyTorch is not installed"}

A new `start` forgets the work before it; the end of the input ends the program. WORK is one of

    step        a training step of GPT-2's shape: layers, heads, width, context, batch, vocabulary, compile
    product     the product of two square matrices: size
    bpe-train   training a tokenizer: text (a file, documents between NUL bytes), vocabulary
    bpe-encode  encoding on one thread: text, ranks (a tokenizer.json)
    peak        the most memory a process held that trained three steps: sizes as for step
    import      from the start of Python until PyTorch is imported

and all take threads. By hand: echo '{"start": "import"}' | python Tools/bench/peer.py
"""

import contextlib
import json
import os
import sys


def prepare(request: dict):
    """The work asked for, as an object with a `name` and a function `round` that does it once."""
    os.environ["OMP_NUM_THREADS"] = os.environ["RAYON_NUM_THREADS"] = str(request.get("threads", 1))
    work = request.pop("start")
    if work in ("step", "product"):
        import steps

        return steps.Step(request) if work == "step" else steps.Product(request)
    if work in ("bpe-train", "bpe-encode"):
        import bpe

        return bpe.Training(request) if work == "bpe-train" else bpe.Encoding(request)
    if work in ("peak", "import"):
        import processes

        return processes.Peak(request) if work == "peak" else processes.Import(request)
    raise ValueError(f"there is no work {work!r}")


def reason(error: Exception) -> str:
    """One line for people."""
    if isinstance(error, ModuleNotFoundError):
        package = {"torch": "PyTorch"}.get(error.name, error.name)
        return f"{package} is not installed"
    text = str(error).strip()
    return f"{type(error).__name__}: {text.splitlines()[0][:200]}" if text else type(error).__name__


def main():
    work = None
    for line in sys.stdin:
        try:
            # What a library prints must not be taken for an answer.
            with contextlib.redirect_stdout(sys.stderr):
                request = json.loads(line)
                if "start" in request:
                    work = None
                    work = prepare(request)
                    answer = {"name": work.name}
                else:
                    answer = work.round()
        except Exception as error:
            answer = {"error": reason(error)}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
