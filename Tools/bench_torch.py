"""Times PyTorch's training steps on the shapes that `make bench` times Glassbox on.

    python Tools/bench_torch.py [--threads 2] [--seconds 10] [--no-compile]

Prints one JSON row a line: {"name", "parameters", "step_ms", "tokens_per_second", "steps"}. A step is forward,
backward, clipping to norm 1 and AdamW, in float32; step_ms is the median. `eager` is plain PyTorch; `compile` is
torch.compile, where a C++ compiler is found and works. The faster of the foreach and the fused AdamW is used.

Exit code: 0; 2 when PyTorch is not installed or an option is wrong.
"""

import argparse
import json
import statistics
import sys
import time
from dataclasses import dataclass

try:
    import torch
    import torch.nn.functional as F
    from torch import nn
except ImportError:
    print("bench_torch: PyTorch is not installed, nothing to compare with (see Tools/README.md)", file=sys.stderr)
    sys.exit(2)


@dataclass(frozen=True)
class Shape:
    layers: int
    heads: int
    width: int
    context: int
    batch: int
    vocabulary: int

    @property
    def name(self) -> str:
        return f"{self.layers}/{self.heads}/{self.width}/{self.context}/{self.batch}/{self.vocabulary}"


SHAPES = [Shape(4, 4, 128, 64, 12, 65), Shape(6, 6, 384, 256, 16, 65)]


class Block(nn.Module):
    """x + attention(norm(x)), then x + feed-forward(norm(x)): Radford et al. 2019."""

    def __init__(self, shape: Shape):
        super().__init__()
        C, self.heads = shape.width, shape.heads
        self.ln1, self.ln2 = nn.LayerNorm(C), nn.LayerNorm(C)
        self.qkv, self.out = nn.Linear(C, 3 * C), nn.Linear(C, C)
        self.mlp_pre, self.mlp_out = nn.Linear(C, 4 * C), nn.Linear(4 * C, C)

    def forward(self, x):
        """x[B,T,C] -> [B,T,C]"""
        q, k, v = self.qkv(self.ln1(x)).unflatten(-1, (3 * self.heads, -1)).transpose(1, 2).chunk(3, 1)
        z = F.scaled_dot_product_attention(q, k, v, is_causal=True)
        x = x + self.out(z.transpose(1, 2).flatten(2))
        return x + self.mlp_out(F.gelu(self.mlp_pre(self.ln2(x)), approximate="tanh"))


class Transformer(nn.Module):
    """GPT-2's shape: learned positions, tied embeddings, no dropout."""

    def __init__(self, shape: Shape):
        super().__init__()
        self.embed = nn.Embedding(shape.vocabulary, shape.width)
        self.pos_embed = nn.Parameter(torch.randn(shape.context, shape.width) * 0.02)
        nn.init.normal_(self.embed.weight, std=0.02)
        self.blocks = nn.ModuleList(Block(shape) for _ in range(shape.layers))
        self.ln_final = nn.LayerNorm(shape.width)

    def forward(self, tokens, targets):
        """tokens[B,T], targets[B,T] -> the mean cross entropy"""
        x = self.embed(tokens) + self.pos_embed
        for block in self.blocks:
            x = block(x)
        logits = F.linear(self.ln_final(x), self.embed.weight)
        return F.cross_entropy(logits.flatten(0, 1), targets.flatten())


def make_step(shape: Shape, optimizer: str, compiled: bool):
    """A model of `shape` and a function that trains it by one step on the same random batch."""
    torch.manual_seed(0)
    model = Transformer(shape)
    tokens, targets = torch.randint(shape.vocabulary, (2, shape.batch, shape.context))
    parameters = list(model.parameters())
    adam = torch.optim.AdamW(parameters, lr=3e-4, betas=(0.9, 0.95), weight_decay=0.1, **{optimizer: True})
    loss_of = torch.compile(model) if compiled else model

    def step():
        loss = loss_of(tokens, targets)
        adam.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(parameters, 1.0)
        adam.step()

    return model, step


def median_milliseconds(step, seconds: float) -> tuple[float, int]:
    """The median time of the steps that fit into `seconds`, at least three, after two to warm up."""
    step(), step()
    times, end = [], time.perf_counter() + seconds
    while len(times) < 3 or time.perf_counter() < end:
        start = time.perf_counter()
        step()
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times), len(times)


def measure(shape: Shape, compiled: bool, seconds: float) -> dict:
    """One row: the better of both optimisers, `seconds` shared between them."""
    rows = []
    for optimizer in ("foreach", "fused"):
        torch.compiler.reset()
        model, step = make_step(shape, optimizer, compiled)
        milliseconds, steps = median_milliseconds(step, seconds / 2)
        rows.append({
            "name": f"pytorch {torch.__version__} {'compile' if compiled else 'eager'} {optimizer} {shape.name}",
            "parameters": sum(p.numel() for p in model.parameters()),
            "step_ms": round(milliseconds, 2),
            "tokens_per_second": round(1000 * shape.batch * shape.context / milliseconds),
            "steps": steps,
        })  # fmt: skip
    return min(rows, key=lambda row: row["step_ms"])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--threads", type=int, default=2, help="PyTorch's worker threads (2)")
    parser.add_argument("--seconds", type=float, default=10, help="time for each row, without warm-up (10)")
    parser.add_argument("--no-compile", action="store_true", help="leave torch.compile out: it compiles for a minute")
    options = parser.parse_args()
    if options.threads < 1 or options.seconds <= 0:
        parser.error("--threads and --seconds must be above zero")
    torch.set_num_threads(options.threads)

    for compiled in (False,) if options.no_compile else (False, True):
        for shape in SHAPES:
            try:
                row = measure(shape, compiled, options.seconds)
            except Exception as error:
                if not compiled:
                    raise
                reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
                print(f"bench_torch: torch.compile does not work here: {reason}", file=sys.stderr)
                return
            print(json.dumps(row), flush=True)


if __name__ == "__main__":
    main()
