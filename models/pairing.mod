/* pairing.mod: which hospital teams visit each other.

   The specification of what `counterpart pair` solves, for people to read and for any MathProg translator to run:

     counterpart export FOLDER --model pairing --format mathprog --out pairing.dat
     glpsol -m models/pairing.mod -d pairing.dat

   The optimum is that of counterpart to the unit. counterpart itself solves another model with the same optimum
   (odd-set cuts over a few of the pairs, docs/decisions/003); Tests/ReferenceTests holds the two together.

   WHAT IS DECIDED  Each team gets one partner, or none; of an odd number of teams three may be one another's partners,
   a trio, where `odd_team` says so. As few teams as possible are left alone, and among such pairings the largest sum
   of scores is sought.

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
param shared{CANDIDATES}, integer, >= 0;      # indicators for which both have a figure
param dates_a{CANDIDATES}, integer, >= 0;     # days on which the second can visit the first
param dates_b{CANDIDATES}, integer, >= 0;     # days on which the first can visit the second
set FORCED, within CANDIDATES;
  # pair_rules.csv, or `pairs` given by hand, or settled by a fixed or published visit
set FORBIDDEN, within CANDIDATES;             # pair_rules.csv, partners of an earlier round included
set FORCED_TRIO, dimen 3, within TEAMS cross TEAMS cross TEAMS;     # likewise, three teams
set BOUND := setof{(a, b) in FORCED} a union setof{(a, b) in FORCED} b
  union setof{(a, b, c) in FORCED_TRIO} a union setof{(a, b, c) in FORCED_TRIO} b
  union setof{(a, b, c) in FORCED_TRIO} c;

/* ---- Settings (docs/formats.md, `pairing:`) ----------------------------------------------------------------- */

param no_limit := 1000000000;
param level_weight, >= 0;                     # of a unit of level gap
param travel_weight_per_hour, >= 0;           # SD for an hour of driving
param max_travel_minutes, default no_limit;
param travel_budget, default no_limit;        # minutes, travel_budget_hours in whole minutes
param max_level_gap, default no_limit;
param min_gain, default -no_limit;
param min_common_indicators, default 0;       # no more than there are
param min_common_dates, default 0;
param odd_team_trio, binary;                  # 1 if `odd_team: trio`, 0 if one of an odd number is left out
param unpaired_price, integer, > 0;
  # what a team left alone costs: with n eligible teams and a the largest size of a score of any pair that could
  # be made, floor(n * a / 2) + 1, at which no sum of scores outweighs one more pair; n * a + 1 where a trio may
  # be made, which saves a single team
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

/* ---- Which pairs may be made ------------------------------------------------------------------------------- */

set APART := setof{(a, b) in CANDIDATES:
    exists{k in KEEP_APART} (cell[a,k] > 0 and cell[a,k] = cell[b,k])} (a, b);
set TOO_FAR := setof{(a, b) in CANDIDATES: drive[a,b] > max_travel_minutes} (a, b);
set TOO_UNEQUAL := setof{(a, b) in CANDIDATES: level_gap[a,b] > max_level_gap} (a, b);
set TOO_ALIKE := setof{(a, b) in CANDIDATES: min(gain_a[a,b], gain_b[a,b]) < min_gain} (a, b);
set INCOMPARABLE := setof{(a, b) in CANDIDATES: shared[a,b] < min_common_indicators} (a, b);
set TOO_BUSY := setof{(a, b) in CANDIDATES: min(dates_a[a,b], dates_b[a,b]) < min_common_dates} (a, b);

set ELIGIBLE := setof{t in TEAMS: approved[t] = 1 and visiting[t] = 1} t;

/* ---- Trios ------------------------------------------------------------------------------------------------ */

/* One may be made where the number of eligible teams is odd, of three teams any two of which may be a pair. */
param allow_trio, binary :=
  if odd_team_trio = 1 and card(ELIGIBLE) mod 2 = 1 and card(FORCED_TRIO) = 0 then 1 else 0;
set FREE := (CANDIDATES inter ((ELIGIBLE diff BOUND) cross (ELIGIBLE diff BOUND)))
  diff FORBIDDEN diff APART diff TOO_FAR diff TOO_UNEQUAL diff TOO_ALIKE diff INCOMPARABLE diff TOO_BUSY;
set TRIOS, dimen 3 := FORCED_TRIO
  union setof{(a, b) in FREE, c in TEAMS: allow_trio = 1 and (a, c) in FREE and (b, c) in FREE} (a, b, c);

/* A third of its pairs' sum, rounded down. */
param trio_score{(a, b, c) in TRIOS} := floor((score[a,b] + score[a,c] + score[b,c]) / 3);
param trio_drive{(a, b, c) in TRIOS} := max(drive[a,b], drive[a,c], drive[b,c]);
param trio_dates{TRIOS}, integer, >= 0, default no_limit;
  # the fewest days on which one of the three can receive both others, where that was found to be too few

/* ---- Decisions -------------------------------------------------------------------------------------------- */

var x{CANDIDATES}, binary;          # 1 if the two are partners
var y{TRIOS}, binary;               # 1 if the three are
var alone{TEAMS}, binary;           # 1 if the team has no partner

minimize cost:
  - sum{(a, b) in CANDIDATES} score[a,b] * x[a,b]
  - sum{(a, b, c) in TRIOS} trio_score[a,b,c] * y[a,b,c]
  + sum{t in ELIGIBLE} unpaired_price * alone[t];

