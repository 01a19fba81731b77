"""Reads a file that `glassbox` saved with the program it is meant for, and says what is in it.

    python Tools/check_exports.py FILE.ipynb | FILE.npy

A notebook is validated, and its cells and outputs are counted by kind. Of an array the type, the shape and the bits of
its elements are printed. Exits with an error if the file is not what its ending says.
"""

import sys
from collections import Counter


def notebook(path):
    import nbformat

    read = nbformat.read(path, as_version=nbformat.NO_CONVERT)
    nbformat.validate(read)
    assert (read.nbformat, read.nbformat_minor) == (4, 5), "not format 4.5"
    counts = Counter(f"{cell.cell_type} cells" for cell in read.cells)
    for cell in read.cells:
        for output in cell.get("outputs", []):
            counts[output.output_type] += 1
            counts.update(output.get("data", {}).keys())
    return "\n".join(f"{counts[name]} {name}" for name in sorted(counts))


def array(path):
    import numpy

    read = numpy.load(path, allow_pickle=False)
    bits = numpy.ascontiguousarray(read).reshape(-1).view("<u4").tolist()
    return f"{read.dtype.str} {list(read.shape)} {bits}"


if __name__ == "__main__":
    path = sys.argv[1]
    print(notebook(path) if path.endswith(".ipynb") else array(path))
