/// The style sheet of an exported page: for phones and wide screens, in light and dark.
enum PageStyle {
  static let text = """
    :root {
      color-scheme: light dark;
      --paper: #ffffff; --ink: #1f2328; --faint: #59636e; --rule: #d0d7de;
      --box: #f6f8fa; --accent: #0068b3; --wrong: #b3261e;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #14171b; --ink: #e3e6ea; --faint: #9aa4af; --rule: #3a424b;
        --box: #1d2127; --accent: #58b0ff; --wrong: #ff8f85;
      }
      \(SeriesColour.darkRules.replacing("\n", with: "\n  "))
    }
    * { box-sizing: border-box; }
    html { scroll-behavior: smooth; -webkit-text-size-adjust: 100%; }
    body {
      margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 46rem; overflow-wrap: break-word;
      background: var(--paper); color: var(--ink);
      font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif;
    }
    h1 { margin: 0; font-size: 1.8rem; line-height: 1.25; }
    h2 { margin: 3rem 0 0.5rem; font-size: 1.3rem; line-height: 1.3; }
    a { color: var(--accent); }
    .faint { color: var(--faint); }
    header p { margin: 0.25rem 0 1.5rem; }
    nav { padding: 0.5rem 1rem; border-left: 3px solid var(--rule); margin-bottom: 2rem; }
    nav ol { margin: 0; padding-left: 1.5rem; }
    nav a { text-decoration: none; }
    code, pre { font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
    code { font-size: 0.9em; overflow-wrap: anywhere; }
    p code, li code, td code { padding: 0.1em 0.3em; border-radius: 4px; background: var(--box); }
    pre, figure, .wide { max-width: 100%; overflow-x: auto; }
    pre { margin: 0; padding: 0.6rem 0.8rem; font-size: 0.8125rem; line-height: 1.45; }
    pre code { font-size: inherit; overflow-wrap: normal; }
    main > pre, li > pre, blockquote > pre { border-radius: 6px; background: var(--box); }
    blockquote { margin: 1rem 0; padding-left: 1rem; border-left: 3px solid var(--rule); }
    table { border-collapse: collapse; }
    th, td { padding: 0.3rem 0.7rem; border-bottom: 1px solid var(--rule); text-align: left; }
    .cell { margin: 1.2rem 0; border: 1px solid var(--rule); border-radius: 8px; overflow: hidden; }
    .input { display: flex; background: var(--box); }
    .prompt { flex: none; color: var(--accent); user-select: none; }
    .output, figure { border-top: 1px solid var(--rule); }
    .error { color: var(--wrong); }
    figure { margin: 0; }
    svg { display: block; }
    .question {
      margin: 1.5rem 0; padding: 0.2rem 1rem 0.8rem; border-radius: 8px;
      border: 1px solid var(--rule); border-left: 4px solid var(--accent);
    }
    .question .label { margin-bottom: 0; color: var(--accent); font-weight: 600; }
    .question p { margin: 0.6rem 0; }
    summary { cursor: pointer; color: var(--accent); padding: 0.2rem 0; }
    footer { margin-top: 4rem; border-top: 1px solid var(--rule); }
    .paper { fill: var(--paper); }
    text.text { fill: var(--ink); }
    text.faint { fill: var(--faint); }
    line.rule { stroke: var(--rule); }
    line.faint { stroke: var(--faint); }
    .bar { fill: var(--accent); }
    rect.value { shape-rendering: crispEdges; }
    rect.value:hover { stroke: var(--ink); stroke-width: 2; }
    rect.bar:hover { opacity: 0.8; }
    rect.place:hover { fill: var(--ink); fill-opacity: 0.12; }
    @media print { .cell, .question { break-inside: avoid; } }
    """
}
