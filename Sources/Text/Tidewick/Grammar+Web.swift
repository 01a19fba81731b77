extension Tidewick.Grammar {
  /// Sentences of the town's web pages.
  static let webRules: [(String, [String])] = [
    (
      "newsLoss",
      [
        "$owner lost $aT $Pat. $finder found it $corner{ and brought it back|}.",
        "{Good news for|A happy end for} $owner: the $T is {back|found}. it was $Pat, $corner. {thanks go to|the finder was} $finder.",
        "\"I {looked|searched} everywhere,\" says $owner, who lost $aT $Pat. $finder saw it $corner.",
        "found by $finder: $aT. it lay $Pat, $corner, and belongs to $owner.",
        "the $T of $owner spent {an hour|the morning} $corner $Pat, until $finder {came by|picked it up}.",
      ]
    ),
    (
      "newsFerry",
      [
        "the ferry left at $left with $adults grown-ups and $kids children on board.",
        "the Kittiwake carried $cargo[ to Fern Island].",
        "among the passengers was $passenger, who crossed $reason.",
        "$ferryToday Captain Marlow {reports|counted} $adults grown-ups, $kids children and $dogs.",
        "{on board|in the hold} were $cargo. the crossing took forty minutes{, as usual|}.",
        "$passenger {took|was on} the ferry $reason{, and came back at four o'clock|}.",
      ]
    ),
    (
      "newsCatch",
      [
        "$catchLine",
        "$catchLine {Hattie Cole bought half for the soup|The rest went to market|Even the cats were full}.",
        "at the harbour one could see this: $catchLine",
      ]
    ),
    (
      "newsPet",
      [
        "$pet, the $petKind of $petOwner, {ran off|was missing} {in the night|for three hours}. it was found $Rat, $petCorner.",
        "{Who|Somebody} left a gate open? $pet the $petKind went for a walk and was found $petCorner, $Rat.",
        "$petOwner thanks all who looked for $pet. the $petKind sat $petCorner, $Rat.",
      ]
    ),
    (
      "newsSchool",
      [
        "Miss Dunn's class {learned about|had a lesson on} $lesson.",
        "at school {it was|they spoke of} $lesson. $child {asked the best question|drew it on the board|knew it already}.",
        "\"{Today|This week}: $lesson,\" says the board in the school yard. school is from nine to three.",
      ]
    ),
    (
      "newsBread",
      [
        "the baker, Rosa Finch, {has|made} $special {today|this $weekday}. the bread is baked at five in the morning.",
        "at the bakery: $special, {while there are any|still warm at seven}.",
        "$buyer bought $good $shopAt for $price.",
        "$good: {for this|so much} $buyer paid $price $shopAt.",
      ]
    ),
    (
      "newsWeather",
      [
        "$sky {At noon it was|we had|the glass at the harbour showed} $degrees degrees.",
        "$degrees degrees, wind from the $wind. $sky",
        "$sky high water was at $highTide, $highMetres metres.",
        "$sky $sky",
      ]
    ),
    (
      "newsRepair",
      [
        "$mender mended $breakage for $fixed.",
        "{Broken|Out of order}: $breakage, at the house of $fixed. $mender {took care of it|had glue and time}.",
        "$fixed says thank you to $mender for $breakage, which {holds|works} again.",
      ]
    ),
    (
      "newsErrand",
      [
        "{Seen in the street|Seen on the quay}: $child with $load, on the way to $receiver.",
        "$sender sent $load to $receiver. $child carried it {safely|without a stop}.",
        "$receiver {got|was given} $load by $sender, and is {pleased|very pleased}.",
      ]
    ),
    (
      "pageShop",
      [
        "come in and {look around|say hello}. $Psee on most days.",
        "you will find us $Pat. ask for $Kfull, $Kjob.",
        "this week we {have|sell} $good for $price.",
        "{last sold|sold this week}: $good, to $buyer, for $price.",
        "\"$K {knows what you need|always has time},\" says $buyer.",
        "$buyer {came|was here} on $date and bought $good.",
        "{new in|fresh in}: $good. {the price is|it costs} $price.",
        "we are {closed on Sundays|open on market day, too|easy to find: follow the quay}.",
        "{please ask|ask us} about $good{, if you do not see it|}.",
        "$Psee, and $host.",
      ]
    ),
    (
      "pagePerson",
      [
        "{most people call $Ahim|in town $Ahe is called} $Acalled.",
        "on $date $Ahe was seen $Pat with $aT.",
        "$A {likes|is fond of} $special from the bakery{ and walks on windmill hill|}.",
        "\"{What I like best here|My favourite place} is the $Pname,\" says $A. \"$Psee.\"",
        "ask $Ahim about $lesson, and {you will need time|bring a chair}.",
        "$Ahe once {lost|found} $aU $Vat and {still laughs about it|tells it every winter}.",
        "you {meet|find} $Ahim $Pat {in the morning|on market day|after three o'clock}.",
        "$Ahis best friend is $B.",
        "when the fog bell rings, $Ahe {stays inside|goes to the harbour to help|counts the rings}.",
        "in $month $Ahe {crossed|took the ferry} to Fern Island $reason.",
      ]
    ),
    (
      "pageIsland",
      [
        "the ferry leaves Tidewick at noon and needs forty minutes.",
        "{go|walk} $Pto: $Psee.",
        "$Kfull, $Kjob, {is glad of visitors|shows you round}.",
        "on $date $passenger went over $reason.",
        "you can buy $islandGood there.",
        "the last boat home leaves the island at four o'clock. {do not miss it|Captain Marlow does not wait}.",
        "a ticket is three crowns for grown-ups and one crown for children. under five it is free.",
        "$Psee, and it is {quiet|never loud}.",
        "{in $month|in $season} one sees $birdOne {from the pier|on the rocks}.",
        "dogs go free on a lead, a bicycle costs one crown, a goat two.",
        "bring {bread and a coat|good shoes}. $sky",
      ]
    ),
  ]
}
