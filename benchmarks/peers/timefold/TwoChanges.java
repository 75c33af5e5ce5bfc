package visits;

import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.impl.heuristic.move.AbstractMove;

/** A move that gives two visits other options at once. */
public final class TwoChanges extends AbstractMove<Schedule> {
    private final Visit one;
    private final Option ofOne;
    private final Visit other;
    private final Option ofOther;

    TwoChanges(Visit one, Option ofOne, Visit other, Option ofOther) {
        this.one = one;
        this.ofOne = ofOne;
        this.other = other;
        this.ofOther = ofOther;
    }

    @Override
    public boolean isMoveDoable(ScoreDirector<Schedule> director) {
        return one != other && one.getOption() != ofOne && other.getOption() != ofOther;
    }

    @Override
    protected void doMoveOnGenuineVariables(ScoreDirector<Schedule> director) {
        take(director, one, ofOne);
        take(director, other, ofOther);
    }

    private static void take(ScoreDirector<Schedule> director, Visit visit, Option option) {
        director.beforeVariableChanged(visit, "option");
        visit.setOption(option);
        director.afterVariableChanged(visit, "option");
    }
}
