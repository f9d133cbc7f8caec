package io.sallyport.gateway.engine;

import java.nio.file.Path;

/** The files of an engine: its sealed state, the key that unseals it, and its socket. */
public record EngineFiles(Path state, Path autoUnseal, Path socket) {}
