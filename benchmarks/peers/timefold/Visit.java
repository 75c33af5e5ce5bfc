package visits;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.List;

/** A visit, which takes one of its options or stays without a date. */
@PlanningEntity
public class Visit {
    @PlanningId
    private String name;

    @ValueRangeProvider
    private List<Option> options;

    @PlanningVariable(allowsUnassigned = true)
    private Option option;

    /** What counts where the visit has no date. */
    private Option without;

    /** For copies. */
    public Visit() {}

    Visit(String name, List<Option> options, Option without) {
        this.name = name;
        this.options = options;
        this.without = without;
    }

    public List<Option> getOptions() {
        return options;
    }

    public Option getOption() {
        return option;
    }

    public void setOption(Option option) {
        this.option = option;
    }

    /** The column that is 1: of the option taken, or the one for staying without a date. */
    Option chosen() {
        return option == null ? without : option;
    }

    @Override
    public String toString() {
        return name;
    }
}
