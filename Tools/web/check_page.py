"""Looks at pages that `glassbox run LESSON --to html` wrote with a real browser.

    python3 Tools/web/check_page.py FOLDER PAGE.html …

On a phone (360 pixels) and a wide screen (1280), in light and dark: the console is empty, nothing is asked of anybody but
the page itself, every figure is seen, the page does not scroll sideways, and text stands out from its ground. Pictures of
all of it are written into FOLDER. A page with all these faults is tried first, and has to be refused.
"""

import base64
import pathlib
import sys

from browser import Browser

WIDTHS = (360, 1280)
# How many pictures the page of figures.md has.
FIGURES = {"figures.html": 13}
SCHEMES = ("light", "dark")

BAD_PAGE = """<!DOCTYPE html><meta charset="utf-8"><title>bad</title>
<body style="background:#fff"><p style="color:#eee">faint</p><img src="https://example.invalid/a.png">
<div style="width:2000px">wide</div><figure style="display:none"><svg width="9" height="9"></svg></figure>
<script>console.error("a complaint")</script></body>"""

LOOK = """(async () => {
  await document.fonts.ready;
  document.querySelectorAll('details').forEach(d => d.open = true);
  const faults = [];
  const root = document.scrollingElement;
  if (root.scrollWidth > innerWidth) {
    const wide = [...document.querySelectorAll('body *')].filter(e => {
      const box = e.getBoundingClientRect();
      return box.right > innerWidth + 1 && !e.closest('pre, figure, .wide');
    }).map(e => e.tagName.toLowerCase() + '.' + e.className);
    faults.push(`the page is ${root.scrollWidth} pixels wide; ${wide.slice(0, 5)}`);
  }
  const pictures = [...document.querySelectorAll('svg')];
  for (const [index, picture] of pictures.entries()) {
    const box = picture.getBoundingClientRect();
    const inked = [...picture.querySelectorAll('rect.value, rect.bar, polyline, text')]
      .some(e => { const b = e.getBoundingClientRect(); return b.width + b.height > 0; });
    const parent = picture.parentElement.getBoundingClientRect();
    if (!(box.width > 0 && box.height > 0 && inked && parent.height >= box.height))
      faults.push(`figure ${index + 1} is not seen`);
    if (picture.querySelector('rect.value, polyline') && !picture.querySelector('title'))
      faults.push(`figure ${index + 1} tells no values`);
  }
  const parse = colour => (colour.match(/[\\d.]+/g) || []).map(Number);
  const lightness = ([r, g, b]) => [r, g, b].map(v => v / 255)
    .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = element => {
    for (let e = element; e; e = e.parentElement) {
      const colour = parse(getComputedStyle(e).backgroundColor);
      if (colour.length === 3 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const paper = svg => parse(getComputedStyle(svg.querySelector('.paper')).fill);
  let texts = 0;
  for (const element of document.querySelectorAll('body *')) {
    const inSVG = element.ownerSVGElement;
    if (inSVG ? !element.matches('text:not(.mark)')
        : ![...element.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
    if (element.matches('title, style, script')) continue;
    const style = getComputedStyle(element);
    const front = lightness(parse(inSVG ? style.fill : style.color));
    const back = lightness(inSVG ? paper(inSVG) : ground(element));
    const contrast = (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05);
    texts += 1;
    if (contrast < 4.5)
      faults.push(`'${element.textContent.trim().slice(0, 20)}' has a contrast of ${contrast.toFixed(1)}`);
  }
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  return {faults: faults.slice(0, 10), pictures: pictures.length, texts, height};
})()"""


def look(page, url, width, scheme):
    """What is wrong with a page at this width and in this scheme, and what was seen on it."""
    page.call("Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=width < 600)
    page.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    page.events.clear()
    page.call("Page.navigate", url=url)
    page.wait("Page.loadEventFired")
    seen = page.evaluate(LOOK)
    faults = seen["faults"]
    for event in page.events:
        parameters = event.get("params", {})
        if event.get("method") == "Network.requestWillBeSent":
            asked = parameters["request"]["url"]
            if asked.split("#")[0] != url and not asked.startswith("data:"):
                faults.append(f"it asks for {asked}")
        elif event.get("method") == "Log.entryAdded":
            faults.append("console: " + parameters["entry"]["text"])
        elif event.get("method") in ("Runtime.consoleAPICalled", "Runtime.exceptionThrown"):
            faults.append("console: " + str(parameters.get("args") or parameters.get("exceptionDetails")))
    return faults, seen


def screenshot(page, path, width, height):
    clip = {"x": 0, "y": 0, "width": width, "height": min(height, 12000), "scale": 1}
    shot = page.call("Page.captureScreenshot", captureBeyondViewport=True, clip=clip)
    path.write_bytes(base64.b64decode(shot["data"]))


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    bad = folder / "bad.html"
    bad.write_text(BAD_PAGE)
    failed = False
    with Browser() as page:
        found = " ".join(look(page, bad.as_uri(), WIDTHS[0], "light")[0])
        for sign in ("pixels wide", "not seen", "contrast", "asks for https://example.invalid", "a complaint"):
            if sign not in found:
                raise SystemExit(f"error: the check is blind: of a bad page it said only: {found}")
        for name in sys.argv[2:]:
            path = pathlib.Path(name).resolve()
            for width in WIDTHS:
                for scheme in SCHEMES:
                    faults, seen = look(page, path.as_uri(), width, scheme)
                    if seen["pictures"] != FIGURES.get(path.name, seen["pictures"]):
                        faults.append(f"it has {seen['pictures']} figures, not {FIGURES[path.name]}")
                    target = folder / f"{path.stem}-{width}-{scheme}.png"
                    screenshot(page, target, width, seen["height"])
                    print(f"{path.name} {width} {scheme}: {seen['pictures']} figures, {seen['texts']} texts, "
                          f"{len(faults)} faults", *faults, sep="\n  ")
                    failed = failed or bool(faults)
    print(f"pictures of the pages are in {folder}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
