extension Tidewick.Grammar {
  /// Sentences of the notes that the school, the harbour and the lighthouse keep.
  static let researchRules: [(String, [String])] = [
    (
      "noteAim",
      [
        "we wanted to know {if|whether} $question.",
        "the question {was|of this note is}: {is it true that|can it be that} $question?",
        "{Miss Dunn|Grace Penn|Amos Gray} asked us to find out {if|whether} $question.",
        "in Tidewick people say that $question. we {looked|measured}.",
      ]
    ),
    (
      "noteMethod",
      [
        "$A {read|wrote down} the numbers and $B checked them.",
        "{each|every} day at the same time, $A went $Pto {with a notebook|and wrote down what there was}.",
        "we {measured|counted} {twice|three times} and took the middle number.",
        "$A counted and $B held the {lantern|umbrella|clock}. $sky",
        "the marks on the harbour wall are {ten centimetres|one hand} apart. we read them {at high water|when the water was still}.",
        "{mistakes|errors} are {possible|likely}: {a gull|a dog|the rain} {disturbed us|took one page}.",
      ]
    ),
    (
      "noteEnd",
      [
        "so it {seems|is likely} that $question, but {one week is|seven days are} not much.",
        "we {will|shall} {count|measure} again in {a month|$nextMonth}.",
        "$A {thinks|believes} it is {the moon|the wind|chance}. $B {does not|says: more numbers}.",
        "the notebook is {kept|to be seen} at the {school|lighthouse|ferry office}.",
        "thanks to $K for {the tea|the lantern|a dry chair} {and|as well as} the use of the {wall|boat|long glass}.",
        "next time we {need|want} {a better clock|two more people|drier paper}.",
      ]
    ),
    (
      "bellNote",
      [
        "$A stood {on the pier|in a boat} {one hundred|two hundred|four hundred|eight hundred} metres {away|out} and heard {all three rings|two of three rings|only one ring|every ring}.",
        "with wind from the $wind the bell was heard $metres metres away.",
        "in {thick|thin} fog $B heard it {$metres metres out|from $Pat}.",
        "the bell rings three times a minute. $A {counted|wrote} $ringsHour rings in {an hour|the first hour}.",
        "{Grace Penn|the harbour master} rang with the {big|small} hammer. {it was|that is} {louder|clearer|not so loud}.",
        "fog came at $fogFrom and {went|was gone} at $fogUntil[, said the harbour book].",
      ]
    ),
  ]

