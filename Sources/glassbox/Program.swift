import Foundation
import Notebook

/// From the program's arguments to its exit status: 0 done, 1 a check failed, 2 bad input, 130 Ctrl-C.
enum Program {
  static func main(words: [String]) -> Int32 {
    Printer.openMissingOnes()
    // A reader that leaves (`glassbox … | head`) ends the program without a word, as it does `cat`.
    signal(SIGPIPE, SIG_DFL)
    useUTF8()
    let missing = Processor.missingInstructions()
    guard missing.isEmpty else {
      return fail(
        "this processor lacks \(missing.joined(separator: ", ")); Glassbox's kernels need an x86-64"
          + " processor with AVX2 and FMA (2013 or later), or an arm64 one")
    }
    switch Invocation(words: words) {
    case .message(let text):
      let output = Printer(descriptor: STDOUT_FILENO)
      output.writeLines(text)
      return status(.done, of: output)
    case .mistake(let text):
      Printer(descriptor: STDERR_FILENO).writeProse(text)
      return CellResult.Status.badInput.rawValue
    case .command(let words):
      return sitting { $0.run(words: words) }
    case .notebook(let opening):
      return sitting { $0.notebook(opening: opening) }
    }
  }

  private static func sitting(_ work: (Sitting) -> CellResult.Status) -> Int32 {
    do {
      let sitting = try Sitting()
      return status(work(sitting), of: sitting.console.output)
    } catch {
      return fail(String(describing: error))
    }
  }

  /// A result that could not be written is no result.
  private static func status(_ status: CellResult.Status, of output: Printer) -> Int32 {
    guard let failure = output.failure else { return status.rawValue }
    return fail("cannot write to standard output: \(String(cString: strerror(failure)))")
  }

  private static func fail(_ reason: String) -> Int32 {
    Printer(descriptor: STDERR_FILENO).writeProse("error: \(reason)")
    return CellResult.Status.badInput.rawValue
  }

  /// Only the character set: a locale's decimal comma has no place in a figure that others parse.
  private static func useUTF8() {
    setlocale(LC_CTYPE, "")
    if String(cString: nl_langinfo(nl_item(CODESET))) != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
  }
}
