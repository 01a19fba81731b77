extension Tidewick {
  struct Person: Equatable, Sendable {
    let name: String
    let surname: String
    let age: Int
    /// `she` or `he`.
    let pronoun: String
    /// `the baker`; a child's is `a girl` or `a boy`.
    let job: String
    let home: String
    /// What others call them: `Mr. Vane`, `Captain Marlow`, or the first name.
    let called: String
    /// Kind and name, `dog Biscuit`.
    let pet: (kind: String, name: String)?

    init(
      _ name: String, _ surname: String, _ age: Int, _ pronoun: String, _ job: String,
      at home: String, called: String? = nil, pet: (kind: String, name: String)? = nil
    ) {
      self.name = name
      self.surname = surname
      self.age = age
      self.pronoun = pronoun
      self.job = job
      self.home = home
      self.called = called ?? name
      self.pet = pet
    }

    var full: String { name + " " + surname }
    var isChild: Bool { age < 13 }
    var him: String { pronoun == "she" ? "her" : "him" }
    var his: String { pronoun == "she" ? "her" : "his" }

    static func == (one: Person, other: Person) -> Bool { one.name == other.name }
  }

  /// Everybody of Tidewick and of Fern Island who has a name.
  enum People {
    static let adults: [Person] = [
      Person(
        "Amos", "Gray", 61, "he", "the lighthouse keeper", at: "lighthouse", pet: ("cat", "Wick")),
      Person("Rosa", "Finch", 38, "she", "the baker", at: "bakery"),
      Person(
        "Edmund", "Vane", 66, "he", "the bookseller", at: "bookshop", called: "Mr. Vane",
        pet: ("cat", "Inky")),
      Person("Wren", "Oakley", 27, "she", "the ticket clerk", at: "ferry office"),
      Person(
        "Ida", "Marlow", 52, "she", "the ferry captain", at: "ferry", called: "Captain Marlow",
        pet: ("dog", "Rope")),
      Person("Tom", "Pell", 22, "he", "the deckhand", at: "ferry"),
      Person("Clara", "Dunn", 33, "she", "the teacher", at: "school", called: "Miss Dunn"),
      Person("Joss", "Birch", 44, "he", "the chandler", at: "chandlery", pet: ("parrot", "Salt")),
      Person("Hattie", "Cole", 41, "she", "the innkeeper", at: "inn"),
      Person("Grace", "Penn", 47, "she", "the harbour master", at: "harbour"),
      Person("Walt", "Hobb", 58, "he", "the postman", at: "post office"),
      Person("Iris", "Lowe", 49, "she", "the doctor", at: "doctor's house", called: "Doctor Lowe"),
      Person("Finn", "Ashby", 43, "he", "the boatbuilder", at: "boatyard"),
      Person("Ben", "Rudd", 39, "he", "a fisherman", at: "harbour"),
      Person("Peg", "Moss", 70, "she", "the oldest sailor in town", at: "harbour"),
      Person("Sam", "Tarn", 36, "he", "a fisherman", at: "harbour"),
      Person("Dora", "Harrow", 37, "she", "the sailmaker", at: "sail loft"),
      Person(
        "Edie", "Harrow", 68, "she", "Nell's grandmother", at: "sail loft", called: "Gran Harrow"),
      Person(
        "Molly", "Reed", 45, "she", "the sheep farmer", at: "island farm", pet: ("sheepdog", "Fly")),
      Person("Gus", "Lark", 54, "he", "the beekeeper", at: "bee garden"),
      Person("Una", "Wells", 63, "she", "the weaver", at: "old mill"),
    ]

    static let children: [Person] = [
      Person("Nell", "Harrow", 9, "she", "a girl", at: "sail loft", pet: ("dog", "Biscuit")),
      Person("Pip", "Finch", 7, "he", "a boy", at: "bakery", pet: ("rabbit", "Button")),
      Person("Tess", "Penn", 10, "she", "a girl", at: "harbour", pet: ("tortoise", "Pebble")),
      Person("Jem", "Rudd", 8, "he", "a boy", at: "fisher's cottage", pet: ("puppy", "Anchor")),
      Person("Lottie", "Cole", 6, "she", "a girl", at: "inn", pet: ("kitten", "Pepper")),
      Person("Oscar", "Ashby", 11, "he", "a boy", at: "boatyard", pet: ("donkey", "Plank")),
      Person("Ada", "Birch", 9, "she", "a girl", at: "chandlery", pet: ("hen", "Clementine")),
      Person("Max", "Tarn", 7, "he", "a boy", at: "fisher's cottage", pet: ("duck", "Puddle")),
      Person("Kit", "Reed", 10, "he", "a boy", at: "island farm", pet: ("lamb", "Snowdrop")),
      Person("Bea", "Lark", 8, "she", "a girl", at: "bee garden", pet: ("goat", "Thistle")),
    ]

    /// The children who live in the town and go to its school.
    static let townChildren = Array(children.prefix(8))
    static let all = adults + children

    static func named(_ name: String) -> Person {
      guard let person = all.first(where: { $0.name == name }) else {
        preconditionFailure("nobody is called \(name)")
      }
      return person
    }
  }
}
