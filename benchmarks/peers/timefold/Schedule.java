package visits;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import java.util.List;

/** All visits, and the model that says what they may do and what it costs. */
@PlanningSolution
public class Schedule {
    @PlanningEntityCollectionProperty
    private List<Visit> visits;

    @PlanningScore
    private HardSoftLongScore score;

    private Rules rules;

    /** For copies. */
    public Schedule() {}

    Schedule(List<Visit> visits, Rules rules) {
        this.visits = visits;
        this.rules = rules;
    }

    public List<Visit> getVisits() {
        return visits;
    }

    public HardSoftLongScore getScore() {
        return score;
    }

    public void setScore(HardSoftLongScore score) {
        this.score = score;
    }

    Rules rules() {
        return rules;
    }
}
