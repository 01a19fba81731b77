extension Tidewick.Grammar {
  /// Stories of things lost and found, of pets that run off, and of errands.
  static let taleRules: [(String, [String])] = [
    (
      "lossTale",
      [
        "@opening @carry @setOut\n\n@arrive @meet @helpHost\n\n$slip @notice\n\n@searchHere @askOne\n\n@walkOn @askTwo @feel\n\n@foundIt @thanks @welcome\n\n@goHome @supper @goodNight",
        "@opening @setOut @carry\n\n@meet @arrive $slip\n\n$ferryBeat @notice @searchHere\n\n@walkOn @askTwo\n\n@askOne @feel @foundIt @thanks\n\n@welcome @goHome @goodNight",
        "@opening @carry @setOut @arrive\n\n@helpHost $slip @notice @feel\n\n@walkOn @askTwo @askOne\n\n@foundIt @thanks @welcome\n\n@lightFact @goHome @supper",
      ]
    ),
    (
      "slipBlows",
      [
        "$Pat, a gust of wind {came round the corner|blew from the $wind} and {took|pulled|tore} the $T from $Ahis hand.",
        "$A let go of the $T {for one moment|to scratch $Ahis nose|to wave}. The wind {had it|took it} at once.",
        "$A put the $N down {on a wall|on a post|beside $Ahim}. the wind {liked the $T|wanted the $T too} and carried it off.",
        "{\"Hold tight!\" called $K, but|suddenly} the $T {flew|sailed|jumped} into the air and over {the roof|the wall}.",
      ]
    ),
    (
      "slipRolls",
      [
        "$Pat, the $T {slipped|fell} from $Ahis hand and rolled {away|down the slope|under something}.",
        "$A {dropped|let go of} the $T. It {bounced|rolled} {once, twice, three times|faster and faster} and was gone.",
        "$A put the $T on the {ground|floor} to tie $Ahis shoe. The $N rolled off {without a sound|on its own}.",
        "somebody {bumped into|ran into} $A, and the $T rolled {between the feet of the people|out of sight}.",
      ]
    ),
    (
      "slipSmall",
      [
        "$Pat, the $T {fell|slipped} through a hole in $Ahis pocket.",
        "$A took out {a handkerchief|an apple}, and the $T {fell out too|came out with it and fell}. $Ahe did not {see|hear} it.",
        "the $T was small, and {small things are easily lost|it made no sound when it fell}.",
        "$A {laid|put} the $T down {for a minute|while $Ahe ate a biscuit} and forgot {it|about the $N}.",
      ]
    ),
    (
      "slipFloats",
      [
        "$A put down the $T {to have both hands free|to look at a crab|next to $Ahim}, and {forgot it|left it there}.",
        "$Pat, $A {stood the $T on a stone|set the $T down}, and then {somebody called|the clock struck} and $Ahe ran off without it.",
        "the $T was {heavy|wet|in the way}, so $A {left it by the door|put it behind $Ahim}. that was the last $Ahe saw of it.",
        "$A lent the $T to {a small boy|a cousin|somebody's sister} for {a minute|a game}, and it did not come back.",
      ]
    ),
    (
      "slipRead",
      [
        "$A sat down $Pat to {look at|read in} the $T. when {the clock struck|a friend called}, $Ahe jumped up and left the $N behind.",
        "$A put the $T {on a shelf|under $Ahis coat|on a chair}, {only for a moment|and then talked with $K}, and forgot it.",
        "the $T {slid|fell} out of $Ahis bag $Pat, and nobody {saw it|heard it fall}.",
        "$A {laid the $T down|held the $T in one hand} to {help $K|stroke a cat}, and then it was {gone|not there any more}.",
      ]
    ),
    (
      "notice",
      [
        "{after a while|an hour later|at the corner} $A {stopped|stood still}. \"My $T!\" $Ahe {cried|said}. \"Where is my $N?\"",
        "{then|at last} $A looked at $Ahis hands. they were empty. the $T was gone.",
        "\"Where is your $T?\" asked {a friend|Walt the postman|Captain Marlow}. $A looked {down|round}. the $N was {gone|not there}.",
        "$A felt in {every pocket|$Ahis bag}. there was {a string and a crumb|only a shell|an apple}, but no $T.",
        "{it was {noon|past noon} before $A noticed|not until the clock struck did $A see} that the $T was gone.",
        "something was {missing|wrong}. $A thought hard. the $T! $Ahe had lost the $T!",
      ]
    ),
    (
      "searchHere",
      [
        "$A looked {under the bench|behind the door|in every corner|on the steps}. no $N.",
        "$Ahe went back the way $Ahe had come, {step by step|with $Ahis eyes on the ground}.",
        "$A {searched|looked} {high and low|left and right|for a long time}, but the $T was {not there|nowhere}.",
        "first $A looked {in the street|by the well|near the fog bell}. $Ahe found {a nail|a feather|a blue stone}, but not $Ahis $T.",
        "\"Think,\" $A told $Ahim@self. \"Where did I {have|see} it last?\"",
      ]
    ),
    ("self", ["self"]),
    (
      "askOne",
      [
        "\"Have you seen $aT?\" $A asked $S. \"{No|I am sorry, no|Not today},\" said $S{. \"Have you asked $K?\"|, and shook $Shis head|. \"But I will keep my eyes open.\"}",
        "$A asked $S {first|too}. $S had seen {a whale|two wet dogs|a boat with a {red|brown} sail}, but no $T.",
        "$S {was coming up the street|was sitting by the well}. \"{What is the matter|Why so @sad}?\" asked $S. \"I have lost my $T,\" said $A.",
        "\"A $N?\" said $S. \"What {colour|kind}?\" \"It is $aT,\" said $A. but $S {had not seen it|only shook $Shis head}.",
        "$A met $S. $S {helped to look|looked too}, but {they found nothing|the $T was not there}.",
      ]
    ),
    (
      "askTwo",
      [
        "$Qhost. \"{Is my $T here|Did I leave my $T here|Have you seen my $T}?\" asked $A. \"{No, it is not|I have not seen it|No $N today},\" said $L.",
        "\"What does it look like?\" asked $L. \"It is $aT,\" said $A. $L {looked round|thought for a while} and said no.",
        "$Qat, $A asked {about|for} the $T. \"{Try the ferry office|Ask Wren at the ferry office|Go and ask Peg},\" said $L. \"{Lost things go there|They have a box for lost things}.\"",
        "$Qsee, but there was no $T. \"{Bad luck|What a pity},\" said $L. \"{It will turn up|Things come back}.\"",
        "$Qhost. $L had not seen the $T, {but gave $A a {bun|biscuit|warm roll} for the road|and $Lhe was sorry}.",
      ]
    ),
    (
      "foundIt",
      [
        "then $B came {running|up the street|round the corner}. \"{Is this yours|Look what I found|$A, look}!\" $Bhe {called|said}. in $Bhis hand was the $T. it had been $Pat, $corner.",
        "it was $B who found it. the $T {lay|was} $Pat, $corner.",
        "{at last|late in the afternoon} $A went back $Pto. $B was there. \"I {found|have} something,\" said $B, and {showed|gave} $Ahim the $T. \"It was $corner.\"",
        "and {there|then} they saw it, $A and $B together: $corner, $Pat, lay the $T.",
        "\"I know where it is,\" said $B. $Bhe {took $A by the hand|went ahead} $Pto. and {really|yes}, $corner was the $T!",
        "$B had {seen something|found it}, $corner, and {had kept it|was looking for the owner}. \"Is this your $T?\" {asked $B|$Bhe asked}. \"Yes!\" cried $A.",
      ]
    ),
    // A pet has run off: $pet the $petKind, at $P, in $corner.
    (
      "strayTale",
      [
        "@opening @petGone\n\n@setOut @arrive @meet @petAsk\n\n@walkOn @petAskTwo @feel\n\n@petClue @petFound\n\n@thanksPet @goHome @supper @goodNight",
        "@petGone @opening\n\n@walkOn @petAskTwo $ferryBeat\n\n@feel @petClue @setOut\n\n@petFound @thanksPet\n\n@lightFact @goHome @goodNight",
      ]
    ),
    (
      "petGone",
      [
        "$pet was gone. the {basket|bed|yard} was empty, and the {gate|door|window} stood open.",
        "\"$pet! $pet!\" called $A. but no $petKind came.",
        "$A whistled for $pet, $Ahis $petKind. {nothing moved|only a gull answered}.",
        "\"Who has seen my $petKind?\" asked $A at {breakfast|the door}. nobody had seen $pet {since supper|that day}.",
        "$pet the $petKind had {run away|gone for a walk alone}, {for the second time that $month|as {animals|pets} sometimes do}.",
      ]
    ),
    (
      "petAsk",
      [
        "\"Have you seen $pet?\" asked $A. \"{The $petKind|Your $petKind}? {Not since yesterday|I heard something small go by|No, but I saw a footprint},\" said $K.",
        "\"A $petKind ran {past my door|between my legs} at {nine|ten},\" said $K. \"It went that way.\"",
        "$K had {not seen|seen no} $petKind, but {wished $Ahim luck|promised to look}.",
        "\"What does $pet like best?\" asked $K. \"{Fish|Cheese|Apples|A warm place},\" said $A. \"Then look where {that|such a thing} is,\" said $K.",
      ]
    ),
    (
      "petAskTwo",
      [
        "$Qhost. \"$pet? {Try the harbour|Animals go where food is|I would look on windmill hill},\" said $L.",
        "$L had {a cup of milk|an idea}: \"{Call softly|Do not run|Sit still and wait}. A $petKind comes when it is hungry.\"",
        "\"There was a {noise|strange sound} {behind the house|on the roof} this morning,\" said $L. they looked, but it was only {a crow|the wind|a loose board}.",
        "$Qat nobody had seen {the|a} $petKind. $L gave $A {a carrot|a bit of cheese|some string} to take along.",
      ]
    ),
    (
      "petClue",
      [
        "then $A saw {small footprints|a bit of fur|crumbs} on the {stones|path}. the trail led $Pto.",
        "$A {stood still and listened|held $Ahis breath}. from {somewhere near|not far away} came a {small|well-known} sound.",
        "\"Look there,\" said $B, who {was passing|had come to help}. \"Is that not $pet?\"",
        "and who came by? $B, {laughing|out of breath}. \"Your $petKind is $Pat!\" said $B.",
      ]
    ),
    (
      "petFound",
      [
        "$pet was $Pat, $corner, {and was asleep|eating somebody's lunch|as happy as could be}.",
        "$corner, $Pat, sat $pet the $petKind. it {looked at $A|blinked} as if {nothing had happened|to say: what took you so long}.",
        "two {bright|round} eyes looked out: {yes|really}, $pet was $Pat, $corner.",
        "$A {knelt down|got down on $Ahis knees}. there, $corner, was $pet. \"{You bad $petKind|Oh, $pet|There you are},\" said $A, and {laughed|cried a little}.",
      ]
    ),
    (
      "thanksPet",
      [
        "$A carried $pet home {in $Ahis arms|under $Ahis coat}. @welcome",
        "$pet got {a bowl of milk|a carrot|a whole biscuit} and $B got {a hug|two thank-yous|half a bun}.",
        "\"{Never do that again|Stay with me now},\" said $A. $pet {said nothing|yawned|licked $Ahis ear}.",
        "from that day the {gate|window} had a {lock|string|stone} in front of it. it did not {help|always help}.",
      ]
    ),
  ]
}
