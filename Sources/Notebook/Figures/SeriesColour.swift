/// The colours of a chart's lines, in order: eight that people with any colour vision tell apart.
enum SeriesColour {
  private static let onLight = [
    "#0068b3", "#c9510c", "#00875a", "#b5478f", "#8a6d00", "#6f4fc1", "#00838f", "#c62828",
  ]
  private static let onDark = [
    "#58b0ff", "#ff9f5a", "#4fd1a0", "#f08fd0", "#e3c441", "#b9a0ff", "#4dd7e6", "#ff7b72",
  ]

  /// On a light ground.
  static func light(_ series: Int) -> String { onLight[series % onLight.count] }

  /// The class that a page's style sheet colours it by.
  static func style(_ series: Int) -> String { "series\(series % onLight.count)" }

  /// The rules of a style sheet for a dark ground.
  static let darkRules = onDark.enumerated().map { index, colour in
    ".\(style(index)) { stroke: \(colour); }"
  }.joined(separator: "\n    ")
}
