extension Tidewick.Grammar {
  /// Stories of errands, crossings, quarrels, mending, and of the lamp that went out.
  static let moreTaleRules: [(String, [String])] = [
    // $A brings $load from $K at $P to $B at $Q.
    (
      "errandTale",
      [
        "@opening @setOut @arrive\n\n@errandAsk @errandGo\n\n@errandTrouble @feel\n\n$ferryBeat @errandTrouble\n\n@errandGive @errandReply\n\n@goHome @supper @goodNight",
        "@opening @errandAsk\n\n@errandGo @errandTrouble @errandTrouble\n\n@feel @errandGive @errandReply\n\n@lightFact @goHome @goodNight",
      ]
    ),
    (
      "errandAsk",
      [
        "\"$A, can you {take|bring|carry} $load to $B?\" asked $K. \"{Gladly|Of course|Yes},\" said $A.",
        "$K had $load for $B, but no time. \"I {will go|can do that},\" said $A.",
        "on the table $Pat stood $load. \"That is for $B $Qat,\" said $K. \"{Who will carry it|Will you go}?\" $A {put up $Ahis hand|was already at the door}.",
        "$K {packed|wrapped} $load in {brown paper|a clean cloth|a basket}. \"For $B,\" $Khe said. \"{Do not run|Hold it straight|Do not eat it}.\"",
      ]
    ),
    (
      "errandGo",
      [
        "so $A carried $load {with both hands|in a basket|under $Ahis coat}.",
        "$A said the words over and over, so as not to forget: \"$load for $B, $load for $B.\"",
        "it is {a long|not a short} way from there $Qto. $A held $load {tight|carefully}.",
        "with $load in $Ahis arms, $A @walked {out of the door|down the street}.",
      ]
    ),
    (
      "errandTrouble",
      [
        "on the way $Ahe met $S. \"{That looks good.|What have you got there?}\" said $S. \"It is for $B,\" said $A and {held it tighter|went on}.",
        "a {big|hungry} gull {sat|landed} on the wall and looked at the load. \"{No|This is not for you|Shoo},\" said $A.",
        "$A came to a {deep|wide} puddle. $Ahe {jumped|went round it|took off $Ahis shoes}, and {nothing fell|all went well}.",
        "{then|at the corner} $Ahe {slipped|fell over a rope}, but {nothing broke|the load stayed dry|no harm was done}.",
        "$S wanted to {play|talk|show $Ahim a crab}. \"Later,\" said $A. \"First I must go $Qto.\"",
        "the {lane|street} was full of {sheep|carts|barrels}. $A waited, and counted {to fifty|the legs}.",
        "the wind {pulled|blew} at the paper. $A turned {round|$Ahis back} and walked like a crab.",
        "$pet {smelled|wanted} it too and jumped up. \"Down, $pet!\" said $A.",
      ]
    ),
    (
      "errandGive",
      [
        "$Qsee when $A {came|arrived}. $B {was there|opened the door}. \"This is for you, from $K,\" said $A.",
        "$B was $Qat. $A {put|laid} $load {in $Bhis hands|on the table}. \"From $K,\" $Ahe said.",
        "\"Is that for me?\" asked $B. \"{Yes|It is}, $load, from $K,\" said $A, out of breath.",
        "at last $A came $Qto and gave $B $load.",
      ]
    ),
    (
      "errandReply",
      [
        "$B {opened it|looked inside} and {smiled|laughed}. \"{Just what I wished for|How did $K know|Now it is a good day}!\"",
        "\"Sit down,\" said $B. \"{Have some tea|Eat with me|Rest your feet}.\" So they {shared it|sat together} and {talked about|spoke of} {the sea|$lesson|old times}.",
        "\"Tell $K {that I said thank you|I will pay on Thursday, market day|to come and see me},\" said $B, and gave $A {a penny|a shell|an apple}.",
        "$B was so @happy that $Bhe {sang|danced with a chair|forgot to close the door}.",
      ]
    ),
    // $A crosses to the island at $P, host $K, on the noon ferry.
    (
      "islandTale",
      [
        "@opening @islandPlan\n\n@boarding @crossingLine @crossingLine\n\n@islandArrive @arrive @meet\n\n@helpHost @feel @islandGift\n\n@sailHome @goHome @goodNight",
        "@islandPlan @opening @boarding\n\n@crossingLine @crossingLine @islandArrive\n\n@arrive @helpHost @islandGift\n\n@sailHome @lightFact @supper @goodNight",
      ]
    ),
    (
      "islandPlan",
      [
        "$A {wanted|had a wish} to go to Fern Island $reason.",
        "\"May I go over to the island $reason?\" asked $A. \"If you {are back for supper|wear your coat|take your friend with you},\" said $gran.",
        "$A and $B had {saved|counted} {their pennies|for weeks}: a child's ticket costs one crown. {today|now} they would go to Fern Island $reason.",
        "from the harbour one can see Fern Island, {green and small|like a sleeping cat}. $A would go there today, $reason.",
      ]
    ),
    (
      "boarding",
      [
        "at the ferry desk Wren Oakley stamped {the ticket|two tickets}. \"One crown for a child,\" said Wren. \"The ferry leaves at noon.\"",
        "the ferry leaves at noon, and $A was {there|on the quay} at {half past eleven|ten to twelve|eleven}.",
        "Captain Marlow stood {at the rail|by the gangway}. \"All aboard the Kittiwake!\" she {called|cried}.",
        "Tom Pell, the deckhand, threw off the ropes, and {at noon|when the clock struck twelve} the ferry left Tidewick.",
        "the Kittiwake {lay|waited} at the quay, {white and blue|with steam on her windows}. \"Dogs go free,\" said Wren, \"and bicycles cost one crown.\"",
      ]
    ),
    (
      "crossingLine",
      [
        "the crossing takes forty minutes. $A {stood|sat} at the {bow|rail} {all the way|and watched the foam}.",
        "a seal {looked|came} up, {looked at $A|blew} and went down again.",
        "\"{Look|See}, there is the lighthouse!\" said $B. it was {white and tall|small now} behind them.",
        "there were {sheep|milk cans|hay|a goat|mail bags} on board too, and a man with a {fiddle|bicycle|box of hens}.",
        "the {engine|old engine} went {tock, tock, tock|thump, thump}, and {$A|the deck} {hummed|shook} with it.",
        "$A {held|threw} {a bit of bread up|crusts} for the gulls. they {caught it|came} from all sides.",
        "\"{Do you like the sea|Are you afraid}?\" asked Captain Marlow. \"{Yes|No},\" said $A, and {held on to the rail|laughed}.",
        "after twenty minutes they were in the middle of the bay, {between two shores|with water all round}.",
      ]
    ),
    (
      "islandArrive",
      [
        "forty minutes after noon they {tied up|landed} at the island pier.",
        "\"Fern Island!\" called Tom. \"The ferry goes back at four o'clock!\"",
        "$A {jumped|stepped} on the pier and {ran|went} $Pto.",
        "from the pier a white path goes $Pto. $A and $B {took it|ran all the way}.",
      ]
    ),
    (
      "islandGift",
      [
        "\"Take this home,\" said $K, and gave $A {$islandGood|a bag of wool|a bunch of thyme|three eggs}.",
        "$A bought $islandGood for $islandPrice{| and held it in the sun}.",
        "$K and $A {sat in the grass|ate bread and honey} and {looked over at|saw} Tidewick on the other shore. {how small it was|it looked like a toy}!",
        "$A found {a blue shell|a white feather|a round stone} {on the path|by the gate} and put it in $Ahis pocket {for $gran|next to the ticket}.",
      ]
    ),
    (
      "sailHome",
      [
        "at four o'clock the ferry went back. $A was {the last|the first} on board.",
        "the ferry leaves the island at four o'clock, {and $A did not want to miss it|so they had to run}.",
        "\"Four o'clock! {Last boat|All aboard}!\" called Captain Marlow, and {the island grew small|they sailed home}.",
        "at twenty to five the Kittiwake {was back|lay} in Tidewick {harbour|again}.",
      ]
    ),
    // $A and $B fall out over $aT at $P and make up; $K helps.
    (
      "quarrelTale",
      [
        "@opening @setOut @arrive\n\n@quarrelStart @quarrelWords\n\n@quarrelAlone @feel @quarrelWise\n\n@quarrelMend @quarrelPlay\n\n@goHome @supper @goodNight",
        "@quarrelStart @quarrelWords @opening\n\n@quarrelAlone @walkOn @feel\n\n$ferryBeat @quarrelWise\n\n@quarrelMend @quarrelPlay @lightFact @goodNight",
      ]
    ),
    (
      "quarrelStart",
      [
        "$A and $B found $aT $Pat. \"I saw it first!\" said $A. \"No, I did!\" said $B.",
        "$A and $B were {best friends|in the same class|always together}. but that day {both|each of them} wanted the $T.",
        "$B had $aT. $A {wanted|asked} to {hold|have} it. \"{Not now|It is mine},\" said $B.",
        "it began with $aT. $A {pulled|had one end}, $B {pulled too|had the other}, and {something cracked|it fell in the mud}.",
      ]
    ),
    (
      "quarrelWords",
      [
        "\"You always {win|want everything|go first}!\" said $A. \"And you {never share|always cry|talk too much}!\" said $B.",
        "they {shouted|were so loud} that {a gull flew up|people looked round|$K came out}.",
        "\"I will never {speak to|play with} you again,\" said $B, and @walked away {with the $T|without the $T}.",
        "then nobody said {a word|anything}. {the $T lay between them|$A's ears were red}.",
      ]
    ),
    (
      "quarrelAlone",
      [
        "$A went {one way|up the hill} and $B went {the other|down to the sea}.",
        "$A {threw|kicked} stones into the water, one after another. it {did not help|was no fun alone}.",
        "alone the day was {long|grey}. $A {drew in the sand|counted boats}, and thought of $B.",
        "$A {told|said to} $pet {all about it|everything}. $pet {only looked|yawned}.",
      ]
    ),
    (
      "quarrelWise",
      [
        "\"Why are you alone?\" asked $K. $A told {everything|$Khim}. \"A $N is a $N,\" said $K. \"A friend is {more|rarer}.\"",
        "$K {sat down|was} beside $Ahim. \"When I was {small|nine}, I lost a friend over {a hat|a boat|a biscuit},\" said $K. \"I {still think of it|never got another like it}.\"",
        "\"There are two ends to a rope,\" said $K. \"{Both|You both} can let go.\"",
        "\"Who will you {show|play with} the $T, if not $B?\" asked $K. $A {had no answer|thought about that}.",
      ]
    ),
    (
      "quarrelMend",
      [
        "$A went to $B's house and {knocked|stood there}. the door opened. \"I am sorry,\" they said {both at once|together}, and laughed.",
        "{then|at last} $B came {slowly|along the wall}. \"You can have the $T,\" said $B. \"No, you,\" said $A.",
        "$A {broke|cut} a {bun|honey roll|ginger biscuit} in two and gave $B the {bigger|larger} half. that was enough.",
        "\"Let us {take turns|share it|have it one day each},\" said $A. \"You {first|begin},\" said $B.",
      ]
    ),
    (
      "quarrelPlay",
      [
        "they played with the $T until {the light was gone|supper|the lamps were lit}.",
        "$A had the $T on {Mondays|even days}, $B on {Tuesdays|odd days}, and {on Sundays it slept|nobody ever counted}.",
        "and the $T? it {lay forgotten|stayed} $Pat, $corner, {because they were too busy|while they ran races}.",
      ]
    ),
    // $breakage of $A's is mended by $B at $P.
    (
      "mendTale",
      [
        "@opening @mendBroken @feel\n\n@setOut @arrive @meet @mendAsk\n\n@walkOn @mendTwo\n\n@mendGo @mendWork @mendWork @mendDone\n\n@thanks @welcome @goHome @goodNight",
        "@mendBroken @opening\n\n@walkOn @mendTwo $ferryBeat\n\n@setOut @arrive @mendAsk @mendGo\n\n@mendWork @mendWork @mendDone @thanks @supper @goodNight",
      ]
    ),
    (
      "mendBroken",
      [
        "crack! there was $breakage, {and it was $A's fault|and nobody had touched it}.",
        "$A {had|looked at} $breakage. \"{Oh no|That must be mended},\" $Ahe said.",
        "\"Who did this?\" asked $gran and {held up|pointed at} $breakage. \"I {did|think it was me},\" said $A.",
        "with $breakage {nothing goes right|one cannot go to sea|a day begins badly}, and $A had $breakage.",
      ]
    ),
    (
      "mendAsk",
      [
        "\"Can you mend $breakage?\" asked $A. \"{I cannot|Not I}, but $B can,\" said $K.",
        "$K {turned it over|looked at it for a long time}. \"{Glue|String|A nail} will not do,\" $Khe said. \"ask $B.\"",
        "\"What you need is {patience|a good knot|thin glue|a strong thread},\" said $K. \"$B has that.\"",
      ]
    ),
    (
      "mendTwo",
      [
        "$A showed it to $L. \"Ah, $breakage,\" said $L. \"I {threw mine away|would tie it with string}.\"",
        "$A asked $L, but $Lhe had {a hammer but no nails|nails but no hammer|only a pot of paint}. \"Go to $B,\" said $L.",
        "\"{My hands are too big|My eyes are too old} for that,\" said $L. $Lhe gave $A {a nail|a piece of wire|some thread} all the same.",
      ]
    ),
    (
      "mendGo",
      [
        "so $A went to $B, who {was at work|had just sat down|looked up at once}. \"{Let me see|Show me|Give it here},\" said $B.",
        "$B {was easy to find|sat in the light}. $A {put it on the table|held it up}. \"{That can be mended|I have seen worse},\" said $B.",
        "$A {ran|went} to $B and told {everything|what had happened}. $B {rolled up $Bhis sleeves|laughed|nodded slowly}.",
        "\"You come just in time,\" said $B, when $A {knocked|came}. $Bhe looked at it {from all sides|with one eye shut}.",
      ]
    ),
    (
      "mendWork",
      [
        "$B {took|fetched} {a needle|a small saw|a pot of glue} and {began|sat down in the light}. $A held {the lamp|one end}.",
        "\"Slowly,\" said $B. \"{One stitch|One knock|One turn} {at a time|after the other}.\"",
        "{tap, tap, tap|snip, snip|scrape, scrape} it went, {for an hour|until the glue was dry}.",
        "\"Now you,\" said $B, and {gave $A the tool|let $A try}. the first try was {bad|crooked}, the {second|third} was {good|better}.",
        "$B {whistled|told a story about {a whale|the old ferry|a talking crab}} while $Bhe worked.",
      ]
    ),
    (
      "mendDone",
      [
        "then it was {done|whole again}. one could {see|feel} the {seam|place}, but it held.",
        "\"Better than new,\" said $B. {It was true|And so it was}.",
        "$A tried it {once, twice|carefully}. it {held|worked|did not squeak}.",
        "\"What do I owe you?\" asked $A. \"{Two pennies|A bun|A song|Nothing},\" said $B.",
      ]
    ),
    // Fog; the lamp's oil is gone; $A carries oil to Amos; $B's boat comes home.
    (
      "lampTale",
      [
        "@opening $sky @lampEvening\n\n@lampNeed @lampClimb\n\n@lampWait @bellLine @lampWait\n\n@lampHome @thanks\n\n@goHome @goodNight",
        "@lampEvening $sky @bellLine\n\n@lampNeed @lampClimb @lampWait\n\n@lampWait @lampHome @supper @goodNight",
      ]
    ),
    (
      "lampEvening",
      [
        "it was {almost|nearly} dark, and $B's boat was {still out|not home yet}.",
        "{night|evening} came, and {one boat was missing|not all boats were home}. it was the {boat|ship} of $B.",
        "\"Has anybody seen $B?\" asked Grace Penn, the harbour master. {nobody had|only the wind answered}.",
        "on such a night {sailors|boats} need the lighthouse. $A {looked|ran to the window}. \"The lamp is {dark|not lit}!\" $Ahe said.",
      ]
    ),
    (
      "lampNeed",
      [
        "Amos Gray had {hurt his foot|a bad cold}, and the can of lamp oil was {empty|at the chandlery}. \"I will {bring|fetch} the oil,\" said $A.",
        "\"The lamp needs oil,\" said Joss the chandler. \"Somebody must {carry it up|take it to Amos}.\" $A took the can {in both hands|and ran}.",
        "$A {ran to the chandlery|knocked at the chandlery}. Joss filled a can with lamp oil. \"{Hurry|Quick},\" said Joss, \"and do not {spill|fall}.\"",
      ]
    ),
    (
      "lampClimb",
      [
        "the lighthouse has eighty-four steps. $A counted them {all|one by one}: {ten, twenty, thirty|one, two, three}, and at eighty-four $Ahe {was at the top|could not feel $Ahis legs}.",
        "up and up went $A, round and round, eighty-four steps with the {heavy|full} can.",
        "\"Fill it {here|slowly},\" said Amos Gray, the lighthouse keeper. $A's hands {shook|were cold}, but not a drop {fell|was lost}.",
        "Amos {struck|lit} a match. first there was a {small|blue} flame, then a {big|yellow} one, and the {lamp|light} began to turn.",
      ]
    ),
    (
      "bellLine",
      [
        "below, Grace Penn rang the fog bell: three rings, {then|and then} a minute's wait, and three rings more.",
        "ding, ding, ding, rang the bell on the harbour wall.",
        "the bell rang three times each minute, so that {$B|the boats} could {hear|find} the harbour.",
        "first the bell, then the light, then the bell again: so Tidewick calls its boats home.",
      ]
    ),
    (
      "lampWait",
      [
        "every nine seconds the light {went over the water|flashed}. $A {looked|stared} into the dark until $Ahis eyes {hurt|were wet}.",
        "{they|$A and Amos} waited. Amos {made|poured} tea, and {nobody|neither of them} drank it.",
        "\"A light is {like a voice|a kind of promise},\" said Amos. \"It says: {here is home|come this way|I am here}.\"",
        "{was that|is that} a sail? no, only {a wave|foam}. they {waited on|looked again}.",
        "Wick the cat sat {on the log book|between the oil cans} and {purred|washed one paw}.",
      ]
    ),
    (
      "lampHome",
      [
        "then {a small lamp|a sail|a voice} came out of the {fog|dark}. it was $B! \"I saw the light,\" {called|said} $B.",
        "at {eight|nine|ten} o'clock the boat of $B came {slowly|safely} into the harbour. {everybody|the whole quay} {cheered|cried hurrah}.",
        "\"Without the lamp I {would be|would have been} on the rocks,\" said $B and {took $A's hand|put $Bhis wet hat on $A's head}.",
      ]
    ),
    // A Thursday in the market square: $A trades $T for something else, and so on.
    (
      "marketTale",
      [
        "@opening @marketOpen @setOut\n\n@arrive @marketSwap\n\n@marketSwap @feel @marketSwap\n\n@marketEnd @thanks @goHome @supper @goodNight",
        "@marketOpen @opening @carry\n\n@marketSwap $ferryBeat @marketSwap\n\n@feel @marketEnd @goHome @goodNight",
      ]
    ),
    (
      "marketOpen",
      [
        "Thursday is market day in Tidewick, and this was a Thursday.",
        "on Thursdays {the market square is full of stalls|everybody goes to market}. $A had {no money|one penny}, but $Ahe had $aT.",
        "\"{Bring home|Buy} $wish from the market,\" said $gran, and gave $A {two pennies|a basket}. $A lost the money {on the way|through a hole in $Ahis pocket}.",
        "$A wanted $wish. $Ahe had only $aT, so $Ahe {went|set out} to swap.",
      ]
    ),
    (
      "marketSwap",
      [
        "$S {had|was selling} $swapOne. \"I {like|need} {your $T|what you have},\" said $S. \"Shall we swap?\" {now $A had $swapOne|\"Yes!\" said $A}.",
        "\"For that I {give|will give} you $swapTwo,\" said $L. $A {thought|looked at it} and {said yes|nodded}.",
        "at the next stall {stood|was} $K. \"What do you want for it?\" asked $K. \"$wish,\" said $A. \"{That I do not have|Sorry}, but {look|here is} $swapOne.\"",
        "then came $S with $swapTwo under $Shis arm. {they swapped|a swap was made}, and both {laughed|were @happy}.",
        "\"{A fair swap|Fair is fair},\" said $L and {shook hands|counted on $Lhis fingers}. $A {went on|walked to the next stall} with $swapTwo.",
      ]
    ),
    (
      "marketEnd",
      [
        "and at the last stall stood $B with $wish. \"I {have looked for|want} $swapTwo all day!\" said $B. so $A got $wish.",
        "when the clock struck {four|three}, $A had $wish after all. it had come from $B, who {took|wanted} $swapOne for it.",
        "$B {laughed|clapped}. \"From $aT to $wish, in one morning!\" said $B. \"You {will be|are} a trader.\"",
      ]
    ),
  ]
}
