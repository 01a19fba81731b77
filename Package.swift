// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// Which kernels are built: `scalar` (plain loops without SIMD, the second opinion), or an x86-64 level, `v3`
/// (AVX2 and FMA) or `v4` (AVX-512). Without `GLASSBOX_KERNELS` the best that this machine has. All give the same bits.
let kernels =
  Context.environment["GLASSBOX_KERNELS"]
  ?? {
    #if arch(x86_64)
      let processor = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)
      return processor?.contains("avx512vl") == true ? "v4" : "v3"
    #else
      return "native"
    #endif
  }()

/// Square roots that set `errno` take a branch for each lane, where one instruction serves eight.
func vectorised(_ level: String) -> [SwiftSetting] {
  [.unsafeFlags(["-Ounchecked", "-Xcc", "-march=\(level)", "-Xcc", "-fno-math-errno"])]
}

/// Without the level every fused multiply-add is a call, fifty times slower. The kernels are loops over raw memory;
/// unoptimised they are useless, so debug builds optimise them too.
let kernelSettings: [SwiftSetting] =
  switch kernels {
  case "v3": vectorised("x86-64-v3")
  case "v4": vectorised("x86-64-v4") + [.define("WIDE_KERNELS")]
  case "scalar": [.unsafeFlags(["-Ounchecked"]), .define("SCALAR_KERNELS")]
  case "native": [.unsafeFlags(["-Ounchecked"])]
  default: fatalError("GLASSBOX_KERNELS=\(kernels): use scalar, v3 or v4")
  }

/// Tests look at internals, and run on the release build that everything else uses.
let testable: [SwiftSetting] = [.unsafeFlags(["-enable-testing"])]

let package = Package(
  name: "glassbox",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "glassbox", targets: ["glassbox"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CReadline", providers: [.apt(["libreadline-dev"])]),
    .systemLibrary(name: "CMarkdown", providers: [.apt(["libcmark-gfm-dev"])]),
    .systemLibrary(name: "CVectorGraphics", providers: [.apt(["librsvg2-dev"])]),

    .target(name: "Kernels", exclude: ["README.md"], swiftSettings: kernelSettings),
    .target(name: "Tensors", dependencies: ["Kernels"]),
    .target(
      name: "Text",
      dependencies: [
        // Only the heap: the whole of Collections takes a minute to compile.
        "Kernels", "Yams", .product(name: "HeapModule", package: "swift-collections"),
      ], swiftSettings: testable),
    .target(name: "Models", dependencies: ["Kernels", "Tensors", "Text"]),
    .target(name: "Training", dependencies: ["Kernels", "Tensors", "Text", "Models"]),
    .target(name: "Inference", dependencies: ["Kernels", "Tensors", "Text", "Models"]),
    .target(
      name: "Notebook",
      dependencies: [
        "Kernels", "Tensors", "Text", "Models", "Training", "Inference", "CMarkdown",
        "CVectorGraphics", "Yams",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: testable),
    .executableTarget(name: "glassbox", dependencies: ["Kernels", "Notebook", "CReadline"]),

    .testTarget(name: "KernelsTests", dependencies: ["Kernels"]),
    .target(name: "Support", dependencies: ["Models", "Training"], path: "Tests/Support"),
    .testTarget(name: "TensorsTests", dependencies: ["Kernels", "Tensors", "Support"]),
    .testTarget(name: "TextTests", dependencies: ["Kernels", "Text"]),
    .testTarget(name: "ModelsTests", dependencies: ["Kernels", "Tensors", "Models", "Support"]),
    .testTarget(name: "TrainingTests", dependencies: ["Training", "Inference", "Support"]),
    .testTarget(name: "InferenceTests", dependencies: ["Inference", "Support"]),
    .testTarget(
      name: "NotebookTests",
      dependencies: [
        "Notebook", "Support", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: [
        "Views/Snapshots", "Transcripts/Cells", "Why/Snapshots", "Figures/Snapshots",
        "Exports/Snapshots",
      ]),
    .systemLibrary(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal"),
    .testTarget(
      name: "ProgramTests", dependencies: ["Kernels", "Notebook", "glassbox", "CPseudoTerminal"]),
  ]
)
