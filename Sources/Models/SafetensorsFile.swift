import Foundation
import Kernels
import Tensors

/// What was wrong with a file from outside.
package struct FileError: Error, CustomStringConvertible {
  package let path: String
  package let problem: String
  package var description: String { "\(path): \(problem)" }

  package init(_ url: URL, _ problem: String) {
    path = url.path
    self.problem = problem
  }
}

/// A file in the safetensors format: a length, a JSON header, and raw little-endian numbers.
/// Source: github.com/huggingface/safetensors, section "Format".
///
/// A file is hostile until checked: sizes, offsets, types and counts are verified before anything
/// is read.
package struct SafetensorsFile: Sendable {
  package enum ElementType: String, Sendable {
    case float32 = "F32"
    case int32 = "I32"
    case uint8 = "U8"

    var size: Int { self == .uint8 ? 1 : 4 }
  }

  package struct Entry: Sendable {
    package let type: ElementType
    package let sizes: [Int]
    /// Where its bytes lie behind the header.
    let range: Range<Int>
    package var count: Int { sizes.reduce(1, *) }
  }

  package let url: URL
  package let metadata: [String: String]
  package let entries: [String: Entry]
  private let bytes: Data
  private let dataStart: Int
  /// A header larger than this is refused, as in the reference implementation.
  private static let largestHeader = 100_000_000

  /// Reads and checks a whole file. Throws `FileError`.
  package init(contentsOf url: URL) throws {
    let data: Data
    do { data = try Data(contentsOf: url) } catch {
      throw FileError(url, "cannot be read: \(error.localizedDescription)")
    }
    try self.init(data, of: url)
  }

  /// Checks the bytes of a file that was read. Throws `FileError`.
  package init(_ data: Data, of url: URL) throws {
    guard data.count >= 8 else { throw FileError(url, "cut off: only \(data.count) bytes") }
    let length = data.withUnsafeBytes { $0.loadUnaligned(as: UInt64.self).littleEndian }
    guard length <= Self.largestHeader, Int(length) <= data.count - 8 else {
      throw FileError(url, "cut off or damaged: a header of \(length) bytes is announced")
    }
    let headerEnd = 8 + Int(length)
    let parsed = try? JSONSerialization.jsonObject(with: data[8..<headerEnd])
    guard var header = parsed as? [String: Any] else {
      throw FileError(url, "damaged: its header is not a JSON object")
    }
    if let value = header.removeValue(forKey: "__metadata__") {
      guard let texts = value as? [String: String] else {
        throw FileError(url, "damaged: its metadata holds something other than texts")
      }
      metadata = texts
    } else {
      metadata = [:]
    }
    entries = try Self.check(header, space: data.count - headerEnd, url)
    self.url = url
    bytes = data
    dataStart = headerEnd
  }

  /// The entries of a header whose byte ranges tile `space` bytes exactly.
  private static func check(
    _ header: [String: Any], space: Int, _ url: URL
  ) throws -> [String: Entry] {
    var entries: [String: Entry] = [:]
    for (name, value) in header {
      guard let fields = value as? [String: Any], let sizes = fields["shape"] as? [Int],
        let offsets = fields["data_offsets"] as? [Int], let type = fields["dtype"] as? String
      else { throw FileError(url, "damaged: tensor \(name) lacks dtype, shape or data_offsets") }
      guard let type = ElementType(rawValue: type) else {
        throw FileError(url, "tensor \(name) has the type \(type); F32, I32 and U8 can be read")
      }
      var size = type.size
      for axis in sizes {
        let (product, overflows) = size.multipliedReportingOverflow(by: axis)
        guard axis >= 0, !overflows else {
          throw FileError(url, "damaged: tensor \(name) has the shape \(sizes)")
        }
        size = product
      }
      guard offsets.count == 2, offsets[0] >= 0, offsets[1] >= offsets[0], offsets[1] <= space,
        offsets[1] - offsets[0] == size
      else { throw FileError(url, "cut off or damaged: tensor \(name) lies at \(offsets)") }
      entries[name] = Entry(type: type, sizes: sizes, range: offsets[0]..<offsets[1])
    }
    var end = 0
    for range in entries.values.map(\.range).sorted(by: {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    }) {
      guard range.lowerBound == end else {
        throw FileError(url, "damaged: tensors overlap or gape")
      }
      end = range.upperBound
    }
    guard end == space else { throw FileError(url, "damaged: \(space - end) bytes too many") }
    return entries
  }

  /// Names in order.
  package var names: [String] { entries.keys.sorted() }

  /// The tensor `name` with the axes of `shape`, whose sizes must be the file's.
  package func tensor(_ name: String, shape: Shape) throws -> Tensor {
    let entry = try entry(name, .float32)
    guard entry.sizes == shape.sizes else {
      throw FileError(url, "tensor \(name) has the shape \(entry.sizes), not \(shape.sizes)")
    }
    return Tensor(shape, try floats(name))
  }

  /// The elements of an F32 tensor in row-major order.
  package func floats(_ name: String) throws -> [Float] {
    try elements(name, .float32, zero: Float(0))
  }

  /// The elements of an I32 tensor in row-major order.
  package func integers(_ name: String) throws -> [Int32] {
    try elements(name, .int32, zero: Int32(0))
  }

  /// The elements of a U8 tensor.
  package func byteValues(_ name: String) throws -> [UInt8] {
    try elements(name, .uint8, zero: UInt8(0))
  }

  private func entry(_ name: String, _ type: ElementType) throws -> Entry {
    guard let entry = entries[name] else { throw FileError(url, "has no tensor \(name)") }
    guard entry.type == type else {
      throw FileError(url, "tensor \(name) is \(entry.type.rawValue), not \(type.rawValue)")
    }
    return entry
  }

  private func elements<Element: BitwiseCopyable>(
    _ name: String, _ type: ElementType, zero: Element
  ) throws -> [Element] {
    let entry = try entry(name, type)
    var result = [Element](repeating: zero, count: entry.count)
    result.withUnsafeMutableBytes { target in
      let start = bytes.startIndex + dataStart
      bytes.copyBytes(
        to: target, from: start + entry.range.lowerBound..<start + entry.range.upperBound)
    }
    return result
  }
}
