/* pairing.mod: which hospital teams visit each other.

   The specification of what `counterpart pair` solves, for people to read and for any MathProg translator to run:

     counterpart export FOLDER --model pairing --format mathprog --out pairing.dat
     glpsol -m models/pairing.mod -d pairing.dat

   The optimum is that of counterpart to the unit. counterpart itself solves another model with the same optimum
   (odd-set cuts over a few of the pairs, docs/decisions/003); Tests/ReferenceTests holds the two together.

   WHAT IS DECIDED  Each team gets one partner, or none. As many pairs as possible are made, and among those the
   largest sum of scores is sought.

   UNITS  Standings, gains, level gaps and scores are in ten-thousandths of a standard deviation of the teams'
   results (10^-4 SD), whole. Drives are in minutes one way, the longer of the two directions. Dates are numbers
   of days.

   THE SCORE  gain of a from b = sum over indicators k of weight[k] * max(0, z[b,k] - z[a,k]), where z[t,k] is
   team t's standing after shrinking small numbers towards the mean (empirical Bayes: Efron and Morris 1975; the
   variance between teams by the method of moments: DerSimonian and Laird 1986). level gap = how far the two teams'
   overall levels are apart. docs/formats.md, "Standings", says how each is rounded. Here they are data.

   REFERENCES  A maximum-weight matching (Edmonds 1965). The rows OnePartnerPerTeam alone leave fractional
   solutions, which a solver's branch and bound resolves.

   A row family that begins with a capital letter is a rule of docs/glossary.md, by its name there; what follows an
   underscore tells two families of one rule apart. Other families begin with a small letter. */

/* ---- Teams ---------------------------------------------------------------------------------------------- */

set TEAMS;
param approved{TEAMS}, binary;      # 1 if the team's chief executive approved
param visiting{TEAMS}, binary;      # 1 if the team is in the visiting arm, 0 in the control arm

set KEEP_APART;                     # columns of teams.csv that partners must not share, numbered
param cell{TEAMS, KEEP_APART}, integer, >= 0, default 0;
                                    # equal numbers stand for equal cells, 0 for a blank

/* ---- Any two teams, the one with the smaller id first ----------------------------------------------------- */

set CANDIDATES, dimen 2, within TEAMS cross TEAMS;
param gain_a{CANDIDATES}, integer, >= 0;      # what the first can learn from the second
param gain_b{CANDIDATES}, integer, >= 0;      # what the second can learn from the first
param level_gap{CANDIDATES}, integer, >= 0;
param drive{CANDIDATES}, integer, >= 0;       # minutes
param dates_a{CANDIDATES}, integer, >= 0;     # days on which the second can visit the first
param dates_b{CANDIDATES}, integer, >= 0;     # days on which the first can visit the second
set FORCED, within CANDIDATES;
  # pair_rules.csv, or `pairs` given by hand, or settled by a fixed or published visit
set FORBIDDEN, within CANDIDATES;             # pair_rules.csv, partners of an earlier round included
set BOUND := setof{(a, b) in FORCED} a union setof{(a, b) in FORCED} b;

/* ---- Settings (docs/formats.md, `pairing:`) ----------------------------------------------------------------- */

param no_limit := 1000000000;
param level_weight, >= 0;                     # of a unit of level gap
param travel_weight_per_hour, >= 0;           # SD for an hour of driving
param max_travel_minutes, default no_limit;
param travel_budget, default no_limit;        # minutes, travel_budget_hours in whole minutes
param max_level_gap, default no_limit;
param min_gain, default -no_limit;
param min_common_dates, default 0;
param unpaired_price, integer, > 0;
  # what a team left alone costs: with n eligible teams and a the largest size of a score of any pair that could
  # be made, floor(n * a / 2) + 1, at which no sum of scores outweighs one more pair
param least_score, default -no_limit;
  # under `fairness: worst_first`, the proven largest score that the worst unforced pair can have when as many
  # pairs as possible are made

/* ---- The score -------------------------------------------------------------------------------------------- */

param worth{(a, b) in CANDIDATES} :=
  min(gain_a[a,b], gain_b[a,b]) - level_weight * level_gap[a,b]
    - travel_weight_per_hour * 10000 * drive[a,b] / 60;

/* To the nearest whole unit, halves away from zero. */
param score{(a, b) in CANDIDATES} :=
  if worth[a,b] >= 0 then floor(worth[a,b] + 0.5) else -floor(0.5 - worth[a,b]);

/* ---- Decisions -------------------------------------------------------------------------------------------- */

