/* visits.mod: on which dates the visits of given pairs, and of a trio, take place, and who leads them.

   The specification of what `counterpart plan` solves once the pairs are made, for people to read and for any
   MathProg translator to run:

     counterpart export FOLDER --model visits --format mathprog --out visits.dat
     glpsol -m models/visits.mod -d visits.dat

   The optimum is that of counterpart to the unit. counterpart itself solves another model with the same optimum,
   whose columns are whole pairs and trios (docs/decisions/002); Tests/ReferenceTests holds the two together.

   WHAT IS DECIDED  Each visit takes one of its options, or stays without a date. An option is a day on which the
   host's team meets, a facilitator, and the best day that these allow: agenda, rooms and who comes at the least
   cost, then the shortest day, then the earliest. Where another visit could take people or rooms away, the best days
   without them are options too; so it is with the people and rooms of a visit that stays. Options are data; counterpart finds them (docs/decisions/004).

   UNITS  Costs are whole clinician-minutes. Times of day are minutes after midnight, local. Drives are minutes one
   way. Days are numbered from `visits_from`, which is day 0; weeks from the ISO week (Monday to Sunday) that holds
   it, which is week 0.

   REFERENCES  A set packing with an assignment; the rows of ReciprocalGap and FacilitatorWithinReach put several
   incompatible options into one row (cliques: Padberg 1973), which is tighter than a row for each two of them.

   A row family that begins with a capital letter is a rule of docs/glossary.md, by its name there; what follows an
   underscore tells two families of one rule apart. Other families begin with a small letter. Each preference of
   docs/glossary.md is a term of the objective, by its name there. */

/* ---- Who visits whom --------------------------------------------------------------------------------------- */

param no_limit := 1000000000;

set TEAMS;
set VISITS;                                   # HOST--VISITOR, in a trio HOST--VISITOR+VISITOR
param pair{VISITS}, symbolic;                 # A+B, a trio A+B+C
param host{VISITS}, symbolic, in TEAMS;
param visitors{VISITS}, symbolic;             # for people
set VISITING, within VISITS cross TEAMS;      # who visits
set OTHERS{v in VISITS} := {w in VISITS: pair[w] = pair[v] and w <> v};  # the other visits of the pair or trio
set PAIRS := setof{v in VISITS} pair[v];

/* ---- Calendar ---------------------------------------------------------------------------------------------- */

param weekday_of_day_0, integer, >= 1, <= 7;  # 1 is Monday
param today, integer;                         # negative before the window
set DAYS;                                     # of the window, and of fixed visits outside it
param date{DAYS}, symbolic;                   # for people
param week{d in DAYS} := floor((d + weekday_of_day_0 - 1) / 7);
set MEETINGS, within VISITS cross DAYS;
  # days on which the host's team holds a meeting with a quorum and neither a bank holiday nor a closure of
  # everything, of the host's site or of one of the teams keeps them from it

/* ---- Facilitators ------------------------------------------------------------------------------------------ */

set FACILITATORS;
param notice_days{FACILITATORS}, integer;
param max_visits_per_week{FACILITATORS}, default no_limit;
param max_visits{FACILITATORS}, default no_limit;
set AFFILIATED, within FACILITATORS cross TEAMS;   # who share the network (or organisation, as settings say)
param outward{FACILITATORS, TEAMS}, integer, >= 0; # from base to the team's site
param homeward{FACILITATORS, TEAMS}, integer, >= 0;
param drive{TEAMS, TEAMS}, integer, >= 0;          # from the first team's site to the second's

/* ---- Options ----------------------------------------------------------------------------------------------- */

set OPTIONS;
param visit{OPTIONS}, symbolic, in VISITS;
param day{OPTIONS}, integer, in DAYS;
param starts{OPTIONS}, integer, >= 0;         # the first session
param ends{OPTIONS}, integer, >= 0;           # the end of the last
param leader{OPTIONS}, symbolic;              # a facilitator, or (none)
param visitors_coming{OPTIONS}, integer;      # people of the visiting teams
param fixed{OPTIONS}, binary;                 # 1 for an option of a visit that stays, whatever it breaks
param rigid{OPTIONS}, binary;                 # 1 if its people and rooms stay too: it is the only one then
param known{OPTIONS}, binary;                 # 1 if the schedule given has the leader on this day already

