import Testing

@testable import Notebook

/// Whole blocks written out in cells, as a learner does it: every step has the bits of the pass.
@Suite struct BlockByHandTests {
  @Test func aBlockOfGPT2() throws {
    let session = try ModelFixture.session(ModelFixture.gpt2)
    let failures = ModelFixture.failures(
      of: """
        same(embed.weight[tokens], embed)
        T = tokens.shape[1]
        same(pos_embed.weight[:T], pos_embed[0])
        x = embed + pos_embed
        same(x, blocks.0.resid_pre)
        m = mean(x, axis: -1, keepdims: true)
        r = 1 / sqrt(var(x, axis: -1, keepdims: true) + 1e-5)
        n = fma((x - m) * r, blocks.0.ln1.weight, blocks.0.ln1.bias)
        same(n, blocks.0.ln1)
        q = n @ blocks.0.attn.q.weight + blocks.0.attn.q.bias
        k = n @ blocks.0.attn.k.weight + blocks.0.attn.k.bias
        v = n @ blocks.0.attn.v.weight + blocks.0.attn.v.bias
        q = transpose(reshape(q, batch: 1, position: T, head: 2, channel: 12), 1, 2)
        k = transpose(reshape(k, batch: 1, position: T, head: 2, channel: 12), 1, 2)
        v = transpose(reshape(v, batch: 1, position: T, head: 2, channel: 12), 1, 2)
        same(q, blocks.0.attn.q) and same(k, blocks.0.attn.k) and same(v, blocks.0.attn.v)
        scores = causal(q @ k.T / sqrt(12))
        same(scores, blocks.0.attn.scores)
        pattern = softmax(scores)
        same(pattern, blocks.0.attn.pattern)
        z = pattern @ v
        same(z, blocks.0.attn.z)
        joined = reshape(transpose(z, 1, 2), 1, T, 24)
        a = joined @ blocks.0.attn.out.weight + blocks.0.attn.out.bias
        same(a, blocks.0.attn.out)
        x = x + a
        same(x, blocks.0.resid_mid)
        n = layernorm(x, blocks.0.ln2.weight, blocks.0.ln2.bias)
        same(n, blocks.0.ln2)
        h = gelu(n @ blocks.0.mlp.pre.weight + blocks.0.mlp.pre.bias)
        same(h, blocks.0.mlp.post)
        x = x + (h @ blocks.0.mlp.out.weight + blocks.0.mlp.out.bias)
        same(x, blocks.0.resid_post)
        same(ln_final @ embed.weight.T, logits)
        """, in: session)
    #expect(failures == [])
  }

  @Test func aBlockOfLlama() throws {
    let session = try ModelFixture.session(ModelFixture.llama)
    let failures = ModelFixture.failures(
      of: """
        x = embed
        T = tokens.shape[1]
        r = 1 / sqrt(meansquare(x, axis: -1, keepdims: true) + 1e-5)
        n = x * r * blocks.0.ln1.weight
        same(n, blocks.0.ln1)
        same(rmsnorm(x, blocks.0.ln1.weight), n)
        q = transpose(reshape(n @ blocks.0.attn.q.weight, 1, T, 4, 6), 1, 2)
        k = transpose(reshape(n @ blocks.0.attn.k.weight, 1, T, 2, 6), 1, 2)
        v = transpose(reshape(n @ blocks.0.attn.v.weight, 1, T, 2, 6), 1, 2)
        same(rotary(q), blocks.0.attn.rot_q)
        c = rotary(concat([ones(T, 3), zeros(T, 3)], axis: 1))[:, :3]
        s = rotary(concat([ones(T, 3), zeros(T, 3)], axis: 1))[:, 3:]
        rot_k = concat([k[..., :3] * c - k[..., 3:] * s, k[..., 3:] * c + k[..., :3] * s], axis: -1)
        allclose(rot_k, blocks.0.attn.rot_k)
        keys = rotary(k)[:, [0, 0, 1, 1]]
        scores = causal(rotary(q) @ keys.T / sqrt(6))
        same(scores, blocks.0.attn.scores)
        z = softmax(scores) @ v[:, [0, 0, 1, 1]]
        same(z, blocks.0.attn.z)
        a = reshape(transpose(z, 1, 2), 1, T, 24) @ blocks.0.attn.out.weight
        x = x + a
        same(x, blocks.0.resid_mid)
        n = rmsnorm(x, blocks.0.ln2.weight)
        gate = n @ blocks.0.mlp.gate.weight
        h = silu(gate) * (n @ blocks.0.mlp.pre.weight)
        same(h, blocks.0.mlp.post)
        x = x + h @ blocks.0.mlp.out.weight
        same(x, blocks.0.resid_post)
        same(ln_final @ unembed.weight.T, logits)
        """, in: session)
    #expect(failures == [])
  }

  @Test func theLossFromTheLogits() throws {
    let session = try ModelFixture.session(ModelFixture.llama)
    let failures = ModelFixture.failures(
      of: """
        targets = tokens[0, 1:]
        scored = logits[0, :-1]
        picked = sum(logsoftmax(scored) * onehot(targets, 296), axis: -1)
        same(mean(-picked), crossentropy(scored, targets))
        allclose(log(softmax(scored)), logsoftmax(scored))
        argmax(logits[0, -1]) == topk(logits[0, -1], 1)[1][0]
        """, in: session)
    #expect(failures == [])
  }
}
