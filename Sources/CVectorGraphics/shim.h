// What Picture.swift uses of librsvg and cairo. Declared rather than included: their headers need the flags
// of a dozen other libraries, of which SwiftPM takes not all. Both libraries keep these calls stable.
#include <stddef.h>
#include <stdint.h>

typedef struct _RsvgHandle RsvgHandle;
typedef struct _GError GError;
typedef struct _cairo cairo_t;
typedef struct _cairo_surface cairo_surface_t;
typedef struct { double x, y, width, height; } RsvgRectangle;

// https://gnome.pages.gitlab.gnome.org/librsvg/Rsvg-2.0/
RsvgHandle *rsvg_handle_new_from_data(const uint8_t *data, size_t length, GError **error);
int rsvg_handle_render_document(
    RsvgHandle *handle, cairo_t *context, const RsvgRectangle *viewport, GError **error);
void g_object_unref(void *object);

// https://www.cairographics.org/manual/
cairo_surface_t *cairo_image_surface_create(int format, int width, int height);
cairo_t *cairo_create(cairo_surface_t *surface);
int cairo_surface_write_to_png_stream(
    cairo_surface_t *surface,
    int (*write)(void *closure, const unsigned char *data, unsigned int length), void *closure);
void cairo_destroy(cairo_t *context);
void cairo_surface_destroy(cairo_surface_t *surface);
