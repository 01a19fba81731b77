"""GPT-2 and Llama twice: as transformers' own models, and as equations that name every activation as Glassbox does.

The scripts under fixtures/ share this. Matrices are [in, out], tables [V, C].
"""

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from transformers import GPT2Config, GPT2LMHeadModel, LlamaConfig, LlamaForCausalLM

EPSILON, ROTARY_BASE = 1e-5, 10000.0

Tensors = dict[str, torch.Tensor]


@dataclass(frozen=True)
class Shape:
    """The sizes of a model of either family."""

    family: str
    vocabulary: int
    context: int
    layers: int
    heads: int
    key_value_heads: int
    width: int
    hidden: int

    @property
    def head_size(self) -> int:
        return self.width // self.heads


# The transformers models, and their tensors under Glassbox's names


def make_model(shape: Shape) -> torch.nn.Module:
    """A float32 model with transformers' starting weights."""
    shared = dict(vocab_size=shape.vocabulary, attn_implementation="eager", bos_token_id=None, eos_token_id=None)
    if shape.family == "gpt2":
        return GPT2LMHeadModel(GPT2Config(
            n_layer=shape.layers, n_embd=shape.width, n_head=shape.heads, n_inner=shape.hidden,
            n_positions=shape.context, activation_function="gelu_new", layer_norm_epsilon=EPSILON,
            tie_word_embeddings=True, embd_pdrop=0, attn_pdrop=0, resid_pdrop=0, **shared,
        ))  # fmt: skip
    return LlamaForCausalLM(LlamaConfig(
        num_hidden_layers=shape.layers, hidden_size=shape.width, num_attention_heads=shape.heads,
        num_key_value_heads=shape.key_value_heads, intermediate_size=shape.hidden,
        max_position_embeddings=shape.context, hidden_act="silu", rms_norm_eps=EPSILON,
        rope_parameters={"rope_type": "default", "rope_theta": ROTARY_BASE},
        tie_word_embeddings=False, attention_bias=False, mlp_bias=False, **shared,
    ))  # fmt: skip


def glassbox_names(shape: Shape, theirs: Tensors) -> Tensors:
    """Renames, splits and transposes transformers' tensors, weights or gradients alike, as views of them."""
    return (gpt2_names if shape.family == "gpt2" else llama_names)(shape, theirs)


def gpt2_names(shape: Shape, theirs: Tensors) -> Tensors:
    """GPT-2 keeps its matrices [in, out] already, and fuses q, k and v."""
    ours = {"embed.weight": theirs["transformer.wte.weight"], "pos_embed.weight": theirs["transformer.wpe.weight"]}
    for kind in ("weight", "bias"):
        ours[f"ln_final.{kind}"] = theirs[f"transformer.ln_f.{kind}"]
        for layer in range(shape.layers):
            source, block = f"transformer.h.{layer}", f"blocks.{layer}"
            fused = theirs[f"{source}.attn.c_attn.{kind}"].split(shape.width, dim=-1)
            for part, value in zip("qkv", fused):
                ours[f"{block}.attn.{part}.{kind}"] = value
            for name, place in [
                ("ln1", "ln_1"), ("attn.out", "attn.c_proj"), ("ln2", "ln_2"),
                ("mlp.pre", "mlp.c_fc"), ("mlp.out", "mlp.c_proj"),
            ]:  # fmt: skip
                ours[f"{block}.{name}.{kind}"] = theirs[f"{source}.{place}.{kind}"]
    return ours


def llama_names(shape: Shape, theirs: Tensors) -> Tensors:
    """Llama keeps its matrices [out, in]."""
    ours = {
        "embed.weight": theirs["model.embed_tokens.weight"],
        "ln_final.weight": theirs["model.norm.weight"],
        "unembed.weight": theirs["lm_head.weight"],
    }
    for layer in range(shape.layers):
        source, block = f"model.layers.{layer}", f"blocks.{layer}"
        for name, place in [
            ("attn.q", "self_attn.q_proj"), ("attn.k", "self_attn.k_proj"), ("attn.v", "self_attn.v_proj"),
            ("attn.out", "self_attn.o_proj"),
            ("mlp.gate", "mlp.gate_proj"), ("mlp.pre", "mlp.up_proj"), ("mlp.out", "mlp.down_proj"),
        ]:  # fmt: skip
            ours[f"{block}.{name}.weight"] = theirs[f"{source}.{place}.weight"].T
        ours[f"{block}.ln1.weight"] = theirs[f"{source}.input_layernorm.weight"]
        ours[f"{block}.ln2.weight"] = theirs[f"{source}.post_attention_layernorm.weight"]
    return ours


