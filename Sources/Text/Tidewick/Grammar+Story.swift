extension Tidewick.Grammar {
  /// Beats that every kind of story may use: how it opens, how people meet, how it ends.
  static let storyRules: [(String, [String])] = [
    (
      "opening",
      [
        "on $weekday, $date, $A {woke|got up} {early|late|before everybody else}. @openingNext",
        "it was {a|one} $weekday in $month. @openingNext",
        "$A {opened|pushed open} the window and {looked at|smelled} the sea. @openingNext",
        "the clock tower struck {eight|nine|ten} on $date. @openingNext",
        "\"{What shall I do today|What will happen today|Is it {Monday|$weekday} already}?\" said $A on $date. @openingNext",
        "this {story is about $A and|is the story of} {a day in $month|one $weekday|a $season day}. @openingNext",
        "nobody in Tidewick forgets $date. @openingNext",
        "$Afull was {$Aage|only $Aage} years old, and $Ahe {lived|had a bed under the roof} at the $Ahome. @openingNext",
        "{breakfast was over|the porridge was eaten|the milk was drunk}, and it was $weekday. @openingNext",
        "the bakery had {opened|been open} at seven {as always|as on every day}, and the smell of $special {filled|ran along} the street. @openingNext",
        "$A had {a plan|an idea|something to do} on $date. @openingNext",
        "in $month, {Tidewick is|our town is} {never dull|at its best|full of small surprises}. @openingNext",
      ]
    ),
    ("openingNext", ["$sky", "$sky $sky", "$sky $petBeat"]),
    (
      "petLine",
      [
        "$Ahis $petKind $pet {came too|wanted to come along|slept on the step}.",
        "$pet the $petKind {watched $Ahim|waited by the door|looked for crumbs}.",
        "{first|before anything else} $A fed $pet, $Ahis $petKind.",
        "$pet, $Ahis $petKind, {had stolen a sock again|sat on $Ahis foot|was {hungry|still asleep}}.",
      ]
    ),
    (
      "setOut",
      [
        "{so|then|after that} $A @walked $Pto.",
        "$A put on $Ahis {boots|coat|blue jacket|cap} and @walked $Pto.",
        "$A {took the narrow lane|took the steep steps|took the path by the water} and came $Pto.",
        "{soon|at ten|a little later} $A was $Pat.",
        "\"I am going $Pto,\" $A {told $Ahis {mother|family|grandmother}|said|called up the stairs}.",
        "$A @walked past the {bakery|clock tower|fog bell|well} and $Pto.",
        "it is not far $Pto, and $A {sang|hopped|counted gulls} all the way.",
      ]
    ),
    (
      "carry",
      [
        "$A carried $aT.",
        "{under $Ahis arm|in $Ahis hand|in $Ahis bag} $A had $aT.",
        "$A took $Ahis $T {along|with $Ahim}, because {it was $Ahis best thing|$Ahe took it everywhere|a {friend|cousin} had asked to see it}.",
        "$Ahe {had|was holding} $aT, and $Ahe {was @happy with it|loved it very much|had got it for $Ahis birthday}.",
        "with $Ahim went $Ahis $T, {a present from $gran|which $gran had given $Ahim|and nothing else}.",
        "\"Do not lose your $T,\" said $gran. \"I {never lose things|will not|will hold it tight},\" said $A.",
        "that day $A would not put down $Ahis $T.",
      ]
    ),
    (
      "arrive",
      [
        "$Pat, $Psee.",
        "$Psee when $A {came in|arrived|got there}.",
        "$A {stood|stopped} and looked. $Psee.",
        "{there|as on every day}, $Psee, and $host.",
        "$host. $Psee.",
        "$A {liked|loved} it there: $Psee.",
      ]
    ),
    (
      "meet",
      [
        "$host. \"{Good morning|Hello|Good day}, $A,\" said $K.",
        "$host. \"{Good morning|Hello}, $K,\" said $A. \"{Hello, $A|Ah, there you are|Come in, come in},\" said $K.",
        "$A {waved|nodded} to $K. \"{What brings you here|Where are you going|What have you got there}?\" asked $K.",
        "$host. $Khe {smiled|looked up} when $Khe saw $A.",
        "\"{What|Such} a day,\" said $K. \"{Yes, what a day|Yes},\" said $A.",
      ]
    ),
    (
      "helpHost",
      [
        "$A {stayed|was there} {a while|for an hour|until eleven} and helped $K.",
        "\"Can you {hold this|carry this|help me} {for a moment|please}?\" asked $K, and $A {did|helped gladly}.",
        "$A {swept the floor|carried a box|held the ladder|tied two knots} for $K, and $K gave $Ahim {an apple|a ginger biscuit|a penny|a slice of bread and honey}.",
        "$K told $A about {the old days|$lesson|a whale in the bay|the great storm|a ship with red sails}.",
        "they {talked|spoke} about {the ferry|the tide|the fish|$special|the new boat in the boatyard}, and the time went by.",
        "$K had {much|a lot} to do, and $A {watched|helped|asked many questions}.",
      ]
    ),
    (
      "ferryFact",
      [
        "at noon the ferry left for Fern Island, as it does every day.",
        "the ferry leaves at noon, so {the quay was full of people|people hurried by with bags}.",
        "far away the ferry horn {blew|sounded}: it was noon, and the {ferry|Kittiwake} was leaving.",
        "the clock struck twelve, and the {ferry|Kittiwake} left the harbour.",
        "Captain Marlow blew the horn. it was noon, the hour of the ferry.",
      ]
    ),
    (
      "ferryWaited",
      [
        "the ferry leaves at noon, but {today|that day} it waited for the fog and left at $left.",
        "at noon the fog bell was still ringing, so the ferry {waited|stayed at the quay} until $left.",
        "\"{No ferry before|We leave at} $left,\" said Captain Marlow. \"In fog we wait.\"",
        "people sat on their bags: the ferry {could not leave|had to wait} in the fog.",
      ]
    ),
    (
      "ferryStayed",
      [
        "the ferry leaves at noon, but not in a storm. it {stayed|lay} in the harbour.",
        "no ferry {went|left} that day. the storm was too strong.",
        "\"{In a storm|Today} the Kittiwake stays at home,\" said Captain Marlow.",
        "at noon {there was no horn|nobody blew the horn}, because the ferry could not {go out|leave}.",
      ]
    ),
    (
      "lightFact",
      [
        "out on Tern Point, Amos Gray {lit|was lighting} the lamp at sunset.",
        "the lighthouse flashed once every nine seconds.",
        "{far out|across the water} the lighthouse {blinked|flashed}, and $A counted nine seconds.",
        "Amos Gray, the lighthouse keeper, had {climbed|gone up} the eighty-four steps and lit the lamp.",
        "the light went round: one flash, then nine seconds of dark, then a flash again.",
        "at sunset the lamp in the lighthouse began to shine.",
      ]
    ),
    (
      "goHome",
      [
        "{in the evening|at six|when the sun was low} $A went home to the $Ahome.",
        "then it was time to go home. {the street lamps were lit|smoke rose from the roofs|the gulls were quiet now}.",
        "$A @walked home {along the quay|by the steep steps|past the dark shops}.",
        "the {long|good|busy} day was {over|almost over}, and $A was {tired|hungry|tired and @happy}.",
        "when the {shops were shut|quay was empty} and the gulls had gone to {sleep|the island}, $A went home.",
      ]
    ),
    (
      "supper",
      [
        "there was {fish soup|bread and cheese|cheese pie|potato soup|an egg} {for supper|on the table}, and {a $season apple|$special} after it.",
        "\"How was your day?\" asked $gran. \"{Long|Good|You will not believe it},\" said $A, and told {everything|the whole story}.",
        "at supper $A told {the story|everything} {from beginning to end|with a full mouth|twice}.",
        "$gran {listened|laughed|shook her head} and gave $Ahim {more soup|the biggest bun|a kiss}.",
        "$A ate {two plates|three pieces|a big bowl} of {pie|bread and honey|fish soup}.",
      ]
    ),
    (
      "goodNight",
      [
        "$A slept {well|deeply|at once}, and {the sea sang outside|dreamed of {boats|the sea|$special}|the lighthouse watched over the town}.",
        "\"Good night, Tidewick,\" said $A {softly|at the window}.",
        "and $A {never forgot|often thought of} $date.",
        "then $A closed $Ahis eyes. @lightFact",
        "@lightFact and in $Ahis bed, $A {slept|smiled}.",
        "that was {the end of a good day|how $date ended|all, and it was enough}.",
        "{before sleep|in bed} $A thought about {$K|$B|tomorrow} and was @happy.",
        "and what did $A learn? {ask, and people will help|slow feet see more|a kind word is never lost|friends are better than $special}.",
      ]
    ),
    (
      "walkOn",
      [
        "$A @walked on.",
        "{next|then} $A @walked $Qto.",
        "\"Then I will try {somewhere else|another place},\" said $A, and went $Qto.",
        "{from there|after that} it was a short walk $Qto.",
        "$Qsee when $A came $Qto.",
        "$A {did not give up|took a deep breath} and @walked $Qto.",
      ]
    ),
    (
      "feel",
      [
        "$A took a deep breath. the air smelled of {salt|rope|bread|the sea}.",
        "$A {hummed a song|pulled up $Ahis socks|blew on $Ahis fingers|put a {stone|shell|leaf} in $Ahis pocket}.",
        "$A {sat down on|leaned against} {a barrel|the wall|a step} and {thought|watched the water}.",
        "a gull {laughed|looked at $Ahim with one eye}. \"{Be quiet|You are no help|Do not laugh},\" said $A.",
        "$A kicked a {small|round} stone {down the lane|into the water}.",
        "{one|a} small cloud went by. $A {watched it|made a wish}.",
        "the {tide|water} was {coming in|going out}, slowly and surely.",
        "somewhere {a dog barked|a door banged|somebody was singing}.",
      ]
    ),
  ]
}
