"""Byte-pair encoding in Hugging Face's tokenizers and in tiktoken."""

import importlib.metadata
import json
import time

SPECIAL_TOKENS = ["<|endoftext|>", "<|user|>", "<|assistant|>", "<|end|>"]
# GPT-2's expression, in the form that tiktoken itself uses for it.
PATTERN = r"""'(?:[sdmt]|ll|ve|re)| ?\p{L}++| ?\p{N}++| ?[^\s\p{L}\p{N}]++|\s++$|\s+(?!\S)|\s"""


def documents(path: str) -> list[str]:
    with open(path, encoding="utf-8", newline="") as file:
        return file.read().split("\0")


class Training:
    """Hugging Face's trainer, which counts words on all threads."""

    def __init__(self, request: dict):
        from tokenizers import Tokenizer, models, pre_tokenizers, trainers

        self.documents = documents(request["text"])
        self.name = f"tokenizers {importlib.metadata.version('tokenizers')}"

        def train():
            tokenizer = Tokenizer(models.BPE())
            tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
            trainer = trainers.BpeTrainer(
                vocab_size=request["vocabulary"], min_frequency=2, show_progress=False, special_tokens=SPECIAL_TOKENS,
                initial_alphabet=sorted(pre_tokenizers.ByteLevel.alphabet()))  # fmt: skip
            tokenizer.train_from_iterator(self.documents, trainer)

        self.train = train
        self.train()

    def round(self) -> dict:
        start = time.perf_counter()
        self.train()
        return {"seconds": time.perf_counter() - start}


def byte_of_letter() -> dict[str, int]:
    """GPT-2's letters for the 256 bytes: itself where it can be seen, else one from U+0100 on."""
    seen = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    hidden = [byte for byte in range(256) if byte not in seen]
    return {chr(byte): byte for byte in seen} | {chr(256 + place): byte for place, byte in enumerate(hidden)}


def mergeable_ranks(path: str) -> dict[bytes, int]:
    """The ranks of a byte-level tokenizer.json: the bytes, then what the merges make."""
    with open(path, encoding="utf-8") as file:
        merges = json.load(file)["model"]["merges"]
    letters = byte_of_letter()
    ranks = {bytes([letters[letter]]): rank for rank, letter in enumerate(sorted(letters))}
    for merge in merges:
        name = merge.replace(" ", "") if isinstance(merge, str) else "".join(merge)
        ranks.setdefault(bytes(letters[letter] for letter in name), len(ranks))
    return ranks


class Encoding:
    """tiktoken's encoder, which works on one thread."""

    def __init__(self, request: dict):
        import tiktoken

        self.documents = documents(request["text"])
        self.encoding = tiktoken.Encoding(
            "bench", pat_str=PATTERN, mergeable_ranks=mergeable_ranks(request["ranks"]), special_tokens={})  # fmt: skip
        self.name = f"tiktoken {importlib.metadata.version('tiktoken')}"
        self.round()

    def round(self) -> dict:
        start = time.perf_counter()
        tokens = [self.encoding.encode_ordinary(document) for document in self.documents]
        return {"seconds": time.perf_counter() - start, "count": sum(map(len, tokens))}
