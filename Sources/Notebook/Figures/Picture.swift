import CVectorGraphics
import Foundation

/// A figure that was drawn.
package struct Picture: Sendable {
  /// A document that stands alone.
  package let svg: String
  /// Its size in pixels.
  package let width: Int
  package let height: Int

  /// The picture could not be drawn as pixels.
  struct Failure: Error, CustomStringConvertible {
    let description = "librsvg cannot draw this picture; save it as .svg"
  }

  /// The bytes of a PNG file, drawn by librsvg with the system's fonts, two pixels for each of the SVG's
  /// so that it is sharp on fine screens. Throws `Failure`.
  package func png() throws -> Data {
    let bytes = Array(svg.utf8)
    guard let handle = rsvg_handle_new_from_data(bytes, bytes.count, nil) else { throw Failure() }
    defer { g_object_unref(UnsafeMutableRawPointer(handle)) }
    let (wide, high) = (2 * width, 2 * height)
    // Format 0: 32 bits a pixel.
    let surface = cairo_image_surface_create(0, Int32(wide), Int32(high))
    defer { cairo_surface_destroy(surface) }
    let context = cairo_create(surface)
    defer { cairo_destroy(context) }
    var viewport = RsvgRectangle(x: 0, y: 0, width: Double(wide), height: Double(high))
    guard rsvg_handle_render_document(handle, context, &viewport, nil) != 0 else { throw Failure() }
    var data = Data()
    let status = withUnsafeMutablePointer(to: &data) {
      cairo_surface_write_to_png_stream(surface, Self.append, $0)
    }
    guard status == 0 else { throw Failure() }
    return data
  }

  /// Takes the next bytes from cairo.
  private static let append:
    @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<UInt8>?, UInt32) -> Int32 = {
      target, bytes, count in
      guard let target, let bytes else { return 11 }
      target.assumingMemoryBound(to: Data.self).pointee.append(bytes, count: Int(count))
      return 0
    }
}