# The same models as equations


def forward(shape: Shape, weights: Tensors, tokens: torch.Tensor) -> tuple[torch.Tensor, Tensors]:
    """tokens[B,T] -> logits[B,T,V], and every activation by name. What a family has, its weights tell."""
    act: Tensors = {}
    T = tokens.shape[1]
    learned_positions = "pos_embed.weight" in weights

    def linear(x, name):
        y = x @ weights[f"{name}.weight"]
        return y + weights[f"{name}.bias"] if f"{name}.bias" in weights else y

    def norm(x, name):
        weight, bias = weights[f"{name}.weight"], weights.get(f"{name}.bias")
        if bias is None:
            return x * torch.rsqrt(x.square().mean(-1, keepdim=True) + EPSILON) * weight
        return F.layer_norm(x, weight.shape, weight, bias, EPSILON)

    def heads(x):
        return x.unflatten(-1, (-1, shape.head_size)).transpose(1, 2)

    def rotate(x):
        exponent = torch.arange(0, shape.head_size, 2, dtype=x.dtype) / shape.head_size
        angle = torch.outer(torch.arange(T, dtype=x.dtype), ROTARY_BASE**-exponent)
        left, right = x.chunk(2, -1)
        return torch.cat([left * angle.cos() - right * angle.sin(), right * angle.cos() + left * angle.sin()], -1)

    def attention(x, name):
        q, k, v = (heads(linear(x, f"{name}.{part}")) for part in "qkv")
        act.update({f"{name}.q": q, f"{name}.k": k, f"{name}.v": v})
        if not learned_positions:
            q, k = rotate(q), rotate(k)
            act.update({f"{name}.rot_q": q, f"{name}.rot_k": k})
        group = q.shape[1] // k.shape[1]
        k, v = k.repeat_interleave(group, 1), v.repeat_interleave(group, 1)
        future = torch.ones(T, T, dtype=torch.bool).triu(1)
        scores = (q @ k.mT / shape.head_size**0.5).masked_fill(future, float("-inf"))
        pattern = scores.softmax(-1)
        z = pattern @ v
        out = linear(z.transpose(1, 2).flatten(2), f"{name}.out")
        act.update({f"{name}.scores": scores, f"{name}.pattern": pattern, f"{name}.z": z, f"{name}.out": out})
        return out

    def feed_forward(x, name):
        pre = act[f"{name}.pre"] = linear(x, f"{name}.pre")
        if f"{name}.gate.weight" in weights:
            gate = act[f"{name}.gate"] = linear(x, f"{name}.gate")
            post = F.silu(gate) * pre
        else:
            post = F.gelu(pre, approximate="tanh")
        act[f"{name}.post"] = post
        act[f"{name}.out"] = linear(post, f"{name}.out")
        return act[f"{name}.out"]

    x = act["embed"] = weights["embed.weight"][tokens]
    if learned_positions:
        act["pos_embed"] = weights["pos_embed.weight"][:T]
        x = x + act["pos_embed"]
    for layer in range(shape.layers):
        block = f"blocks.{layer}"
        act[f"{block}.resid_pre"] = x
        act[f"{block}.ln1"] = norm(x, f"{block}.ln1")
        x = x + attention(act[f"{block}.ln1"], f"{block}.attn")
        act[f"{block}.resid_mid"] = x
        act[f"{block}.ln2"] = norm(x, f"{block}.ln2")
        x = x + feed_forward(act[f"{block}.ln2"], f"{block}.mlp")
        act[f"{block}.resid_post"] = x
    act["ln_final"] = norm(x, "ln_final")
    return act["ln_final"] @ weights.get("unembed.weight", weights["embed.weight"]).T, act


def mean_loss(logits: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    """logits[B,T,V], targets[B,T] -> the mean cross entropy, a scalar."""
    return F.cross_entropy(logits.flatten(0, 1), targets.flatten())
