extension Tidewick.SupportDesk {
  /// What people ask at the desk, how they ask it only in the held-out file, and the fact.
  static let topics: [Topic] = [
    Topic(
      asked: [
        "When does the ferry leave[ Tidewick]?",
        "{At what time|What time} does the {ferry|boat} leave[ today]?",
        "{Please, when|When} is the next {ferry|boat}?",
        "{Hello! |Good morning. |}When do you {leave|sail} for {the island|Fern Island}?",
        "I want to go to {the island|Fern Island}. When can I {leave|go}?",
      ],
      unseen: [
        "What hour does the Kittiwake {go out|set off}?",
        "How {late|early} is the {boat|ferry} to the island?",
      ],
      answers: ["The ferry leaves Tidewick at noon, every day.", "The ferry leaves at noon."]),
    Topic(
      asked: [
        "When does the {ferry|boat} come back[ from the island]?",
        "When is the last {boat|ferry} {home|back}?",
        "{At what time|When} does the ferry leave {the island|Fern Island}?",
        "How do I get home[ from {the island|Fern Island}]?",
      ],
      unseen: ["What time must I be on the island pier?", "When do you sail home to Tidewick?"],
      answers: [
        "The ferry leaves Fern Island at four o'clock.",
        "The boat home leaves the island at four o'clock.",
      ]),
    Topic(
      asked: [
        "How long {is|does it take for} the {crossing|trip}?",
        "How {many minutes|long} to {the island|Fern Island}?",
        "Is it {far|a long way} to {the island|Fern Island}?",
        "How long are we {on the water|at sea|on the boat}?",
      ],
      unseen: ["How much time does the boat need?", "Is the ferry fast?"],
      answers: ["The crossing takes forty minutes."]),
    Topic(
      asked: [
        "Is there {an early|a morning} {boat|ferry}[ on Saturday]?",
        "When is the Saturday {boat|ferry}?",
        "{Can I go|May I cross} {early|in the morning} on Saturday?",
        "What about {Saturday|Saturdays}?",
      ],
      unseen: ["Do you sail more often on Saturdays?", "I must cross before ten on a Saturday."],
      answers: ["On Saturdays an extra boat leaves at eight o'clock and is back at ten."]),
    Topic(
      asked: [
        "What does a ticket cost?", "How much is {a ticket|one ticket|a ticket for me}?",
        "What is the fare[ for a grown-up]?",
        "{How much|What} do {I|grown-ups|we} pay?",
        "What is the price {of|for} {a|one} {crossing|grown-up}?",
      ],
      unseen: ["How many crowns must I bring?", "Is the ferry {dear|expensive}?"],
      answers: ["A ticket costs three crowns for a grown-up."]),
    Topic(
      asked: [
        "How much is it for {a child|children|my son|my daughter}?",
        "What does a {child|child's ticket} {pay|cost}?",
        "My {son|daughter|sister|brother} is {six|seven|eight|nine|ten}. What is the fare?",
        "Do children pay less?",
      ],
      unseen: ["What does a girl of eight pay?", "Is there a small fare for {boys|girls}?"],
      answers: ["A child pays one crown."]),
    Topic(
      asked: [
        "My {baby|son|daughter|sister|brother} is {one|two|three|four}. Does {he|she} pay?",
        "Do {babies|small children} pay?",
        "Is it free for {babies|small children}?", "What about {a baby|children under five}?",
      ],
      unseen: ["I carry a baby. What is the fare?", "Must a child of three have a ticket?"],
      answers: ["Children under five go free."]),
    Topic(
      asked: [
        "{Can|May} I {bring|take} {my|a} dog[ on the {ferry|boat}]?",
        "Does {my|a} dog {pay|need a ticket|cost money}?",
        "Are dogs {welcome|allowed}[ on board]?", "What does a dog cost?",
        "I have {a|two|a big|a small} {dog|dogs}.",
      ],
      unseen: ["May Biscuit the dog come along?", "Is my puppy allowed on the {boat|ferry}?"],
      answers: ["Dogs go free, on a lead."]),
    Topic(
      asked: [
        "{Can|May} I {bring|take} my {cat|rabbit|hen|parrot|duck|tortoise|kitten}?",
        "Does {my|a} {cat|rabbit|hen|parrot|duck|tortoise|kitten} {pay|need a ticket}?",
        "What does a {cat|rabbit|hen|parrot|duck|tortoise} cost?",
      ],
      unseen: ["My {hamster|mouse} wants to see the sea.", "Are small pets {welcome|allowed}?"],
      answers: ["Small pets go free, in a basket."]),
    Topic(
      asked: [
        "{Can|May} I {bring|take} {my|a} {bicycle|bike}[ on the {ferry|boat}]?",
        "What does a {bicycle|bike} cost?",
        "How much {is it for|for} {a|my} {bicycle|bike}?",
        "Do {bicycles|bikes} {pay|need a ticket|go free}?",
      ],
      unseen: ["I come on two wheels. What is the fare?", "Is there room for a {bicycle|bike}?"],
      answers: ["A bicycle costs one crown."]),
    Topic(
      asked: [
        "{Can|May} I {bring|take} {my|a|our} goat?", "What does a goat cost?",
        "How much is it for {a|my|our} goat?",
        "I have a goat {with me|on a rope}. Does it pay?",
      ],
      unseen: ["Thistle the goat wants to go home. What is the fare?", "Do goats go free?"],
      answers: ["A goat costs two crowns."]),
    Topic(
      asked: [
        "Does the {ferry|boat} {go|leave|sail} in {fog|the fog}?",
        "What {happens|do you do} in fog?", "It is foggy[ today]. Does the {ferry|boat} leave?",
        "There is fog[ on the water]. What now?",
        "I hear the bell. {What does it mean|Does the ferry leave}?",
      ],
      unseen: [
        "I cannot see the lighthouse. Will the ferry go?",
        "Why is the boat still here? All is white.",
      ],
      answers: [
        "The ferry waits until the fog is gone and the bell stops.",
        "In fog the bell rings and the ferry waits.",
      ]),
    Topic(
      asked: [
        "Does the {ferry|boat} {go|leave|sail} in a storm?",
        "There is a storm[ today]. {Can I cross|Does the ferry leave}?",
        "What {happens|do you do} {in|when there is} a storm?",
        "The waves are {big|high}. Is there a ferry?",
      ],
      unseen: ["The wind howls. Will you sail?", "Is it safe to cross in bad weather?"],
      answers: ["In a storm the ferry stays in the harbour."]),
    Topic(
      asked: [
        "How long do you keep lost things?", "{When|How long} must I come for lost things?",
        "Do you keep lost things for {a week|ever|a year}?",
        "How {many days|long} are lost things kept?",
      ],
      unseen: ["Until when can I fetch what I lost?", "How long does a hat stay in the blue box?"],
      answers: [
        "We keep lost things for thirty days.", "Lost things stay in the blue box for thirty days.",
      ]),
    Topic(
      asked: [
        "When {is the desk open|does the desk open|do you open}?",
        "{When|At what time} do you close?",
        "Are you open {on Sunday|today|now|every day|in the evening}?",
        "{Until when|From when} is the {desk|office} open?",
      ],
      unseen: ["What are your hours?", "I want to come at six. Is somebody there?"],
      answers: ["The desk is open from eight to five, every day."]),
    Topic(
      asked: [
        "Who is the captain[ of the {ferry|boat}]?",
        "Who {sails|steers} the {ferry|boat|Kittiwake}?",
        "What is the {captain's name|name of the captain}?",
      ],
      unseen: ["Who stands at the wheel?", "With whom do I cross the bay?"],
      answers: ["The captain of the Kittiwake is Ida Marlow."]),
    Topic(
      asked: [
        "Who {keeps|looks after} the {lighthouse|lamp}?",
        "Who is the {lighthouse keeper|keeper[ of the lighthouse]}?",
        "Who {lights|fills} the lamp[ in the lighthouse]?",
      ],
      unseen: ["Who lives in the lighthouse?", "What is the keeper called?"],
      answers: ["The lighthouse keeper is Amos Gray."]),
    Topic(
      asked: [
        "How many steps has the lighthouse?", "How {many steps are there|high is the lighthouse}?",
        "{Can|May} I {climb|see} the lighthouse?",
      ],
      unseen: ["How many stairs does Amos climb?"],
      answers: ["The lighthouse has eighty-four steps."]),
    Topic(
      asked: [
        "When {does|is} the bread {come out|baked}?",
        "When does {Rosa|the baker} bake[ the bread]?",
        "When {does the bakery open|can I buy bread}?",
        "Who is the baker?", "Where can I {buy bread|have breakfast}[ before the ferry]?",
      ],
      unseen: ["I am hungry. Who bakes here, and when?", "When is the bread fresh?"],
      answers: ["Rosa Finch bakes at five, and the bakery opens at seven."]),
    Topic(
      asked: [
        "When is market day?", "{When|On which day} is the market?",
        "Is there a market {today|on Monday|on Sunday|this week|in Tidewick}?",
        "When can I buy {cheese|apples|eggs|carrots} {in the square|at the market}?",
      ],
      unseen: ["Which day do the stalls stand in the square?"],
      answers: ["Market day is Thursday, in the market square."]),
    Topic(
      asked: [
        "How many {seats|people} {are there|can come}[ on the {ferry|boat}]?",
        "Is there {room|a seat} for {me|us|all of us|twenty people|a school class}?",
        "How {big|large} is the {ferry|boat}?", "Can the {ferry|boat} be full?",
      ],
      unseen: ["Will I have to stand?", "How many passengers can you take?"],
      answers: ["The Kittiwake has sixty seats."]),
    Topic(
      asked: [
        "What can I {see|do|visit} on {the island|Fern Island}?",
        "What is {there|it like} on {the island|Fern Island}?",
        "Is {the island|Fern Island} {nice|worth a visit}?",
        "Where can I {buy|get} {honey|wool|milk}?",
      ],
      unseen: ["Why do people go to the island?", "Is there something for children over there?"],
      answers: ["On Fern Island there are sheep, bees and an old mill."]),
    Topic(
      asked: [
        "Where is the {ferry desk|desk|ferry office|office}?",
        "How do I find {you|the desk|the ferry office}?",
        "Where {do|can} I buy {a ticket|tickets}?",
        "Where does the {ferry|boat} leave?",
      ],
      unseen: ["I stand by the fog bell. Where do I go?", "Which way to the tickets?"],
      answers: ["You find the ferry office on the quay, beside the fog bell."]),
    Topic(
      asked: [
        "Thank you[ very much]!", "{Thanks|Many thanks}[ for your help]!",
        "That {was all|helped me}. Thank you!", "{Goodbye|Bye|Good night}[ and thank you]!",
      ],
      unseen: ["You are very kind!"],
      answers: ["You are welcome, and so is your dog."]),
  ]
}