var x{CANDIDATES}, binary;          # 1 if the two are partners
var alone{TEAMS}, binary;           # 1 if the team has no partner

/* Where the number of eligible teams is odd and `odd_team: trio` asks for it, one trio would come here: binary
   y{TRIOS}, counted in OnePartnerPerTeam with its three teams, at most one in all, each of its three pairs subject
   to the rules below. counterpart makes no trios yet: one team is left out. */

minimize cost:
  - sum{(a, b) in CANDIDATES} score[a,b] * x[a,b]
  + sum{t in TEAMS: approved[t] = 1 and visiting[t] = 1} unpaired_price * alone[t];

/* ---- Rules ------------------------------------------------------------------------------------------------ */

/* A team has one partner, or none. */
s.t. OnePartnerPerTeam{t in TEAMS}:
  sum{(a, b) in CANDIDATES: a = t or b = t} x[a,b] + alone[t] = 1;

/* Only approved teams of the visiting arm are paired; one that a fixed visit binds stays. */
s.t. EligibleTeams{t in TEAMS: (approved[t] = 0 or visiting[t] = 0) and t not in BOUND}:
  alone[t] = 1;

/* Forced pairs are made, whatever the rules below say of them. */
s.t. ForcedPair{(a, b) in FORCED}:
  x[a,b] = 1;

/* Forbidden pairs and previous partners are not made, unless a fixed visit binds them. */
s.t. ForbiddenPair{(a, b) in FORBIDDEN diff FORCED}:
  x[a,b] = 0;

/* Partners share none of the columns in `keep_apart`; a blank never matches. */
s.t. KeptApart{(a, b) in CANDIDATES diff FORCED:
    exists{k in KEEP_APART} (cell[a,k] > 0 and cell[a,k] = cell[b,k])}:
  x[a,b] = 0;

/* Partners live within `max_travel_minutes` ... */
s.t. TravelLimit{(a, b) in CANDIDATES diff FORCED: drive[a,b] > max_travel_minutes}:
  x[a,b] = 0;

/* ... and all pairs together within the travel budget. Where forced pairs alone use more than that, others may
   be made only if they do not travel. */
s.t. TravelLimit_total{i in 1..1: travel_budget < no_limit}:
  sum{(a, b) in CANDIDATES diff FORCED} drive[a,b] * x[a,b]
    <= max(0, travel_budget - sum{(a, b) in FORCED} drive[a,b]);

/* The level gap is at most `max_level_gap`. */
s.t. LevelGapLimit{(a, b) in CANDIDATES diff FORCED: level_gap[a,b] > max_level_gap}:
  x[a,b] = 0;

/* Each side can learn at least `min_gain`. */
s.t. MinimumGain{(a, b) in CANDIDATES diff FORCED: min(gain_a[a,b], gain_b[a,b]) < min_gain}:
  x[a,b] = 0;

/* Each leg has at least `min_common_dates` feasible dates. */
s.t. EnoughCommonDates{(a, b) in CANDIDATES diff FORCED: min(dates_a[a,b], dates_b[a,b]) < min_common_dates}:
  x[a,b] = 0;

/* ---- `fairness: worst_first` --------------------------------------------------------------------------------- */

/* The proven minimum: no unforced pair scores less. */
s.t. worst_first{(a, b) in CANDIDATES diff FORCED: score[a,b] < least_score}:
  x[a,b] = 0;

solve;

/* ---- The result ------------------------------------------------------------------------------------------- */

printf "\n%-24s %9s %9s %9s %9s %8s %11s\n",
  "Pair", "score", "gain a", "gain b", "gap", "drive", "dates";
printf{(a, b) in CANDIDATES: x[a,b] > 0.5} "%-24s %9.4f %9.4f %9.4f %9.4f %4d min %5d /%4d\n",
  a & "+" & b, score[a,b] / 10000, gain_a[a,b] / 10000, gain_b[a,b] / 10000, level_gap[a,b] / 10000, drive[a,b],
  dates_a[a,b], dates_b[a,b];
printf{t in TEAMS: alone[t] > 0.5} "%-24s %s\n", t,
  if approved[t] = 1 and visiting[t] = 1 then "without a partner" else "not to be paired";
printf "\nScores in all        %14.4f SD\n", sum{(a, b) in CANDIDATES: x[a,b] > 0.5} score[a,b] / 10000;
printf "Left without partner %9d\n", sum{t in TEAMS: approved[t] = 1 and visiting[t] = 1 and alone[t] > 0.5} 1;
printf "Cost                 %9d (10^-4 SD; minus the scores, plus %d for each team left)\n\n",
  cost, unpaired_price;

end;
