extension Tidewick.Grammar {
  /// Talk between two townspeople, $A and $B; each rule is a few `Name: words` lines.
  static let chatRules: [(String, [String])] = [
    (
      "chatHello",
      [
        "$A: {Good morning|Hello|Good day|Morning}, $Bcalled.\n$B: {Good morning|Hello}, $Acalled. {How are you|Did you sleep well|You are up early}{?|? I am well.}",
        "$B: {Is that you, $Acalled?|Ah, $Acalled!} {Come in|Sit down}.\n$A: {Only for a minute|Thank you}. {It is warm in here|My feet are wet|I brought biscuits}.",
        "$A: $Bcalled! {Have you a minute|Do you have time}?\n$B: {For you, two|Of course|If it is short}.",
        "$A: There you are, $Bcalled. I looked for you $Pat.\n$B: I was $Qat. {What is it|What is the news}?",
      ]
    ),
    (
      "chatSky",
      [
        "$A: What weather! $sky\n$B: {It was so last year too|My knee told me yesterday|We have seen worse|And tomorrow again, I think}.",
        "$B: Did you look outside? $sky\n$A: {I did|Yes}. {I took my hat|My washing is still on the line|The cat will not go out}.",
        "$A: It is only $degrees degrees today.\n$B: {Yes|I felt it}. And the wind is from the $wind.",
        "$B: {When|At what time} is high tide today?\n$A: At $highTide, {says the table|I looked it up}. It will be $highMetres metres.",
      ]
    ),
    (
      "chatLoss",
      [
        "$A: {Have you heard|Did you hear}? $owner lost $aT $Pat.\n$B: {Again|Oh dear}! {The $T?|That $N?} And {was it found|where is it now}?\n$A: {Yes|It was found}, $corner. $finder found it.\n$B: {Good for $finder|I am glad|Things come back in Tidewick}.",
        "$B: What is $owner looking for?\n$A: For $aT. {It was|$owner had it} $Pat this morning.\n$B: Then {look|try} $corner.\n$A: {You are right|How did you know}! $finder found it there.",
        "$A: $finder found $aT $Pat.\n$B: {Where|Where exactly}?\n$A: {It was|It lay} $corner.\n$B: That is the $N of $owner! {I will tell the family|$owner cried about it}.",
        "$A: Whose $T was {that|it}?\n$B: It belongs to $owner. $owner carried it $Pto and lost it.\n$A: And $finder {found it|brought it back}?\n$B: {Yes|So I heard}, $corner.",
      ]
    ),
    (
      "chatFerry",
      [
        "$A: Did the ferry {leave|go} today?\n$B: $ferryToday\n$A: {How many|Were there many} people?\n$B: {$adults grown-ups and $kids children, Wren says|I counted $adults grown-ups}.",
        "$B: I want to cross {tomorrow|on Saturday}. When does the ferry leave?\n$A: At noon, {as always|every day}. {And back at four o'clock|On Saturdays there is a boat at eight, too}.\n$B: {And the fare|What does it cost}?\n$A: Three crowns, {one for a child|and one crown more for a bicycle}.",
        "$A: What was on the ferry today?\n$B: {$cargo}{, and $passenger|}.\n$A: $passenger? {What for|Why}?\n$B: $reason.",
        "$A: How long {is|does it take} to Fern Island?\n$B: Forty minutes, if {Captain Marlow|the captain} is in a {good|bad} mood too.",
      ]
    ),
    (
      "chatBread",
      [
        "$A: {Have you been to|I come from} the bakery. Rosa has $special today.\n$B: $special! {Is there any left|Save me one|I can smell it}.\n$A: {She bakes at five in the morning|Two, if you run|You know Rosa, she kept one for you}.",
        "$B: When does Rosa bake?\n$A: At five o'clock in the morning, {every day|when we all sleep}. The shop opens at seven.\n$B: {I could not do that|Poor Rosa|Good Rosa}.",
        "$A: $buyer bought $good{ this morning| today|}.\n$B: {Really?|Was it good?} What did it cost?\n$A: $price.",
        "$B: I saw $buyer $shopAt.\n$A: {To buy $good|Yes, for $good}, I think. It costs $price {now|these days}.",
      ]
    ),
    (
      "chatPets",
      [
        "$A: {Where is|Have you seen} $pet, $petOwner's $petKind?\n$B: {It was|I saw it} $Rat, $petCorner.\n$A: {That $petKind|Oh, $pet}! {I will tell $petOwner|It was at my door yesterday}.",
        "$B: $petOwner's $petKind ran off {again|this morning}.\n$A: $pet? {Was it found|And now}?\n$B: Yes, $Rat. It sat $petCorner and {slept|looked pleased}.",
        "$A: {Do animals|Does a $petKind} pay on the ferry?\n$B: Dogs go free{, on a lead|}. A goat costs two crowns.\n$A: And $pet?\n$B: {Ask Wren|Small pets in a basket go free}.",
      ]
    ),
    (
      "chatSchool",
      [
        "$A: What did the children learn {at school|with Miss Dunn} today?\n$B: {About $lesson|It was $lesson}, {said|says} $child.\n$A: {I never understood that|I liked that at school|In my time we learned knots}.",
        "$B: School begins at nine and ends at three, and {still|every day} $child is late.\n$A: {Today too|Why}?\n$B: {A crab|The tide|$pet the $petKind} was in the way.",
      ]
    ),
    (
      "chatCatch",
      [
        "$A: {How was the fishing|What did they catch} today?\n$B: $catchLine\n$A: {Not bad|Hattie will make soup|I want some for supper}.",
        "$B: $catchLine\n$A: {So much|Is that all}? {And the others|Last week it was more}.\n$B: {The sea gives and the sea takes|Ask them at the inn|Tomorrow is another tide}.",
      ]
    ),
    (
      "chatRepair",
      [
        "$A: What is {the matter|wrong}?\n$B: It is $breakage. {Who can mend it?|It broke this morning.}\n$A: $mender {can|mends such things}. {Go today|Take a bun along}.",
        "$B: $mender mended $breakage for $fixed.\n$A: {Already|Was it dear}?\n$B: {Two pennies|A bun and a song|Nothing at all}.",
      ]
    ),
    (
      "chatLight",
      [
        "$A: {I could not sleep|I looked out at midnight}. {I watched|There was} the light.\n$B: One flash every nine seconds. {I count it too|Amos never misses one}.",
        "$B: How many steps {has the lighthouse|does Amos climb}?\n$A: Eighty-four. {Amos Gray climbs them twice a day|I had to rest at fifty}.",
        "$A: {Did you hear the fog bell?|I heard the fog bell last night.}\n$B: The bell rings when fog comes{.|, three times a minute.} {Grace Penn rings it herself|It is a good sound}.",
      ]
    ),
    (
      "chatBye",
      [
        "$A: {I must go|It is late|The clock strikes}. {Goodbye|See you at the market|Until tomorrow}, $Bcalled.\n$B: {Goodbye|Take care|Greet the family}, $Acalled.",
        "$B: {My soup is burning|The bread is calling}. {Bye|Come again}, $Acalled!\n$A: {Bye|I will}, $Bcalled.",
        "$A: Well, {back to work|the nets will not mend themselves|that is enough talk}.\n$B: {True|Sadly true}. {Fair winds|Good day}, $Acalled.",
      ]
    ),
  ]

