package visits;

/** A day, a facilitator and who comes: one column of the model, and what it adds to which rows. */
public final class Option {
    final String name;
    final long cost;
    final int[] rows;
    final int[] weights;
    /** The rows of places that visits compete for: those of at most so many of several visits' options. */
    int[] contested = {};

    Option(Model.Column column) {
        name = column.name;
        cost = column.cost;
        rows = column.entries.stream().mapToInt(entry -> entry.row().index).toArray();
        weights = column.entries.stream().mapToInt(Model.Entry::weight).toArray();
    }

    @Override
    public String toString() {
        return name;
    }
}
