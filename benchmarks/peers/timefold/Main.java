package visits;

import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Solves an exported model of the visits with Timefold on one thread and prints what came of it as a line of JSON:
 * FILE SECONDS.
 *
 * `seconds` is the time of the solver alone, the virtual machine started and the file read before. `trace` is how it
 * went: seconds, and the objective of each better schedule that keeps to every row. `values` are those of the columns
 * that are not 0.
 */
public final class Main {
    public static void main(String[] arguments) throws IOException {
        Model model = Model.read(Path.of(arguments[0]));
        Rules rules = new Rules(model);
        Duration limit = Duration.ofMillis(Math.round(1000 * Double.parseDouble(arguments[1])));
        Solver<Schedule> solver = SolverFactory.<Schedule>create(Search.within(limit)).buildSolver();
        List<String> trace = new ArrayList<>();
        long began = System.nanoTime();
        solver.addEventListener(event -> {
            HardSoftLongScore score = (HardSoftLongScore) event.getNewBestScore();
            if (score.isFeasible()) {
                trace.add(String.format(Locale.ROOT, "[%.4f, %d, null]", seconds(began), -score.softScore()));
            }
        });
        Schedule best = solver.solve(new Schedule(rules.visits, rules));
        double seconds = seconds(began);
        boolean found = best.getScore().isFeasible();
        System.out.printf(
            Locale.ROOT,
            "{\"seconds\": %.4f, \"proven\": false, \"objective\": %s, \"bound\": null, \"trace\": [%s], "
                + "\"values\": {%s}, \"rows\": %d, \"columns\": %d, \"version\": \"%s\"}%n",
            seconds, found ? -best.getScore().softScore() : "null", String.join(", ", trace),
            found ? values(best) : "", model.rows.size(), model.columns.size(),
            SolverFactory.class.getPackage().getImplementationVersion());
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    /** What is chosen, what follows from it, and what was fixed, by name. */
    private static String values(Schedule schedule) {
        RowScore score = new RowScore();
        score.resetWorkingSolution(schedule);
        List<String> pairs = new ArrayList<>();
        schedule.getVisits().forEach(visit -> add(pairs, visit.chosen().name, 1));
        Rules rules = schedule.rules();
        long[] values = score.consequenceValues();
        for (int place = 0; place < values.length; place++) {
            add(pairs, rules.consequences.get(place).name(), values[place]);
        }
        rules.fixed.forEach(column -> add(pairs, column.name, column.least));
        return String.join(", ", pairs);
    }

    private static void add(List<String> pairs, String column, long value) {
        if (value != 0) {
            pairs.add("\"" + column + "\": " + value);
        }
    }
}
