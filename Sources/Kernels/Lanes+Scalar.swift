#if SCALAR_KERNELS
  import Foundation

  /// Eight floats in plain memory, each computed by itself.
  package typealias Lanes = Eight<Float>
  typealias LaneBits = Eight<UInt32>

  /// What the kernels need of SIMD8, without SIMD: the second opinion on every bit.
  package struct Eight<Element: BitwiseCopyable & Sendable>: Sendable {
    private var elements: (Element, Element, Element, Element, Element, Element, Element, Element)

    @inline(__always)
    init(_ element: (Int) -> Element) {
      elements = (
        element(0), element(1), element(2), element(3), element(4), element(5), element(6),
        element(7)
      )
    }

    @inline(__always)
    init(repeating element: Element) { self.init { _ in element } }

    @inline(__always)
    subscript(lane: Int) -> Element {
      get {
        withUnsafeBytes(of: elements) {
          $0.load(fromByteOffset: lane * MemoryLayout<Element>.stride, as: Element.self)
        }
      }
      set {
        withUnsafeMutableBytes(of: &elements) {
          $0.storeBytes(
            of: newValue, toByteOffset: lane * MemoryLayout<Element>.stride, as: Element.self)
        }
      }
    }

    /// The lanes of `other` where the mask is true.
    @inline(__always)
    func replacing(with other: Self, where mask: Eight<Bool>) -> Self {
      Self { mask[$0] ? other[$0] : self[$0] }
    }

    @inline(__always)
    func replacing(with other: Element, where mask: Eight<Bool>) -> Self {
      Self { mask[$0] ? other : self[$0] }
    }
  }

  extension Eight<Float> {
    static var zero: Self { Self(repeating: 0) }

    @inline(__always)
    static func load(_ pointer: UnsafePointer<Float>) -> Self { Self { pointer[$0] } }

    @inline(__always)
    func store(_ pointer: UnsafeMutablePointer<Float>) {
      for lane in 0..<8 { pointer[lane] = self[lane] }
    }

    @inline(__always)
    init(bits: LaneBits) { self.init { Float(bitPattern: bits[$0]) } }

    @inline(__always)
    var bits: LaneBits { LaneBits { self[$0].bitPattern } }

    /// self + x·y, rounded once, by the standard library.
    @inline(__always)
    func addingProduct(_ x: Self, _ y: Self) -> Self { Self { fma(x[$0], y[$0], self[$0]) } }

    @inline(__always)
    func squareRoot() -> Self { Self { self[$0].squareRoot() } }

    /// The same tree as the SIMD build's, written out.
    var folded: Float {
      ((self[0] + self[4]) + (self[2] + self[6])) + ((self[1] + self[5]) + (self[3] + self[7]))
    }

    /// The largest lane; none of them may be NaN.
    var largest: Float {
      var largest = self[0]
      for lane in 1..<8 { largest = self[lane] > largest ? self[lane] : largest }
      return largest
    }
  }
#endif
