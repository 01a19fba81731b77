"""Checks that transformers computes the same logits from an exported model as Glassbox does.

    glassbox export RUN DIR
    glassbox logits --run RUN TEXT --json > logits.json
    python Tools/check_export.py DIR --text TEXT --logits logits.json

logits.json holds {"tokens": [ids], "logits": [[V numbers] for each position]}. DIR holds config.json,
model.safetensors and tokenizer.json.

Exit code: 0 equal, 1 token ids differ, a logit differs by more than the tolerance, or the weights do not
fit the architecture; 2 something could not be read.
"""

import argparse
import json
import sys
from pathlib import Path


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", metavar="DIR", type=Path, help="folder written by `glassbox export`")
    parser.add_argument("--text", required=True, help="the text that the logits were computed for")
    parser.add_argument("--logits", required=True, type=Path, help="what `glassbox logits --json` printed")
    parser.add_argument("--tolerance", type=float, default=1e-4, help="largest absolute difference (1e-4)")
    return parser.parse_args()


def stop(code: int, message: str):
    print(f"check_export: {message}", file=sys.stderr)
    sys.exit(code)


def read_logits(path: Path):
    """The token ids and the logits[T,V] that Glassbox wrote."""
    import torch

    try:
        written = json.loads(path.read_text())
        return [int(id) for id in written["tokens"]], torch.tensor(written["logits"], dtype=torch.float64)
    except (OSError, ValueError, KeyError, TypeError) as error:
        stop(2, f"{path} is not the output of `glassbox logits --json`: {error!r}")


def load(folder: Path):
    """The tokenizer and the float32 model of a Hugging Face folder."""
    import torch
    from transformers import AutoModelForCausalLM, PreTrainedTokenizerFast

    for name in ("config.json", "model.safetensors", "tokenizer.json"):
        if not (folder / name).is_file():
            stop(2, f"{folder / name} is missing")
    try:
        tokenizer = PreTrainedTokenizerFast(tokenizer_file=str(folder / "tokenizer.json"))
        model, report = AutoModelForCausalLM.from_pretrained(
            folder, dtype=torch.float32, local_files_only=True, output_loading_info=True
        )
    except Exception as error:  # whatever the libraries object to, the reader wants to see
        stop(2, f"{folder} does not load: {error}")
    faults = {kind: keys for kind, keys in report.items() if keys}
    if faults:
        stop(1, f"the weights do not fit {type(model).__name__}: {faults}")
    return tokenizer, model.eval()


def main():
    options = arguments()
    try:
        import torch
        import transformers
    except ImportError as error:
        stop(2, f"{error}; see Tools/README.md for the environment")
    transformers.logging.set_verbosity_error()
    transformers.logging.disable_progress_bar()
    tokens, ours = read_logits(options.logits)
    tokenizer, model = load(options.folder)

    their_tokens = tokenizer(options.text)["input_ids"]
    if their_tokens != tokens:
        stop(1, f"token ids differ\n  glassbox      {tokens}\n  transformers  {their_tokens}")
    if not tokens:
        stop(2, "the text has no tokens, so there is nothing to compare")
    with torch.no_grad():
        theirs = model(input_ids=torch.tensor([tokens])).logits[0].double()
    if theirs.shape != ours.shape:
        stop(1, f"shapes differ: glassbox {list(ours.shape)}, transformers {list(theirs.shape)}")

    difference = (ours - theirs).abs()
    worst = difference.max().item()
    position, token = divmod(difference.argmax().item(), theirs.shape[1])
    print(f"{type(model).__name__}: {len(tokens)} tokens, {theirs.numel()} logits")
    print(f"max abs difference {worst:.3e} at [{position}, {token}]")
    # Written so that a NaN fails.
    if not worst <= options.tolerance:
        stop(1, f"the difference is above {options.tolerance:g}")


if __name__ == "__main__":
    main()
