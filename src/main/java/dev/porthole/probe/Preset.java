package dev.porthole.probe;

/// What a service is known to speak; an empty text says nothing, and `quit` is a line without its end.
public record Preset(String name, int port, String send, String expect, String quit, boolean tls) {}
