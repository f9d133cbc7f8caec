package io.sallyport.hsm.process;

import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.process.PlantedBug.Forge;

/** A check that the engine could have forgotten. */
interface Planted {
    /** The command as an engine with this bug would take it. */
    EngineCommand<?> in(EngineCommand<?> command, Forge forge);
}