  /// Sentences of manuals, logs and notices.
  static let manualRules: [(String, [String])] = [
    (
      "lampCare",
      [
        "{climb|go up} the eighty-four steps with {a clean cloth|the oil can} and {a lantern|dry hands}.",
        "{fill|top up} the lamp with oil to the {brass|red} line, {not|never} above it.",
        "{trim|cut} the wick straight before {lighting|sunset}.",
        "{wipe|polish} the glass {from the top down|in circles} until {you see your face|it squeaks}.",
        "wind {up|} the clock {with forty turns|until it stops}. the light must flash once every nine seconds.",
        "count: nine seconds from flash to flash. {if it is ten|if it is slower}, oil the {wheel|gear}.",
        "light the lamp at sunset and {put it out|let it rest} at sunrise.",
        "write {the hour|the weather|the oil used} in the log book.",
        "{if|when} the flame smokes, {the wick is too long|close the lower door}.",
        "{never leave|do not leave} {the door open|Wick the cat in the lamp room}: {wind|fur} gets into the {flame|gears}.",
      ]
    ),
    (
      "engineCare",
      [
        "{before|an hour before} noon, {check|look at} the oil: it must stand {between the two marks|at the upper mark}.",
        "open the {sea water|cooling} tap {first|before you start}. a hot engine is {an angry|a tired} engine.",
        "turn the {big|iron} wheel {by hand|once round}, {listen|and feel if it moves freely}.",
        "{grease|oil} the {shaft|bearings} every {Monday|second day}.",
        "{if|when} the engine {coughs|knocks}, {stop and clean the filter|look for water in the fuel}.",
        "three horns mean {we go astern|the engine runs backwards}; one {long|} horn means the ferry leaves.",
        "{the ferry leaves at noon|she must leave at noon}, so the engine {is warm|should run} by half past eleven.",
        "after the crossing of forty minutes, {let it run slowly|do not stop it at once}.",
        "{keep|store} rags in the {tin|iron} box{, never beside the pipe|}.",
        "write hours and {oil|fuel} into the engine book, {and sign|with your name}.",
      ]
    ),
    (
      "bellCare",
      [
        "the bell rings when fog comes. {the harbour master|Grace Penn} gives the order.",
        "if you cannot see {Tern Point|the end of the pier|the red post} from the {wall|harbour steps}, ring.",
        "ring three times a minute: {ding, ding, ding, and wait|three strokes, then count to fifty}.",
        "{pull|draw} the rope {straight down|with both hands}; do not {jerk|hang on} it.",
        "{change|take turns} every {half hour|hour}. {cold|tired} hands ring badly.",
        "stop only when {the fog has gone|you can see the lighthouse}{ and the harbour master says so|}.",
        "the ferry waits {while|as long as} the bell rings.",
        "{grease|oil} the {bearing|pin} in {spring|October}, and {look at|renew} the rope {every year|when it is thin}.",
        "{wear|use} {wool|wax} in your ears{, but watch for waving|}.",
      ]
    ),
    (
      "ovenCare",
      [
        "light the oven at {three|half past three}. {pine|dry apple} wood {burns best|gives a good heat}.",
        "the bread goes in at five o'clock in the morning, {every day|Sundays too}.",
        "{throw|put} a {pinch|little} of flour on the {bricks|floor of the oven}: if it turns {brown|gold} {while you count to ten|slowly}, the heat is right.",
        "{loaves|big loaves} {take|need} {forty|fifty} minutes, buns {twelve|fifteen}.",
        "{knock|tap} on the bottom of a loaf. {if it sounds hollow|when it sounds like a drum}, it is done.",
        "{sweep|rake} out the ash {before|after} {the dough comes|the last tray}.",
        "{for|with} $special, wait until the oven {cools|is less hot}.",
        "{leave|keep} the door shut{: the heat is money|}.",
        "the shop opens at seven, so {cool|rest} the bread for {an hour|one hour at least}.",
        "{clean|brush} the chimney {each spring|twice a year}{, with the long brush|}.",
      ]
    ),
    (
      "deskCare",
      [
        "open the desk at eight and close it at five.",
        "a grown-up pays three crowns, a child one crown. children under five {pay nothing|go free}.",
        "a bicycle is one crown, a goat two crowns; dogs on a lead {go free|pay nothing}.",
        "{stamp|sign} each ticket {once|with the date}.",
        "put lost things in the blue box, with {a label|the date and the place}. keep them for thirty days.",
        "{if|when} fog comes, write \"{waiting|the ferry waits}\" on the board{, and nothing else|}.",
        "{count|add up} the {money|coins} at {five|closing time}, and write the sum in the {book|ferry book}.",
        "be {kind|patient}. people who {ask twice|ask again} {are afraid to miss the boat|want to be sure}.",
        "there are sixty seats. ticket sixty-one {is for tomorrow|waits for the next boat}.",
        "{on Saturdays|every Saturday} {there is a boat|the extra boat leaves} at eight o'clock, back at ten.",
      ]
    ),
    (
      "logLine",
      [
        "{all was well|nothing to report|no trouble}.", "$sky",
        "wind from the $wind, $degrees degrees.",
        "{sold|gave out} $adults tickets for grown-ups and $kids for children.",
        "{saw|counted} $birdOne {near the point|from the window}.",
        "$visitor {came by|looked in} {with $good|and stayed for tea}.",
        "high water at $highTide, $highMetres metres.",
        "the ferry left at $left.", "{took on|loaded} $cargo.",
        "$mender {mended|looked at} $breakage.", "used {two|three|four} {cans|cups} of oil.",
        "{cleaned|polished} the {brass|glass|rail|bell} {twice|before breakfast}.",
        "$owner asked about $aT. it was $corner, $Pat.",
      ]
    ),
  ]
}
