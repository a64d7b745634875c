// What goes wrong with the claims of a generated resident on their way: reviews, returns, rows nobody understands.
#pragma once

#include "app/practice/people/claims.h"
#include "app/practice/people/dice.h"
#include "app/practice/people/population.h"

namespace kmixr::practice {

/// Each claim's fate depends on the claim alone, not on what else is made.
void reviewClaims(ClaimSet& set, const Trouble& trouble, const Dice& dice, Month newest);

} // namespace kmixr::practice
