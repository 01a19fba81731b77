extension Tidewick {
  /// A place that people go to. `to` reads after "went", `at` after "was".
  struct Place: Equatable, Sendable {
    let name: String
    let at: String
    /// The person one meets there.
    let host: String
    /// A pattern: what one sees, hears or smells there; ends a sentence by itself.
    let sight: String
    /// A pattern: a spot where a lost thing may lie.
    let corner: String

    var to: String {
      switch name {
      case "beach": "down to the beach"
      case "windmill hill": "up windmill hill"
      default: "to the \(name)"
      }
    }

    init(_ name: String, host: String, at: String? = nil, sight: String, corner: String) {
      self.name = name
      self.host = host
      self.sight = sight
      self.corner = corner
      self.at = at ?? "at the \(name)"
    }
  }

  enum Places {
    static let town: [Place] = [
      Place(
        "harbour", host: "Grace",
        sight:
          "{the fishing boats {rocked|knocked together} on the {green|dark|quiet} water|gulls {walked|sat|cried} along the wall|ropes {creaked|lay in neat rings} on the stones|the {air|wind} smelled of salt and {tar|fish|rope}}",
        corner:
          "{under a net|behind a lobster pot|beside the harbour steps|between two coils of rope|in an empty fish box}"
      ),
      Place(
        "lighthouse", host: "Amos",
        sight:
          "{the white tower stood {tall|bright} against the sky|the eighty-four steps {went round and round|smelled of oil and stone}|the great lamp {shone like gold|was clean and still}|the sea {boomed|whispered} on the rocks below}",
        corner:
          "{on the thirtieth step|beside the oil cans|under the keeper's chair|behind the lamp-room door|in the log-book drawer}"
      ),
      Place(
        "bakery", host: "Rosa",
        sight:
          "{the shop smelled of {warm bread|butter and sugar|plum buns}|loaves {stood in rows|cooled on the long shelf}|flour {hung in the air|lay like snow on the floor}|the big oven {hummed|glowed} in the back}",
        corner:
          "{under the flour table|behind the bread basket|between two sacks of flour|on the cooling shelf|beside the warm oven}"
      ),
      Place(
        "bookshop", host: "Edmund",
        sight:
          "{Inky the cat {slept|yawned|washed} on a pile of {maps|old books|sea stories}|the shelves {reached|climbed} up to the ceiling|the little bell over the door {rang|gave one small ring}|it was {quiet|warm} and smelled of {paper|dust and tea}}",
        corner:
          "{between two tall books|under the map table|behind the ladder|on the reading chair|in Inky's basket}"
      ),
      Place(
        "ferry office", host: "Wren",
        sight:
          "{the timetable {hung|was pinned} beside the window|a {short|long} line of people waited at the desk|the brass stamp went thump on the tickets|the clock over the desk {ticked|said what time it was}}",
        corner:
          "{under the waiting bench|beside the ticket window|behind the umbrella stand|on the window sill|in the blue lost-property box}"
      ),
      Place(
        "school", host: "Clara",
        sight:
          "{the yard was full of {shouting|running children|chalk drawings}|paper fish hung in the windows|the slates {stood|were stacked} by the door|somebody was {singing|counting} behind the {blue|open} door}",
        corner:
          "{under a desk|behind the coat hooks|in the chalk box|beside the yard gate|on the reading shelf}"
      ),
      Place(
        "chandlery", host: "Joss",
        sight:
          "{Salt the parrot {called \"All aboard!\"|shook his green wings|sat on a coil of rope}|the shop smelled of {tar and paint|lamp oil|new rope}|lanterns {hung from every beam|shone in the dark window}|boxes of nails {stood|were stacked} to the roof}",
        corner:
          "{behind the paint tins|in a box of hooks|under a roll of sailcloth|beside the lamp oil|next to the parrot's cage}"
      ),
      Place(
        "inn", host: "Hattie", at: "at the Blue Anchor inn",
        sight:
          "{the soup pot {bubbled|steamed} over the fire|the blue sign {swung|creaked} in the wind|{sailors|two old sailors} played cards by the window|the room was warm and {loud|full of talk}}",
        corner:
          "{under the long table|behind the soup pot|beside the fireplace|on the stairs|under Pepper the kitten}"
      ),
      Place(
        "market square", host: "Molly", at: "in the market square",
        sight:
          "{stalls of {apples|cheese|honey} stood in two rows|the clock tower {threw a long shadow|struck the hour}|a fiddle was playing {by|near} the well|pigeons walked {in circles|between the carts}}",
        corner:
          "{beside the well|under the cheese stall|behind the clock tower|between two apple carts|on the stone bench}"
      ),
      Place(
        "post office", host: "Walt",
        sight:
          "{letters lay in {small|tidy} piles|Walt's {red|old} bicycle leaned on the wall|the scales {swung|clicked} on the counter|parcels {waited|were stacked} by the door}",
        corner:
          "{under the counter|behind the parcel scales|in the wrong letter box|beside the red bicycle|between two parcels}"
      ),
      Place(
        "boatyard", host: "Finn",
        sight:
          "{a half-built boat {stood|lay} on its side|wood chips {covered|curled across} the floor|the {saw|hammer} {sang|knocked} all morning|the yard smelled of {pine|glue and pine}}",
        corner:
          "{in the wood chips|under an upside-down boat|behind the paint bench|between two planks|inside the tool chest}"
      ),
      Place(
        "beach", host: "Peg", at: "on the beach",
        sight:
          "{small waves ran up the sand|the tide had left {shells|green weed|little pools} behind|crabs hid in the {pools|wet sand}|the {sand was cold and smooth|stones clicked in the water}}",
        corner:
          "{in a rock pool|under the green weed|beside an old oar|half under the sand|behind the tallest rock}"
      ),
      Place(
        "duck pond", host: "Iris",
        sight:
          "{five ducks {swam|slept} in a row|the willow {touched the water|dropped its leaves}|frogs {sang|hid} in the reeds|the water was {brown and still|bright as a plate}}",
        corner:
          "{in the reeds|under the willow|beside the stone bench|on the little bridge|in a duck's nest}"
      ),
      Place(
        "windmill hill", host: "Dora", at: "on windmill hill",
        sight:
          "{one could see the whole {bay|town} from there|the grass {bent|danced} in the wind|sheep bells rang {far away|below}|the sails of the windmill {turned|groaned} slowly}",
        corner:
          "{in the long grass|under the thorn bush|beside the windmill door|on top of the stone wall|in a rabbit hole}"
      ),
    ]

    static let island: [Place] = [
      Place(
        "island farm", host: "Molly",
        sight:
          "{sheep {looked over|stood along} the wall|Fly the sheepdog {barked|ran in circles}|warm milk stood in {pails|blue jugs}|hay lay {everywhere|in the sun}}",
        corner:
          "{in the hay|under the milk cart|behind the barn door|beside the sheep gate|in the hen house}"
      ),
      Place(
        "bee garden", host: "Gus", at: "in the bee garden",
        sight:
          "{bees {hummed|hurried} over the {clover|white flowers}|twelve hives stood in a row|honey {dripped|shone} in tall jars|the garden smelled of {thyme|clover and wax}}",
        corner:
          "{behind the last hive|under the honey table|in the thyme bed|beside the water trough|on the garden gate}"
      ),
      Place(
        "old mill", host: "Una",
        sight:
          "{the loom went {click and clack|back and forth}|balls of {blue|grey|yellow} wool filled the baskets|the mill wheel {dripped|slept} in the stream|{soft|long} cloth hung from the beams}",
        corner:
          "{in the wool basket|under the loom|beside the mill wheel|behind the spinning chair|between two folded blankets}"
      ),
      Place(
        "island pier", host: "Tom", at: "on the island pier",
        sight:
          "{seals {watched|floated} near the posts|the flag {snapped|hung} over the pier|milk cans stood {waiting|in a row} for the boat|the planks were {warm|wet} and {grey|smooth}}",
        corner:
          "{between two planks|under the bench|beside the milk cans|behind the ticket post|in the lifebelt box}"
      ),
    ]

    static func named(_ name: String) -> Place {
      guard let place = (town + island).first(where: { $0.name == name }) else {
        preconditionFailure("no place is called \(name)")
      }
      return place
    }

    static func hosts(_ person: Person) -> Place? {
      (town + island).first { $0.host == person.name }
    }
  }
}
