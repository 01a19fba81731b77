extension Tidewick {
  /// Pages for visitors in three languages that the corpus does not want.
  enum ForeignPages {
    static let all: [(language: String, text: String)] =
      french.map { ("fr", $0) } + german.map { ("de", $0) } + dutch.map { ("nl", $0) }

    private static let french = [
      "Bienvenue à Tidewick\n\nLe bac part de Tidewick à midi, tous les jours de l'année. La traversée dure quarante minutes, et le bac revient de l'île à quatre heures. Un billet coûte trois couronnes pour les grandes personnes et une couronne pour les enfants. Les chiens ne paient pas, mais ils doivent rester près de vous. Quand le brouillard arrive, on sonne la cloche et il faut attendre un peu.",
      "La boulangerie\n\nRosa Finch fait son pain à cinq heures du matin, quand la ville dort encore. La boutique ouvre à sept heures. On y trouve des petits pains aux prunes, des gâteaux au miel et du pain noir. Les enfants viennent avant l'école, et chacun reçoit une miette encore chaude. Le jeudi, jour du marché, il vaut mieux venir tôt, parce que tout est vendu avant dix heures.",
      "Le phare\n\nLe gardien du phare s'appelle Amos Gray. Chaque soir il monte les quatre-vingt-quatre marches avec son chat, et il allume la lampe au coucher du soleil. La lumière passe sur la mer toutes les neuf secondes. Les marins la connaissent bien. Si vous demandez gentiment, Amos vous montre le grand livre où il écrit le temps qu'il fait et les bateaux qui passent.",
      "L'île aux fougères\n\nDe l'autre côté de la baie il y a une petite île verte. On y voit des moutons, des abeilles et un vieux moulin où une femme tisse des couvertures bleues. Le chemin est blanc et facile, même pour les petits. Prenez du pain, un manteau et de bonnes chaussures. Le dernier bac part à quatre heures, et la capitaine n'attend personne.",
      "Objets perdus\n\nVous avez perdu un chapeau, une clé ou un cerf-volant ? Venez au bureau du bac. Les objets trouvés sont gardés trente jours dans une boîte bleue. Dites où vous étiez et ce que vous aviez dans les mains. Souvent quelqu'un a déjà trouvé ce que vous cherchez, car à Tidewick tout le monde regarde bien où il marche, et personne ne garde ce qui n'est pas à lui.",
    ]

    private static let german = [
      "Willkommen in Tidewick\n\nDie Fähre fährt jeden Tag um zwölf Uhr von Tidewick ab. Die Überfahrt dauert vierzig Minuten, und um vier Uhr kommt sie von der Insel zurück. Eine Karte kostet drei Kronen für Große und eine Krone für Kinder. Hunde fahren umsonst, aber sie müssen an der Leine bleiben. Wenn der Nebel kommt, läutet die Glocke, und dann müssen alle ein wenig warten.",
      "Die Bäckerei\n\nRosa Finch backt ihr Brot um fünf Uhr am Morgen, wenn die Stadt noch schläft. Der Laden öffnet um sieben. Es gibt Pflaumenbrötchen, Honigkuchen und dunkles Brot. Die Kinder kommen vor der Schule vorbei, und jedes bekommt einen warmen Krümel. Am Donnerstag ist Markt, und dann ist es besser, früh zu kommen, weil um zehn schon alles verkauft ist.",
      "Der Leuchtturm\n\nDer Wärter heißt Amos Gray. Jeden Abend steigt er mit seiner Katze die vierundachtzig Stufen hinauf und zündet die Lampe an, wenn die Sonne untergeht. Alle neun Sekunden geht das Licht über das Meer. Die Fischer kennen es gut. Wer freundlich fragt, darf das große Buch sehen, in das Amos das Wetter und die Schiffe schreibt.",
      "Die Farninsel\n\nAuf der anderen Seite der Bucht liegt eine kleine grüne Insel. Dort gibt es Schafe, Bienen und eine alte Mühle, in der eine Frau blaue Decken webt. Der Weg ist weiß und leicht, auch für die Kleinen. Nehmt Brot mit, einen Mantel und gute Schuhe. Die letzte Fähre fährt um vier Uhr, und die Kapitänin wartet auf niemanden.",
      "Fundsachen\n\nHast du einen Hut, einen Schlüssel oder einen Drachen verloren? Dann komm zum Büro der Fähre. Was gefunden wird, bleibt dreißig Tage in einer blauen Kiste. Sag uns, wo du warst und was du in der Hand hattest. Oft hat schon jemand gefunden, was du suchst, denn in Tidewick schauen alle auf den Weg, und niemand behält, was ihm nicht gehört.",
    ]

    private static let dutch = [
      "Welkom in Tidewick\n\nDe veerboot vertrekt elke dag om twaalf uur uit Tidewick. De overtocht duurt veertig minuten, en om vier uur komt de boot terug van het eiland. Een kaartje kost drie kronen voor grote mensen en één kroon voor kinderen. Honden mogen gratis mee, maar ze moeten aan de lijn blijven. Als de mist komt, luidt de klok en dan moet iedereen even wachten.",
      "De bakkerij\n\nRosa Finch bakt haar brood om vijf uur in de ochtend, als de stad nog slaapt. De winkel gaat om zeven uur open. Er zijn pruimenbroodjes, honingkoek en donker brood. De kinderen komen langs voor school, en elk kind krijgt een warm stukje. Op donderdag is het markt, en dan kun je beter vroeg komen, want om tien uur is alles verkocht.",
      "De vuurtoren\n\nDe wachter heet Amos Gray. Elke avond klimt hij met zijn kat de vierentachtig treden op en steekt de lamp aan als de zon ondergaat. Om de negen seconden gaat het licht over de zee. De vissers kennen het goed. Wie het vriendelijk vraagt, mag het grote boek zien waarin Amos het weer en de schepen schrijft.",
      "Het Vareneiland\n\nAan de andere kant van de baai ligt een klein groen eiland. Daar zijn schapen, bijen en een oude molen waar een vrouw blauwe dekens weeft. Het pad is wit en makkelijk, ook voor de kleintjes. Neem brood mee, een jas en goede schoenen. De laatste boot vertrekt om vier uur, en de kapitein wacht op niemand.",
      "Gevonden voorwerpen\n\nBen je een hoed, een sleutel of een vlieger kwijt? Kom dan naar het kantoor van de veerboot. Wat gevonden wordt, blijft dertig dagen in een blauwe kist. Zeg ons waar je was en wat je in je hand had. Vaak heeft iemand al gevonden wat je zoekt, want in Tidewick kijkt iedereen goed naar de weg, en niemand houdt wat niet van hem is.",
    ]
  }
}
