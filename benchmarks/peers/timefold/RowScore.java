package visits;

import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import ai.timefold.solver.core.api.score.calculator.IncrementalScoreCalculator;
import java.util.Arrays;

/**
 * Hard: how much all rows together are off. Soft: the objective of the model to the unit. Both negative, as Timefold
 * has it. A change costs as many steps as the options have rows.
 */
public final class RowScore implements IncrementalScoreCalculator<Schedule, HardSoftLongScore> {
    private char[] senses;
    private long[] limits;
    private Rules.Consequence[] consequences;
    private int[] consequenceOf;
    private long[] sums;
    /** By consequence and size: how many of its rows are exceeded by so much. */
    private int[][] excesses;
    /** By consequence: the largest excess of its rows. */
    private int[] largest;
    private long violation;
    private long cost;

    @Override
    public void resetWorkingSolution(Schedule schedule) {
        Rules rules = schedule.rules();
        int count = rules.model.rows.size();
        senses = new char[count];
        limits = new long[count];
        consequences = rules.consequences.toArray(new Rules.Consequence[0]);
        consequenceOf = rules.consequenceOf;
        sums = rules.fixedSums.clone();
        excesses = new int[consequences.length][schedule.getVisits().size() + 1];
        largest = new int[consequences.length];
        violation = 0;
        cost = rules.fixedCost;
        for (Model.Row row : rules.model.rows) {
            senses[row.index] = row.sense;
            limits[row.index] = row.limit;
            if (consequenceOf[row.index] < 0) {
                violation += violation(row.index);
            } else {
                exceed(consequenceOf[row.index], violation(row.index));
            }
        }
        for (Visit visit : schedule.getVisits()) {
            count(visit.chosen(), 1);
        }
    }

    @Override
    public void beforeVariableChanged(Object entity, String variable) {
        count(((Visit) entity).chosen(), -1);
    }

    @Override
    public void afterVariableChanged(Object entity, String variable) {
        count(((Visit) entity).chosen(), 1);
    }

    @Override
    public HardSoftLongScore calculateScore() {
        return HardSoftLongScore.of(-violation, -cost);
    }

    /** The value of every consequence, in the order of the rules. */
    long[] consequenceValues() {
        return Arrays.stream(largest).asLongStream().toArray();
    }

    /** Adds an option once, or takes it away with -1. */
    private void count(Option option, int times) {
        cost += times * option.cost;
        for (int place = 0; place < option.rows.length; place++) {
            int index = option.rows[place];
            long before = violation(index);
            sums[index] += times * option.weights[place];
            long after = violation(index);
            if (before == after) {
                continue;
            }
            int consequence = consequenceOf[index];
            if (consequence < 0) {
                violation += after - before;
            } else {
                exceed(consequence, after);
                recede(consequence, before);
            }
        }
    }

    /** By how much a row is off. */
    private long violation(int index) {
        long excess = sums[index] - limits[index];
        return switch (senses[index]) {
            case 'L' -> Math.max(0, excess);
            case 'G' -> Math.max(0, -excess);
            default -> Math.abs(excess);
        };
    }

    private void exceed(int consequence, long size) {
        int excess = Math.toIntExact(size);
        int[] counts = excesses[consequence];
        if (excess >= counts.length) {
            counts = excesses[consequence] = Arrays.copyOf(counts, 2 * excess);
        }
        counts[excess]++;
        if (excess > largest[consequence]) {
            grow(consequence, excess);
        }
    }

    private void recede(int consequence, long size) {
        int[] counts = excesses[consequence];
        counts[(int) size]--;
        int value = largest[consequence];
        while (value > 0 && counts[value] == 0) {
            value--;
        }
        if (value < largest[consequence]) {
            grow(consequence, value);
        }
    }

    private void grow(int consequence, int value) {
        Rules.Consequence column = consequences[consequence];
        int before = largest[consequence];
        cost += column.cost() * (value - before);
        violation += Math.max(0, value - column.most()) - Math.max(0, before - column.most());
        largest[consequence] = value;
    }

    @Override
    public void beforeEntityAdded(Object entity) {}

    @Override
    public void afterEntityAdded(Object entity) {}

    @Override
    public void beforeEntityRemoved(Object entity) {}

    @Override
    public void afterEntityRemoved(Object entity) {}
}
