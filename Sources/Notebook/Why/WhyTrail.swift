import Training

/// The way that the questions have taken: from the element that was named down to the current one.
package struct WhyTrail: Sendable {
  /// A number that was asked about, and the operands that its page showed.
  struct Stop: Sendable {
    let subject: Subject
    /// What it was called when it was named.
    let name: String
    var operands: [Subject] = []
  }

  var stops: [Stop] = []
  package init() {}
}