/* The costs of an option, by preference. */
param delay_per_week{OPTIONS}, integer;
param optional_absence{OPTIONS}, integer;
param counterpart_missing{OPTIONS}, integer;
param clinic_cancelled{OPTIONS}, integer;
param if_needed{OPTIONS}, integer;
param not_preferred{OPTIONS}, integer;
param own_mdt_missed{OPTIONS}, integer;
param overnight{OPTIONS}, integer;
param facilitator_travel_per_hour{OPTIONS}, integer;
param move_published{OPTIONS}, integer;
param notice_breach{OPTIONS}, integer;

/* What two visits could both want: people of several teams, people who give a number of days, rooms of sites with
   several teams. */
set PEOPLE;
param teams_of{PEOPLE}, integer, >= 1;        # on how many teams they sit
param max_days{PEOPLE}, default no_limit;
set ATTENDS, within OPTIONS cross PEOPLE;
set ROOM_USES, dimen 4;                       # option, room, from, until

/* ---- Settings (docs/formats.md, `visits:` and `costs:`) ------------------------------------------------------ */

param gap_min, integer, >= 0;                 # days
param gap_max, integer, >= 0;
param max_per_week, default no_limit;
param max_visitors, default no_limit;
param same_facilitator_required, binary;
param earliest_departure, integer;
param latest_return, integer;
param overnight_above, integer;               # minutes of driving
param evening_limit, integer;                 # minutes of driving
param facilitator_change, integer, >= 0;      # 0 where `same_facilitator` is `ignored` or `required`
param facilitator_imbalance, integer, >= 0;
param unscheduled, integer, >= 0;

/* ---- Derived ----------------------------------------------------------------------------------------------- */

set FIXED := {o in OPTIONS: fixed[o] = 1};
set OPEN := {o in OPTIONS: fixed[o] = 0};
set STAYING := setof{o in FIXED} visit[o];
param staying{v in VISITS} := card(STAYING inter ({v} union OTHERS[v]));  # of the pair's or trio's visits
set OF{v in VISITS} := {o in OPTIONS: visit[o] = v};
set DAYS_OF{v in VISITS} := setof{o in OF[v]} day[o];
set LED{f in FACILITATORS} := {o in OPTIONS: leader[o] = f};
set LEADERS_OF{v in VISITS} := {f in FACILITATORS: exists{o in OF[v]} leader[o] = f};

/* The facilitator's options of the next day that do not go with option a: the drive over is too long for an
   evening, and going home and out again fits neither the evening nor the morning. */
set BEYOND{f in FACILITATORS, a in LED[f]} := {b in LED[f]: day[b] = day[a] + 1
  and drive[host[visit[a]], host[visit[b]]] > evening_limit
  and not (ends[a] + homeward[f, host[visit[a]]] <= latest_return
    and outward[f, host[visit[b]]] <= overnight_above
    and starts[b] - outward[f, host[visit[b]]] >= earliest_departure)};

set WEEKS := setof{o in OPTIONS} week[day[o]];
set DAYS_LED{f in FACILITATORS} := setof{o in LED[f]} day[o];
set WEEKS_LED{f in FACILITATORS} := setof{o in LED[f]} week[day[o]];
set PERSON_DAYS := setof{(o, p) in ATTENDS: teams_of[p] > 1} (p, day[o]);
set ROOM_MOMENTS := setof{(o, r, s, e) in ROOM_USES} (r, day[o], s);

/* ceil(visits / facilitators) */
param fair_share :=
  if card(FACILITATORS) = 0 then 0 else (card(VISITS) + card(FACILITATORS) - 1) div card(FACILITATORS);

/* ---- Decisions --------------------------------------------------------------------------------------------- */

var x{OPTIONS}, binary;                       # 1 if the visit takes this option
var u{VISITS}, binary;                        # 1 if the visit has no date
var changed{PAIRS}, binary;                   # 1 if the pair's or trio's visits have different facilitators
var over{FACILITATORS}, integer, >= 0;        # visits above the fair share

minimize cost:
  sum{o in OPTIONS} delay_per_week[o] * x[o]
  + sum{o in OPTIONS} optional_absence[o] * x[o]
  + sum{o in OPTIONS} counterpart_missing[o] * x[o]
  + sum{o in OPTIONS} clinic_cancelled[o] * x[o]
  + sum{o in OPTIONS} if_needed[o] * x[o]
  + sum{o in OPTIONS} not_preferred[o] * x[o]
  + sum{o in OPTIONS} own_mdt_missed[o] * x[o]
  + sum{o in OPTIONS} overnight[o] * x[o]
  + sum{p in PAIRS} facilitator_change * changed[p]
  + sum{o in OPTIONS} facilitator_travel_per_hour[o] * x[o]
  + sum{f in FACILITATORS} facilitator_imbalance * over[f]
  + sum{o in OPTIONS} move_published[o] * x[o]
  + sum{o in OPTIONS} notice_breach[o] * x[o]
  + sum{v in VISITS} unscheduled * u[v];

