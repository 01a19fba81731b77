import Kernels
import Testing
import glassbox

@Suite struct ProcessorTests {
  @Test func namesWhatTheFlagsLack() {
    let information = """
      processor\t: 0
      flags\t\t: fpu sse2 avx fma bmi1 f16c movbe abm avx512f
      flags\t\t: avx2 bmi2
      """
    #expect(
      Processor.missing(Build.v3.instructions, fromProcessorInfo: information) == ["avx2", "bmi2"])
  }

  @Test func withoutFlagsNothingIsHeldAgainstTheProcessor() {
    #expect(Processor.missing(Build.v4.instructions, fromProcessorInfo: "") == [])
    #expect(Processor.missing(Build.v4.instructions, fromProcessorInfo: "processor : 0\n") == [])
  }

  @Test func thisMachineRunsTheseTests() {
    #expect(Processor.missingInstructions() == [])
  }
}
