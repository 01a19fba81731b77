import Foundation
import Tensors

/// A tensor as a `.npy` file, format 1.0: little-endian float32 in row-major order.
///
/// Source: NumPy enhancement proposal 1.
enum NumPyFile {
  /// The bytes of the file.
  static func data(of tensor: Tensor) -> Data {
    // A tuple of one is written with a comma.
    let sizes =
      tensor.shape.sizes.map(String.init).joined(separator: ", ")
      + (tensor.shape.rank == 1 ? "," : "")
    var header = "{'descr': '<f4', 'fortran_order': False, 'shape': (\(sizes)), }"
    // Mark, version, the header's length and its final line end together fill blocks of 64 bytes.
    let unfilled = 10 + header.utf8.count + 1
    header += String(repeating: " ", count: (64 - unfilled % 64) % 64) + "\n"
    var data = Data([0x93] + Array("NUMPY".utf8) + [1, 0])
    withUnsafeBytes(of: UInt16(header.utf8.count).littleEndian) { data.append(contentsOf: $0) }
    data.append(contentsOf: header.utf8)
    for value in tensor.values {
      withUnsafeBytes(of: value.bitPattern.littleEndian) { data.append(contentsOf: $0) }
    }
    return data
  }
}