/* ---- Rules of visits together ----------------------------------------------------------------------------------

   Fixed visits (past, pinned, confirmed, held) stay, whatever they break among themselves. They use what they use,
   and every rule is written for what is left to the others, never less than nothing. Of their people and rooms that
   holds where they are rigid; those of the other fixed visits give way like anybody's. */

s.t. fixed_stays{v in STAYING}:
  sum{o in OF[v]} x[o] = 1;

/* A leg takes place at most once; otherwise it is listed as unscheduled. */
s.t. EachLegOnce{v in VISITS}:
  sum{o in OF[v]} x[o] + u[v] = 1;

/* A pair's two visits lie gap_min to gap_max days apart, either first, and never on one day: both teams are at
   both. A visit on day d needs the other on a day that goes with it, or without a date.

   A trio's visits lie so one after the other, so that any two are at most twice gap_max apart, and may be that while
   the third has no date ... */
s.t. ReciprocalGap{v in VISITS, w in OTHERS[v], d in DAYS_OF[v]: staying[v] < 2}:
  sum{o in OF[v]: day[o] = d} x[o]
    <= sum{q in OF[w]: abs(day[q] - d) >= max(1, gap_min) and abs(day[q] - d) <= card(OTHERS[v]) * gap_max} x[q]
      + u[w];

/* ... but if all three have one, each has another within gap_max: the first and the last have the one between. */
s.t. ReciprocalGap_chain{v in VISITS, d in DAYS_OF[v]: card(OTHERS[v]) = 2 and staying[v] < 2}:
  sum{o in OF[v]: day[o] = d} x[o]
    <= sum{w in OTHERS[v], q in OF[w]: abs(day[q] - d) >= max(1, gap_min) and abs(day[q] - d) <= gap_max} x[q]
      + sum{w in OTHERS[v]} u[w];

/* Where two of a trio are fixed, the third goes before, after or between them with the gap to those beside it. */
s.t. ReciprocalGap_staying{v in VISITS, d in DAYS_OF[v]: card(OTHERS[v]) = 2 and card(OTHERS[v] inter STAYING) = 2
    and v not in STAYING
    and (exists{q in FIXED: visit[q] in OTHERS[v]} abs(day[q] - d) < max(1, gap_min)
      or exists{q in FIXED: visit[q] in OTHERS[v]} (abs(day[q] - d) > gap_max
        and not exists{r in FIXED: visit[r] in OTHERS[v]} (min(day[q], d) < day[r] and day[r] < max(day[q], d))))}:
  sum{o in OF[v]: day[o] = d} x[o] = 0;

/* One facilitator leads all visits of a pair or trio where `same_facilitator: required`. A fixed visit may have
   none. */
s.t. SameFacilitator{v in VISITS, w in OTHERS[v], f in LEADERS_OF[v]:
    same_facilitator_required = 1 and (v not in STAYING or w not in STAYING)}:
  sum{o in OF[v]: leader[o] = f} x[o]
    <= sum{q in OF[w]: leader[q] = f or leader[q] not in FACILITATORS} x[q] + u[w];

/* At most max_per_week visits in an ISO week. */
s.t. WeeklyLimit{w in WEEKS: max_per_week < no_limit}:
  sum{o in OPEN: week[day[o]] = w} x[o] <= max(0, max_per_week - card(setof{o in FIXED: week[day[o]] = w} visit[o]));

/* A facilitator makes one visit a day. */
s.t. OneVisitPerFacilitatorPerDay{f in FACILITATORS, d in DAYS_LED[f]}:
  sum{o in LED[f] inter OPEN: day[o] = d} x[o]
    <= if exists{o in LED[f] inter FIXED} day[o] = d then 0 else 1;

/* Between visits on consecutive days a facilitator can drive over in the evening, or go home and out again. At most
   one of the next day's visits is theirs, so all that are out of reach fit one row. */
s.t. FacilitatorWithinReach{f in FACILITATORS, a in LED[f]: card(BEYOND[f,a]) > 0}:
  sum{o in ({a} union BEYOND[f,a]) inter OPEN} x[o]
    <= if exists{o in {a} union BEYOND[f,a]} fixed[o] = 1 then 0 else 1;

