#include "cards/fair/words.h"

#include "core/check.h"

namespace baize::cards::fair {

namespace {

constexpr std::string_view k_text =
    "abacus acorn actor agent album alligator almond amber anchor angel ankle antelope antler anvil apple "
    "apron arch arctic arena armor arrow artist aspen athlete atlas attic autumn avenue award azure baby "
    "bacon badge bagel baker balcony ballet bamboo banana bandage banjo banner barley barn baron barrel "
    "basil basilisk basin basket bassoon bath battery bazaar beach beacon beagle beard beaver bee beetle "
    "belt berry bicycle birch bird biscuit bishop bison blanket blaze blizzard blossom boat bobcat "
    "bonfire bonnet bonsai book border bottle boulder bowl box boxer bracelet bracket branch brandy brass "
    "bread breeze brick bride bridge bronco bronze broom brother brush bubble bucket buckle buffalo bugle "
    "bumblebee bunker burger burrow butler butter butterfly button cabbage cabin cable cactus cake camel "
    "camera camp canal canary candle candy canoe canvas canyon cape captain caramel caravan carbon cargo "
    "carnival carpet carrot cashew castle cathedral cattle cave cavern cedar celery cello cement chain "
    "chair chapel charcoal chariot cheese cheetah cherry chess chestnut chicken chimney church cider "
    "cinema cinnamon circle circus citadel citrus city clarinet clay cliff clinic cloak clock cloud "
    "clover clown coach coast coat cobalt cobra cocoa coconut coffee coin collar colony column comet "
    "compass concert condor cook copper coral cork corner cottage cotton couch cousin coyote crab cradle "
    "crane crater crayon cream creek cricket crocodile crown crystal cube cucumber cupboard curtain "
    "cushion cycle cyclone cymbal daffodil dagger dairy daisy damsel dance dawn decade delta denim "
    "dentist desert desk detective diamond diary dingo dinner disco diver doctor dog doll dolphin domino "
    "donkey door dormouse dove dragon drawer dream dress drill drizzle drum duck duet dynamo eagle earth "
    "easel echo eclair eclipse egg elbow elder elephant elixir emerald emperor engine envelope estuary "
    "evening eye fabric factory falcon family farmer feast feather felt fence fennel fern ferret ferry "
    "fiddle field fig film finch finger firefly fireplace fish fjord flag flame flamingo flannel flute "
    "foam folder forest fork fortress fossil fountain fox frame fresco friend frog frost fruit funnel "
    "gadget galaxy galleon gallery gander garage garden garlic garnet gazebo gazelle gecko geyser giant "
    "ginger giraffe glacier glass globe glove goat goblet goblin gold golf gondola goose gorge gorilla "
    "granite grape grass gravel greyhound griddle grotto guest guitar gymnast gypsum hamburger hammer "
    "hammock hamster hand harbor harmony harness harp harvest hawk hazel hazelnut heart hedge hedgehog "
    "helmet herb hermit hero herring hexagon hill hinge hippo hobby hockey honey horizon horn hornet "
    "horse horseshoe hotel hunter hurricane hyacinth hyena ice icicle igloo iguana ink insect iris iron "
    "island ivory ivy jackal jacket jaguar jasmine javelin jazz jelly jersey jewel jigsaw jockey joker "
    "journal judge juggler juice jungle juniper jury kangaroo kayak kennel kernel kettle keyhole kingdom "
    "kiosk kitchen kite kitten kiwi knee knife knot koala label lacquer ladder lady ladybird lagoon lake "
    "lamb lamp land lantern lasso latch lava lavender lawn lawyer leaf leather ledge lemon lemonade lens "
    "lentil leopard letter lettuce library lilac lily lime linen lion lizard llama lobster locket locust "
    "lotus lullaby lumber lunch lute lynx macaw machine magician magnet magpie mahogany mammoth mandarin "
    "mandolin mango mantle map maple marathon marble margin marigold market marlin mattress meadow "
    "meerkat melody melon menu merchant mercury mermaid meteor midnight milk mineral minnow mint mirror "
    "mitten moat mole monarch monkey monsoon moon moonbeam moose morning mosaic moss motor mountain mouse "
    "mouth movie muffin mule museum mushroom music mustang mustard nail napkin nature nebula neck "
    "necklace nectar needle nephew nest nettle nickel niece noodle north nose notebook novel nugget nurse "
    "nutmeg nylon oak oasis obelisk oboe ocean octave octopus office olive omelet onion opal opera orange "
    "orbit orchard orchestra orchid oregano organ origami osprey ostrich otter oven owl oxygen oyster "
    "paddle page paint palace palm pancake panda panther papaya paper paprika parade parcel parent park "
    "parrot parsley party pasta pastry path patrol peach peacock peanut pearl pebble pedal pelican pelvis "
    "pencil pendant penguin pepper perfume piano pickle picnic pigeon pillar pillow pilot pine pioneer "
    "pipe pirate pistachio pizza planet plaster plate plateau platform plaza plum pocket poem polish pond "
    "pony poplar porcelain porch portrait postage postcard potato pottery powder prairie present pretzel "
    "prince prism prize puddle puffin pulse pumpkin puppet puppy purple puzzle pyramid python quail "
    "quarry quartz queen quiche quill quiver rabbit raccoon radar radio radish raft rain rainbow raincoat "
    "raisin rake ranch raven ravine razor record redwood reef relay remedy reptile resin rhubarb ribbon "
    "rice rider ring river road robin robot rocket rooster rope rose rosemary rowboat ruby rudder rug "
    "ruler rye saddle safari saffron sage sailboat sailor salad salmon salsa salt sand sandal sandwich "
    "sapphire sardine satchel satin sauce sauna sausage savanna scallop scarf school scissors scooter "
    "scorpion scout screen seahorse seal seashell season seed sequoia sesame shadow shamrock shark shawl "
    "shed shell shepherd sherbet sheriff shield ship shirt shoe shop shore shovel shrimp shuttle signal "
    "silk silver singer sister skate ski skirt sky slate sleeve slipper sloth snail snake snow snowflake "
    "soap sofa soil soldier sombrero song sonnet sorbet soup south spade spaniel spark sparrow spear "
    "sphinx spice spider spinach spinner spiral sponge spoon spring spruce square squid squirrel stable "
    "staircase stallion stamp star starfish statue steam steel stone stool storm stove straw street "
    "string studio submarine subway sugar suit summer summit sundial sunflower sunrise surf swallow swamp "
    "swan sweater swift swing sword syrup table tadpole tailor talon tango tank tape tapestry target "
    "tassel taxi teacher teacup teapot temple tennis tent terrace theater thicket thimble thistle thorn "
    "thread throne thumb thunder ticket tiger timber tin toast tobacco toffee tomato tongue topaz torch "
    "tornado tortoise toucan towel tower town tractor train tram trapdoor trapeze tray treasure tree "
    "trellis trident tripod trombone trophy trout truck truffle trumpet trunk tulip tuna tundra tunnel "
    "turkey turnip turquoise turtle tuxedo twig twilight twin typhoon typist umbrella umpire uncle "
    "unicorn uniform vacuum valley vampire vanilla vase vault velvet verse vest veteran viking village "
    "vinegar vineyard violet violin viper vision volcano voyage vulture waffle wagon waiter wallaby "
    "wallet walnut walrus waltz warbler wardrobe warrior wasp water waterfall wave weasel wedding wheat "
    "wheel whip whirlpool whisker whistle wigwam willow windmill window winter wizard wolf wombat wood "
    "woodland wool workshop world wreath wrench wrist writer yacht yard yarn yeast yellow yodel yogurt "
    "zebra zenith zephyr zero zigzag zinc zipper zone";

constexpr auto k_words = [] {
  std::array<std::string_view, k_word_count> words;
  std::size_t from = 0;
  for (std::string_view& word : words) {
    const std::size_t end = k_text.find(' ', from);
    word = k_text.substr(from, end - from);
    from = end + 1;
  }
  return words;
}();
static_assert(k_words.front() == "abacus" && k_words.back() == "zone");

}  // namespace

std::string_view word(std::size_t number) {
  core::check(number < k_word_count, "there is no such word");
  return k_words[number];
}

std::array<std::string_view, 4> words_of(const Hash& hash) {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < 5; ++i) bits = bits << 8 | hash.raw[i];
  const auto from = [bits](unsigned shift) { return k_words[static_cast<std::size_t>(bits >> shift & 1023)]; };
  return {from(30), from(20), from(10), from(0)};
}

}  // namespace baize::cards::fair
