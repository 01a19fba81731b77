import Foundation
import Tensors

/// Collects tensors and writes them as one safetensors file, whole or not at all.
package struct SafetensorsWriter {
  private struct Item {
    let name: String
    let type: SafetensorsFile.ElementType
    let sizes: [Int]
    let bytes: Data
  }
  private var items: [Item] = []
  package var metadata: [String: String] = [:]

  package init() {}

  package mutating func add(_ name: String, _ tensor: Tensor) {
    // No copy: the tensor stays alive as long as its bytes are wanted.
    let bytes = Data(
      bytesNoCopy: UnsafeMutableRawPointer(mutating: tensor.pointer),
      count: tensor.count * MemoryLayout<Float>.stride,
      deallocator: .custom { _, _ in withExtendedLifetime(tensor) {} })
    items.append(Item(name: name, type: .float32, sizes: tensor.shape.sizes, bytes: bytes))
  }

  package mutating func add(_ name: String, _ values: [Int32], sizes: [Int]? = nil) {
    let bytes = values.withUnsafeBytes { Data($0) }
    items.append(Item(name: name, type: .int32, sizes: sizes ?? [values.count], bytes: bytes))
  }

  package mutating func add(_ name: String, _ values: [UInt8]) {
    items.append(Item(name: name, type: .uint8, sizes: [values.count], bytes: Data(values)))
  }

  /// The file's bytes; the same items in the same order give the same bytes.
  package func encoded() throws -> Data {
    var json = try header()
    // Padded with blanks so that the numbers are aligned.
    json.append(contentsOf: [UInt8](repeating: 0x20, count: (8 - json.count % 8) % 8))
    var data = Data()
    data.reserveCapacity(8 + json.count + items.reduce(0) { $0 + $1.bytes.count })
    withUnsafeBytes(of: UInt64(json.count).littleEndian) { data.append(contentsOf: $0) }
    data.append(json)
    for item in items { data.append(item.bytes) }
    return data
  }

  /// Written by hand: a model has hundreds of names, and Foundation sorts keys by the rules of a
  /// language, which takes longer than all the numbers.
  private func header() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    func json(_ value: some Encodable) throws -> String {
      String(decoding: try encoder.encode(value), as: UTF8.self)
    }
    var fields = metadata.isEmpty ? [] : ["\"__metadata__\":\(try json(metadata))"]
    var offset = 0
    for item in items {
      let end = offset + item.bytes.count
      let sizes = item.sizes.map(String.init).joined(separator: ",")
      fields.append(
        "\(try json(item.name)):{\"data_offsets\":[\(offset),\(end)],"
          + "\"dtype\":\"\(item.type.rawValue)\",\"shape\":[\(sizes)]}")
      offset = end
    }
    return Data("{\(fields.joined(separator: ","))}".utf8)
  }

  /// Writes beside `url` first and renames, so that no half file is ever seen.
  package func write(to url: URL) throws {
    try AtomicFile.write(try encoded(), to: url)
  }
}
