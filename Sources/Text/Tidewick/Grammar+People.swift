extension Tidewick.Grammar {
  /// Small words about people: what hosts do, how people walk, speak and thank.
  static let peopleRules: [(String, [String])] = [
    (
      "hostAmos",
      [
        "Amos Gray, the lighthouse keeper, {was polishing the lamp|was filling the lamp with oil|was writing in the log book}",
        "the lighthouse keeper, Amos Gray, {came down the steps with a cloth|sat with his cat Wick|looked through his long glass}",
        "old Amos {counted the steps|wound the clock of the lamp|drank tea from a tin cup}",
      ]
    ),
    (
      "hostRosa",
      [
        "Rosa Finch, the baker, {was taking loaves from the oven|had flour on her nose|was counting buns}",
        "the baker, Rosa Finch, {stood behind the counter|was singing to the dough|put a tray on the shelf}",
        "Rosa {wiped her hands|pushed the last tray into the oven|cut a warm loaf}",
      ]
    ),
    (
      "hostEdmund",
      [
        "Mr. Vane, the bookseller, {stood on his ladder|was reading with two pairs of glasses|was looking for a map}",
        "the bookseller, Mr. Vane, {dusted a shelf|wrapped a book in brown paper|fed his cat Inky}",
        "Mr. Vane {closed his book|looked over his glasses|was asleep in the reading chair}",
      ]
    ),
    (
      "hostWren",
      [
        "Wren Oakley, the ticket clerk, {was stamping tickets|was sorting the lost-property box|counted the coins}",
        "Wren {looked up from the desk|pinned a notice to the wall|was writing the ferry log}",
        "the ticket clerk, Wren Oakley, {opened the window|was watering a plant|told somebody the time of the ferry}",
      ]
    ),
    (
      "hostClara",
      [
        "Miss Dunn, the teacher, {was cleaning the board|rang the hand bell|was hanging up drawings}",
        "the teacher, Miss Dunn, {sat with a pile of notebooks|was telling the class about $lesson|swept the yard}",
        "Miss Dunn {put down her chalk|was counting heads|wrote the date on the board}",
      ]
    ),
    (
      "hostJoss",
      [
        "Joss Birch, the chandler, {was measuring rope|was filling a can with lamp oil|was talking to his parrot}",
        "the chandler, Joss Birch, {stood among the lanterns|counted hooks|was stirring blue paint}",
        "Joss {scratched his beard|came out from behind the paint tins|was tying a knot}",
      ]
    ),
    (
      "hostHattie",
      [
        "Hattie Cole, the innkeeper, {was stirring the soup|was carrying six cups|was wiping the long table}",
        "the innkeeper, Hattie Cole, {laughed at a sailor's joke|cut a cheese pie|lit the fire}",
        "Hattie {tasted the soup|put down her tray|was hanging up wet coats}",
      ]
    ),
    (
      "hostGrace",
      [
        "Grace Penn, the harbour master, {was watching the boats|was checking the ropes|was painting a number on a post}",
        "the harbour master, Grace Penn, {stood beside the fog bell|wrote down the height of the tide|waved at a boat}",
        "Grace {put away her long glass|was looking at the sky|walked along the wall with her lantern}",
      ]
    ),
    (
      "hostMolly",
      [
        "Molly Reed, the sheep farmer, {was selling cheese|was brushing a lamb|was counting sheep}",
        "the sheep farmer, Molly Reed, {carried two pails of milk|called her sheepdog Fly|sat on a bale of hay}",
        "Molly {wiped her boots|was putting straw in a basket|whistled for Fly}",
      ]
    ),
    (
      "hostWalt",
      [
        "Walt Hobb, the postman, {was sorting letters|was pumping up his tyre|was reading an address}",
        "the postman, Walt Hobb, {weighed a parcel|put on his blue cap|was tying a bundle}",
        "Walt {leaned on his bicycle|was licking a stamp|looked into his bag}",
      ]
    ),
    (
      "hostFinn",
      [
        "Finn Ashby, the boatbuilder, {was planing a plank|was painting a name on a boat|was looking for his hammer}",
        "the boatbuilder, Finn Ashby, {lay under a boat|had a pencil behind each ear|was boiling glue}",
        "Finn {put down his saw|was measuring a mast|brushed wood chips from his hair}",
      ]
    ),
    (
      "hostPeg",
      [
        "Peg Moss, the oldest sailor in town, {was mending a net|sat on an upside-down boat|was digging for bait}",
        "old Peg {was carving a spoon|was whistling at the waves|looked for blue glass}",
        "Peg Moss {was drying her boots|was looking out to sea|ate an apple with her knife}",
      ]
    ),
    (
      "hostIris",
      [
        "Doctor Lowe {was resting on the stone bench|was reading a letter|was feeding the ducks}",
        "the doctor, Iris Lowe, {came by with her black bag|was throwing crumbs|was picking mint}",
        "Doctor Lowe {was eating her lunch|was looking at a frog|sat under the willow}",
      ]
    ),
    (
      "hostDora",
      [
        "Dora Harrow, the sailmaker, {was drying a sail in the wind|was flying a small flag|was sewing in the sun}",
        "the sailmaker, Dora Harrow, {sat in the grass with her needle|was folding a sail|was looking at the boats below}",
        "Dora {bit off her thread|was shaking out a sail|lay in the grass}",
      ]
    ),
    (
      "hostGus",
      [
        "Gus Lark, the beekeeper, {was filling jars|was smoking a hive|was writing labels}",
        "the beekeeper, Gus Lark, {took off his net|talked softly to the bees|carried a full frame}",
        "Gus {licked his thumb|was nailing a new hive|was pouring tea with honey}",
      ]
    ),
    (
      "hostUna",
      [
        "Una Wells, the weaver, {was at her loom|was winding yellow wool|was washing a fleece}",
        "the weaver, Una Wells, {folded a blue blanket|was choosing colours|was humming}",
        "Una {stopped the loom|put down her shuttle|was hanging wool on the line}",
      ]
    ),
    (
      "hostTom",
      [
        "Tom Pell, the deckhand, {was throwing a rope|was painting the rail|was loading milk cans}",
        "the deckhand, Tom Pell, {sat on a barrel|was washing the deck|was whistling}",
        "Tom {waved his cap|was coiling a rope|was carrying somebody's bag}",
      ]
    ),
    ("walked", ["walked", "ran", "hurried", "went", "skipped", "marched", "wandered"]),
    ("happy", ["happy", "glad", "pleased", "proud", "cheerful"]),
    ("sad", ["sad", "worried", "unhappy", "quiet", "close to tears"]),
    (
      "thanks",
      [
        "\"Thank you, {thank you|oh, thank you|a hundred times}!\" {said|cried} $A.",
        "$A said thank you {twice|three times|and then once more}.",
        "\"{You are very kind|That is so kind of you|I will not forget this},\" said $A.",
        "$A was so @happy that $Ahe {could not speak|jumped in the air|laughed out loud}.",
        "$A {hugged $B|shook $B by the hand|danced in a circle} and said thank you.",
        "\"How can I thank you?\" asked $A.",
        "\"{Thank you|Many thanks}, $B,\" said $A, and $Ahis {eyes|cheeks} shone.",
      ]
    ),
    (
      "welcome",
      [
        "\"{That is nothing|Not at all|You are welcome},\" said $B.",
        "\"In Tidewick we {help each other|look after each other|keep our eyes open},\" said $B.",
        "$B only {smiled|nodded|laughed} and {went on with the work|waved|said, \"Good\"}.",
        "\"You would do the same for me,\" said $B.",
        "\"{Hold it tighter|Take better care|Keep it safe} {now|next time},\" said $B{, but kindly| with a smile}.",
      ]
    ),
  ]
}
