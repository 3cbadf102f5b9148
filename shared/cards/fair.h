// The arithmetic of a fair deal: chains of values, the key of a deck, the tree over its cards, the words of a root and
// the draw of audits. The table deals with it, clients and `baize verify` check with the same functions. It never makes
// entropy, keeps no state of a table and knows no game. docs/fair-deals.md says it in words and in bytes.
#pragma once

#include "cards/fair/chain.h"
#include "cards/fair/evidence.h"
#include "cards/fair/key.h"
#include "cards/fair/tree.h"
#include "cards/fair/words.h"
