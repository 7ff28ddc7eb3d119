package dev.fuel.agents;

/// What stands in JSON text.
public enum JsonToken {
    START_OBJECT,
    END_OBJECT,
    START_ARRAY,
    END_ARRAY,
    NAME,
    TEXT,
    NUMBER,
    TRUE,
    FALSE,
    NULL
}
