"""PyTorch's training step and matrix product. A step is forward, backward, clipping to norm 1 and AdamW, in float32.

Run with a request (see peer.py) it takes three steps and prints the most memory the process held, in bytes.
"""

import json
import resource
import sys
import time
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import nn


@dataclass(frozen=True)
class Shape:
    layers: int
    heads: int
    width: int
    context: int
    batch: int
    vocabulary: int

    @classmethod
    def of(cls, request: dict):
        return cls(**{name: int(request[name]) for name in cls.__dataclass_fields__})


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
    """A function that trains a model of `shape` by one step on the same random batch."""
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

    return step


def seconds(work, repeats: int = 1) -> float:
    """The mean of `repeats` times in a row."""
    start = time.perf_counter()
    for _ in range(repeats):
        work()
    return (time.perf_counter() - start) / repeats


class Step:
    """The fastest of eager and compiled, with the faster of the foreach and the fused AdamW, by a trial of each."""

    def __init__(self, request: dict):
        self.shape, self.repeats = Shape.of(request), request["repeats"]
        torch.set_num_threads(request["threads"])
        best = min(self.trial("foreach", False), self.trial("fused", False))
        remark = ""
        if request["compile"]:
            try:
                best = min(best, self.trial(best[1], True))
            except Exception as error:
                remark = f" (torch.compile does not work here: {type(error).__name__})"
        _, optimizer, compiled, self.step = best
        self.name = f"PyTorch {torch.__version__}, {'compiled' if compiled else 'eager'}, {optimizer} AdamW{remark}"

    def trial(self, optimizer: str, compiled: bool):
        """Seconds a step, after two to warm up; what was tried; the step itself."""
        torch.compiler.reset()
        step = make_step(self.shape, optimizer, compiled)
        step(), step()
        return seconds(step, self.repeats), optimizer, compiled, step

    def round(self) -> dict:
        return {"seconds": seconds(self.step, self.repeats)}


class Product:
    """c = a·b for square matrices."""

    def __init__(self, request: dict):
        torch.set_num_threads(request["threads"])
        torch.manual_seed(0)
        a, b, c = torch.randn(3, request["size"], request["size"])
        self.work = lambda: torch.mm(a, b, out=c)
        self.work()
        self.repeats = request["repeats"]
        self.name = f"PyTorch {torch.__version__}"

    def round(self) -> dict:
        return {"seconds": seconds(self.work, self.repeats)}


def peak_bytes() -> int:
    """The most memory this process ever held. On Linux not of ru_maxrss: that begins with what the parent held."""
    try:
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM"))
    except FileNotFoundError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main():
    request = json.loads(sys.argv[1])
    torch.set_num_threads(request["threads"])
    step = make_step(Shape.of(request), "foreach", request["compile"])
    for _ in range(3):
        step()
    print(peak_bytes())


if __name__ == "__main__":
    main()