/* ---- Rules ------------------------------------------------------------------------------------------------ */

/* A team has one partner, or none, or is in the trio ... */
s.t. OnePartnerPerTeam{t in TEAMS}:
  sum{(a, b) in CANDIDATES: a = t or b = t} x[a,b]
    + sum{(a, b, c) in TRIOS: a = t or b = t or c = t} y[a,b,c] + alone[t] = 1;

/* ... of which there is one at most. */
s.t. OnePartnerPerTeam_trio{i in 1..1: allow_trio = 1}:
  sum{(a, b, c) in TRIOS} y[a,b,c] <= 1;

/* Only approved teams of the visiting arm are paired; one that a fixed visit binds stays. */
s.t. EligibleTeams{t in TEAMS diff ELIGIBLE diff BOUND}:
  alone[t] = 1;

/* Forced pairs are made, whatever the rules below say of them. */
s.t. ForcedPair{(a, b) in FORCED}:
  x[a,b] = 1;
s.t. ForcedPair_trio{(a, b, c) in FORCED_TRIO}:
  y[a,b,c] = 1;

/* Forbidden pairs and previous partners are not made, unless a fixed visit binds them. */
s.t. ForbiddenPair{(a, b) in FORBIDDEN diff FORCED}:
  x[a,b] = 0;

/* Partners share none of the columns in `keep_apart`; a blank never matches. */
s.t. KeptApart{(a, b) in APART diff FORCED}:
  x[a,b] = 0;

/* Partners live within `max_travel_minutes` ... */
s.t. TravelLimit{(a, b) in TOO_FAR diff FORCED}:
  x[a,b] = 0;

/* ... and all pairs together within the travel budget, of a trio the longest drive counting. Where forced pairs alone use more than that, others may
   be made only if they do not travel. */
s.t. TravelLimit_total{i in 1..1: travel_budget < no_limit}:
  sum{(a, b) in CANDIDATES diff FORCED} drive[a,b] * x[a,b]
    + sum{(a, b, c) in TRIOS diff FORCED_TRIO} trio_drive[a,b,c] * y[a,b,c]
    <= max(0, travel_budget - sum{(a, b) in FORCED} drive[a,b]
        - sum{(a, b, c) in FORCED_TRIO} trio_drive[a,b,c]);

/* The level gap is at most `max_level_gap`. */
s.t. LevelGapLimit{(a, b) in TOO_UNEQUAL diff FORCED}:
  x[a,b] = 0;

/* Each side can learn at least `min_gain`. */
s.t. MinimumGain{(a, b) in TOO_ALIKE diff FORCED}:
  x[a,b] = 0;

/* Both have figures for at least `min_common_indicators` indicators. */
s.t. EnoughCommonIndicators{(a, b) in INCOMPARABLE diff FORCED}:
  x[a,b] = 0;

/* Each leg has at least `min_common_dates` feasible dates. */
s.t. EnoughCommonDates{(a, b) in TOO_BUSY diff FORCED}:
  x[a,b] = 0;

/* Each team of a trio can receive both others on as many. */
s.t. EnoughCommonDates_trio{(a, b, c) in TRIOS diff FORCED_TRIO: trio_dates[a,b,c] < min_common_dates}:
  y[a,b,c] = 0;

/* ---- `fairness: worst_first` --------------------------------------------------------------------------------- */

/* The proven minimum: no unforced pair scores less, nor a trio. */
s.t. worst_first{(a, b) in CANDIDATES diff FORCED: score[a,b] < least_score}:
  x[a,b] = 0;
s.t. worst_first_trio{(a, b, c) in TRIOS diff FORCED_TRIO: trio_score[a,b,c] < least_score}:
  y[a,b,c] = 0;

solve;

/* ---- The result ------------------------------------------------------------------------------------------- */

printf "\n%-24s %9s %9s %9s %9s %8s %11s\n",
  "Pair", "score", "gain a", "gain b", "gap", "drive", "dates";
printf{(a, b) in CANDIDATES: x[a,b] > 0.5} "%-24s %9.4f %9.4f %9.4f %9.4f %4d min %5d /%4d\n",
  a & "+" & b, score[a,b] / 10000, gain_a[a,b] / 10000, gain_b[a,b] / 10000, level_gap[a,b] / 10000, drive[a,b],
  dates_a[a,b], dates_b[a,b];
printf{(a, b, c) in TRIOS: y[a,b,c] > 0.5} "%-24s %9.4f\n", a & "+" & b & "+" & c, trio_score[a,b,c] / 10000;
printf{t in TEAMS: alone[t] > 0.5} "%-24s %s\n", t,
  if approved[t] = 1 and visiting[t] = 1 then "without a partner" else "not to be paired";
printf "\nScores in all        %14.4f SD\n",
  (sum{(a, b) in CANDIDATES: x[a,b] > 0.5} score[a,b]
    + sum{(a, b, c) in TRIOS: y[a,b,c] > 0.5} trio_score[a,b,c]) / 10000;
printf "Left without partner %9d\n", sum{t in TEAMS: approved[t] = 1 and visiting[t] = 1 and alone[t] > 0.5} 1;
printf "Cost                 %9d (10^-4 SD; minus the scores, plus %d for each team left)\n\n",
  cost, unpaired_price;

end;