  /// Talk at the ferry desk: $A asks, Wren answers.
  static let deskRules: [(String, [String])] = [
    (
      "deskHello",
      [
        "Wren: {Good morning|Hello|Welcome to the ferry desk}. {How can I help|What can I do for you|Where to}?",
        "Wren: {Next, please|Who is next}? {Ah, $Acalled|Hello, $Acalled}.",
        "$A: {Is the desk open|Are you open}, Wren?\nWren: {From eight to five, every day|It is}. {What can I do|How can I help}?",
      ]
    ),
    (
      "deskTicket",
      [
        "$A: {A ticket|One ticket} to Fern Island, please.\nWren: {One grown-up|For you alone}? {That is|It costs} three crowns.\n$A: {Here you are|Here are three crowns}.\nWren: {Thank you|There}. The ferry leaves at noon.",
        "$A: {Two grown-ups and one child|A family: two big, one small}, please.\nWren: Three and three and one: {that makes|that is} seven crowns.\n$A: {Can I pay with coins|Here are seven}.\nWren: {Of course|Seven, thank you}. Noon, from the quay.",
        "$A: What does a bicycle cost?\nWren: One crown{, the same as a child|}. You wheel it on {first|after the people}.\n$A: {Good|Then one for me and one for the bicycle}.\nWren: {Three and one is four|Four crowns, please}.",
        "$A: {Does my dog need a ticket|And the dog}?\nWren: Dogs go free{, on a lead|}. {What is its name?|It may sit by the engine, where it is warm.}\n$A: {It bites nobody|Thank you}.",
        "$A: I {have|am bringing} a goat.\nWren: A goat costs two crowns. {Does it eat hats|Please hold it}.\n$A: {Sometimes|Only straw ones}.\nWren: Then {it stands at the back|I will tell Tom}.",
        "$A: {My cousin comes along|There is a small child with me}. {He|She} is {four|three|two}.\nWren: Children under five go free. {Hold hands on the gangway|There is a paper ticket all the same}.",
      ]
    ),
    (
      "deskTime",
      [
        "$A: When does the ferry {leave|go}?\nWren: {At noon|The ferry leaves at noon}{, every day|}.\n$A: And {back|when does it come back}?\nWren: It leaves the island at four o'clock.",
        "$A: Is there {an early|a morning} boat?\nWren: Only on Saturdays, at eight o'clock. {Today is $weekday|It comes back at ten}.\n$A: {A pity|Good to know}.",
        "$A: How long is the crossing?\nWren: Forty minutes. {You will hear the engine change when we are near|Bring a coat}.",
        "$A: {Am I|Is it} too late for the noon boat?\nWren: No, you have ten minutes. {Run|There is the horn}!",
      ]
    ),
    (
      "deskToday",
      [
        "$A: {Does the ferry go|Is there a ferry} today, {in this weather|with this sky}?\nWren: $ferryToday\n$A: {And tomorrow|How do you know}?\nWren: {Captain Marlow decides at eleven|Look at the board by the door}.",
        "$A: Who {is|was} on the boat today?\nWren: I sold $adults tickets for grown-ups and $kids for children. $passenger went over, $reason.\n$A: {And what was the load|Anything else}?\nWren: $cargo.",
        "$A: I hear the bell.\nWren: The bell rings when the fog comes. {The ferry waits until it stops|In fog we wait}.\n$A: {How long|For hours}?\nWren: {Nobody knows|As long as it takes}.",
      ]
    ),
    (
      "deskLostOwner",
      [
        "$A: {I am looking for|Has anybody brought} $aT.\nWren: {Let me look in the blue box|A $N}? {Where did you lose it|When was that}?\n$A: $Pat, {this morning|on $date}.\nWren: {Here|You are lucky}: $finder brought it in. It was $corner.",
        "$A: I have lost $aT.\nWren: {Oh dear.|When was that?} Where did you {see it last|have it last}?\n$A: I {carried|had} it $Pat{ today|}.\nWren: Then I have good news. $finder found it $corner. {Here it is|Look: your $N}.\n$A: {My $T|Hurrah}! {Thank you, Wren|Thank $finder for me}.",
      ]
    ),
    (
      "deskLostFinder",
      [
        "$A: I found $aT $Pat. {It was|It lay} $corner.\nWren: {Thank you, $Acalled|That is kind}. I write it down: $T, $date.\n$A: {Whose is it|How long do you keep it}?\nWren: {We keep lost things for thirty days|I think it belongs to $owner}.",
        "Wren: What have you {got there|found}, $Acalled?\n$A: $aT. It was $Pat, $corner.\nWren: {I know that $N|That $T}! It belongs to $owner, who {was here at nine|asked me about it}.\n$A: {Then I came to the right place|Good}. {Keep it for $owner|I am glad}.",
      ]
    ),
    (
      "deskLostOther",
      [
        "$A: Is the $T of $owner here?\nWren: {It was|Yes}. $finder found it $Pat, $corner.\n$A: {I will take it along|May I take it}?\nWren: {Please sign here|Gladly}.",
        "Wren: {Somebody|$finder} brought in $aT. {Do you know whose it is?|It was $corner.}\n$A: {That is $owner's|It looks like the $N of $owner}!\nWren: {Good|I will keep it in the blue box}. Lost things stay here for thirty days.",
      ]
    ),
    (
      "deskBye",
      [
        "$A: {Thank you|Many thanks}, Wren.\nWren: {Fair winds|A good crossing}, $Acalled!",
        "Wren: {Anything else|Was that all}?\n$A: {That was all|No, thank you}. {Good day|Goodbye}, Wren.\nWren: {Fair winds|Goodbye}!",
        "$A: {I will be on the quay|See you on board}.\nWren: {Be there ten minutes before|Captain Marlow does not wait}. Fair winds!",
      ]
    ),
  ]
}
