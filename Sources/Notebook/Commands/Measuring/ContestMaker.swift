import Foundation
import Kernels
import Models
import Text
import Training

/// Makes the two-sided rows of `bench` ready.
final class ContestMaker {
  private let pool: WorkerPool
  private let compiles: Bool
  private let ranks: String?
  private let textPath: String?
  /// For files that are gone afterwards.
  private let folder: URL
  private var text: BenchText?
  private var ground: TravelGround?

  /// - Parameters:
  ///   - compiles: whether the peer may compile its models before
  ///   - text: a file of English to train tokenizers on, if not Tidewick's
  ///   - ranks: the tokenizer.json to encode with, if not one trained on the text
  init(pool: WorkerPool, compiles: Bool, text: String?, ranks: String?) throws {
    self.pool = pool
    self.compiles = compiles
    self.ranks = ranks
    textPath = text
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "glassbox-bench-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The contest of a row; nil for rows that have no other side.
  func contest(_ row: BenchRow) throws -> Contest? {
    switch row {
    case .step1M: try step(row, "training step, 0.8 M, 12 × 64", repeats: 10)
    case .step11M: try step(row, "training step, 10.7 M, 16 × 256", repeats: 1)
    case .step124M: try step(row, "training step, 124 M, 4 × 64", repeats: 1)
    case .product: product(size: 1024, repeats: 10)
    case .bpeTraining: try bpeTraining()
    case .bpeEncoding: try bpeEncoding()
    case .memory: memory()
    case .start: try start()
    case .recording: try recording()
    case .goto: try goto()
    case .back: try back()
    case .width, .depth, .context, .vocabulary: nil
    }
  }

  private func step(_ row: BenchRow, _ title: String, repeats: Int) throws -> Contest? {
    guard let shape = row.shape else { return nil }
    let step = shape.makeStep(pool: pool)
    return Contest(
      round: { Contest.Round(value: try seconds(repeats: repeats) { try step(nil) }) },
      other: .peer(
        PeerRequest(
          start: .step, shape: shape, compile: compiles, threads: pool.threadCount, repeats: repeats
        )),
      title: title, work: .flops(shape.flops))
  }

  private func product(size: Int, repeats: Int) -> Contest {
    let product = SquareProduct(size: size)
    return Contest(
      round: { [pool] in
        Contest.Round(value: seconds(repeats: repeats) { product.multiply(pool: pool) })
      },
      other: .peer(
        PeerRequest(
          start: .product, size: size, threads: pool.threadCount, repeats: repeats)),
      title: "matrix product, \(size)³", work: .flops(2 * size * size * size))
  }

  private func sharedText() throws -> BenchText {
    if let text { return text }
    let made = try BenchText(path: textPath, in: folder)
    text = made
    return made
  }

  private func bpeTraining() throws -> Contest {
    let text = try sharedText()
    let vocabulary = 4096
    return Contest(
      round: {
        Contest.Round(
          value: try seconds {
            var trainer = try TokenizerTrainer(texts: text.documents, vocabularySize: vocabulary)
            _ = trainer.finish()
          })
      },
      other: .peer(
        PeerRequest(
          start: .bpeTraining, text: text.file.path, vocabulary: vocabulary,
          threads: pool.threadCount)),
      title: "BPE training, \(vocabulary) tokens, \(megabytes(text.byteCount))",
      work: .bytes(text.byteCount))
  }

  private func bpeEncoding() throws -> Contest {
    let text = try sharedText()
    let file = try ranks ?? trainedRanks(on: text)
    let tokenizer = try TokenizerFile.load(from: file)
    let count = NumberFormat.grouped(256 + tokenizer.merges.count)
    return Contest(
      round: {
        var made = 0
        let value = seconds {
          var encoder = TokenEncoder(tokenizer)
          for document in text.documents { made += encoder.encode(document).count }
        }
        return Contest.Round(value: value, count: made)
      },
      other: .peer(PeerRequest(start: .bpeEncoding, text: text.file.path, ranks: file)),
      title: "BPE encoding, \(count) ranks, \(megabytes(text.byteCount))",
      work: .bytes(text.byteCount))
  }

  /// A file with as many ranks as GPT-2 has, or as the text yields.
  private func trainedRanks(on text: BenchText) throws -> String {
    var trainer = try TokenizerTrainer(texts: text.documents, vocabularySize: 50_257)
    let file = folder.appendingPathComponent("ranks.json").path
    try TokenizerFile.save(trainer.finish(), to: file)
    return file
  }

  private func memory() -> Contest {
    let row = BenchRow.memory
    return Contest(
      round: { [folder] in
        let words = ["bench", "--peak", BenchRow.step11M.rawValue, "--json"]
        let output = try OwnProcess(folder: folder).run(words).output
        return Contest.Round(
          value: Double(try JSONDecoder().decode(PeakReport.self, from: output).bytes))
      },
      other: .peer(
        PeerRequest(
          start: .peak, shape: row.shape, compile: compiles, threads: pool.threadCount)),
      title: "peak memory of the 10.7 M step")
  }

  /// A run of one step on a small text, held-out loss included, from the start of the program to its end.
  private func start() throws -> Contest {
    let words = [
      "train", "--data", try BenchText.small(in: folder).path, "--overwrite", "--steps", "1",
      "--vocab", "300", "--layers", "2", "--heads", "2", "--width", "64", "--context", "32",
      "--batch", "4",
    ]
    return Contest(
      round: { [folder] in
        Contest.Round(value: try OwnProcess(folder: folder).run(words).seconds)
      },
      other: .peer(PeerRequest(start: .importing)), title: "start to loss of a small run")
  }

  /// With recording and, as the other side, without.
  private func recording() throws -> Contest? {
    guard let shape = BenchRow.step1M.shape else { return nil }
    let steps = try RecordedSteps(shape, in: folder, pool: pool)
    return Contest(
      round: { Contest.Round(value: try steps.recorded()) },
      other: .own("as many steps, not recorded") { Contest.Round(value: try steps.plain()) },
      title: "\(RecordedSteps.count) steps, 0.8 M, recorded")
  }

  private func sharedGround() throws -> TravelGround {
    if let ground { return ground }
    let made = try TravelGround(in: folder, pool: pool)
    ground = made
    return made
  }

  private func goto() throws -> Contest {
    let ground = try sharedGround()
    return Contest(
      round: { Contest.Round(value: try ground.goto()) },
      title: "goto, worst of \(NumberFormat.grouped(TravelGround.steps)) steps")
  }

  private func back() throws -> Contest {
    let ground = try sharedGround()
    return Contest(
      round: { Contest.Round(value: try ground.slowestBack()) },
      title: "back 1, slowest in that run")
  }

  private func megabytes(_ bytes: Int) -> String {
    "\(NumberFormat.fixed(Float(bytes) / 1e6, decimals: 1)) MB"
  }
}

/// The mean seconds of `repeats` times in a row.
func seconds(repeats: Int = 1, _ work: () throws -> Void) rethrows -> Double {
  let start = ContinuousClock.now
  for _ in 0..<repeats { try work() }
  return (ContinuousClock.now - start).seconds / Double(repeats)
}

/// c = a·b for square matrices of small numbers.
private final class SquareProduct {
  private let size: Int
  private var a: [Float]
  private var b: [Float]
  private var c: [Float]

  init(size: Int) {
    self.size = size
    a = (0..<size * size).map { Float($0 % 7) - 3 }
    b = (0..<size * size).map { Float($0 % 5) - 2 }
    c = [Float](repeating: 0, count: size * size)
  }

  func multiply(pool: WorkerPool) {
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        c.withUnsafeMutableBufferPointer { c in
          guard let a = a.baseAddress, let b = b.baseAddress, let c = c.baseAddress else { return }
          Kernels.MatrixProduct.multiply(
            rows: size, columns: size, terms: size, MatrixView(a, columns: size),
            MatrixView(b, columns: size), into: c, pool: pool)
        }
      }
    }
  }
}