/* A facilitator leads at most max_visits_per_week in an ISO week ... */
s.t. FacilitatorWeeklyLimit{f in FACILITATORS, w in WEEKS_LED[f]: max_visits_per_week[f] < no_limit}:
  sum{o in LED[f] inter OPEN: week[day[o]] = w} x[o]
    <= max(0, max_visits_per_week[f] - card(setof{o in LED[f] inter FIXED: week[day[o]] = w} visit[o]));

/* ... and at most max_visits in all. */
s.t. FacilitatorTotalLimit{f in FACILITATORS: max_visits[f] < no_limit and card(LED[f]) > 0}:
  sum{o in LED[f] inter OPEN} x[o] <= max(0, max_visits[f] - card(setof{o in LED[f] inter FIXED} visit[o]));

/* Nobody is in two visits on one day. Only people of several teams could be. */
s.t. OneVisitPerPersonPerDay{(p, d) in PERSON_DAYS}:
  sum{(o, p) in ATTENDS: day[o] = d and rigid[o] = 0} x[o]
    <= if exists{(o, p) in ATTENDS} (day[o] = d and rigid[o] = 1) then 0 else 1;

/* Nobody gives more days than max_days. */
s.t. PersonDayLimit{p in PEOPLE: max_days[p] < no_limit}:
  sum{(o, p) in ATTENDS: rigid[o] = 0} x[o]
    <= max(0, max_days[p] - sum{(o, p) in ATTENDS: rigid[o] = 1} 1);

/* A room is used by one visit at a time. Two uses overlap if and only if one of them is going on at the moment at
   which the other begins, so a row for each such moment is enough. */
s.t. OneVisitPerRoom{(r, d, m) in ROOM_MOMENTS}:
  sum{(o, r, s, e) in ROOM_USES: day[o] = d and s <= m and m < e and rigid[o] = 0} x[o]
    <= if exists{(o, r, s, e) in ROOM_USES} (day[o] = d and s <= m and m < e and rigid[o] = 1) then 0 else 1;

/* ---- Preferences of visits together --------------------------------------------------------------------------- */

/* facilitator_change: another visit has a date, and not this facilitator. */
s.t. facilitator_change_counted{v in VISITS, w in OTHERS[v], f in LEADERS_OF[v]: facilitator_change > 0}:
  sum{o in OF[v]: leader[o] = f} x[o]
    <= sum{q in OF[w]: leader[q] = f or leader[q] not in FACILITATORS} x[q] + u[w] + changed[pair[v]];

/* facilitator_imbalance: what is above the fair share of all visits. */
s.t. facilitator_imbalance_counted{f in FACILITATORS}:
  sum{o in LED[f]} x[o] - over[f] <= fair_share;

/* ---- Rules of one visit ----------------------------------------------------------------------------------------

   They decide which options exist, those of fixed visits aside. Those that the data above can tell are written out:
   with data from counterpart they forbid nothing, and they say what would be wrong with an option added by hand. */

/* A visit stands on a real meeting of its host, after today and inside the window, on no closed day. */
s.t. OnMeetingDate{o in OPEN: (visit[o], day[o]) not in MEETINGS or day[o] <= today}:
  x[o] = 0;

/* At most max_visitors people of the visiting side come. */
s.t. VisitorLimit{o in OPEN: visitors_coming[o] > max_visitors}:
  x[o] = 0;

/* Departure, return and the evening before keep to the limits. A drive there of more than overnight_above is done
   the evening before and then takes at most evening_limit; a drive home of more than that may end late. */
s.t. TravelHours{o in OPEN, (visit[o], t) in VISITING:
    (drive[t, host[visit[o]]] <= overnight_above and starts[o] - drive[t, host[visit[o]]] < earliest_departure)
    or (drive[t, host[visit[o]]] > overnight_above and drive[t, host[visit[o]]] > evening_limit)
    or (drive[host[visit[o]], t] <= overnight_above and ends[o] + drive[host[visit[o]], t] > latest_return)}:
  x[o] = 0;

s.t. TravelHours_facilitator{f in FACILITATORS, o in LED[f] inter OPEN:
    (outward[f, host[visit[o]]] <= overnight_above
      and starts[o] - outward[f, host[visit[o]]] < earliest_departure)
    or (outward[f, host[visit[o]]] > overnight_above and outward[f, host[visit[o]]] > evening_limit)
    or (homeward[f, host[visit[o]]] <= overnight_above
      and ends[o] + homeward[f, host[visit[o]]] > latest_return)}:
  x[o] = 0;

