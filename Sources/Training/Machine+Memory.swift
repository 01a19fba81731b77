import Foundation

extension Machine {
  /// Memory that this process may use, in bytes: what the machine has, or less if a control group
  /// says so.
  package static var memory: Int {
    let physical = Int(clamping: ProcessInfo.processInfo.physicalMemory)
    #if canImport(Darwin)
      return physical
    #else
      return min(physical, controlGroupLimit { try? String(contentsOfFile: $0, encoding: .utf8) })
    #endif
  }

  /// The lowest memory limit of this process's control groups, `Int.max` if there is none.
  /// - Parameter read: the text of a file, nil if there is no such file
  /// - Note: `man 7 cgroups`; both versions of the file system.
  package static func controlGroupLimit(read: (String) -> String?) -> Int {
    let groups = (read("/proc/self/cgroup") ?? "").split(separator: "\n").compactMap { line in
      let fields = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      return fields.count == 3 ? (controllers: fields[1], path: fields[2]) : nil
    }
    var limit = Int.max
    for group in groups where group.controllers.isEmpty || group.controllers == "memory" {
      let isFirstVersion = group.controllers == "memory"
      let root = isFirstVersion ? "/sys/fs/cgroup/memory" : "/sys/fs/cgroup"
      let file = isFirstVersion ? "memory.limit_in_bytes" : "memory.max"
      var folder = root + (group.path == "/" ? "" : group.path)
      // A group is bounded by all those that it is in.
      while folder.count >= root.count {
        let text = read("\(folder)/\(file)")?.trimmingCharacters(in: .whitespacesAndNewlines)
        limit = min(limit, text.flatMap(Int.init) ?? .max)
        folder = String(folder.prefix(upTo: folder.lastIndex(of: "/") ?? folder.startIndex))
      }
    }
    return limit
  }

  /// The most memory that this process ever held, in bytes; nil where the system does not tell.
  package static var peakMemory: Int? {
    #if canImport(Darwin)
      var usage = rusage()
      return getrusage(RUSAGE_SELF, &usage) == 0 ? Int(usage.ru_maxrss) : nil
    #else
      // Not `ru_maxrss`: that begins with what the process that started this one held.
      return status("VmHWM:")
    #endif
  }

  /// The memory that this process holds now, in bytes; where the system does not tell, the most that
  /// it ever held, or 0.
  package static var heldMemory: Int {
    #if canImport(Darwin)
      return peakMemory ?? 0
    #else
      return status("VmRSS:") ?? 0
    #endif
  }

  #if !canImport(Darwin)
    /// A line of Linux's account of this process, which is in KiB.
    private static func status(_ name: String) -> Int? {
      let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
      let line = status?.split(separator: "\n").first { $0.hasPrefix(name) }
      let kilobytes = line?.split(whereSeparator: \.isWhitespace).dropFirst().first
      return kilobytes.flatMap { Int($0) }.map { $0 * 1024 }
    }
  #endif
}
