extension String {
  /// What a model wrote, safe to print: control characters, with which an untrained model would
  /// clear the screen or switch the terminal's alphabet, become `�`; line ends and tabs stay.
  package var harmless: String {
    String(
      UnicodeScalarView(
        unicodeScalars.map { scalar in
          let isControl = scalar.properties.generalCategory == .control
          return isControl && scalar != "\n" && scalar != "\t" ? "\u{FFFD}" : scalar
        }))
  }
}
