import Foundation

/// Brings a package's archive into a folder, without root, through the registry's own client.
struct PackageDownload {
  let source: PublicSource
  let runner: ToolRunner
  /// An empty folder of our own; the archive and the clients' own files go into it.
  let folder: URL

  /// The archive's place.
  func archive() throws(FetchError) -> URL {
    switch source.registry {
    case .debian: try downloadDebian()
    case .pypi: try downloadPyPI()
    }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let archives = names.filter { name in
      !name.hasPrefix(".")
        && [".deb", ".whl", ".zip", ".tar.gz", ".tgz"].contains(where: name.hasSuffix)
    }
    guard let name = archives.min(), archives.count == 1 else {
      throw .packageMissing(package: source.package, registry: source.registry.rawValue)
    }
    return folder.appendingPathComponent(name)
  }

  /// The described version, or what the archive has now; with lists of our own where the
  /// machine's were never fetched.
  private func downloadDebian() throws(FetchError) {
    var outcome = try apt(["download", "\(source.package)=\(source.version)"])
    if outcome.status == 0 { return }
    outcome = try apt(["download", source.package])
    if outcome.status == 0 { return }
    if outcome.text.contains("Unable to locate package")
      || outcome.text.contains("No candidate version")
      || outcome.text.contains("Can't select candidate version")
    {
      let lists = try updateListsOfOurOwn()
      outcome = try apt(lists + ["download", "\(source.package)=\(source.version)"])
      if outcome.status == 0 { return }
      outcome = try apt(lists + ["download", source.package])
    }
    try check(outcome, "apt-get download \(source.package)")
  }

  private func apt(_ arguments: [String]) throws(FetchError) -> ToolRunner.Outcome {
    let patience = ["-q", "-o", "Acquire::Retries=1", "-o", "Acquire::http::Timeout=30"]
    // As root, apt hands the download to a user who may not write here.
    let user = ["-o", "APT::Sandbox::User=root"]
    return try runner.run(
      "apt-get", patience + user + arguments, in: folder, debianPackage: "apt")
  }

  private func updateListsOfOurOwn() throws(FetchError) -> [String] {
    let state = folder.appendingPathComponent(".apt")
    let lists = state.appendingPathComponent("lists/partial")
    let cache = state.appendingPathComponent("cache/archives/partial")
    do {
      try FileManager.default.createDirectory(at: lists, withIntermediateDirectories: true)
      try FileManager.default.createDirectory(at: cache, withIntermediateDirectories: true)
    } catch {
      throw .cacheUnwritable(path: folder.path, reason: "no folder can be made in it")
    }
    let options = [
      "-o", "Dir::State::Lists=\(state.path)/lists", "-o", "Dir::Cache=\(state.path)/cache",
    ]
    let outcome = try apt(options + ["update"])
    try check(outcome, "apt-get update")
    return options
  }

  private func downloadPyPI() throws(FetchError) {
    let request = "\(source.package)==\(source.version)"
    let options = [
      "download", "--no-deps", "--no-input", "--disable-pip-version-check", "--no-cache-dir",
      "--quiet", "--retries", "1", "--timeout", "30", "--dest", ".", request,
    ]
    let python = try runner.run(
      "python3", ["-m", "pip"] + options, in: folder, debianPackage: "python3-pip")
    if python.text.contains("No module named pip") {
      throw .toolMissing(tool: "pip", debianPackage: "python3-pip")
    }
    try check(python, "pip download \(request)")
  }

  /// Tells a missing network from a missing package from anything else.
  private func check(_ outcome: ToolRunner.Outcome, _ command: String) throws(FetchError) {
    let text = outcome.text
    let networkSigns = [
      "Could not resolve", "Temporary failure", "Could not connect", "Failed to fetch",
      "Connection refused", "Network is unreachable", "NewConnectionError", "Connection timed out",
      "Failed to establish", "ProxyError", "ConnectTimeout", "Unable to connect",
    ]
    if networkSigns.contains(where: text.contains) {
      throw .noNetwork(package: source.package, lastLine: outcome.lastLine)
    }
    if outcome.status == 0 { return }
    let missingSigns = [
      "Unable to locate package", "No candidate version", "No matching distribution",
      "Can't select candidate version", "Can't find a source to download",
    ]
    if missingSigns.contains(where: text.contains) {
      throw .packageMissing(package: source.package, registry: source.registry.rawValue)
    }
    throw .toolFailed(command: command, status: outcome.status, lastLine: outcome.lastLine)
  }
}
