extension Tidewick.Grammar {
  /// One sentence about the day's sky, by kind of sky.
  static let weatherRules: [(String, [String])] = [
    (
      "skySunny",
      [
        "the sun {shone|sat} on the {roofs|water|white walls} [of Tidewick].",
        "it was a {bright|warm|clear} [and quiet] {morning|day}, and the sea was {blue|flat|full of light}.",
        "there was not one cloud over the {harbour|bay|island}.",
        "the sky was {blue|clean} from the {lighthouse|hill} to the {island|far side of the bay}.",
        "{cats|gulls|old men} {slept|sat} in the sun along the {wall|quay}.",
        "sunlight {danced|jumped} on every {small wave|window}.",
        "the stones of the {quay|square} were {warm|hot} under {bare|small} feet.",
        "washing {flapped|hung} on all the lines, because the day was {dry|fine}.",
        "even the {fog bell|harbour wall} looked {happy|bright} in the sun.",
        "a {small|soft} wind blew, and the sun {warmed|dried} the nets.",
      ]
    ),
    (
      "skyCloudy",
      [
        "{grey|low|soft} clouds {hung|sat} over the {bay|roofs|hill}.",
        "the sky was {grey|white|dull}, but it did not rain.",
        "clouds {moved|sailed} {slowly|one by one} over the {island|lighthouse|town}.",
        "the sun {hid|stayed} behind {thick|grey} clouds [all day].",
        "the sea was the {same grey as the sky|colour of an old spoon}.",
        "it was a {still|grey|plain} day, {good for walking|neither warm nor cold}.",
        "a {grey|pale} light lay on the {harbour|square|water}.",
        "now and then the sun looked {out|down} between two clouds.",
        "the clouds were like {sheep|pillows|big ships} [that day].",
      ]
    ),
    (
      "skyRainy",
      [
        "rain {fell|drummed|ran} on the {roofs|boats|windows} of Tidewick.",
        "it {rained|had rained} {since breakfast|all morning|without a stop}.",
        "water {ran|jumped} down the {steep|narrow} street to the {harbour|sea}.",
        "everybody {carried|wanted} an umbrella [or ran] that day.",
        "{big|small} drops {rang|danced} on the {fog bell|tin roofs}.",
        "the {rain|wet wind} {blew|came} in from the {sea|west|island}.",
        "puddles {stood|shone} in the {square|school yard|lane}.",
        "only the ducks {liked|loved} the weather.",
        "it was {wet|so wet} that even the gulls {sat|stayed} under the roof of the ferry office.",
      ]
    ),
    (
      "skyWindy",
      [
        "the wind {blew|came} from the $wind {and shook every sign|and pulled at hats}.",
        "a {strong|wild|fresh} wind {ran|rushed} {up the street|through the town|over the bay}.",
        "white {horses|caps} {ran|raced} on the waves.",
        "the sign of the Blue Anchor {swung|banged} {to and fro|like a drum}.",
        "all the {flags|sails} {snapped|cracked} in the wind.",
        "gulls {hung|stood} still in the {strong|$wind} wind.",
        "leaves and {paper|straw} {flew|danced} across the square.",
        "one had to hold on to one's {hat|scarf|basket} that day.",
        "the windmill {turned|spun} {fast|faster than on other days}.",
      ]
    ),
    (
      "skyFoggy",
      [
        "fog {came|rolled|crept} {in from the sea|over the harbour wall|up the street}, and the fog bell rang.",
        "the fog was {thick|white|as thick as milk}, and one could not see the {lighthouse|island|end of the pier}.",
        "ding, ding, ding: the fog bell rang three times a minute.",
        "{grey|white|wet} fog {lay|sat} on the town {like a blanket|like wool}.",
        "the bell rings when the fog comes, and that {day|morning} it rang {for hours|and rang}.",
        "the fog {hid|swallowed} the {boats|roofs|clock tower} one after another.",
        "voices sounded {near and far|strange} in the fog.",
        "Grace Penn, the harbour master, rang the fog bell.",
        "nobody could see the ferry, but {everybody|the whole town} could hear the bell.",
      ]
    ),
    (
      "skyStormy",
      [
        "a storm {came|blew} in from the $wind, and the ferry stayed {in the harbour|at home}.",
        "waves {broke|jumped} over the harbour wall.",
        "the {wind|storm} {howled|sang} in the chimneys [of the inn].",
        "all the boats {were tied|lay} with {two|double} ropes.",
        "rain and wind {beat|knocked} on the {doors|shutters}.",
        "the sea was {white|black|wild}, and no boat went out.",
        "thunder {rolled|walked} over the {hill|bay|island}.",
        "{Captain Marlow|The captain} looked at the waves and said, \"No ferry today.\"",
        "the whole town {stayed|sat} {inside|by the fire}, because of the storm.",
      ]
    ),
    (
      "skySnowy",
      [
        "snow {fell|lay} on the {roofs|boats|harbour wall}.",
        "{big|slow|soft} flakes {fell|came down} {on the sea|over the bay} and were gone.",
        "the whole town was white [and quiet].",
        "children {pulled|rode} sledges down windmill hill.",
        "the nets were {stiff|white} with {ice|frost}.",
        "every {step|foot} made a {small|soft} sound in the snow.",
        "the harbour steps were {icy|white}, and Grace threw sand on them.",
        "ice {hung|shone} from the {roof|sign} of the {bakery|inn|ferry office}.",
        "smoke {rose|went} {straight up|slowly up} from every chimney.",
      ]
    ),
    (
      "skyWord",
      [
        "{what|such} weather", "a day like this", "this weather",
      ]
    ),
  ]
}
