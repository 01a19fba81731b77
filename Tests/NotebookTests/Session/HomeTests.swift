import Foundation
import Testing

@testable import Notebook

/// Where typed paths lead.
@Suite struct HomeTests {
  @Test func whatIsNotInTheWorkingFolderIsLookedForInTheContent() throws {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    let town = root.appendingPathComponent("data/town")
    try FileManager.default.createDirectory(at: town, withIntermediateDirectories: true)
    let home = Home(root: root)
    #expect(home.location(of: "data/town").path == town.path)
    let here = FileManager.default.currentDirectoryPath
    #expect(home.location(of: ".").path == URL(fileURLWithPath: ".").path)
    #expect(home.location(of: "data/nowhere").path == here + "/data/nowhere")
    #expect(home.location(of: "/data/town").path == "/data/town")
    #expect(home.location(of: "~/data").path == NSHomeDirectory() + "/data")
  }
}
