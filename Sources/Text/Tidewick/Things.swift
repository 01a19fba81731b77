extension Tidewick {
  /// How a thing behaves, and so how it is lost.
  enum Nature: Int, Sendable { case blows, rolls, small, floats, read }

  /// Something that a person carries: `a red kite`.
  struct Thing: Equatable, Sendable {
    let look: String
    let noun: String
    let nature: Nature

    var name: String { look + " " + noun }
    var withArticle: String { Tidewick.withArticle(name) }
  }

  enum Things {
    static let nouns: [(noun: String, nature: Nature)] = [
      ("kite", .blows), ("scarf", .blows), ("hat", .blows), ("umbrella", .blows),
      ("paper crown", .blows), ("flag", .blows), ("paper lantern", .blows),
      ("ball", .rolls), ("hoop", .rolls), ("marble", .rolls), ("spinning top", .rolls),
      ("ball of wool", .rolls), ("apple tin", .rolls),
      ("whistle", .small), ("button", .small), ("key", .small), ("pocket knife", .small),
      ("shell", .small), ("compass", .small), ("ring", .small), ("mitten", .small),
      ("bell", .small), ("pencil", .small), ("thimble", .small),
      ("toy boat", .floats), ("bottle", .floats), ("bucket", .floats), ("wooden duck", .floats),
      ("basket", .floats), ("paddle", .floats),
      ("picture book", .read), ("notebook", .read), ("map", .read), ("letter", .read),
      ("song book", .read), ("bird book", .read),
    ]
    static let looks = [
      "red", "blue", "green", "yellow", "white", "brown", "grey", "purple", "orange", "striped",
      "spotted", "little", "old", "new", "shiny", "patched", "golden", "silver",
    ]

    static func any(_ dice: inout Dice) -> Thing {
      let (noun, nature) = dice.pick(nouns)
      return Thing(look: dice.pick(looks), noun: noun, nature: nature)
    }

    /// Things to eat or to use, with the shop that sells them and the price in pennies.
    static let goods: [(name: String, shop: String, price: Int)] = [
      ("a brown loaf", "bakery", 3), ("a seed cake", "bakery", 6), ("four plum buns", "bakery", 4),
      ("a honey roll", "bakery", 2), ("an apple tart", "bakery", 7),
      ("a ginger biscuit", "bakery", 1),
      ("a sea story", "bookshop", 9), ("a map of the bay", "bookshop", 12),
      ("a book of birds", "bookshop", 11), ("a book of knots", "bookshop", 8),
      ("a blank notebook", "bookshop", 5), ("ten metres of rope", "chandlery", 10),
      ("a tin of blue paint", "chandlery", 8), ("a can of lamp oil", "chandlery", 9),
      ("a new lantern", "chandlery", 15), ("a box of hooks", "chandlery", 4),
      ("a ball of string", "chandlery", 2), ("a bowl of fish soup", "inn", 5),
      ("a pot of tea", "inn", 2), ("a slice of cheese pie", "inn", 4),
      ("a bag of apples", "market square", 3), ("a round of sheep's cheese", "market square", 8),
      ("a bunch of carrots", "market square", 2), ("six brown eggs", "market square", 3),
      ("a jar of honey", "bee garden", 6), ("a beeswax candle", "bee garden", 4),
      ("a blue blanket", "old mill", 20), ("a pair of wool socks", "old mill", 7),
      ("a jug of milk", "island farm", 2), ("three stamps", "post office", 3),
    ]
  }

  static func islandGood(_ place: Place) -> String {
    switch place.name {
    case "island farm": "a jug of milk"
    case "bee garden": "a jar of honey"
    case "old mill": "a pair of wool socks"
    default: "a bag of shells"
    }
  }

  static func islandPrice(_ place: Place) -> String {
    money(Things.goods.first { $0.name == islandGood(place) }?.price ?? 1)
  }

  static func withArticle(_ name: String) -> String {
    ("aeiou".contains(name.prefix(1)) ? "an " : "a ") + name
  }
}
