extension Pointwise {
  package static func exp(
    _ size: Int, _ x: UnsafePointer<Float>, into out: UnsafeMutablePointer<Float>
  ) {
    unary(size, x, into: out) { Elementary.exp($0) }
  }

  package static func log(
    _ size: Int, _ x: UnsafePointer<Float>, into out: UnsafeMutablePointer<Float>
  ) {
    unary(size, x, into: out) { Elementary.log($0) }
  }

  package static func tanh(
    _ size: Int, _ x: UnsafePointer<Float>, into out: UnsafeMutablePointer<Float>
  ) {
    unary(size, x, into: out) { Elementary.tanh($0) }
  }

  package static func erf(
    _ size: Int, _ x: UnsafePointer<Float>, into out: UnsafeMutablePointer<Float>
  ) {
    unary(size, x, into: out) { Elementary.erf($0) }
  }

  package static func sin(
    _ size: Int, _ x: UnsafePointer<Float>, into out: UnsafeMutablePointer<Float>
  ) {
    unary(size, x, into: out) { Elementary.sin($0) }
  }

  package static func cos(
    _ size: Int, _ x: UnsafePointer<Float>, into out: UnsafeMutablePointer<Float>
  ) {
    unary(size, x, into: out) { Elementary.cos($0) }
  }
}
