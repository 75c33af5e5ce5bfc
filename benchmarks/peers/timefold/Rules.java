package visits;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rows of the model as the visits meet them.
 *
 * A row EachLegOnce makes a visit of its columns. Every other column follows from those: it costs something, and takes
 * 1 of what rows of at most so much exceed (whether a pair's facilitator changes, how many visits a facilitator leads
 * above the fair share). So it is as large as the largest excess of its rows and no larger.
 */
final class Rules {
    private static final String CHOICE = "EachLegOnce(";
    private static final String WITHOUT = "u(";

    /** A column that follows: what one of it costs, and how many there may be. */
    record Consequence(String name, long cost, long most) {}

    final Model model;
    final List<Consequence> consequences = new ArrayList<>();
    /** By row: the place of the consequence that takes up its excess, or -1. */
    final int[] consequenceOf;
    /** What fixed columns add to each row, and cost. */
    final long[] fixedSums;
    long fixedCost;
    final List<Model.Column> fixed = new ArrayList<>();
    final List<Visit> visits = new ArrayList<>();

    Rules(Model model) {
        this.model = model;
        consequenceOf = new int[model.rows.size()];
        Arrays.fill(consequenceOf, -1);
        fixedSums = new long[model.rows.size()];
        Map<Model.Row, List<Model.Column>> choices = new HashMap<>();
        for (Model.Column column : model.columns) {
            List<Model.Row> choice =
                column.entries.stream().map(Model.Entry::row).filter(row -> row.name.startsWith(CHOICE)).toList();
            if (!choice.isEmpty()) {
                require(choice.size() == 1 && column.least == 0 && column.most == 1, column, "is in no one choice");
                choices.computeIfAbsent(choice.get(0), row -> new ArrayList<>()).add(column);
            } else if (column.least == column.most) {
                fix(column);
            } else {
                follow(column);
            }
        }
        for (Model.Row row : model.rows) {
            if (row.name.startsWith(CHOICE)) {
                addVisit(row, choices.getOrDefault(row, List.of()));
            }
        }
        findContested();
    }

    /** Tells each option which of its rows are places that several visits compete for. */
    private void findContested() {
        Map<Integer, Set<Integer>> competing = new HashMap<>();
        Set<Integer> weighing = new HashSet<>();
        for (int place = 0; place < visits.size(); place++) {
            for (Option option : visits.get(place).getOptions()) {
                for (int entry = 0; entry < option.rows.length; entry++) {
                    competing.computeIfAbsent(option.rows[entry], row -> new HashSet<>()).add(place);
                    if (option.weights[entry] < 0) {
                        weighing.add(option.rows[entry]);
                    }
                }
            }
        }
        for (Visit visit : visits) {
            for (Option option : visit.getOptions()) {
                option.contested = Arrays.stream(option.rows)
                    .filter(row -> competing.get(row).size() > 1 && consequenceOf[row] < 0 && !weighing.contains(row))
                    .toArray();
            }
        }
    }

    private void fix(Model.Column column) {
        fixed.add(column);
        fixedCost += column.cost * column.least;
        for (Model.Entry entry : column.entries) {
            fixedSums[entry.row().index] += entry.weight() * column.least;
        }
    }

    private void follow(Model.Column column) {
        require(column.cost >= 0 && column.least == 0, column, "is no consequence: it costs less than nothing");
        for (Model.Entry entry : column.entries) {
            boolean takesUp = entry.weight() == -1 && entry.row().sense == 'L' && consequenceOf[entry.row().index] < 0;
            require(takesUp, column, "is no consequence: it does more than take up the excess of rows");
            consequenceOf[entry.row().index] = consequences.size();
        }
        consequences.add(new Consequence(column.name, column.cost, column.most));
    }

    private void addVisit(Model.Row row, List<Model.Column> columns) {
        Option without = null;
        List<Option> options = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Model.Column column : columns) {
            require(names.add(column.name), column, "is in a choice twice");
            if (column.name.startsWith(WITHOUT)) {
                require(without == null, column, "is the second for staying without a date");
                without = new Option(column);
            } else {
                options.add(new Option(column));
            }
        }
        if (without == null || row.sense != 'E' || row.limit != 1) {
            throw new IllegalArgumentException("row " + row.name + " is no choice of an option or none");
        }
        visits.add(new Visit(row.name, options, without));
    }

    private static void require(boolean condition, Model.Column column, String complaint) {
        if (!condition) {
            throw new IllegalArgumentException("column " + column.name + " " + complaint);
        }
    }
}
