package visits;

import ai.timefold.solver.core.config.constructionheuristic.ConstructionHeuristicPhaseConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.composite.UnionMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.factory.MoveIteratorFactoryConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.ChangeMoveSelectorConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import ai.timefold.solver.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import ai.timefold.solver.core.config.score.director.ScoreDirectorFactoryConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import java.time.Duration;

/**
 * How Timefold searches: the construction that it chooses itself, then simulated annealing over changes of one visit
 * and exchanges of two.
 */
final class Search {
    /** No move that breaks a row is taken; 300 clinician-minutes may be lost with a chance of 1/e at the beginning. */
    private static final String STARTING_TEMPERATURE = "0hard/300soft";

    private Search() {}

    /** On one thread, from the same seed, for so long; without the checks that are meant for development. */
    static SolverConfig within(Duration limit) {
        return new SolverConfig()
            .withSolutionClass(Schedule.class)
            .withEntityClasses(Visit.class)
            .withScoreDirectorFactory(
                new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(RowScore.class))
            .withEnvironmentMode(EnvironmentMode.NO_ASSERT)
            .withMoveThreadCount(SolverConfig.MOVE_THREAD_COUNT_NONE)
            .withRandomSeed(1L)
            .withTerminationSpentLimit(limit)
            .withPhases(
                new ConstructionHeuristicPhaseConfig(),
                new LocalSearchPhaseConfig()
                    .withMoveSelectorConfig(new UnionMoveSelectorConfig().withMoveSelectors(
                        new ChangeMoveSelectorConfig().withFixedProbabilityWeight(1.0),
                        new MoveIteratorFactoryConfig()
                            .withMoveIteratorFactoryClass(ExchangeMoves.class)
                            .withFixedProbabilityWeight(1.0)))
                    .withAcceptorConfig(new LocalSearchAcceptorConfig()
                        .withSimulatedAnnealingStartingTemperature(STARTING_TEMPERATURE))
                    .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1)));
    }
}
