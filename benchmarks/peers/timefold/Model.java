package visits;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;

/** The whole numbers of an exported model: columns with bounds and costs, to be minimised, and rows with limits. */
final class Model {
    /** Stands for no limit. */
    static final long NONE = Long.MAX_VALUE / 4;

    static final class Row {
        final int index;
        final String name;
        final char sense;
        long limit;

        Row(int index, String name, char sense) {
            this.index = index;
            this.name = name;
            this.sense = sense;
        }
    }

    record Entry(Row row, int weight) {}

    static final class Column {
        final String name;
        long cost;
        long least;
        long most = NONE;
        final List<Entry> entries = new ArrayList<>();

        Column(String name) {
            this.name = name;
        }
    }

    final List<Row> rows = new ArrayList<>();
    final List<Column> columns = new ArrayList<>();

    /** Reads free MPS of whole numbers without ranges; anything else in it is refused with an exception. */
    static Model read(Path path) throws IOException {
        Model model = new Model();
        Map<String, Row> rows = new HashMap<>();
        Map<String, Column> columns = new HashMap<>();
        String objective = null;
        String section = "";
        try (BufferedReader lines = Files.newBufferedReader(path)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank() || line.charAt(0) == '*') {
                    continue;
                }
                StringTokenizer words = new StringTokenizer(line);
                if (line.charAt(0) != ' ') {
                    section = words.nextToken();
                    continue;
                }
                String first = words.nextToken();
                String second = words.nextToken();
                switch (section) {
                    case "ROWS" -> {
                        if (first.equals("N") && objective == null) {
                            objective = second;
                        } else if (first.length() == 1 && "LGE".contains(first)) {
                            Row row = new Row(model.rows.size(), second, first.charAt(0));
                            model.rows.add(row);
                            rows.put(second, row);
                        } else {
                            throw new IOException("a row that is not understood: " + line);
                        }
                    }
                    case "COLUMNS" -> {
                        if (second.equals("'MARKER'")) {
                            continue;
                        }
                        Column column = columns.computeIfAbsent(first, name -> {
                            Column added = new Column(name);
                            model.columns.add(added);
                            return added;
                        });
                        long value = Long.parseLong(words.nextToken());
                        if (second.equals(objective)) {
                            column.cost = value;
                        } else {
                            column.entries.add(new Entry(rows.get(second), Math.toIntExact(value)));
                        }
                    }
                    case "RHS" -> rows.get(second).limit = Long.parseLong(words.nextToken());
                    case "BOUNDS" -> {
                        Column column = columns.get(words.nextToken());
                        switch (first) {
                            case "LO" -> column.least = Long.parseLong(words.nextToken());
                            case "UP" -> column.most = Long.parseLong(words.nextToken());
                            case "FX" -> column.least = column.most = Long.parseLong(words.nextToken());
                            case "PL" -> column.most = NONE;
                            default -> throw new IOException("a bound that is not understood: " + line);
                        }
                    }
                    default -> throw new IOException("a section that is not understood: " + section);
                }
                if (words.hasMoreTokens()) {
                    throw new IOException("more on a line than is understood: " + line);
                }
            }
        }
        return model;
    }
}
