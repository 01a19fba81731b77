import ArgumentParser
import Foundation
import Models
import Tensors
import Text
import Training

/// Which run a command is about.
package struct RunOption: ParsableArguments {
  @Option(name: .customLong("run"), help: "A recorded run; the latest if none is named.")
  package var name: String?

  package init() {}
}

/// There is nothing yet of what a command needs; says which command makes it.
package struct NotYet: Error, CustomStringConvertible {
  package let description: String
  package init(_ description: String) { self.description = description }
}

extension Session {
  /// The folder of a run. Throws `NotYet` with the runs there are if there is none of that name.
  package func folder(ofRun name: String) throws -> RunFolder {
    let runs = RunFolder.all(in: workspace.runs)
    if let run = runs.first(where: { $0.name == name }) { return run }
    guard !runs.isEmpty else {
      throw NotYet(
        "there is no run '\(name)': nothing was trained in this workspace yet; `train`"
          + " makes a run")
    }
    throw NotYet(
      "there is no run '\(name)'; there are \(runs.map(\.name).joined(separator: ", "))")
  }

  /// Reads a recorded run; every file is checked.
  package func recordedRun(_ name: String) throws -> RecordedRun {
    try RecordedRun(try folder(ofRun: name))
  }

  /// The model that a command is about: the run that was named, else the desk's, else the latest in
  /// the workspace. It then lies on the desk.
  package func useModel(_ run: String? = nil) throws -> DeskModel {
    if let name = run {
      if let desk = desk.model, desk.run == name, desk.trainer == nil { return desk }
      return try load(name)
    }
    if let model = desk.model { return model }
    guard let latest = latestRun else {
      throw NotYet("there is no model yet: `model` makes a new one, `train` trains one")
    }
    return try load(latest)
  }

  private func load(_ name: String) throws -> DeskModel {
    let path = try RunPath(try recordedRun(name), in: self)
    let loaded = DeskModel(try path.lastTrainer(in: self), tokenizer: path.run.tokenizer)
    put(loaded)
    return loaded
  }

  /// Lays a model and its tokenizer on the desk.
  package func put(_ model: DeskModel) {
    desk.model = model
    desk.tokenizer = model.tokenizer
    desk.tensors = ModelTensors(desk: model)
    desk.trail = WhyTrail()
  }

  /// The run whose record changed last; ties by name. A lesson's cell finds its lesson's runs only.
  var latestRun: String? {
    let all = RunFolder.all(in: workspace.runs)
    let names = findable(all.map(\.name)) { $0.runs }
    let dated = all.filter { names.contains($0.name) }.map { run in
      let attributes = try? FileManager.default.attributesOfItem(atPath: run.steps.path)
      return (run.name, attributes?[.modificationDate] as? Date ?? .distantPast)
    }
    return dated.max { ($0.1, $1.0) < ($1.1, $0.0) }?.0
  }
}
