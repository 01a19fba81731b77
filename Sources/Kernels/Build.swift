/// Which kernels this program was built with. All of them give the same bits.
package enum Build: String, CaseIterable, Sendable {
  /// Plain loops without SIMD: slow, written differently on purpose, the second opinion.
  case scalar
  /// x86-64-v3: AVX2 and FMA.
  case v3
  /// x86-64-v4: AVX-512.
  case v4
  /// Whatever the compiler takes for this kind of processor.
  case native

  package static var current: Build {
    #if SCALAR_KERNELS
      .scalar
    #elseif WIDE_KERNELS
      .v4
    #elseif arch(x86_64)
      .v3
    #else
      .native
    #endif
  }

  /// The instructions beyond the baseline of x86-64 that the kernels were compiled with, as Linux
  /// spells them.
  package var instructions: [String] {
    let v3 = ["avx", "avx2", "fma", "bmi1", "bmi2", "f16c", "movbe", "abm"]
    switch self {
    case .scalar, .native: return []
    case .v3: return v3
    case .v4: return v3 + ["avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"]
    }
  }
}
