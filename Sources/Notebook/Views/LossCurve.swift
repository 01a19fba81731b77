import Training

/// The losses of recorded runs as a chart.
enum LossCurve {
  /// One line for the training loss of each run, and where it was measured the held-out loss; nil if
  /// no run has two steps.
  static func chart(of runs: [(name: String, records: [StepRecord])]) -> LineChart? {
    var series: [LineChart.Series] = []
    for (name, records) in runs where records.count > 1 {
      series.append(
        LineChart.Series(
          "\(name) loss", records.map { (Double($0.step), Double($0.loss)) }))
      let heldOut = records.compactMap { record in
        record.heldOutLoss.map { (Double(record.step), Double($0)) }
      }
      if heldOut.count > 1 { series.append(LineChart.Series("\(name) held out", heldOut)) }
    }
    return series.isEmpty ? nil : LineChart(series, xTitle: "step", height: 10)
  }
}
