import Testing
import Training

@Suite struct MachineMemoryTests {
  @Test func aProcessHoldsSomeOfTheMachinesMemory() throws {
    #expect(Machine.heldMemory > 1_000_000)
    #expect(try #require(Machine.peakMemory) >= Machine.heldMemory / 2)
    #expect(Machine.memory > Machine.heldMemory)
  }

  @Test func theLowestLimitOfAllGroupsCounts() {
    let files = [
      "/proc/self/cgroup": "0::/user/shell\n",
      "/sys/fs/cgroup/user/shell/memory.max": "max\n",
      "/sys/fs/cgroup/user/memory.max": "2000000000\n",
      "/sys/fs/cgroup/memory.max": "3000000000\n",
    ]
    #expect(Machine.controlGroupLimit { files[$0] } == 2_000_000_000)
  }

  @Test func theFirstVersionHasAFolderForEachController() {
    let files = [
      "/proc/self/cgroup": "5:cpu,cpuacct:/\n4:memory:/box\n1:name=systemd:/\n",
      "/sys/fs/cgroup/memory/box/memory.limit_in_bytes": "512000000\n",
      "/sys/fs/cgroup/memory/memory.limit_in_bytes": "9223372036854771712\n",
    ]
    #expect(Machine.controlGroupLimit { files[$0] } == 512_000_000)
  }

  @Test(arguments: ["", "0::/\n", "nonsense"]) func withoutALimitThereIsNone(groups: String) {
    #expect(Machine.controlGroupLimit { $0 == "/proc/self/cgroup" ? groups : nil } == .max)
  }
}
