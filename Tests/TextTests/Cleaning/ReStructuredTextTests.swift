import Testing

@testable import Text

@Suite struct ReStructuredTextTests {
  @Test func theWordsStayAndTheMachineryGoes() {
    let page = """
      .. _tides:

      :mod:`tides` --- High water
      ===========================

      .. module:: tides
         :synopsis: Predicts high water.

      Calls :func:`~tides.table.next` with ``height=3`` (see `the manual <http://x.y>`_).

      Example::

         next(3)

      .. note::

         Not in \\*storms\\*.

      .. function:: next(height)
         :noindex:

         Returns the next time.

         .. versionadded:: 3.2

      .. code-block:: python

         x = `a`

      .. a comment
         over two lines

      Details
      -------
      End.
      """
    let result = ReStructuredText.extract(page)
    #expect(
      result.text == """

        # tides --- High water


        Calls next with `height=3` (see the manual).

        Example:

           next(3)

        Note:

        Not in *storms*.

        next(height)

        Returns the next time.

        New in version 3.2


           x = `a`


        ## Details
        End.

        """)
    #expect(result.headings == 2)
    #expect(result.directives == 7)
  }

  @Test func carriageReturnsAndDeepNestingDoNoHarm() {
    #expect(
      ReStructuredText.extract("Title\r\n=====\r\n\r\nText\r\n").text == "# Title\n\nText\n\n")
    var page = ""
    for depth in 0..<200 { page += String(repeating: " ", count: depth) + ".. note::\n\n" }
    #expect(ReStructuredText.extract(page).directives == 21)
  }
}
