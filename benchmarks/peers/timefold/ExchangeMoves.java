package visits;

import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Moves in which two visits change places: each takes an option in a week, a facilitator's week, a day, a room or a
 * person's day that the other has now. That is what swapping does where days and facilitators are values that all
 * visits share; here each visit has options of its own.
 */
public final class ExchangeMoves implements MoveIteratorFactory<Schedule, TwoChanges> {
    /** How often two visits are drawn until they can change places. */
    private static final int TRIES = 50;

    private List<Visit> visits;
    /** By the visit's place: its options in each place that visits compete for. */
    private List<Map<Integer, Option[]>> optionsIn;

    @Override
    public void phaseStarted(ScoreDirector<Schedule> director) {
        visits = director.getWorkingSolution().getVisits();
        optionsIn = new ArrayList<>();
        for (Visit visit : visits) {
            Map<Integer, List<Option>> lists = new HashMap<>();
            for (Option option : visit.getOptions()) {
                for (int row : option.contested) {
                    lists.computeIfAbsent(row, key -> new ArrayList<>()).add(option);
                }
            }
            Map<Integer, Option[]> arrays = new HashMap<>();
            lists.forEach((row, options) -> arrays.put(row, options.toArray(new Option[0])));
            optionsIn.add(arrays);
        }
    }

    @Override
    public long getSize(ScoreDirector<Schedule> director) {
        return (long) visits.size() * visits.size();
    }

    @Override
    public Iterator<TwoChanges> createOriginalMoveIterator(ScoreDirector<Schedule> director) {
        throw new UnsupportedOperationException("these moves are drawn at random");
    }

    @Override
    public Iterator<TwoChanges> createRandomMoveIterator(ScoreDirector<Schedule> director, Random random) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return !visits.isEmpty();
            }

            @Override
            public TwoChanges next() {
                return draw(random);
            }
        };
    }

    private TwoChanges draw(Random random) {
        int one = 0;
        for (int tries = 0; tries < TRIES; tries++) {
            one = random.nextInt(visits.size());
            int other = random.nextInt(visits.size());
            Option[] ofOne = inPlaceOf(other, one, random);
            Option[] ofOther = inPlaceOf(one, other, random);
            if (one != other && ofOne != null && ofOther != null) {
                return new TwoChanges(
                    visits.get(one), ofOne[random.nextInt(ofOne.length)],
                    visits.get(other), ofOther[random.nextInt(ofOther.length)]);
            }
        }
        // Not doable, so the search asks for another.
        Visit still = visits.get(one);
        return new TwoChanges(still, still.getOption(), still, still.getOption());
    }

    /** The second visit's options in some place where the first is; `null` where it has none. */
    private Option[] inPlaceOf(int first, int second, Random random) {
        Option option = visits.get(first).getOption();
        if (option == null || option.contested.length == 0) {
            return null;
        }
        return optionsIn.get(second).get(option.contested[random.nextInt(option.contested.length)]);
    }
}