/* A facilitator leads every visit, where any are listed. */
s.t. FacilitatorPresent{o in OPEN: card(FACILITATORS) > 0 and leader[o] not in FACILITATORS}:
  x[o] = 0;

/* The facilitator shares neither network (or organisation) with the teams. */
s.t. FacilitatorIndependent{f in FACILITATORS, o in LED[f] inter OPEN:
    (f, host[visit[o]]) in AFFILIATED or exists{(visit[o], t) in VISITING} (f, t) in AFFILIATED}:
  x[o] = 0;

/* The facilitator has the notice they ask for, or was to lead this visit on this day already. */
s.t. FacilitatorNotice{f in FACILITATORS, o in LED[f] inter OPEN:
    day[o] < today + notice_days[f] and known[o] = 0}:
  x[o] = 0;

/* The others are about diaries, rooms and the agenda inside a day, which are not data here. An option keeps to them
   by the way it is made, and the checker of counterpart holds each visit of a plan against them:

   AgendaInOrder: the sessions are complete, in order, inside the day, and do not overlap.
   RolesPresent: each required role is filled in every team, by people who are there throughout.
   AttendeesFree: whoever attends is free, drives included.
   MeetingObserved: whoever attends sees the host's meeting.
   RoomFree: a session's room is at the host's site, not booked and no meeting's own.
   RoomCapacity: a session's room holds everybody in it, the facilitator included.
   VisitorMeetingKept: visitors are not away from their own meeting where `visitor_mdt: blocks`. */

solve;

/* ---- The result ------------------------------------------------------------------------------------------------ */

param of_option{o in OPTIONS} :=
  delay_per_week[o] + optional_absence[o] + counterpart_missing[o] + clinic_cancelled[o] + if_needed[o]
    + not_preferred[o] + own_mdt_missed[o] + overnight[o] + facilitator_travel_per_hour[o] + move_published[o]
    + notice_breach[o];
set CHOSEN := {o in OPTIONS: x[o] > 0.5};

printf "\n%-12s %-13s %-14s %-14s %-14s %8s\n", "Date", "Time", "Host", "Visitor", "Facilitator", "Cost";
for {d in DAYS} {
  printf{o in CHOSEN: day[o] = d} "%-12s %02d:%02d-%02d:%02d   %-14s %-14s %-14s %4d min\n",
    date[d], starts[o] div 60, starts[o] mod 60, ends[o] div 60, ends[o] mod 60, host[visit[o]], visitors[visit[o]],
    leader[o], of_option[o];
}
printf{v in VISITS: u[v] > 0.5} "%-12s %-13s %-14s %-14s %-14s %4d min\n",
  "no date", "", host[v], visitors[v], "", unscheduled;

printf "\nCosts in clinician-minutes\n";
printf "  delay_per_week              %8d\n", sum{o in CHOSEN} delay_per_week[o];
printf "  optional_absence            %8d\n", sum{o in CHOSEN} optional_absence[o];
printf "  counterpart_missing         %8d\n", sum{o in CHOSEN} counterpart_missing[o];
printf "  clinic_cancelled            %8d\n", sum{o in CHOSEN} clinic_cancelled[o];
printf "  if_needed                   %8d\n", sum{o in CHOSEN} if_needed[o];
printf "  not_preferred               %8d\n", sum{o in CHOSEN} not_preferred[o];
printf "  own_mdt_missed              %8d\n", sum{o in CHOSEN} own_mdt_missed[o];
printf "  overnight                   %8d\n", sum{o in CHOSEN} overnight[o];
printf "  facilitator_change          %8d\n", facilitator_change * sum{p in PAIRS} changed[p];
printf "  facilitator_travel_per_hour %8d\n", sum{o in CHOSEN} facilitator_travel_per_hour[o];
printf "  facilitator_imbalance       %8d\n", facilitator_imbalance * sum{f in FACILITATORS} over[f];
printf "  move_published              %8d\n", sum{o in CHOSEN} move_published[o];
printf "  notice_breach               %8d\n", sum{o in CHOSEN} notice_breach[o];
printf "  unscheduled                 %8d\n", unscheduled * sum{v in VISITS} u[v];
printf "  in all                      %8d\n\n", cost;

end;
