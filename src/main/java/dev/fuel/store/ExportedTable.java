package dev.fuel.store;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/// One table of an export: what is told of each of its rows, and in which order.
///
/// The columns are those of the schema but for the ones that are left out by name, so that a column that a migration
/// adds comes along by itself.
///
/// @param number  the column that says no more than the row's place in the order; rows that come to others go on from
///                theirs
/// @param order   what the rows are sorted by
/// @param columns what is told of a row
record ExportedTable(
        Table<? extends Record> table, @Nullable Field<?> number, List<Field<?>> order, List<Field<?>> columns) {
    ExportedTable {
        order = List.copyOf(order);
        columns = List.copyOf(columns);
    }

    /// @param without what is secret, of this machine, or follows from other columns
    static <R extends Record> ExportedTable numbered(
            Table<R> table, TableField<R, ? extends Number> number, Field<?>... without) {
        return new ExportedTable(table, number, List.of(number), columns(table, List.of(without)));
    }

    static ExportedTable sorted(Table<? extends Record> table, Field<?>... order) {
        return new ExportedTable(table, null, List.of(order), columns(table, List.of()));
    }

    String name() {
        return table.getName();
    }

    /// What makes two rows the same thing; empty where that is all of their content.
    List<Field<?>> key() {
        return table.getPrimaryKey() == null
                ? List.of()
                : table.getPrimaryKey().getFields().stream()
                        .<Field<?>>map(field -> field)
                        .filter(field -> !field.equals(number))
                        .toList();
    }

    /// The column of that name, if it is told.
    Optional<Field<?>> column(String name) {
        return columns.stream().filter(column -> column.getName().equals(name)).findFirst();
    }

    boolean isNumber(String column) {
        return number != null && number.getName().equals(column);
    }

    String select() {
        return "SELECT %s FROM \"%s\" ORDER BY %s".formatted(names(columns), name(), names(order));
    }

    static String names(List<Field<?>> fields) {
        return fields.stream().map(field -> "\"" + field.getName() + "\"").collect(Collectors.joining(", "));
    }

    private static List<Field<?>> columns(Table<? extends Record> table, List<Field<?>> without) {
        return Arrays.stream(table.fields())
                .<Field<?>>map(field -> field)
                .filter(field -> !without.contains(field))
                .toList();
    }
}
