package dev.fuel.store;

import dev.fuel.domain.Identifier;
import java.util.Collection;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/// Any number of ids as one parameter of a statement: a JSON array, which needs no escapes for ids.
final class IdList {
    private IdList() {}

    static Condition in(Field<String> field, Collection<? extends Identifier> ids) {
        return DSL.condition("{0} in (select value from json_each({1}))", field, DSL.val(json(ids)));
    }

    static String json(Collection<? extends Identifier> ids) {
        StringBuilder json = new StringBuilder("[");
        for (Identifier id : ids) {
            json.append(json.length() == 1 ? "\"" : ",\"").append(id.value()).append('"');
        }
        return json.append(']').toString();
    }
}
