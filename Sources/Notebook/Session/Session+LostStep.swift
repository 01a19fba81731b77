import Models
import Training

extension Session {
  /// If a loss or a gradient is not finite, lays its pass on the desk, with the weights that made
  /// it.
  /// - Parameters:
  ///   - trainer: with these weights
  ///   - desk: the model so far
  /// - Returns: the error, with what to ask if there is such a pass
  func lostStep(
    _ error: TrainingError, of trainer: Trainer, on data: TrainingData, _ desk: DeskModel
  ) -> any Error {
    guard let lost = error.lostPass else { return error }
    var desk = desk
    desk.model = trainer.model
    desk.trainer = trainer
    desk.data = data
    desk.step = nil
    desk.prompted = lost.trace
    put(desk)
    return LostStep(reason: error.description, place: lost.place)
  }
}

/// Training that cannot go on, and whose last pass lies on the desk.
struct LostStep: Error, CustomStringConvertible {
  let reason: String
  let place: String?

  var description: String {
    let question =
      place.map { "`why \($0)` asks how that came about" } ?? "`stats *` shows the whole pass"
    return "\(reason). In a notebook, \(question)"
  }
}
